// Fused multiply-add for machines without the instruction, equal to it in every bit.
//
// The contract (numerics, section 1) lets each product of a matrix product enter its chain by one fma. Where
// the hardware has none, these functions give the same bits from + - * and integers alone.
#pragma once

#if !defined(__clang__)
  #error "The kernels need clang: other compilers ignore the pragma that forbids contraction."
#endif
#pragma STDC FP_CONTRACT OFF

#include <stdint.h>

#define REPRISE_INLINE static inline __attribute__((always_inline, unused))

REPRISE_INLINE uint64_t reprise_bits64(double x) {
  uint64_t bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  return bits;
}

REPRISE_INLINE double reprise_double(uint64_t bits) {
  double x;
  __builtin_memcpy(&x, &bits, sizeof x);
  return x;
}

// `sum + error` (with |error| at most half an ulp of `sum`) rounded to odd: cut toward zero to 53 bits, the
// last bit set when anything was cut. Rounding that to 51 bits or fewer gives what rounding the exact value
// would (Boldo & Melquiond 2008, doi:10.1109/TC.2007.70819). A `sum` that is not finite is returned as it is.
REPRISE_INLINE double reprise_round_to_odd(double sum, double error) {
  uint64_t bits = reprise_bits64(sum);
  // Ordered comparisons: `error` is NaN where `sum` is not finite, and then nothing may be adjusted.
  uint64_t inexact = (uint64_t)((error < 0) | (error > 0));
  uint64_t signs_differ = (bits ^ reprise_bits64(error)) >> 63;
  return reprise_double((bits - (inexact & signs_differ)) | inexact);
}

// a * b + c rounded once to Float. Free of branches, so that a loop over it vectorizes on SSE2.
//
// The product of two Floats is exact in Double (48 bits, at least 2^-298), TwoSum gives the sum's exact
// error, and 53 >= 24 + 2 bits rounded to odd then round to Float correctly, subnormal results included.
REPRISE_INLINE float reprise_fmaf_soft(float a, float b, float c) {
  double product = (double)a * (double)b;
  double addend = (double)c;
  double sum = product + addend;
  double shared = sum - product;
  double error = (product - (sum - shared)) + (addend - shared);
  return (float)reprise_round_to_odd(sum, error);
}

// Four of them at once, in vectors.
typedef float reprise_float4 __attribute__((ext_vector_type(4)));
typedef double reprise_double4 __attribute__((ext_vector_type(4)));
typedef uint32_t reprise_words4 __attribute__((ext_vector_type(4)));
typedef uint32_t reprise_words8 __attribute__((ext_vector_type(8)));

// One lane after the other. Seldom needed, so not inlined.
static __attribute__((noinline, cold, unused)) reprise_float4 reprise_fmaf_each4(
    reprise_float4 a, reprise_float4 b, reprise_float4 c) {
  reprise_float4 result;
  for (int lane = 0; lane < 4; lane++) result[lane] = reprise_fmaf_soft(a[lane], b[lane], c[lane]);
  return result;
}

// The Double nearest to the exact sum may be rounded once more unless it lies upon a boundary between two
// Floats: every boundary is a Double, so that rounding to Double never crosses one. A boundary's last 29 bits
// are 10...0 where the Float is normal or overflows; where it is subnormal the general way is taken.
REPRISE_INLINE reprise_float4 reprise_fmaf_soft4(reprise_float4 a, reprise_float4 b, reprise_float4 c) {
  reprise_double4 sum =
      __builtin_convertvector(a, reprise_double4) * __builtin_convertvector(b, reprise_double4)
      + __builtin_convertvector(c, reprise_double4);
  reprise_words8 words = (reprise_words8)sum;
  reprise_words4 lower = __builtin_shufflevector(words, words, 0, 2, 4, 6) & 0x1fffffff;
  reprise_words4 upper = __builtin_shufflevector(words, words, 1, 3, 5, 7) & 0x7fffffff;
  // 38100000: the upper half of 2^-126. A sum other than 0 is at least 2^-298, so that its upper half counts.
  reprise_words4 unsure = (reprise_words4)(lower == 0x10000000) | (reprise_words4)(upper - 1 < 0x380fffff);
  if (__builtin_expect(__builtin_reduce_or(unsure) != 0, 0)) return reprise_fmaf_each4(a, b, c);
  return __builtin_convertvector(sum, reprise_float4);
}

// A finite, non-zero magnitude as mantissa * 2^exponent with 2^52 <= mantissa < 2^53.
typedef struct {
  uint64_t mantissa;
  int exponent;
} reprise_unpacked;

