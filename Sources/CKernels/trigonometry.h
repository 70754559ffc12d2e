// sin and cos, for every finite argument.
#pragma once

#include "pair.h"
#pragma STDC FP_CONTRACT OFF

// x = n pi/2 + high + low, |high| <= pi/4 (and a rounding); n modulo 4.
typedef struct {
  uint64_t quadrant;
  double high;
  double low;
} reprise_angle;

// Cody and Waite's reduction in four parts of pi/2, 33 bits each: n < 2^20 times a part is exact.
// The rest is good to 2^-130, and no Double comes nearer than 2^-61 to a multiple of pi/2.
REPRISE_INLINE reprise_angle reprise_angle_near(double x) {
  const double round = 0x1.8p52;
  double shifted = x * 0x1.45f306dc9c883p-1 + round;
  double n = shifted - round;
  reprise_pair a = reprise_two_sum(x - n * 0x1.921fb544p0, -(n * 0x1.0b4611a6p-34));
  reprise_pair b = reprise_two_sum(a.high, -(n * 0x1.3198a2ep-69));
  reprise_pair y = reprise_fast_two_sum(b.high, (a.low + b.low) - n * 0x1.b839a252049c1p-104);
  return (reprise_angle){reprise_bits64(shifted), y.high, y.low};
}

// Payne and Hanek's reduction, for 2^20 <= x < infinity: of 2/pi only the 192 bits that reach the quadrant
// and the fraction are multiplied, exactly, with the mantissa. The fraction is then good to 2^-137.
static inline __attribute__((unused)) reprise_angle reprise_angle_far(double x) {
  // 64 zero bits, then the bits of 2/pi after the point.
  static const uint64_t two_over_pi[20] = {
      0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
      0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e,
      0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
      0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
      0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
  };
  uint64_t bits = reprise_bits64(x);
  uint64_t mantissa = (bits & 0x000fffffffffffff) | 0x0010000000000000;
  // x = mantissa * 2^exponent; the window's first bit, times the mantissa's unit, is worth 2.
  int exponent = (int)(bits >> 52) - 1075;
  int start = exponent + 62;
  const uint64_t *word = two_over_pi + start / 64;
  int shift = start % 64;
  uint64_t w[3];
  for (int i = 0; i < 3; i++) {
    // Two shifts, because one by 64 is undefined.
    w[i] = word[i] << shift | (word[i + 1] >> 1) >> (63 - shift);
  }
  unsigned __int128 sum = (unsigned __int128)mantissa * w[2];
  uint64_t p0 = (uint64_t)sum;
  sum = (unsigned __int128)mantissa * w[1] + (uint64_t)(sum >> 64);
  uint64_t p1 = (uint64_t)sum;
  uint64_t p2 = mantissa * w[0] + (uint64_t)(sum >> 64);

  uint64_t quadrant = p2 >> 62;
  unsigned __int128 fraction = ((unsigned __int128)p2 << 64 | p1) << 2 | p0 >> 62;
  p0 <<= 2;
  // A fraction of one half or more belongs, negative, to the next quadrant.
  int negative = (fraction >> 127) != 0;
  if (negative) {
    quadrant += 1;
    fraction = ~fraction;
    p0 = ~p0;
  }
  // At least 2^-61 is left, so that 128 significant bits are there after the shift.
  int zeros = __builtin_clzll((uint64_t)(fraction >> 64) | 1);
  fraction = fraction << zeros | (p0 >> 1) >> (63 - zeros);
  double high = (double)(uint64_t)(fraction >> 75) * reprise_power_of_two((uint64_t)(-53 - zeros));
  double low = (double)(uint64_t)(fraction >> 11) * reprise_power_of_two((uint64_t)(-117 - zeros));
  // Times pi/2.
  reprise_pair product = reprise_two_product(high, 0x1.921fb54442d18p0);
  double rest = product.low + (high * 0x1.1a62633145c07p-54 + low * 0x1.921fb54442d18p0);
  reprise_pair y = reprise_fast_two_sum(product.high, rest);
  return (reprise_angle){quadrant, negative ? -y.high : y.high, negative ? -y.low : y.low};
}

