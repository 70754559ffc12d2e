#pragma once
// Reading a file that may be damaged, in a child process: some damaged files make libhdf5 crash.
#include <errno.h>
#include <fcntl.h>
#include <hdf5.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include "shim.h"

// The child's exit codes; a signal ends it where the library crashes or a limit is reached.
enum { CHDF5_READ = 0, CHDF5_REFUSED = 1 };

// Deflate shrinks a run of bytes at most 1032-fold; a dataset that claims more is not read.
enum { CHDF5_MOST_INFLATION = 1100 };

struct chdf5_trial {
  uint64_t file_size;
  int failures;
  int depth;
};

// Reads all values of a dataset (or, with `is_attribute`, of an attribute) in their own type.
static inline int chdf5_try_values(struct chdf5_trial *trial, hid_t object, int is_attribute) {
  hid_t type = is_attribute ? H5Aget_type(object) : H5Dget_type(object);
  hid_t space = is_attribute ? H5Aget_space(object) : H5Dget_space(object);
  int failed = 1;
  if (type >= 0 && space >= 0) {
    hssize_t count = H5Sget_simple_extent_npoints(space);
    uint64_t width = H5Tget_size(type);
    uint64_t most = trial->file_size * CHDF5_MOST_INFLATION;
    if (count >= 0 && width > 0 && (uint64_t)count <= most / width) {
      void *values = calloc((size_t)count + 1, (size_t)width);
      if (values) {
        herr_t result = is_attribute ? H5Aread(object, type, values)
                                     : H5Dread(object, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
        failed = result < 0;
        if (!failed && H5Tdetect_class(type, H5T_VLEN) + H5Tis_variable_str(type) > 0 && count > 0)
          failed = H5Dvlen_reclaim(type, space, H5P_DEFAULT, values) < 0;
        free(values);
      }
    }
  }
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  return failed;
}

static inline herr_t chdf5_try_attribute(
    hid_t owner, const char *name, const H5A_info_t *info, void *context) {
  struct chdf5_trial *trial = (struct chdf5_trial *)context;
  (void)info;
  hid_t attribute = H5Aopen(owner, name, H5P_DEFAULT);
  if (attribute < 0 || chdf5_try_values(trial, attribute, 1)) trial->failures++;
  if (attribute >= 0) H5Aclose(attribute);
  return 0;
}

static inline herr_t chdf5_try_link(hid_t group, const char *name, const H5L_info_t *info, void *context);

static inline void chdf5_try_object(struct chdf5_trial *trial, hid_t object) {
  if (H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, NULL, chdf5_try_attribute, trial) < 0)
    trial->failures++;
  H5I_type_t kind = H5Iget_type(object);
  if (kind == H5I_DATASET) {
    trial->failures += chdf5_try_values(trial, object, 0);
  } else if (kind == H5I_GROUP && trial->depth < 64) {
    trial->depth++;
    if (H5Literate(object, H5_INDEX_NAME, H5_ITER_INC, NULL, chdf5_try_link, trial) < 0)
      trial->failures++;
    trial->depth--;
  } else {
    trial->failures++;
  }
}

static inline herr_t chdf5_try_link(hid_t group, const char *name, const H5L_info_t *info, void *context) {
  struct chdf5_trial *trial = (struct chdf5_trial *)context;
  hid_t object = info->type == H5L_TYPE_HARD ? H5Oopen(group, name, H5P_DEFAULT) : -1;
  if (object < 0) {
    trial->failures++;
    return 0;
  }
  chdf5_try_object(trial, object);
  H5Oclose(object);
  return 0;
}

// Opens a file, visits every object and reads all its values.
static inline int chdf5_read_everything(const char *path, uint64_t file_size) {
  struct chdf5_trial trial = {file_size, 0, 0};
  hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  // The library would share a file that the parent has open with the default driver, whose descriptor is
  // closed here; with another driver it opens the file anew.
  if (access < 0 || chdf5_without_locking(access) < 0 || H5Pset_fapl_stdio(access) < 0) return CHDF5_REFUSED;
  hid_t file = H5Fopen(path, H5F_ACC_RDONLY, access);
  hid_t root = file < 0 ? -1 : H5Oopen(file, "/", H5P_DEFAULT);
  if (root < 0) return CHDF5_REFUSED;
  chdf5_try_object(&trial, root);
  return trial.failures ? CHDF5_REFUSED : CHDF5_READ;
}

// The address space that this process has now, in bytes; 0 where the system does not tell.
static inline uint64_t chdf5_address_space(void) {
  char text[64] = {0};
  int descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return 0;
  ssize_t count = read(descriptor, text, sizeof text - 1);
  close(descriptor);
  return count <= 0 ? 0 : strtoull(text, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE);
}

// Closes what was inherited: a directory's lock would outlive a parent that is killed.
static inline void chdf5_close_inherited(void) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, 3u, ~0u, 0u) == 0) return;
#endif
  // Limits may be in the thousand millions, while descriptors are given from the lowest on.
  long most = sysconf(_SC_OPEN_MAX);
  if (most < 0 || most > 65536) most = 65536;
  for (int descriptor = 3; descriptor < most; ++descriptor) close(descriptor);
}

// Where the system can do so, ends this process with the parent's thread that waits for it.
static inline void chdf5_end_with(pid_t parent) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (getppid() != parent) _exit(CHDF5_REFUSED);
}

// Silence, default signals, no core file, and limits on processor time, waiting and memory.
static inline void chdf5_confine(uint64_t file_size) {
  const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP, SIGALRM, SIGXCPU, SIGTERM};
  sigset_t none;
  sigemptyset(&none);
  for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i) signal(signals[i], SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  int nowhere = open("/dev/null", O_RDWR);
  for (int descriptor = 0; nowhere >= 0 && descriptor < 3; ++descriptor) dup2(nowhere, descriptor);
  if (nowhere > 2) close(nowhere);
  // Ten seconds, and one more for each 10 MB.
  unsigned seconds = 10 + (unsigned)(file_size / 10000000);
  struct rlimit time = {seconds, seconds}, core = {0, 0};
  setrlimit(RLIMIT_CPU, &time);
  setrlimit(RLIMIT_CORE, &core);
  alarm(6 * seconds);
  uint64_t space = chdf5_address_space();
  if (space) {
    space += (1ull << 30) + 16 * file_size;
    struct rlimit memory = {space, space};
    setrlimit(RLIMIT_AS, &memory);
  }
}

// Whether libhdf5 reads all of a file without an error or a crash: 1 or 0, and -1 (with errno) if no child
// could be started. The child calls libhdf5 and the C library only; call with the library's lock held.
static inline int chdf5_survives_reading(const char *path) {
  struct stat status;
  if (stat(path, &status) != 0) return -1;
  pid_t parent = getpid(), child = fork();
  if (child < 0) return -1;
  if (child == 0) {
    chdf5_close_inherited();
    chdf5_end_with(parent);
    chdf5_confine((uint64_t)status.st_size);
    chdf5_silence();
    _exit(chdf5_read_everything(path, (uint64_t)status.st_size));
  }
  int code = 0;
  while (waitpid(child, &code, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(code) && WEXITSTATUS(code) == CHDF5_READ;
}
