#pragma once
// OpenSSL's SHA-256, which uses the processor's own instructions where it has them, and its version.
#include <openssl/crypto.h>
#include <openssl/evp.h>
