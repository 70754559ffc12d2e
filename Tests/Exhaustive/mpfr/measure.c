// Measures errors against MPFR at 140 bits over random arguments: of the Double functions, and of the Double
// kernels behind the Float functions (whose bounds Documentation/numerics.md derives). Not part of the build:
//
//   clang -O2 -I Sources/CKernels Tests/Exhaustive/mpfr/measure.c -lmpfr -lm -o measure
//   ./measure 1 4000000
//
// Arguments: any bits, [-2, 2], the function's own range, small, near 1, next to multiples of pi/2, and near
// odd multiples of log(2)/2, where reductions change. Prints the largest errors and where they are.

#include <math.h>
#include <mpfr.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#pragma STDC FP_CONTRACT OFF

typedef int (*operation)(mpfr_t y, const mpfr_t x, mpfr_rnd_t rounding);

static int sigmoid(mpfr_t y, const mpfr_t x, mpfr_rnd_t rounding) {
  mpfr_neg(y, x, rounding);
  mpfr_exp(y, y, rounding);
  mpfr_add_ui(y, y, 1, rounding);
  return mpfr_ui_div(y, 1, y, rounding);
}

#define DOUBLE(name) \
  static reprise_pair double_##name(double x) { return (reprise_pair){reprise_##name(x), 0}; }
#define SINGLE(name)                                           \
  DOUBLE(name)                                                 \
  static reprise_pair float_##name(double x) {                 \
    return (reprise_pair){reprise_##name##f_wide((float)x), 0}; \
  }
#define PAIR(name) \
  DOUBLE(name)     \
  static reprise_pair float_##name(double x) { return reprise_##name##f_wide((float)x); }
SINGLE(exp)
SINGLE(expm1)
SINGLE(tanh)
SINGLE(sigmoid)
PAIR(log)
PAIR(log1p)
DOUBLE(sin)
DOUBLE(cos)
static reprise_pair float_sin(double x) { return reprise_sin_pair(x); }
static reprise_pair float_cos(double x) { return reprise_cos_pair(x); }

// The Float kernels are measured within [lowest, highest]: beyond it they stop at a result that rounds right.
static const struct {
  const char *name;
  operation exact;
  reprise_pair (*wide)(double x);
  bool is_float;
  double lowest, highest;
} functions[] = {
    {"exp", mpfr_exp, double_exp, false, -746, 710},
    {"expm1", mpfr_expm1, double_expm1, false, -50, 710},
    {"tanh", mpfr_tanh, double_tanh, false, -21, 21},
    {"sigmoid", sigmoid, double_sigmoid, false, -746, 50},
    {"log", mpfr_log, double_log, false, 0x1p-1074, 100},
    {"log1p", mpfr_log1p, double_log1p, false, -1, 100},
    {"sin", mpfr_sin, double_sin, false, -100, 100},
    {"cos", mpfr_cos, double_cos, false, -100, 100},
    {"exp", mpfr_exp, float_exp, true, -103.9, 88.7},
    {"expm1", mpfr_expm1, float_expm1, true, -103.9, 88.7},
    {"tanh", mpfr_tanh, float_tanh, true, -1e30, 1e30},
    {"sigmoid", sigmoid, float_sigmoid, true, -103.9, 1e30},
    {"log", mpfr_log, float_log, true, 0x1p-149, 0x1p127},
    {"log1p", mpfr_log1p, float_log1p, true, -0.99999994, 0x1p127},
    {"sin", mpfr_sin, float_sin, true, -0x1p127, 0x1p127},
    {"cos", mpfr_cos, float_cos, true, -0x1p127, 0x1p127},
};

static uint64_t state;

static uint64_t random_bits(void) {
  uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

static double argument(double lowest, double highest) {
  uint64_t bits = random_bits(), choice = random_bits();
  double unit = (double)(bits >> 11) * 0x1p-53;
  if (highest > 1000) lowest = fmax(lowest, -100), highest = 100;
  switch (choice & 7) {
    case 0: return reprise_double(bits);
    case 1: return unit * 4 - 2;
    case 2: return reprise_double((bits & 0x800fffffffffffff) | (uint64_t)(978 + (choice >> 8) % 55) << 52);
    case 3: return 1 + (unit - 0.5) * ldexp(1, -(int)((choice >> 8) % 40));
    case 4: {
      double multiple = (double)(bits >> (23 + (choice >> 8) % 41)) * 1.5707963267948966;
      return reprise_double(reprise_bits64(multiple) + (choice >> 16) % 9 - 4);
    }
    case 5: return ((double)(bits % 200) / 2 - 49.75) * 0.6931471805599453 * (1 + (unit - 0.5) * 0x1p-10);
    default: return lowest + unit * (highest - lowest);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fputs("usage: measure SEED COUNT\n", stderr);
    return 64;
  }
  mpfr_t x, y, error;
  mpfr_init2(x, 53);
  mpfr_init2(y, 140);
  mpfr_init2(error, 140);
  for (size_t f = 0; f < sizeof functions / sizeof *functions; f++) {
    double units = 0, units_at = 0, relative = 0, absolute = 0;
    long counted = 0, wrong = 0;
    state = strtoull(argv[1], 0, 10);
    for (long i = strtol(argv[2], 0, 10); i > 0; i--) {
      double value = argument(functions[f].lowest, functions[f].highest);
      if (functions[f].is_float) {
        value = (double)(float)value;
        if (!(value >= functions[f].lowest && value <= functions[f].highest)) continue;
      }
      // There the kernel takes a deliberate step, larger than its error.
      if (functions[f].wide == float_sigmoid && fabs(value) < 0x1p-12) continue;
      reprise_pair wide = functions[f].wide(value);
      mpfr_set_d(x, value, MPFR_RNDN);
      functions[f].exact(y, x, MPFR_RNDN);
      double nearest = mpfr_get_d(y, MPFR_RNDN);
      counted++;
      if (!isfinite(nearest) || nearest == 0) {
        wrong += !(nearest == wide.high || (nearest != nearest && wide.high != wide.high));
        continue;
      }
      int exponent;
      frexp(nearest, &exponent);
      mpfr_sub_d(error, y, wide.high, MPFR_RNDN);
      mpfr_sub_d(error, error, wide.low, MPFR_RNDN);
      double difference = fabs(mpfr_get_d(error, MPFR_RNDN));
      mpfr_mul_2si(error, error, exponent - 53 < -1074 ? 1074 : 53 - exponent, MPFR_RNDN);
      double in_units = fabs(mpfr_get_d(error, MPFR_RNDN));
      if (!(in_units <= units)) units = in_units, units_at = value;
      if (fabs(nearest) > 0x1p-1000) relative = fmax(relative, difference / fabs(nearest));
      absolute = fmax(absolute, difference);
    }
    printf("%-8s %-6s %9ld arguments: %.4f ulp at %a; relative 2^%.2f, absolute 2^%.2f, wrong edges %ld\n",
           functions[f].name, functions[f].is_float ? "kernel" : "Double", counted, units, units_at,
           log2(relative), log2(absolute), wrong);
    fflush(stdout);
  }
  return 0;
}
