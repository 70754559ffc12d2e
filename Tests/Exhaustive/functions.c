#include "functions.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "elementary.h"
#pragma STDC FP_CONTRACT OFF

// MARK: The Double kernels, before the one rounding

#define SINGLE(name)                                    \
  static inline reprise_pair wide_##name(float x) {     \
    return (reprise_pair){reprise_##name##f_wide(x), 0}; \
  }
SINGLE(exp)
SINGLE(expm1)
SINGLE(tanh)

// Near 0 the kernel makes a deliberate step; what it stands for is 1/2 + x/4 - x^3/48, with x^5/480 to come.
static inline reprise_pair wide_sigmoid(float x) {
  double a = (double)x;
  bool near = reprise_magnitude(a) < 0x1p-12;
  double y = reprise_sigmoidf_wide(x);
  return (reprise_pair){near ? 0.5 + 0.25 * a : y, near ? a * (a * a) * (-1 / 48.0) : 0};
}

static inline reprise_pair wide_log(float x) { return reprise_logf_wide(x); }
static inline reprise_pair wide_log1p(float x) { return reprise_log1pf_wide(x); }
static inline reprise_pair wide_sin(float x) { return reprise_sin_pair((double)x); }
static inline reprise_pair wide_cos(float x) { return reprise_cos_pair((double)x); }

// MARK: Their error bounds for a result of magnitude y; derived in Documentation/numerics.md

static inline double bound_exp(double x, double y) { return (void)x, y * 0x1p-52; }
static inline double bound_expm1(double x, double y) { return (void)x, y * 0x1p-51; }
static inline double bound_tanh(double x, double y) { return (void)x, y * 0x1.8p-51; }
static inline double bound_sin(double x, double y) { return (void)x, y * 0x1.8p-54; }
static inline double bound_cos(double x, double y) { return (void)x, y * 0x1.8p-54; }

// Below 2^-27 the sum 1/2 + x/4 is rounded.
static inline double bound_sigmoid(double x, double y) {
  double a = reprise_magnitude(x);
  double series = a < 0x1p-27 ? 0x1p-53 : (a * a) * (a * a) * a;
  return a < 0x1p-12 ? series : y * 0x1p-51;
}

// Relative where k = 0 (log sqrt(2) = 0.3466), absolute elsewhere.
static inline double bound_log(double x, double y) { return (void)x, y < 0.34 ? y * 0x1.8p-54 : 0x1p-54; }

// Beyond 36 the sum 1 + x is rounded.
static inline double bound_log1p(double x, double y) { return y > 36 ? 0x1p-52 : bound_log(x, y); }

// The widest vectors the machine has: the bits are the same, the sweep is four times as fast.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_MACHINE __attribute__((target_clones("avx512dq", "avx2", "default")))
#else
#define FOR_EACH_MACHINE
#endif

#define EXAMINE(name)                                                                     \
  FOR_EACH_MACHINE static void examine_##name(block *restrict b, double units) {                           \
    for (int i = 0; i < BLOCK; i++) {                                                     \
      float x = float_from(b->input[i]);                                                  \
      reprise_pair wide = wide_##name(x);                                                 \
      double y = reprise_magnitude(wide.high + wide.low);                                 \
      double bound = bound_##name((double)x, y), asked = y * (units * 0x1p-53);                      \
      bound = bound < asked ? asked : bound;                                              \
      b->result[i] = bits_of(reprise_##name##f(x));                                       \
      b->below[i] = bits_of(reprise_pair_to_float((reprise_pair){wide.high, wide.low - bound})); \
      b->above[i] = bits_of(reprise_pair_to_float((reprise_pair){wide.high, wide.low + bound})); \
    }                                                                                     \
  }
EXAMINE(exp)
EXAMINE(expm1)
EXAMINE(tanh)
EXAMINE(sigmoid)
EXAMINE(log)
EXAMINE(log1p)
EXAMINE(sin)
EXAMINE(cos)

// MARK: Edges

#define EDGES(name, at_zero, at_infinity, at_minus_infinity)      \
  static bool edge_##name(float x, float *expected) {             \
    if (x != x) *expected = x;                                    \
    else if (x == 0) *expected = (at_zero);                       \
    else if (x == INFINITY) *expected = (at_infinity);            \
    else if (x == -INFINITY) *expected = (at_minus_infinity);     \
    else return false;                                            \
    return true;                                                  \
  }
EDGES(exp, 1, INFINITY, 0)
EDGES(expm1, x, INFINITY, -1)
EDGES(tanh, x, 1, -1)
EDGES(sigmoid, 0.5f, 1, 0)
EDGES(sin, x, NAN, NAN)
EDGES(cos, 1, NAN, NAN)

static bool edge_log(float x, float *expected) {
  if (x > 0 && x < INFINITY && x != 1) return false;
  *expected = x == 1 ? 0 : x == 0 ? -INFINITY : x > 0 ? x : NAN;
  return true;
}

static bool edge_log1p(float x, float *expected) {
  if (x > -1 && x < INFINITY && x != 0) return false;
  *expected = x == -1 ? -INFINITY : x >= 0 ? x : NAN;
  return true;
}

// MARK: The second opinion

static long double sigmoid_reference(long double x) { return 1 / (1 + expl(-x)); }

#define ENTRY(name, reference) {#name, examine_##name, edge_##name, reference}
const function functions[] = {
    ENTRY(exp, expl),   ENTRY(expm1, expm1l),  ENTRY(tanh, tanhl), ENTRY(sigmoid, sigmoid_reference),
    ENTRY(log, logl),   ENTRY(log1p, log1pl),  ENTRY(sin, sinl),   ENTRY(cos, cosl),
};
const int function_count = sizeof functions / sizeof *functions;

const function *function_named(const char *name) {
  for (int i = 0; i < function_count; i++) {
    if (strcmp(functions[i].name, name) == 0) return &functions[i];
  }
  return 0;
}
