#pragma once
// What the interposed calls share: the counted tree, the plan and the journal. All of it is guarded by one lock.
#include <stddef.h>
#include <sys/types.h>

// The part of a path below the counted tree, empty for the tree itself; NULL for a path elsewhere. A relative path
// counts where `directory` is a descriptor in the tree; its text is then put together in `room`.
const char *fault_path(int directory, const char *path, char room[4096]);

// Remembers that a descriptor is of a path below the tree; NULL forgets it.
void fault_describe(int descriptor, const char *path);
// The path of a descriptor below the tree, or NULL.
const char *fault_described(int descriptor);

// What becomes of a call.
enum fault_verdict { FAULT_NONE, FAULT_FAIL, FAULT_HALF, FAULT_HALF_KILL };

// Begins a counted call: takes the lock and counts. It does not return where the plan is to kill the process here; it
// sets errno where the call is to fail.
enum fault_verdict fault_begin(void);
// Ends a counted call: writes its line, kills the process after a half call where that is planned, and gives the lock
// back. errno stays as it is.
void fault_end(
    enum fault_verdict verdict, const char *name, long answer, int descriptor, long offset, const char *path,
    const char *target, const void *bytes, size_t count);
// The same for a call that neither writes nor has a second path.
static inline void fault_end_simple(
    enum fault_verdict verdict, const char *name, long answer, int descriptor, const char *path) {
  fault_end(verdict, name, answer, descriptor, 0, path, "", NULL, 0);
}

// The function that would have been called without this library.
void *fault_next(const char *name);
// Defines `next` as that function, looked up once.
#define NEXT(name) \
  static __typeof__(&name) next; \
  if (!next) next = (__typeof__(&name))fault_next(#name)
