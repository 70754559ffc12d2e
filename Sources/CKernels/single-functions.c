#include "single-functions.h"

#include "elementary.h"
#include "fma.h"
#pragma STDC FP_CONTRACT OFF

#define EXPORT(function)                                                             \
  float reprise_float_##function(float x) { return reprise_##function##f(x); } \
  double reprise_double_##function(double x) { return reprise_##function(x); }

EXPORT(exp)
EXPORT(expm1)
EXPORT(log)
EXPORT(log1p)
EXPORT(tanh)
EXPORT(sigmoid)
EXPORT(sin)
EXPORT(cos)

float reprise_fmaf_soft_exported(float a, float b, float c) { return reprise_fmaf_soft(a, b, c); }

double reprise_fma_soft_exported(double a, double b, double c) { return reprise_fma_soft(a, b, c); }

// (high + low) * 2^exponent with 1 <= |high| < 2.
typedef struct {
  reprise_pair value;
  int64_t exponent;
} scaled_pair;

// Beyond this exponent a power is infinite or zero whatever follows; it stops int64_t from overflowing.
static const int64_t exponent_limit = (int64_t)1 << 40;

static scaled_pair normalized(reprise_pair value, int64_t exponent) {
  int shift = (int)(reprise_bits64(value.high) >> 52 & 0x7ff) - 1023;
  double scale = reprise_power_of_two((uint64_t)-shift);
  exponent += shift;
  if (exponent > exponent_limit) exponent = exponent_limit;
  if (exponent < -exponent_limit) exponent = -exponent_limit;
  return (scaled_pair){{value.high * scale, value.low * scale}, exponent};
}

// Relative error below 2^-102 (Joldes, Muller & Popescu 2017, doi:10.1145/3121432, algorithm 11).
static scaled_pair multiplied(scaled_pair a, scaled_pair b) {
  reprise_pair product = reprise_two_product(a.value.high, b.value.high);
  double cross = a.value.high * b.value.low + a.value.low * b.value.high;
  reprise_pair value = reprise_fast_two_sum(product.high, product.low + cross);
  return normalized(value, a.exponent + b.exponent);
}

// Square and multiply: a relative error of at most 2 n 2^-102, that is 2^-57 for n < 2^44.
double reprise_pow_int(double base, uint64_t n) {
  if (n == 0) return 1;
  if (base == 0 || !(reprise_magnitude(base) < REPRISE_INFINITY)) {
    return (n & 1) != 0 ? base + base : base * base;
  }
  // Toward the middle, away from exponents whose reciprocal is not normal.
  int small = reprise_magnitude(base) < 1;
  reprise_pair start = {base * (small ? 0x1p54 : 0x1p-54), 0};
  scaled_pair square = normalized(start, small ? -54 : 54);
  scaled_pair power = {{1, 0}, 0};
  for (;;) {
    if ((n & 1) != 0) power = multiplied(power, square);
    n >>= 1;
    if (n == 0) break;
    square = multiplied(square, square);
  }
  if (power.exponent > 1100) power.exponent = 1100;
  if (power.exponent < -1100) power.exponent = -1100;
  return reprise_scale(power.value.high, (uint64_t)power.exponent);
}
