// log and log1p.
#pragma once

#include "pair.h"
#pragma STDC FP_CONTRACT OFF

// MARK: log

// x = 2^k m with m = 1 + rest within [sqrt(1/2), sqrt(2)).
typedef struct {
  double k;
  double rest;
} reprise_log_parts;

// x normal and positive.
REPRISE_INLINE reprise_log_parts reprise_log_split(double x) {
  const uint64_t lowest = 0x3fe6a09e667f3bcd;  // sqrt(1/2)
  uint64_t offset = reprise_bits64(x) + (0x3ff0000000000000 - lowest);
  double m = reprise_double((offset & 0x000fffffffffffff) + lowest);
  // An integer below 2^52 becomes a Double by pasting: SSE2 and AVX2 have no conversion.
  double k = reprise_double((offset >> 52) | 0x4330000000000000) - (0x1p52 + 1023);
  return (reprise_log_parts){k, m - 1};
}

// k log 2 + log(1 + f) + correction as high + low, |low| < |high| / 2 + 2^-40.
//
// With s = f / (2 + f): log(1 + f) = 2 atanh(s) = f - f^2/2 + s (f^2/2 + R), R = 2 atanh(s) / s - 2.
REPRISE_INLINE reprise_pair reprise_log_pair(double k, double f, double correction) {
  double s = f / (2 + f);
  double z = s * s;
  double half_square = 0.5 * f * f;
  // R / z on z in [0, 0.0295]; R's absolute error 2^-64.7.
  double z2 = z * z;
  double p0 = (0x1.5555555555555p-1 + 0x1.9999999999d58p-2 * z)
      + z2 * (0x1.249249242f0bp-2 + 0x1.c71c725c179b3p-3 * z);
  double p4 = (0x1.745cdb9173dcap-3 + 0x1.3b215382be492p-3 * z)
      + z2 * (0x1.0f4aa55b56011p-3 + 0x1.101e25e7922a7p-3 * z);
  double p = p0 + (z2 * z2) * p4;
  double tail = s * (half_square + z * p) + (k * 0x1.ef35793c7673p-45 + correction);
  // The first product is exact. Where k is not 0 it exceeds f.
  reprise_pair sum = reprise_fast_two_sum(k * 0x1.62e42fefa38p-1, f);
  return (reprise_pair){sum.high, sum.low - (half_square - tail)};
}

// The values at the edges: y holds where 0 < x < infinity.
REPRISE_INLINE double reprise_log_edges(double y, double x) {
  double edge = x == 0 ? -REPRISE_INFINITY : REPRISE_NAN;
  y = x > 0 ? y : edge;
  return x == REPRISE_INFINITY ? x : y;
}

REPRISE_INLINE double reprise_log(double x) {
  int tiny = x < 0x1p-1022;
  reprise_log_parts l = reprise_log_split(tiny ? x * 0x1p54 : x);
  reprise_pair y = reprise_log_pair(tiny ? l.k - 54 : l.k, l.rest, 0);
  return reprise_log_edges(y.high + y.low, x);
}

REPRISE_INLINE reprise_pair reprise_logf_wide(float x) {
  reprise_log_parts l = reprise_log_split((double)x);
  return reprise_log_pair(l.k, l.rest, 0);
}

// Float logarithms need more than 53 bits: the nearest Double of some lies upon a boundary.
REPRISE_INLINE float reprise_logf(float x) {
  float y = reprise_pair_to_float(reprise_logf_wide(x));
  return (float)reprise_log_edges((double)y, (double)x);
}

// MARK: log1p

REPRISE_INLINE double reprise_log1p(double x) {
  reprise_pair u = reprise_two_sum(1, x);
  reprise_log_parts l = reprise_log_split(u.high);
  // For k = 0 the sum 1 + x need not be undone; else what its rounding lost enters to first order.
  int near = l.k == 0;
  reprise_pair y = reprise_log_pair(l.k, near ? x : l.rest, near ? 0 : u.low / u.high);
  return reprise_with_sign_of(reprise_log_edges(y.high + y.low, u.high), x);
}

// 1 + x is exact unless |x| < 2^-29 (where k = 0 and it is not used) or x > 2^53 (where an absolute error of
// 2^-54 is 2^-59 of the result).
REPRISE_INLINE reprise_pair reprise_log1pf_wide(float x) {
  double a = (double)x;
  reprise_log_parts l = reprise_log_split(1 + a);
  return reprise_log_pair(l.k, l.k == 0 ? a : l.rest, 0);
}

REPRISE_INLINE float reprise_log1pf(float x) {
  float y = reprise_pair_to_float(reprise_log1pf_wide(x));
  double a = (double)x;
  return (float)reprise_with_sign_of(reprise_log_edges((double)y, 1 + a), a);
}
