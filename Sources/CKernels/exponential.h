// exp, expm1, tanh and sigmoid.
#pragma once

#include "pair.h"
#pragma STDC FP_CONTRACT OFF

// MARK: exp

// exp(x) = 2^k exp(rest + low), |rest| <= 0.3466, |low| < 2^-54;
// exp(rest) = 1 + rest + tail, tail = rest^2 / 2 + rest^3 cubic.
typedef struct {
  uint64_t k;
  double rest;
  double low;
  double tail;
  double cubic;
} reprise_exp_parts;

// |x| <= 746. The 42-bit upper part of log 2 makes k * it exact, and the difference from x as well.
// Adding 1.5 * 2^52 rounds to an integer; the 1023 saves adding the exponent's bias to k later.
REPRISE_INLINE reprise_exp_parts reprise_exp_reduced(double x) {
  const double round = 0x1.8p52 + 1023;
  double shifted = x * 0x1.71547652b82fep0 + round;
  double k = shifted - round;
  double upper = x - k * 0x1.62e42fefa38p-1;
  double lower = k * 0x1.ef35793c7673p-45;
  double r = upper - lower;
  // (exp(r) - 1 - r) / r^2 on [-0.34658, 0.34658]; exp's relative error 2^-61.9.
  // In three groups of four, for short chains; the largest terms by Horner's rule, for a small error.
  double r2 = r * r;
  double r4 = r2 * r2;
  double p0 = (0x1.5555555555557p-3 + 0x1.5555555555557p-5 * r)
      + r2 * (0x1.1111111110051p-7 + 0x1.6c16c16c156a5p-10 * r);
  double p4 = (0x1.a01a01ac1dc6cp-13 + 0x1.a01a01ab9879cp-16 * r)
      + r2 * (0x1.71de01adc10d7p-19 + 0x1.27e4cfaf3f683p-22 * r);
  double p8 = 0x1.af4ec8740abe4p-26 + 0x1.1f86f02da584bp-29 * r;
  double cubic = p0 + r4 * (p4 + r4 * p8);
  return (reprise_exp_parts){
      .k = reprise_bits64(shifted) - reprise_bits64(round),
      .rest = r,
      .low = (upper - r) - lower,
      .tail = r2 * (0.5 + r * cubic),
      .cubic = cubic};
}

REPRISE_INLINE double reprise_exp(double x) {
  x = x > 710 ? 710 : x;
  x = x < -746 ? -746 : x;
  reprise_exp_parts e = reprise_exp_reduced(x);
  reprise_pair sum = reprise_fast_two_sum(1, e.rest);
  return reprise_scale(sum.high + (sum.low + (e.tail + e.low)), e.k);
}

// exp for -110 <= x <= 110, relative error below 2^-52.
REPRISE_INLINE double reprise_exp_narrow(double x) {
  reprise_exp_parts e = reprise_exp_reduced(x);
  return (1 + (e.rest + e.tail)) * reprise_power_of_two(e.k);
}

// expm1 for -110 <= x <= 110, relative error below 2^-51.
REPRISE_INLINE double reprise_expm1_narrow(double x) {
  reprise_exp_parts e = reprise_exp_reduced(x);
  double scale = reprise_power_of_two(e.k);
  return (e.rest + e.tail) * scale + (scale - 1);
}

// The functions `..._wide` give the Double that the Float function rounds once.

REPRISE_INLINE double reprise_expf_wide(float x) {
  float a = x > 90 ? 90 : x;
  a = a < -110 ? -110 : a;
  return reprise_exp_narrow((double)a);
}

REPRISE_INLINE float reprise_expf(float x) { return (float)reprise_expf_wide(x); }

// MARK: expm1

// expm1(x) = 2^k (high + low), |x| <= 710; k in `*k`.
REPRISE_INLINE reprise_pair reprise_expm1_pair(double x, uint64_t *k) {
  reprise_exp_parts e = reprise_exp_reduced(x);
  // Beyond 2^60 the one no longer counts, and 2^-k might not exist.
  double minus_one = x > 42 ? 0 : -reprise_power_of_two(0 - e.k);
  reprise_pair one = reprise_fast_two_sum(1, minus_one);
  reprise_pair sum = reprise_two_sum(one.high, e.rest);
  // At k = 1 most of 1 - 2^-k + rest cancels, so that half the square is needed exactly.
  reprise_pair square = reprise_two_product(e.rest, e.rest);
  reprise_pair total = reprise_two_sum(sum.high, 0.5 * square.high);
  double small = 0.5 * square.low + (e.rest * (square.high * e.cubic) + (e.low + e.low * e.rest));
  *k = e.k;
  return reprise_fast_two_sum(total.high, (one.low + sum.low) + (total.low + small));
}

