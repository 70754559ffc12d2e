// Unevaluated sums of two Doubles, and other pieces the elementary functions are made of.
#pragma once

#include "fma.h"
#pragma STDC FP_CONTRACT OFF

#define REPRISE_INFINITY __builtin_inf()
#define REPRISE_NAN __builtin_nan("")

// The unevaluated sum high + low.
typedef struct {
  double high;
  double low;
} reprise_pair;

// The exact sum, for |a| >= |b| or a = 0 (Dekker 1971).
REPRISE_INLINE reprise_pair reprise_fast_two_sum(double a, double b) {
  double sum = a + b;
  return (reprise_pair){sum, b - (sum - a)};
}

// The exact sum (Knuth).
REPRISE_INLINE reprise_pair reprise_two_sum(double a, double b) {
  double sum = a + b;
  double shared = sum - a;
  return (reprise_pair){sum, (a - (sum - shared)) + (b - shared)};
}

// The exact product by Veltkamp's splitting, for factors below 2^990 and products above 2^-960 (Dekker 1971).
REPRISE_INLINE reprise_pair reprise_two_product(double a, double b) {
  double wide_a = 134217729.0 * a, wide_b = 134217729.0 * b;  // 2^27 + 1
  double a1 = wide_a - (wide_a - a), b1 = wide_b - (wide_b - b);
  double a2 = a - a1, b2 = b - b1;
  double product = a * b;
  return (reprise_pair){product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
}

// n / d; |d.high| within [1, 2^60].
REPRISE_INLINE double reprise_quotient(reprise_pair n, reprise_pair d) {
  double quotient = n.high / d.high;
  reprise_pair product = reprise_two_product(quotient, d.high);
  double rest = (((n.high - product.high) - product.low) + n.low) - quotient * d.low;
  return quotient + rest / d.high;
}

// 2^k for a two's complement k within -1022...1023.
REPRISE_INLINE double reprise_power_of_two(uint64_t k) { return reprise_double((k + 1023) << 52); }

// y * 2^k for |k| < 2000, rounded at most once: two factors, because 2^k itself may overflow or vanish.
REPRISE_INLINE double reprise_scale(double y, uint64_t k) {
  uint64_t half = ((k + 2048) >> 1) - 1024;
  return (y * reprise_power_of_two(half)) * reprise_power_of_two(k - half);
}

REPRISE_INLINE double reprise_with_sign_of(double magnitude, double x) {
  return reprise_double(reprise_bits64(magnitude) | (reprise_bits64(x) & 0x8000000000000000));
}

REPRISE_INLINE double reprise_magnitude(double x) {
  return reprise_double(reprise_bits64(x) & 0x7fffffffffffffff);
}

// y.high + y.low rounded once to Float, for |y.high| >= |y.low| or y.high = 0.
REPRISE_INLINE float reprise_pair_to_float(reprise_pair y) {
  reprise_pair sum = reprise_fast_two_sum(y.high, y.low);
  return (float)reprise_round_to_odd(sum.high, sum.low);
}
