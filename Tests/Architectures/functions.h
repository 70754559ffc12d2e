// What single-functions.h declares, over all bit patterns of a scalar type, a stride apart.

// A prime: about 2^17 Floats.
enum { FLOAT_STRIDE = 32771 };

#define SWEEP(function)                                                                   \
  static void sweep_##function(bench *b) {                                                \
    if (b->scalar == REPRISE_F32)                                                         \
      for (uint64_t bits = 0; bits <= 0xffffffff; bits += FLOAT_STRIDE)                   \
        record_float(b, reprise_float_##function(float_of(bits)));                        \
    else                                                                                  \
      for (uint64_t i = 0; i < DOUBLES; i++)                                              \
        record_double(b, reprise_double_##function(double_of(double_pattern(i))));        \
  }

static float float_of(uint64_t bits) {
  const uint32_t narrow = (uint32_t)bits;
  float x;
  memcpy(&x, &narrow, sizeof x);
  return x;
}

static double double_of(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static void record_float(bench *b, float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  record_word(b, x == x ? bits : 0x7fc00000, sizeof bits);
}

enum { DOUBLES = 1 << 17 };

// Pattern i of `DOUBLES` that lie evenly among all; every second one has an exponent within -40...10 instead, where the
// functions are neither 0 nor infinite nor their argument.
static uint64_t double_pattern(uint64_t i) {
  const uint64_t bits = i * 0x9e3779b97f4a7c15;
  const uint64_t exponent = 1023 - 40 + (bits >> 52) % 51;
  return i % 2 ? (bits & 0x800fffffffffffff) | exponent << 52 : bits;
}

SWEEP(exp)
SWEEP(expm1)
SWEEP(log)
SWEEP(log1p)
SWEEP(tanh)
SWEEP(sigmoid)
SWEEP(sin)
SWEEP(cos)

// The emulated fused multiply-add, of every kind of numbers.
static void sweep_fma(bench *b) {
  for (size_t i = 0; i < 60000; i++) {
    const numbers kind = (numbers)(i % 3);
    const uint64_t x = number_bits(b, kind), y = number_bits(b, kind), z = number_bits(b, kind);
    if (b->scalar == REPRISE_F32)
      record_float(b, reprise_fmaf_soft_exported(float_of(x), float_of(y), float_of(z)));
    else
      record_double(b, reprise_fma_soft_exported(double_of(x), double_of(y), double_of(z)));
  }
}

// Powers of Doubles near 1, as Adam's, and of any; there are none of Floats.
static void sweep_pow_int(bench *b) {
  for (size_t i = 0; i < 20000; i++) {
    const uint64_t bits = number_bits(b, WILD);
    const double base = i % 2 ? double_of(bits) : double_of((bits & 0x001fffffffffffff) + 0x3fe0000000000000);
    record_double(b, reprise_pow_int(base, word(b) >> (20 + word(b) % 44)));
  }
}

#define FUNCTIONS(F) F(exp) F(expm1) F(log) F(log1p) F(tanh) F(sigmoid) F(sin) F(cos) F(fma) F(pow_int)
