// The C library's allocation functions, counted: a program's own definitions come before the library's. A sanitizer has
// definitions of its own, and needs them.
#include "CAllocationCounter.h"

#if __has_include(<features.h>)
#include <features.h>
#endif
#if defined(__GLIBC__) && !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
#include <errno.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static __thread long count, bytes, line_bytes;

void *malloc(size_t size) {
  count++;
  bytes += size;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count++;
  bytes += number * size;
  return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
  count++;
  bytes += size;
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  count++;
  bytes += size;
  if (alignment == 64) line_bytes += size;
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  *result = memalign(alignment, size);
  return *result ? 0 : ENOMEM;
}

long allocation_count(void) { return count; }
long allocation_bytes(void) { return bytes; }
long line_allocation_bytes(void) { return line_bytes; }
#else
long allocation_count(void) { return -1; }
long allocation_bytes(void) { return -1; }
long line_allocation_bytes(void) { return -1; }
#endif
