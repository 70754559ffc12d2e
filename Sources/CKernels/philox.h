// Random words on vectors: philox-words.h for 16 blocks at a time, with the layout of counters and keys of
// RandomStream.swift.

static void NAME(philox_mask)(uint8_t *restrict mask, size_t n, const reprise_philox *stream,
                              uint32_t first_block, uint32_t last_kept) {
  const uint32_t site = stream->site, step = stream->step;
  uint32_t keys[2][REPRISE_PHILOX_ROUNDS];
  for (uint32_t round = 0; round < REPRISE_PHILOX_ROUNDS; round++)
    for (int word = 0; word < 2; word++)
      keys[word][round] = stream->key[word] + round * reprise_philox_growth[word];
  enum { BLOCKS = 16 };
  for (size_t start = 0; start < n; start += 4 * BLOCKS) {
    uint32_t c0[BLOCKS], c1[BLOCKS], c2[BLOCKS], c3[BLOCKS];
    for (uint32_t b = 0; b < BLOCKS; b++) {
      c0[b] = first_block + (uint32_t)(start / 4) + b;
      c1[b] = site;
      c2[b] = step;
      c3[b] = 0;
    }
    for (int round = 0; round < REPRISE_PHILOX_ROUNDS; round++) {
      const uint32_t k0 = keys[0][round], k1 = keys[1][round];
      for (int b = 0; b < BLOCKS; b++) {
        const reprise_words next = reprise_philox_round((reprise_words){c0[b], c1[b], c2[b], c3[b]}, k0, k1);
        c0[b] = next.x;
        c1[b] = next.y;
        c2[b] = next.z;
        c3[b] = next.w;
      }
    }
    uint8_t kept[4 * BLOCKS];
    for (int b = 0; b < BLOCKS; b++) {
      kept[4 * b] = c0[b] <= last_kept;
      kept[4 * b + 1] = c1[b] <= last_kept;
      kept[4 * b + 2] = c2[b] <= last_kept;
      kept[4 * b + 3] = c3[b] <= last_kept;
    }
    if (n - start >= sizeof kept)
      __builtin_memcpy(mask + start, kept, sizeof kept);
    else
      for (size_t i = start; i < n; i++) mask[i] = kept[i - start];
  }
}
