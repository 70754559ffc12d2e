// Proves that the Float elementary functions are correctly rounded, by trying all 2^32 inputs.
//
// For each input the Double kernel's result, moved by its error bound either way, must round to the
// function's own result (Ziv's test). The few inputs that this leaves open are looked up in the table of hard
// cases, which mpfr/decide.c has decided.

#include <float.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "functions.h"
#include "hard-cases.h"

static const char usage[] =
    "usage: exhaustive [FUNCTION]... [--stride N] [--threads N] [--reference] [--list UNITS]\n"
    "                  [--hard-cases FILE]\n"
    "\n"
    "  --stride N         every N-th input only\n"
    "  --threads N        as many threads (default: one a core)\n"
    "  --reference        compare with the platform's long double as well, where it has 64 bits\n"
    "  --list UNITS       print the inputs within UNITS * 2^-53 of a rounding boundary, check no table\n"
    "  --hard-cases FILE  the table (default: the one in the source tree)\n";

typedef struct {
  const function *function;
  uint64_t stride;
  double units;
  bool lists;
  bool refers;
  _Atomic uint64_t next;
  _Atomic uint64_t examined;
  _Atomic uint64_t open;
  _Atomic uint64_t unknown;
  _Atomic uint64_t wrong;
  _Atomic uint64_t reference_open;
} sweep;

static void report(sweep *s, const char *what, uint32_t input, uint32_t result, uint32_t expected) {
  fprintf(stderr, "%s(%08x) = %08x, %s %08x\n", s->function->name, input, result, what, expected);
}

// One input that the bound leaves open.
static void settle(sweep *s, uint32_t input, uint32_t result) {
  uint32_t expected;
  atomic_fetch_add(&s->open, 1);
  if (s->lists) {
    printf("%s,%08x\n", s->function->name, input);
    return;
  }
  if (!hard_case_find(s->function->name, input, &expected)) {
    if (atomic_fetch_add(&s->unknown, 1) < 20) {
      fprintf(stderr, "%s(%08x): left open by the bound and not in the table\n", s->function->name, input);
    }
  } else if (expected != result && atomic_fetch_add(&s->wrong, 1) < 20) {
    report(s, "the table has", input, result, expected);
  }
}

static void compare_with_reference(sweep *s, uint32_t input, uint32_t result) {
  long double y = s->function->reference((long double)float_from(input));
  // Some units of the last of 64 bits: more than the C library's documented errors.
  long double margin = 0x1p-60L;
  uint32_t below = bits_of((float)(y * (1 - margin))), above = bits_of((float)(y * (1 + margin)));
  if (below != above) {
    uint32_t expected;
    atomic_fetch_add(&s->reference_open, 1);
    if (hard_case_find(s->function->name, input, &expected) && expected == result) return;
  }
  if (result != below && result != above && atomic_fetch_add(&s->wrong, 1) < 20) {
    report(s, "long double has", input, result, below);
  }
}