static inline __attribute__((unused)) reprise_unpacked reprise_unpack(double x) {
  uint64_t bits = reprise_bits64(x);
  uint64_t fraction = bits & 0x000fffffffffffff;
  int biased = (int)(bits >> 52 & 0x7ff);
  if (biased == 0) {
    int shift = __builtin_clzll(fraction) - 11;
    return (reprise_unpacked){fraction << shift, -1074 - shift};
  }
  return (reprise_unpacked){fraction | 0x0010000000000000, biased - 1075};
}

// value >> shift, the last bit set when a one was shifted out.
static inline __attribute__((unused)) unsigned __int128 reprise_shift_right_sticky(
    unsigned __int128 value, int shift) {
  if (shift <= 0) return value;
  if (shift > 127) return value != 0;
  unsigned __int128 rest = value & (((unsigned __int128)1 << shift) - 1);
  return value >> shift | (rest != 0);
}

// (-1)^sign * value * 2^exponent rounded to nearest even; value is not zero.
static inline __attribute__((unused)) double reprise_pack(
    uint64_t sign, unsigned __int128 value, int exponent) {
  uint64_t high = (uint64_t)(value >> 64);
  int top = high != 0 ? 127 - __builtin_clzll(high) : 63 - __builtin_clzll((uint64_t)value);
  // The unit of the result's last place: 53 bits, fewer where the result is subnormal.
  int unit = exponent + top - 52;
  if (unit < -1074) unit = -1074;
  int shift = unit - exponent;
  uint64_t kept;
  if (shift <= 0) {
    kept = (uint64_t)(value << -shift);
  } else {
    // Two more bits than are kept, the lower one sticky, decide the rounding.
    unsigned __int128 extended = reprise_shift_right_sticky(value << 1, shift - 1);
    uint64_t low = (uint64_t)extended & 3;
    kept = (uint64_t)(extended >> 2);
    kept += low == 3 || (low == 2 && (kept & 1) != 0);
  }
  if (kept >> 53 != 0) {
    kept >>= 1;
    unit += 1;
  }
  if (kept >> 52 == 0) return reprise_double(sign << 63 | kept);
  if (unit > 971) return reprise_double(sign << 63 | 0x7ff0000000000000);
  return reprise_double(sign << 63 | ((uint64_t)(unit + 1075) << 52) | (kept & 0x000fffffffffffff));
}

// a * b + c rounded once to Double, for all inputs.
static inline __attribute__((unused)) double reprise_fma_soft(double a, double b, double c) {
  const uint64_t infinity = 0x7ff0000000000000;
  int wide_a = (reprise_bits64(a) & infinity) == infinity;
  int wide_b = (reprise_bits64(b) & infinity) == infinity;
  int wide_c = (reprise_bits64(c) & infinity) == infinity;
  if (wide_a || wide_b) return a * b + c;
  // Not a * b + c: the product may overflow and cancel an infinite c.
  if (wide_c) return c + c;
  if (a == 0 || b == 0) return a * b + c;
  // Not a * b + c: a negative product that underflows stays -0.
  if (c == 0) return a * b;

  reprise_unpacked ua = reprise_unpack(a), ub = reprise_unpack(b), uc = reprise_unpack(c);
  uint64_t sign = (reprise_bits64(a) ^ reprise_bits64(b)) >> 63;
  uint64_t sign_c = reprise_bits64(c) >> 63;

  // Both operands with their highest bit at 125: room for a carry, and 20 zero bits or more below.
  unsigned __int128 product = (unsigned __int128)ua.mantissa * ub.mantissa;
  int lift = (product >> 105) != 0 ? 20 : 21;
  product <<= lift;
  int exponent = ua.exponent + ub.exponent - lift;
  unsigned __int128 addend = (unsigned __int128)uc.mantissa << 73;
  int exponent_c = uc.exponent - 73;

  if (exponent_c > exponent || (exponent_c == exponent && addend > product)) {
    unsigned __int128 value = product;
    product = addend;
    addend = value;
    int e = exponent;
    exponent = exponent_c;
    exponent_c = e;
    uint64_t s = sign;
    sign = sign_c;
    sign_c = s;
  }
  // A distance of up to 20 loses nothing; beyond it at most one leading bit cancels: a sticky bit suffices.
  addend = reprise_shift_right_sticky(addend, exponent - exponent_c);
  unsigned __int128 value = sign == sign_c ? product + addend : product - addend;
  if (value == 0) return 0;
  return reprise_pack(sign, value, exponent);
}
