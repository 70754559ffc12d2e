#pragma once

// What the cases are made of: inputs of a scalar type that is known at run time only, room for results, and the digest
// of what was computed.

#include <string.h>

#include "CKernels.h"

typedef enum numbers {
  PLAIN,  // 2^-6 <= |x| < 8, any mantissa: what a wrong order or a missing rounding changes
  TINY,   // subnormal numbers, numbers whose products are, and plain ones
  WILD,   // any bits, every fourth one of the edges: zeros, ends of the ranges, infinities, NaNs
} numbers;

typedef struct bench {
  const reprise_kernels *kernels;
  reprise_scalar scalar;
  numbers kind;     // of the inputs
  uint64_t state;   // of the generator of inputs
  uint64_t digest;  // of what was recorded
  void *workspace;
  unsigned char *memory;
  size_t used;
} bench;

// Bytes for one case's inputs and results.
enum { BENCH_MEMORY = 8 << 20 };

static inline size_t element_bytes(const bench *b) { return b->scalar == REPRISE_F32 ? 4 : 8; }

// MARK: Draws

// SplitMix64.
static inline uint64_t word(bench *b) {
  uint64_t z = b->state += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

static inline int flip(bench *b) { return (int)(word(b) >> 63); }

static inline size_t between(bench *b, size_t least, size_t most) { return least + word(b) % (most - least + 1); }

// The bits of a number of a kind.
static uint64_t number_bits(bench *b, numbers kind) {
  const int is_float = b->scalar == REPRISE_F32, fraction = is_float ? 23 : 52;
  const uint64_t bias = is_float ? 127 : 1023, one = (uint64_t)1 << fraction, infinity = (2 * bias + 1) * one;
  const uint64_t bits = word(b), choice = word(b);
  const uint64_t sign = (bits >> 63) * (infinity + one), mantissa = bits & (one - 1);
  const uint64_t edges[] = {0,    1, one - 1, one, bias * one, infinity - 1, infinity, infinity + one / 2,
                            infinity + 1};
  if (kind == WILD && choice % 4 == 0) return sign | edges[choice / 4 % (sizeof edges / sizeof *edges)];
  if (kind == WILD) return is_float ? bits & 0xffffffff : bits;
  uint64_t exponent = bias - 6 + choice / 4 % 9;
  if (kind == TINY && choice % 3 == 0) exponent = choice / 4 % 4;
  if (kind == TINY && choice % 3 == 1) exponent = bias / 2 - 12 + choice / 4 % 32;
  return sign | exponent << fraction | mantissa;
}

// MARK: Memory

// Room for n elements, holding NaNs.
static void *room(bench *b, size_t n) {
  const size_t bytes = (n * element_bytes(b) + 127) / 64 * 64;
  if (BENCH_MEMORY - b->used < bytes) __builtin_trap();
  void *const p = b->memory + b->used;
  b->used += bytes;
  return memset(p, 0xff, bytes);
}

static inline void *element(const bench *b, const void *p, size_t i) {
  return (unsigned char *)(uintptr_t)p + i * element_bytes(b);
}

static uint64_t bits_at(const bench *b, const void *p, size_t i) {
  uint32_t narrow = 0;
  uint64_t wide = 0;
  if (b->scalar == REPRISE_F64)
    memcpy(&wide, element(b, p, i), sizeof wide);
  else
    memcpy(&narrow, element(b, p, i), sizeof narrow);
  return wide | narrow;
}

static void set_bits(const bench *b, void *p, size_t i, uint64_t bits) {
  const uint32_t narrow = (uint32_t)bits;
  if (b->scalar == REPRISE_F64)
    memcpy(element(b, p, i), &bits, sizeof bits);
  else
    memcpy(element(b, p, i), &narrow, sizeof narrow);
}

// n numbers of the case's kind.
static void *values(bench *b, size_t n) {
  void *const p = room(b, n);
  for (size_t i = 0; i < n; i++) set_bits(b, p, i, number_bits(b, b->kind));
  return p;
}

// The same without their signs.
static void *magnitudes(bench *b, size_t n) {
  void *const p = values(b, n);
  const uint64_t sign = (uint64_t)1 << (8 * element_bytes(b) - 1);
  for (size_t i = 0; i < n; i++) set_bits(b, p, i, bits_at(b, p, i) & ~sign);
  return p;
}

// A plain number of the scalar type.
static double number(bench *b) {
  const uint64_t bits = number_bits(b, PLAIN);
  float narrow;
  double wide;
  memcpy(&wide, &bits, sizeof wide);
  if (b->scalar == REPRISE_F64) return wide;
  memcpy(&narrow, &(uint32_t){(uint32_t)bits}, sizeof narrow);
  return (double)narrow;
}

// One of at least 2^-6.
static double positive(bench *b) { return __builtin_fabs(number(b)); }

static uint8_t *bytes_below(bench *b, size_t n, size_t bound) {
  uint8_t *const p = room(b, n);
  for (size_t i = 0; i < n; i++) p[i] = (uint8_t)between(b, 0, bound - 1);
  return p;
}

// MARK: The digest

static void record_byte(bench *b, uint8_t byte) { b->digest = (b->digest ^ byte) * 0x100000001b3; }

static void record_word(bench *b, uint64_t word, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) record_byte(b, (uint8_t)(word >> 8 * i));
}

static void record(bench *b, const void *x, size_t n) {
  const size_t bytes = element_bytes(b);
  const uint64_t infinity = bytes == 4 ? 0x7f800000 : 0x7ff0000000000000, nan = bytes == 4 ? 0x7fc00000 : 0x7ff8000000000000;
  for (size_t i = 0; i < n; i++) {
    const uint64_t bits = bits_at(b, x, i), magnitude = bits & (bytes == 4 ? 0x7fffffff : 0x7fffffffffffffff);
    record_word(b, magnitude > infinity ? nan : bits, bytes);
  }
}

static void record_double(bench *b, double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  record_word(b, x == x ? bits : 0x7ff8000000000000, sizeof bits);
}

static void record_bytes(bench *b, const uint8_t *bytes, size_t n) {
  for (size_t i = 0; i < n; i++) record_byte(b, bytes[i]);
}