static void *work(void *argument) {
  sweep *s = argument;
  block *b = malloc(sizeof *b);
  if (!b) abort();
  uint64_t total = (((uint64_t)1 << 32) + s->stride - 1) / s->stride;
  for (;;) {
    uint64_t first = atomic_fetch_add(&s->next, BLOCK);
    if (first >= total) break;
    int count = total - first < BLOCK ? (int)(total - first) : BLOCK;
    for (int i = 0; i < BLOCK; i++) {
      b->input[i] = (uint32_t)((first + (uint64_t)(i < count ? i : 0)) * s->stride);
    }
    s->function->examine(b, s->units);
    for (int i = 0; i < count; i++) {
      float x = float_from(b->input[i]), expected;
      if (s->function->edge(x, &expected)) {
        if (!same(b->result[i], bits_of(expected)) && atomic_fetch_add(&s->wrong, 1) < 20) {
          report(s, "should be", b->input[i], b->result[i], bits_of(expected));
        }
        continue;
      }
      if (b->below[i] != b->result[i] || b->above[i] != b->result[i]) settle(s, b->input[i], b->result[i]);
      if (s->refers) compare_with_reference(s, b->input[i], b->result[i]);
    }
    atomic_fetch_add(&s->examined, (uint64_t)count);
  }
  free(b);
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void show_progress(sweep *s, uint64_t total, double started, bool redraws) {
  double share = (double)atomic_load(&s->examined) / (double)total;
  fprintf(stderr, "%s%-8s %5.1f %%  %.0f s%s", redraws ? "\r" : "", s->function->name, 100 * share,
          now() - started, redraws ? "" : "\n");
}

// Runs one function's sweep and prints its line of the table; true if all inputs are right.
static bool run(sweep *s, int thread_count) {
  uint64_t total = (((uint64_t)1 << 32) + s->stride - 1) / s->stride;
  double started = now();
  pthread_t threads[256];
  for (int i = 0; i < thread_count; i++) {
    if (pthread_create(&threads[i], 0, work, s) != 0) {
      thread_count = i;
      break;
    }
  }
  if (thread_count == 0) work(s);
  bool redraws = isatty(2);
  for (int ticks = 1; atomic_load(&s->examined) < total; ticks++) {
    nanosleep(&(struct timespec){0, 100000000}, 0);
    if (ticks % (redraws ? 5 : 200) == 0) show_progress(s, total, started, redraws);
  }
  for (int i = 0; i < thread_count; i++) pthread_join(threads[i], 0);
  if (redraws) fprintf(stderr, "\r%40s\r", "");
  uint64_t unknown = atomic_load(&s->unknown), wrong = atomic_load(&s->wrong);
  fprintf(s->lists ? stderr : stdout, "%-8s  %10llu  %9llu  %7llu  %5llu", s->function->name,
          (unsigned long long)total, (unsigned long long)atomic_load(&s->open), (unsigned long long)unknown,
          (unsigned long long)wrong);
  if (s->refers) {
    fprintf(stdout, "  %9llu", (unsigned long long)atomic_load(&s->reference_open));
  }
  fprintf(s->lists ? stderr : stdout, "  %7.1f s\n", now() - started);
  fflush(stdout);
  return unknown == 0 && wrong == 0;
}

static const char *default_table(void) {
  static char path[4096];
  const char *here = __FILE__, *slash = strrchr(here, '/');
  int length = slash ? (int)(slash - here) : 1;
  snprintf(path, sizeof path, "%.*s/../TensorsTests/Elementary/hard-cases.csv", length, slash ? here : ".");
  return path;
}

int main(int argc, char **argv) {
  const function *chosen[64];
  int chosen_count = 0;
  uint64_t stride = 1;
  double units = 0;
  bool lists = false, refers = false;
  long thread_count = sysconf(_SC_NPROCESSORS_ONLN);
  const char *table = default_table();
  for (int i = 1; i < argc; i++) {
    const char *value = i + 1 < argc ? argv[i + 1] : "0";
    if (strcmp(argv[i], "--stride") == 0) {
      stride = strtoull(value, 0, 10), i++;
    } else if (strcmp(argv[i], "--threads") == 0) {
      thread_count = strtol(value, 0, 10), i++;
    } else if (strcmp(argv[i], "--list") == 0) {
      units = strtod(value, 0), lists = true, i++;
    } else if (strcmp(argv[i], "--hard-cases") == 0) {
      table = value, i++;
    } else if (strcmp(argv[i], "--reference") == 0) {
      refers = true;
    } else if (chosen_count < 64 && function_named(argv[i])) {
      chosen[chosen_count++] = function_named(argv[i]);
    } else {
      fputs(usage, stderr);
      return 64;
    }
  }
  if (stride == 0 || thread_count <= 0 || (lists && units <= 0)) {
    fputs(usage, stderr);
    return 64;
  }
  if (refers && LDBL_MANT_DIG < 64) {
    fputs("exhaustive: long double is no wider than double here; leaving --reference out\n", stderr);
    refers = false;
  }
  if (!lists && !hard_cases_load(table)) return 65;
  if (thread_count > 256) thread_count = 256;
  if (chosen_count == 0) {
    for (; chosen_count < function_count; chosen_count++) chosen[chosen_count] = &functions[chosen_count];
  }

  fprintf(lists ? stderr : stdout, "%-8s  %10s  %9s  %7s  %5s%s  %9s\n", "function", "inputs", "undecided",
          "unknown", "wrong", refers ? "  reference" : "", "time");
  bool right = true;
  for (int i = 0; i < chosen_count; i++) {
    sweep s = {.function = chosen[i], .stride = stride, .units = units, .lists = lists, .refers = refers};
    right = run(&s, (int)thread_count) && right;
  }
  return right ? 0 : 1;
}
