#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { BLOCK = 4096 };

// What one function makes of a block of inputs, all as bit patterns of Floats.
typedef struct {
  uint32_t input[BLOCK];
  uint32_t result[BLOCK];
  // The Double kernel's result less and plus its error bound, rounded: where both are `result`, so is the
  // exact value rounded (Ziv's test).
  uint32_t below[BLOCK];
  uint32_t above[BLOCK];
} block;

typedef struct {
  const char *name;
  // `units` widens the bound to that many times 2^-53 of the value, if it is smaller.
  void (*examine)(block *b, double units);
  // True where the value is exact or none: `*expected` is then the right result, any NaN for NaN.
  bool (*edge)(float x, float *expected);
  // The platform's 64-bit mantissa, as a second opinion.
  long double (*reference)(long double x);
} function;

extern const function functions[];
extern const int function_count;

// The function of that name, or null.
const function *function_named(const char *name);

static inline float float_from(uint32_t bits) {
  float x;
  __builtin_memcpy(&x, &bits, sizeof x);
  return x;
}

static inline uint32_t bits_of(float x) {
  uint32_t bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  return bits;
}

// Equal bits, or both NaN.
static inline bool same(uint32_t a, uint32_t b) {
  return a == b || ((a & 0x7fffffff) > 0x7f800000 && (b & 0x7fffffff) > 0x7f800000);
}
