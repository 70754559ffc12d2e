// Activations, the elementary functions over arrays, dropout and the sum of two values.

// MARK: Elementary functions over arrays

#define ELEMENTARY_KERNEL(kernel, FUNCTION)                        \
  static void NAME(kernel)(void *to, const void *from, size_t n) { \
    T *restrict y = to;                                            \
    const T *restrict x = from;                                    \
    for (size_t i = 0; i < n; i++) y[i] = FUNCTION(x[i]);          \
  }

ELEMENTARY_KERNEL(exp_array, EXP)
ELEMENTARY_KERNEL(expm1_array, EXPM1)
ELEMENTARY_KERNEL(log_array, LOG)
ELEMENTARY_KERNEL(log1p_array, LOG1P)
ELEMENTARY_KERNEL(tanh_array, TANH)
ELEMENTARY_KERNEL(sigmoid_array, SIGMOID)
#undef ELEMENTARY_KERNEL

// sin and cos reduce arguments from 2^20 on in another way, which does not vectorise. A stretch of elements
// without any such argument takes the same steps as the general function, without its branches.
#define ANGLE_KERNEL(kernel, FUNCTION, NEAR)                       \
  static void NAME(kernel)(void *to, const void *from, size_t n) { \
    T *restrict y = to;                                            \
    const T *restrict x = from;                                    \
    for (size_t start = 0; start < n; start += 64) {               \
      const size_t end = n - start < 64 ? n : start + 64;          \
      int far = 0;                                                 \
      for (size_t i = start; i < end; i++)                         \
        far |= !(x[i] < (T)0x1p20) | !(x[i] > (T)-0x1p20);         \
      if (far)                                                     \
        for (size_t i = start; i < end; i++) y[i] = FUNCTION(x[i]); \
      else                                                         \
        for (size_t i = start; i < end; i++) y[i] = NEAR(x[i]);    \
    }                                                              \
  }

ANGLE_KERNEL(sin_array, SIN, SIN_NEAR)
ANGLE_KERNEL(cos_array, COS, COS_NEAR)
#undef ANGLE_KERNEL

// MARK: Activations

static void NAME(leaky_relu)(void *to, const void *from, double slope, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  const T factor = (T)slope;
  for (size_t i = 0; i < n; i++) {
    const T scaled = x[i] * factor;
    y[i] = x[i] > 0 ? x[i] : scaled;
  }
}

static void NAME(leaky_relu_backward)(void *to, const void *input, const void *gradient, double slope, size_t n) {
  T *restrict dx = to;
  const T *restrict x = input, *restrict dy = gradient;
  const T factor = (T)slope;
  for (size_t i = 0; i < n; i++) {
    const T scaled = dy[i] * factor;
    dx[i] = x[i] > 0 ? dy[i] : scaled;
  }
}

static void NAME(sigmoid_backward)(void *to, const void *output, const void *gradient, size_t n) {
  T *restrict dx = to;
  const T *restrict y = output, *restrict dy = gradient;
  for (size_t i = 0; i < n; i++) dx[i] = (dy[i] * (1 - y[i])) * y[i];
}

static void NAME(tanh_backward)(void *to, const void *output, const void *gradient, size_t n) {
  T *restrict dx = to;
  const T *restrict y = output, *restrict dy = gradient;
  for (size_t i = 0; i < n; i++) {
    const T square = y[i] * y[i];
    dx[i] = dy[i] * (1 - square);
  }
}

// MARK: Sum, dropout

static void NAME(add_two)(void *to, const void *first, const void *second, size_t n) {
  T *restrict y = to;
  const T *a = first, *b = second;
  for (size_t i = 0; i < n; i++) y[i] = a[i] + b[i];
}

static void NAME(apply_mask)(void *to, const void *from, const uint8_t *restrict mask, double scale, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  const T kept = (T)scale;
  for (size_t i = 0; i < n; i++) y[i] = x[i] * (mask[i] ? kept : (T)0);
}

// The same for every scalar type.
#if !defined(REPRISE_PHILOX_DEFINED)
#define REPRISE_PHILOX_DEFINED

// Philox4x32-10 (Salmon et al. 2011, doi:10.1145/2063384.2063405), as RandomStream lays its words out.
static void philox_mask(uint8_t *restrict mask, size_t n, const reprise_philox *stream, uint32_t first_block,
                        uint32_t last_kept) {
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
#endif
