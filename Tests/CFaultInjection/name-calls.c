// Calls by which names are looked at, made, changed and removed.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "state.h"

// A call about a path: made unless it is to fail, written down under a name.
#define ABOUT_PATH(function, as, directory, name, call) \
  NEXT(function); \
  char room[4096]; \
  const char *path = fault_path(directory, name, room); \
  if (!path) return call; \
  enum fault_verdict verdict = fault_begin(); \
  int answer = verdict == FAULT_FAIL ? -1 : call; \
  fault_end_simple(verdict, as, answer, -1, path); \
  return answer

int mkdir(const char *name, mode_t mode) { ABOUT_PATH(mkdir, "mkdir", AT_FDCWD, name, next(name, mode)); }
int mkdirat(int directory, const char *name, mode_t mode) {
  ABOUT_PATH(mkdirat, "mkdir", directory, name, next(directory, name, mode));
}
int unlink(const char *name) { ABOUT_PATH(unlink, "remove", AT_FDCWD, name, next(name)); }
int unlinkat(int directory, const char *name, int flags) {
  ABOUT_PATH(unlinkat, "remove", directory, name, next(directory, name, flags));
}
int rmdir(const char *name) { ABOUT_PATH(rmdir, "remove", AT_FDCWD, name, next(name)); }
int remove(const char *name) { ABOUT_PATH(remove, "remove", AT_FDCWD, name, next(name)); }
int chmod(const char *name, mode_t mode) { ABOUT_PATH(chmod, "chmod", AT_FDCWD, name, next(name, mode)); }
int access(const char *name, int mode) { ABOUT_PATH(access, "access", AT_FDCWD, name, next(name, mode)); }
int faccessat(int directory, const char *name, int mode, int flags) {
  ABOUT_PATH(faccessat, "access", directory, name, next(directory, name, mode, flags));
}
int stat(const char *name, struct stat *status) { ABOUT_PATH(stat, "stat", AT_FDCWD, name, next(name, status)); }
int lstat(const char *name, struct stat *status) { ABOUT_PATH(lstat, "stat", AT_FDCWD, name, next(name, status)); }
int fstatat(int directory, const char *name, struct stat *status, int flags) {
  ABOUT_PATH(fstatat, "stat", directory, name, next(directory, name, status, flags));
}
int stat64(const char *name, struct stat64 *status) { return stat(name, (struct stat *)status); }
int lstat64(const char *name, struct stat64 *status) { return lstat(name, (struct stat *)status); }

int renameat(int above, const char *name, int target_above, const char *target) {
  NEXT(renameat);
  char room[4096], target_room[4096];
  const char *path = fault_path(above, name, room), *to = fault_path(target_above, target, target_room);
  if (!path || !to) return next(above, name, target_above, target);
  enum fault_verdict verdict = fault_begin();
  int answer = verdict == FAULT_FAIL ? -1 : next(above, name, target_above, target);
  fault_end(verdict, "rename", answer, -1, 0, path, to, NULL, 0);
  return answer;
}
int rename(const char *name, const char *target) { return renameat(AT_FDCWD, name, AT_FDCWD, target); }

// The streams of directories in the tree that are open.
static DIR *streams[16];

static int is_counted(DIR *stream) {
  for (size_t i = 0; i < sizeof streams / sizeof *streams; ++i)
    if (streams[i] == stream) return 1;
  return 0;
}

static void exchange(DIR *before, DIR *after) {
  for (size_t i = 0; i < sizeof streams / sizeof *streams; ++i)
    if (streams[i] == before) {
      streams[i] = after;
      return;
    }
}

DIR *opendir(const char *name) {
  NEXT(opendir);
  char room[4096];
  const char *path = fault_path(AT_FDCWD, name, room);
  if (!path) return next(name);
  enum fault_verdict verdict = fault_begin();
  DIR *answer = verdict == FAULT_FAIL ? NULL : next(name);
  if (answer) exchange(NULL, answer);
  fault_end_simple(verdict, "opendir", answer ? 0 : -1, -1, path);
  return answer;
}

struct dirent *readdir(DIR *stream) {
  NEXT(readdir);
  if (!is_counted(stream)) return next(stream);
  enum fault_verdict verdict = fault_begin();
  struct dirent *answer = verdict == FAULT_FAIL ? NULL : next(stream);
  fault_end_simple(verdict, "readdir", answer ? 0 : -1, -1, "");
  return answer;
}
struct dirent64 *readdir64(DIR *stream) { return (struct dirent64 *)readdir(stream); }

int closedir(DIR *stream) {
  NEXT(closedir);
  if (is_counted(stream)) exchange(stream, NULL);
  return next(stream);
}
