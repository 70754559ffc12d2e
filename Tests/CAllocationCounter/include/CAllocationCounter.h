#pragma once

#include <stddef.h>

/// How many times this thread has asked for memory, or -1 where that cannot be counted.
long allocation_count(void);
