#pragma once

#include <stddef.h>

/// How many times this thread has asked for memory, or -1 where that cannot be counted.
long allocation_count(void);

/// How many bytes this thread has asked for, whatever it gave back, or -1 where that cannot be counted.
long allocation_bytes(void);

/// How many of these begin at a cache line of 64 bytes, as the arrays of networks do, or -1.
long line_allocation_bytes(void);