// x >= 0 and finite.
REPRISE_INLINE reprise_angle reprise_angle_reduced(double x) {
  return x < 0x1p20 ? reprise_angle_near(x) : reprise_angle_far(x);
}

// sin(high + low), |high| <= pi/4.
REPRISE_INLINE reprise_pair reprise_sin_reduced(double high, double low) {
  double z = high * high;
  // (sin(r) - r) / r^3 in r^2; sin's relative error 2^-60.8.
  double p = -0x1.8d4c2cd3b305bp-41;
  p = p * z + 0x1.60e5c369cd295p-33;
  p = p * z - 0x1.ae63f7f5d45c5p-26;
  p = p * z + 0x1.71de3a1032ce5p-19;
  p = p * z - 0x1.a01a019fe884cp-13;
  p = p * z + 0x1.111111111101ep-7;
  p = p * z - 0x1.5555555555555p-3;
  return (reprise_pair){high, high * (z * p) + (low - low * (0.5 * z))};
}

// cos(high + low), |high| <= pi/4.
REPRISE_INLINE reprise_pair reprise_cos_reduced(double high, double low) {
  double z = high * high;
  // (cos(r) - 1 + r^2/2) / r^4 in r^2; cos's relative error 2^-60.4.
  double p = -0x1.9073e56374aa6p-37;
  p = p * z + 0x1.1eeb586537317p-29;
  p = p * z - 0x1.27e4fa037cc15p-22;
  p = p * z + 0x1.a01a019f38b6dp-16;
  p = p * z - 0x1.6c16c16c168ccp-10;
  p = p * z + 0x1.5555555555555p-5;
  double half_square = 0.5 * z;
  double difference = 1 - half_square;
  double rest = ((1 - difference) - half_square) + (z * (z * p) - high * low);
  return (reprise_pair){difference, rest};
}

// y, or -y where bit 1 of `quadrants` is set.
REPRISE_INLINE reprise_pair reprise_turned(reprise_pair y, uint64_t quadrants) {
  uint64_t sign = (quadrants << 62) & 0x8000000000000000;
  return (reprise_pair){
      reprise_double(reprise_bits64(y.high) ^ sign), reprise_double(reprise_bits64(y.low) ^ sign)};
}

// a if `first`, else b.
REPRISE_INLINE reprise_pair reprise_selected(uint64_t first, reprise_pair a, reprise_pair b) {
  return (reprise_pair){first != 0 ? a.high : b.high, first != 0 ? a.low : b.low};
}

REPRISE_INLINE reprise_pair reprise_sin_pair(double x) {
  double a = reprise_magnitude(x);
  if (!(a < REPRISE_INFINITY)) return (reprise_pair){x - x, 0};
  reprise_angle r = reprise_angle_reduced(a);
  reprise_pair s = reprise_sin_reduced(r.high, r.low);
  reprise_pair c = reprise_cos_reduced(r.high, r.low);
  return reprise_turned(reprise_selected(r.quadrant & 1, c, s), r.quadrant ^ (reprise_bits64(x) >> 62 & 2));
}

REPRISE_INLINE reprise_pair reprise_cos_pair(double x) {
  double a = reprise_magnitude(x);
  if (!(a < REPRISE_INFINITY)) return (reprise_pair){x - x, 0};
  reprise_angle r = reprise_angle_reduced(a);
  reprise_pair s = reprise_sin_reduced(r.high, r.low);
  reprise_pair c = reprise_cos_reduced(r.high, r.low);
  return reprise_turned(reprise_selected(r.quadrant & 1, s, c), r.quadrant + 1);
}

REPRISE_INLINE double reprise_sin(double x) {
  reprise_pair y = reprise_sin_pair(x);
  return y.high + y.low;
}

REPRISE_INLINE double reprise_cos(double x) {
  reprise_pair y = reprise_cos_pair(x);
  return y.high + y.low;
}

// As for the logarithms, high + low enters the one rounding to Float as a whole: the nearest Double of some
// results lies upon a boundary.
REPRISE_INLINE float reprise_sinf(float x) { return reprise_pair_to_float(reprise_sin_pair((double)x)); }

REPRISE_INLINE float reprise_cosf(float x) { return reprise_pair_to_float(reprise_cos_pair((double)x)); }
