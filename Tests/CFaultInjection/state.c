#define _GNU_SOURCE
#include "state.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static char tree[4096];
static size_t tree_length;
static int journal = -1;

static enum { MAKE_ALL, KILL, HALF_KILL, SHORT, FAIL, HALF, FROM } plan;
static long planned = -1, number;
static int planned_errno, fails_next;

// The journal is written past the interposed calls.
static void append(const char *bytes, size_t count) {
  while (count > 0) {
    long written = syscall(SYS_write, journal, bytes, count);
    if (written < 0 && errno != EINTR) abort();
    if (written > 0) bytes += written, count -= (size_t)written;
  }
}

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAULT_TREE"), *text = getenv("FAULT"), *file = getenv("FAULT_JOURNAL");
  static const char *const names[] = {"", "kill", "half-kill", "short", "fail", "half", "from"};
  char name[16] = "";
  if (text && sscanf(text, "%ld %15s %d", &planned, name, &planned_errno) < 2) abort();
  for (size_t i = 1; i < sizeof names / sizeof *names; ++i)
    if (strcmp(name, names[i]) == 0) plan = i;
  if (text && plan == MAKE_ALL) abort();
  if (file) {
    // Far from the descriptors that the program gets.
    int opened = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    journal = opened < 0 ? -1 : fcntl(opened, F_DUPFD_CLOEXEC, 900);
    if (journal < 0) abort();
    syscall(SYS_close, opened);
  }
  if (path && strlen(path) < sizeof tree) {
    strcpy(tree, path);
    tree_length = strlen(tree);
    // A program that no longer ends is ended, by a signal that no plan sends.
    alarm(600);
  }
}

static char *descriptors[1024];

void fault_describe(int descriptor, const char *path) {
  if (descriptor < 0 || descriptor >= 1024) return;
  free(descriptors[descriptor]);
  descriptors[descriptor] = path ? strdup(path) : NULL;
}

const char *fault_described(int descriptor) {
  return descriptor < 0 || descriptor >= 1024 ? NULL : descriptors[descriptor];
}

const char *fault_path(int directory, const char *path, char room[4096]) {
  if (tree_length == 0 || !path) return NULL;
  if (*path != '/') {
    const char *above = fault_described(directory);
    if (!above) return NULL;
    snprintf(room, 4096, "%s%s%s", above, *above ? "/" : "", path);
    return room;
  }
  if (strncmp(path, tree, tree_length) != 0) return NULL;
  if (path[tree_length] == 0) return path + tree_length;
  return path[tree_length] == '/' ? path + tree_length + 1 : NULL;
}

static void end_process(void) {
  for (;;) kill(getpid(), SIGKILL);
}

enum fault_verdict fault_begin(void) {
  pthread_mutex_lock(&lock);
  long at = number++;
  if (fails_next || (plan == FROM && at >= planned)) {
    fails_next = 0;
    errno = planned_errno;
    return FAULT_FAIL;
  }
  if (at != planned) return FAULT_NONE;
  switch (plan) {
    case KILL: end_process();
    case HALF_KILL: return FAULT_HALF_KILL;
    case HALF: fails_next = 1; return FAULT_HALF;
    case SHORT: return FAULT_HALF;
    case FAIL: errno = planned_errno; return FAULT_FAIL;
    default: return FAULT_NONE;
  }
}

void fault_end(
    enum fault_verdict verdict, const char *name, long answer, int descriptor, long offset, const char *path,
    const char *target, const void *bytes, size_t count) {
  int code = errno;
  if (journal >= 0) {
    char line[8400];
    int length = snprintf(
        line, sizeof line, "%ld\t%s\t%ld\t%d\t%ld\t%zu\t%s\t%s\t\n", number - 1, name, answer, descriptor, offset,
        count, path, target);
    append(line, (size_t)length);
    append(bytes, count);
    append("\n", 1);
  }
  if (verdict == FAULT_HALF_KILL) end_process();
  pthread_mutex_unlock(&lock);
  errno = code;
}

void *fault_next(const char *name) {
  int code = errno;
  void *function = dlsym(RTLD_NEXT, name);
  if (!function) abort();
  errno = code;
  return function;
}
