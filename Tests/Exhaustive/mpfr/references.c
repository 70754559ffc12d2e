// Writes Double references, `function,input,nearest` in bits, for Tests/TensorsTests/Elementary. Not part of
// the build:
//
//   clang -O2 Tests/Exhaustive/mpfr/references.c -lmpfr -o references && ./references
//
// A correct Double function, within one unit of the last place, is at most one Double away from `nearest`.

#include <inttypes.h>
#include <mpfr.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef int (*operation)(mpfr_t y, const mpfr_t x, mpfr_rnd_t rounding);

static uint64_t state = 20240229;

static uint64_t random_bits(void) {
  uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

static int sigmoid(mpfr_t y, const mpfr_t x, mpfr_rnd_t rounding) {
  mpfr_neg(y, x, rounding);
  mpfr_exp(y, y, rounding);
  mpfr_add_ui(y, y, 1, rounding);
  return mpfr_ui_div(y, 1, y, rounding);
}

static const struct {
  const char *name;
  operation evaluate;
  double lowest, highest;
} functions[] = {
    {"exp", mpfr_exp, -746, 710},  {"expm1", mpfr_expm1, -40, 710}, {"tanh", mpfr_tanh, -20, 20},
    {"sigmoid", sigmoid, -746, 40}, {"log", mpfr_log, 0, 100},       {"log1p", mpfr_log1p, -1, 100},
    {"sin", mpfr_sin, -1e7, 1e7},   {"cos", mpfr_cos, -1e7, 1e7},
};

static double double_from(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static uint64_t bits_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

// Any bits; small; in the function's range; near 1; next to a multiple of pi/2.
static double argument(int kind, double lowest, double highest) {
  uint64_t bits = random_bits();
  double unit = (double)(bits >> 11) * 0x1p-53;
  switch (kind % 5) {
    case 0: return double_from(bits);
    case 1: return double_from((bits & 0x800fffffffffffff) | (uint64_t)(983 + bits % 43) << 52);
    case 2: return lowest + unit * (highest - lowest);
    case 3: return 1 + (unit - 0.5) / (double)((uint64_t)1 << bits % 40);
    default: {
      double multiple = (double)(bits >> (24 + bits % 40)) * 1.5707963267948966;
      return double_from(bits_of(multiple) + bits % 5 - 2);
    }
  }
}

int main(void) {
  mpfr_t x, y;
  mpfr_init2(x, 53);
  mpfr_init2(y, 400);
  puts("# Double references, decided with MPFR at 400 bits by Tests/Exhaustive/mpfr/references.c.");
  puts("# Bits of the argument, and of the Double nearest to the function's value.");
  puts("function,input,nearest");
  for (int f = 0; f < 8; f++) {
    for (int i = 0; i < 60; i++) {
      double value = argument(i, functions[f].lowest, functions[f].highest);
      mpfr_set_d(x, value, MPFR_RNDN);
      functions[f].evaluate(y, x, MPFR_RNDN);
      if (!mpfr_number_p(x) || !mpfr_number_p(y)) continue;
      double nearest = mpfr_get_d(y, MPFR_RNDN);
      printf("%s,%016" PRIx64 ",%016" PRIx64 "\n", functions[f].name, bits_of(value), bits_of(nearest));
    }
  }
  return 0;
}
