#include "architectures.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

#include "elements.h"
#include "functions.h"
#include "products.h"
#include "rows.h"

// A kernel of the list without a case does not compile.
static const struct kernel_case {
  const char *name;
  void (*run)(bench *, size_t);
} cases[] = {
#define KERNEL(result, name, parameters) {#name, case_##name},
#include "kernel-list.h"
#undef KERNEL
};

static const struct sweep {
  const char *name;
  void (*run)(bench *);
} sweeps[] = {
#define SWEEP_OF(name) {#name, sweep_##name},
    FUNCTIONS(SWEEP_OF)
#undef SWEEP_OF
};

// Around the widths of vectors and tiles, primes, and one beyond the parts of a chain that are packed at once.
static const size_t sizes[] = {0, 1, 2, 3, 4, 5, 7, 8, 9, 13, 15, 16, 17, 31, 33, 63, 65, 127, 1031};

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Every row has inputs of its own, the same on every instruction set.
static void start(bench *b, reprise_scalar scalar, size_t row) {
  b->scalar = scalar;
  b->state = row;
  b->digest = 0xcbf29ce484222325;
}

static void run_case(bench *b, const struct kernel_case *c) {
  for (b->kind = PLAIN; b->kind <= WILD; b->kind++)
    for (size_t i = 0; i < COUNT(sizes); i++) {
      b->used = 0;
      c->run(b, sizes[i]);
    }
}

static void print_table(FILE *out, bench *b, reprise_isa isa) {
  for (size_t row = 0; row < COUNT(cases) + COUNT(sweeps); row++)
    for (int scalar = REPRISE_F32; scalar <= REPRISE_F64; scalar++) {
      const int is_kernel = row < COUNT(cases);
      if (!is_kernel && sweeps[row - COUNT(cases)].run == sweep_pow_int && scalar == REPRISE_F32) continue;
      b->kernels = reprise_kernels_for(isa, (reprise_scalar)scalar);
      start(b, (reprise_scalar)scalar, row);
      if (is_kernel)
        run_case(b, &cases[row]);
      else
        sweeps[row - COUNT(cases)].run(b);
      fprintf(out, "%s %s %s %016llx\n", is_kernel ? "kernel" : "function",
              is_kernel ? cases[row].name : sweeps[row - COUNT(cases)].name, scalar == REPRISE_F32 ? "f32" : "f64",
              (unsigned long long)b->digest);
    }
}

char *architectures_table(reprise_isa isa) {
  if (!reprise_kernels_for(isa, REPRISE_F32) || !reprise_floating_point_is_ieee()) return NULL;
  char *text = NULL;
  size_t length;
  // Whole vectors of either scalar type.
  bench b = {.memory = aligned_alloc(64, BENCH_MEMORY), .workspace = aligned_alloc(64, REPRISE_MATMUL_WORKSPACE)};
  FILE *const out = open_memstream(&text, &length);
  if (b.memory && b.workspace && out) print_table(out, &b, isa);
  if (out) fclose(out);
  free(b.workspace);
  free(b.memory);
  return text;
}
