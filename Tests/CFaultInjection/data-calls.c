// Calls by which a file's bytes are opened, read, written and waited for.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "state.h"

// A call about a descriptor: made unless it is to fail.
#define ABOUT_DESCRIPTOR(name, call) \
  NEXT(name); \
  const char *path = fault_described(descriptor); \
  if (!path) return call; \
  enum fault_verdict verdict = fault_begin(); \
  int answer = verdict == FAULT_FAIL ? -1 : call; \
  fault_end_simple(verdict, #name, answer, descriptor, path); \
  return answer

static int open_counted(int directory, const char *name, int flags, mode_t mode) {
  NEXT(openat);
  char room[4096];
  const char *path = fault_path(directory, name, room);
  if (!path) return next(directory, name, flags, mode);
  enum fault_verdict verdict = fault_begin();
  int answer = verdict == FAULT_FAIL ? -1 : next(directory, name, flags, mode);
  if (answer >= 0) fault_describe(answer, path);
  fault_end(verdict, "open", answer, answer, flags & (O_CREAT | O_TRUNC), path, "", NULL, 0);
  return answer;
}

// The mode is there where a file may be made.
#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

int open(const char *name, int flags, ...) {
  MODE(flags)
  return open_counted(AT_FDCWD, name, flags, mode);
}

int openat(int directory, const char *name, int flags, ...) {
  MODE(flags)
  return open_counted(directory, name, flags, mode);
}

int creat(const char *name, mode_t mode) {
  return open_counted(AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

// The descriptor is closed whatever is answered.
int close(int descriptor) {
  NEXT(close);
  const char *path = fault_described(descriptor);
  if (!path) return next(descriptor);
  enum fault_verdict verdict = fault_begin();
  int code = errno, answer = next(descriptor);
  if (verdict == FAULT_FAIL) answer = -1, errno = code;
  fault_end_simple(verdict, "close", answer, descriptor, path);
  fault_describe(descriptor, NULL);
  return answer;
}

static size_t part(enum fault_verdict verdict, size_t count) {
  return verdict == FAULT_HALF || verdict == FAULT_HALF_KILL ? (count + 1) / 2 : count;
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  NEXT(read);
  const char *path = fault_described(descriptor);
  if (!path) return next(descriptor, bytes, count);
  enum fault_verdict verdict = fault_begin();
  ssize_t answer = verdict == FAULT_FAIL ? -1 : next(descriptor, bytes, part(verdict, count));
  fault_end_simple(verdict, "read", answer, descriptor, path);
  return answer;
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
  NEXT(pread);
  const char *path = fault_described(descriptor);
  if (!path) return next(descriptor, bytes, count, offset);
  enum fault_verdict verdict = fault_begin();
  ssize_t answer = verdict == FAULT_FAIL ? -1 : next(descriptor, bytes, part(verdict, count), offset);
  fault_end_simple(verdict, "pread", answer, descriptor, path);
  return answer;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  NEXT(write);
  const char *path = fault_described(descriptor);
  if (!path) return next(descriptor, bytes, count);
  enum fault_verdict verdict = fault_begin();
  ssize_t answer = verdict == FAULT_FAIL ? -1 : next(descriptor, bytes, part(verdict, count));
  size_t written = answer < 0 ? 0 : (size_t)answer;
  int code = errno;
  // What is appended is written at the end, wherever that is.
  off_t offset = lseek(descriptor, 0, SEEK_CUR) - (off_t)written;
  errno = code;
  fault_end(verdict, "write", answer, descriptor, offset, path, "", bytes, written);
  return answer;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  NEXT(pwrite);
  const char *path = fault_described(descriptor);
  if (!path) return next(descriptor, bytes, count, offset);
  enum fault_verdict verdict = fault_begin();
  ssize_t answer = verdict == FAULT_FAIL ? -1 : next(descriptor, bytes, part(verdict, count), offset);
  fault_end(
      verdict, "write", answer, descriptor, offset, path, "", bytes, answer < 0 ? 0 : (size_t)answer);
  return answer;
}

// Several pieces may be transferred as one of them.
ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
  NEXT(writev);
  if (!fault_described(descriptor) || count < 1) return next(descriptor, pieces, count);
  return write(descriptor, pieces[0].iov_base, pieces[0].iov_len);
}

ssize_t readv(int descriptor, const struct iovec *pieces, int count) {
  NEXT(readv);
  if (!fault_described(descriptor) || count < 1) return next(descriptor, pieces, count);
  return read(descriptor, pieces[0].iov_base, pieces[0].iov_len);
}

// The disk is not waited for: what a power loss would leave is computed from the journal.
int fsync(int descriptor) { ABOUT_DESCRIPTOR(fsync, 0); }
int fdatasync(int descriptor) { ABOUT_DESCRIPTOR(fdatasync, 0); }
int fchmod(int descriptor, mode_t mode) { ABOUT_DESCRIPTOR(fchmod, next(descriptor, mode)); }
int flock(int descriptor, int operation) { ABOUT_DESCRIPTOR(flock, next(descriptor, operation)); }
int fstat(int descriptor, struct stat *status) { ABOUT_DESCRIPTOR(fstat, next(descriptor, status)); }

int ftruncate(int descriptor, off_t length) {
  NEXT(ftruncate);
  const char *path = fault_described(descriptor);
  if (!path) return next(descriptor, length);
  enum fault_verdict verdict = fault_begin();
  int answer = verdict == FAULT_FAIL ? -1 : next(descriptor, length);
  fault_end(verdict, "ftruncate", answer, descriptor, length, path, "", NULL, 0);
  return answer;
}

// On 64-bit systems the names that say so mean the same.
int open64(const char *, int, ...) __attribute__((alias("open")));
int openat64(int, const char *, int, ...) __attribute__((alias("openat")));
int creat64(const char *, mode_t) __attribute__((alias("creat")));
ssize_t pread64(int, void *, size_t, off_t) __attribute__((alias("pread")));
ssize_t pwrite64(int, const void *, size_t, off_t) __attribute__((alias("pwrite")));
int ftruncate64(int, off_t) __attribute__((alias("ftruncate")));
int fstat64(int descriptor, struct stat64 *status) { return fstat(descriptor, (struct stat *)status); }
