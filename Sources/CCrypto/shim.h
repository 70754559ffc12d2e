#pragma once
// OpenSSL's SHA-256, which uses the processor's own instructions where it has them.
#include <openssl/evp.h>
