#pragma once

#include <stdint.h>

// Philox4x32 with ten rounds: a stateless function from a counter and a key to four random words.
//
// Each round multiplies counter words 0 and 2 by two constants, keeps both halves of the 64-bit products and mixes
// them with the other two words and the key; the key grows by two constants from round to round. Any counter can be
// evaluated on its own, in any order, on any thread.
//
// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011,
// doi:10.1145/2063384.2063405.

enum { REPRISE_PHILOX_ROUNDS = 10 };

/// Words 0 to 3 of a counter, or of what is made from it.
typedef struct reprise_words {
  uint32_t x, y, z, w;
} reprise_words;

/// What is added to word 0 and to word 1 of the key from each round to the next.
static const uint32_t reprise_philox_growth[2] = {0x9E3779B9u, 0xBB67AE85u};

/// One round.
static inline __attribute__((always_inline)) reprise_words reprise_philox_round(reprise_words c, uint32_t k0,
                                                                               uint32_t k1) {
  const uint64_t first = (uint64_t)c.x * 0xD2511F53u;
  const uint64_t second = (uint64_t)c.z * 0xCD9E8D57u;
  return (reprise_words){(uint32_t)(second >> 32) ^ c.y ^ k0, (uint32_t)second, (uint32_t)(first >> 32) ^ c.w ^ k1,
                         (uint32_t)first};
}

/// The four words of a counter under a key.
static inline __attribute__((always_inline)) reprise_words reprise_philox_words(reprise_words c, uint32_t k0,
                                                                               uint32_t k1) {
#pragma clang loop unroll(full)
  for (int round = 0; round < REPRISE_PHILOX_ROUNDS; round++) {
    c = reprise_philox_round(c, k0, k1);
    k0 += reprise_philox_growth[0];
    k1 += reprise_philox_growth[1];
  }
  return c;
}