REPRISE_INLINE double reprise_expm1(double x) {
  double a = x > 710 ? 710 : x;
  a = a < -50 ? -50 : a;
  uint64_t k;
  reprise_pair y = reprise_expm1_pair(a, &k);
  return reprise_with_sign_of(reprise_scale(y.high, k), x);
}

REPRISE_INLINE double reprise_expm1f_wide(float x) {
  float a = x > 90 ? 90 : x;
  a = a < -110 ? -110 : a;
  return reprise_with_sign_of(reprise_expm1_narrow((double)a), (double)x);
}

REPRISE_INLINE float reprise_expm1f(float x) { return (float)reprise_expm1f_wide(x); }

// MARK: tanh

// tanh|x| = expm1(2|x|) / (expm1(2|x|) + 2): no cancellation, and 1 to the last bit from 20 on.
REPRISE_INLINE double reprise_tanh(double x) {
  double a = reprise_magnitude(x);
  double bounded = a > 20 ? 20 : a;
  uint64_t k;
  reprise_pair n = reprise_expm1_pair(bounded + bounded, &k);
  double scale = reprise_power_of_two(k);
  n.high *= scale;
  n.low *= scale;
  reprise_pair d = reprise_two_sum(2, n.high);
  d.low += n.low;
  double y = reprise_quotient(n, d);
  // The quotient's remainder would underflow; x^2 / 3 is below 2^-61 here.
  y = a < 0x1p-30 ? a : y;
  return reprise_with_sign_of(y, x);
}

REPRISE_INLINE double reprise_tanhf_wide(float x) {
  double a = reprise_magnitude((double)x);
  a = a > 20 ? 20 : a;
  double n = reprise_expm1_narrow(a + a);
  return reprise_with_sign_of(n / (n + 2), (double)x);
}

REPRISE_INLINE float reprise_tanhf(float x) { return (float)reprise_tanhf_wide(x); }

// MARK: sigmoid

// 1 / (1 + z) for x >= 0 and z / (1 + z) below, z = exp(-|x|).
REPRISE_INLINE double reprise_sigmoid(double x) {
  double a = reprise_magnitude(x);
  a = a > 45 ? 45 : a;
  reprise_exp_parts e = reprise_exp_reduced(-a);
  reprise_pair sum = reprise_fast_two_sum(1, e.rest);
  reprise_pair z = reprise_fast_two_sum(sum.high, sum.low + (e.tail + e.low));
  double scale = reprise_power_of_two(e.k);
  z.high *= scale;
  z.low *= scale;
  reprise_pair d = reprise_fast_two_sum(1, z.high);
  d.low += z.low;
  reprise_pair n = {x < 0 ? z.high : 1, x < 0 ? z.low : 0};
  double y = reprise_quotient(n, d);
  // Here z / (1 + z) is z to within exp(-40) = 2^-57.7.
  return x < -40 ? reprise_exp(x) : y;
}

// Near 0 the sigmoid is 1/2 + x/4 - x^3/48 + ..., and for many x the first two terms are a rounding boundary:
// only the third, which may be too small for a Double, decides. Any step toward 1/2 that a Double can hold
// stands for it, as long as it is smaller than the boundary's distance from all other x.
//
// Elsewhere e / (1 + e) rather than 1 / (1 + 1/e): the errors are alike, but the sigmoid of -0x1.250c02p-10
// is 2^-56 from a boundary, and the other form's Double falls upon it.
REPRISE_INLINE double reprise_sigmoidf_wide(float x) {
  float a = x > 110 ? 110 : x;
  a = a < -110 ? -110 : a;
  double wide = (double)a;
  double e = reprise_exp_narrow(wide);
  double y = e / (1 + e);
  double near = 0.5 + wide * (0.25 - 0x1p-29);
  return reprise_magnitude(wide) < 0x1p-12 ? near : y;
}

REPRISE_INLINE float reprise_sigmoidf(float x) { return (float)reprise_sigmoidf_wide(x); }
