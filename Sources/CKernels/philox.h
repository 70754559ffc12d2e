// Random words on vectors: Philox4x32-10 of RandomStream.swift, whose layout of counters and keys this is, for 16
// blocks at a time.

static void NAME(philox_mask)(uint8_t *restrict mask, size_t n, const reprise_philox *stream,
                              uint32_t first_block, uint32_t last_kept) {
  const uint32_t site = stream->site, step = stream->step;
  uint32_t keys[2][10];
  for (uint32_t round = 0; round < 10; round++) {
    keys[0][round] = stream->key[0] + round * 0x9E3779B9u;
    keys[1][round] = stream->key[1] + round * 0xBB67AE85u;
  }
  enum { BLOCKS = 16 };
  for (size_t start = 0; start < n; start += 4 * BLOCKS) {
    uint32_t c0[BLOCKS], c1[BLOCKS], c2[BLOCKS], c3[BLOCKS];
    for (uint32_t b = 0; b < BLOCKS; b++) {
      c0[b] = first_block + (uint32_t)(start / 4) + b;
      c1[b] = site;
      c2[b] = step;
      c3[b] = 0;
    }
    for (int round = 0; round < 10; round++) {
      const uint32_t k0 = keys[0][round], k1 = keys[1][round];
      for (int b = 0; b < BLOCKS; b++) {
        const uint64_t first = (uint64_t)c0[b] * 0xD2511F53u;
        const uint64_t second = (uint64_t)c2[b] * 0xCD9E8D57u;
        c0[b] = (uint32_t)(second >> 32) ^ c1[b] ^ k0;
        c1[b] = (uint32_t)second;
        c2[b] = (uint32_t)(first >> 32) ^ c3[b] ^ k1;
        c3[b] = (uint32_t)first;
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
