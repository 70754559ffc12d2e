// Batch and layer normalization. What is summed over is one ascending chain a channel; a block of channels
// runs side by side in a vector, one lane each, so that no chain waits for its own last addition.

#define BLOCK (64 / BYTES)
#define RUN 64

typedef T NAME(block) __attribute__((ext_vector_type(BLOCK)));
// The same at any address of a T.
typedef T NAME(unaligned_block) __attribute__((ext_vector_type(BLOCK), aligned(BYTES), may_alias));
#define B NAME(block)
#define BLOCK_AT(p) (*(const NAME(unaligned_block) *)(p))

// How the elements of a chain lie: `outer` stretches of `inner` elements, and the distances between them.
typedef struct {
  size_t outer, inner, outer_stride, inner_stride, channel_stride;
} NAME(stretches);

ALWAYS_INLINE NAME(stretches) NAME(stretches_of)(const reprise_channels *s) {
  if (s->positions == 1) return (NAME(stretches)){1, s->samples, 0, s->channels, 1};
  return (NAME(stretches)){s->samples, s->positions, s->channels * s->positions, 1, s->positions};
}

// `run` successive elements of the chains of a block of channels, one row of BLOCK values after another,
// `*stride` apart: in place where channels are adjacent, else transposed into `panel`. Lanes from
// `present` on hold +0.
static __attribute__((noinline)) const T *NAME(rows_of)(T *panel, const T *x, const NAME(stretches) *c,
                                                        size_t present, size_t run, size_t *stride) {
  if (c->channel_stride == 1 && present == BLOCK) {
    *stride = c->inner_stride;
    return x;
  }
  *stride = BLOCK;
  size_t i = 0;
#if VECTOR_BYTES != 0
  if (c->inner_stride == 1) {
    // A stretch of LANES channels at a time: their lines may all fall into one set of the cache.
    for (size_t first = 0; first < BLOCK; first += LANES) {
      const int rows = present <= first ? 0 : present - first < LANES ? (int)(present - first) : LANES;
      const T *from = x + first * c->channel_stride;
      for (i = 0; i + LANES <= run; i += LANES)
        NAME(transpose_block)(panel + i * BLOCK + first, BLOCK, from + i, (ptrdiff_t)c->channel_stride, rows);
    }
  }
#endif
  for (; i < run; i++)
    for (size_t lane = 0; lane < BLOCK; lane++)
      panel[i * BLOCK + lane] = lane < present ? x[lane * c->channel_stride + i * c->inner_stride] : (T)0;
  return panel;
}

// The values of a block's channels, `otherwise` where there are none.
ALWAYS_INLINE void NAME(load_block)(B *to, const T *from, size_t first, size_t present, T otherwise) {
  if (from && present == BLOCK) {
    *to = BLOCK_AT(from + first);
    return;
  }
  for (size_t lane = 0; lane < BLOCK; lane++)
    (*to)[lane] = from && lane < present ? from[first + lane] : otherwise;
}

ALWAYS_INLINE void NAME(store_block)(T *to, const B *from, size_t first, size_t present) {
  if (present == BLOCK) {
    *(NAME(unaligned_block) *)(to + first) = *from;
    return;
  }
  for (size_t lane = 0; lane < present; lane++) to[first + lane] = (*from)[lane];
}

// Does STEP for each chain element of a block in ascending order, with x_row at it.
#define FOR_CHAIN(STEP) FOR_ROWS(, , STEP)
// The same with g_row at dy's element too.
#define FOR_CHAIN_WITH_GRADIENT(STEP)                                                       \
  FOR_ROWS(size_t g_stride;                                                                 \
           const T *g_row = NAME(rows_of)(g_panel, dy + at, &chain, present, run, &g_stride); \
           , g_row += g_stride;, STEP)
#define FOR_ROWS(BEGIN, NEXT, STEP)                                                                       \
  for (size_t outer = 0; outer < chain.outer; outer++)                                                    \
    for (size_t start = 0; start < chain.inner; start += RUN) {                                           \
      const size_t run = chain.inner - start < RUN ? chain.inner - start : RUN;                           \
      const size_t at = outer * chain.outer_stride + start * chain.inner_stride + first * chain.channel_stride; \
      size_t x_stride;                                                                                    \
      const T *x_row = NAME(rows_of)(x_panel, x + at, &chain, present, run, &x_stride);                   \
      BEGIN                                                                                               \
      for (size_t i = 0; i < run; i++, x_row += x_stride) {                                               \
        STEP                                                                                              \
        NEXT                                                                                              \
      }                                                                                                   \
    }

static void NAME(channel_statistics)(void *means, void *variances, const void *values,
                                     const reprise_channels *shape, double scale, size_t begin, size_t end) {
  _Alignas(64) T x_panel[RUN * BLOCK];
  const T *x = values;
  const NAME(stretches) chain = NAME(stretches_of)(shape);
  for (size_t first = begin; first < end; first += BLOCK) {
    const size_t present = end - first < BLOCK ? end - first : BLOCK;
    B sum = (B)(0);
    FOR_CHAIN(sum = sum + BLOCK_AT(x_row);)
    const B mean = sum * (T)scale;
    NAME(store_block)(means, &mean, first, present);
    if (!variances) continue;
    B squares = (B)(0);
    FOR_CHAIN(const B d = BLOCK_AT(x_row) - mean; squares = squares + d * d;)
    const B variance = squares * (T)scale;
    NAME(store_block)(variances, &variance, first, present);
  }
}

static void NAME(deviations)(void *to, const void *variances, double epsilon, size_t n) {
  T *restrict deviation = to;
  const T *restrict v = variances;
  for (size_t i = 0; i < n; i++) deviation[i] = __builtin_elementwise_sqrt(v[i] + (T)epsilon);
}

static void NAME(running_average)(void *average, const void *values, double keep, double momentum, double factor,
                                  size_t n) {
  T *restrict r = average;
  const T *restrict x = values;
  for (size_t i = 0; i < n; i++) r[i] = r[i] * (T)keep + (x[i] * (T)factor) * (T)momentum;
}

static void NAME(normalize_channels)(void *to, const void *values, const void *means, const void *deviations,
                                     const void *weights, const void *biases, const reprise_channels *shape,
                                     size_t begin, size_t end) {
  const T *restrict mean = means, *restrict deviation = deviations;
  const T *restrict gamma = weights, *restrict beta = biases;
  const size_t positions = shape->positions;
  for (size_t n = 0; n < shape->samples; n++) {
    const size_t row = n * shape->channels * positions;
    const T *restrict x = (const T *)values + row;
    T *restrict y = (T *)to + row;
    if (positions == 1) {
      for (size_t c = begin; c < end; c++) y[c] = ((x[c] - mean[c]) / deviation[c]) * gamma[c] + beta[c];
    } else {
      for (size_t c = begin; c < end; c++) {
        const T m = mean[c], s = deviation[c], g = gamma[c], b = beta[c];
        for (size_t p = c * positions; p < (c + 1) * positions; p++) y[p] = ((x[p] - m) / s) * g + b;
      }
    }
  }
}

static void NAME(channel_gradients)(const reprise_channel_gradients *a, size_t begin, size_t end) {
  _Alignas(64) T x_panel[RUN * BLOCK];
  _Alignas(64) T g_panel[RUN * BLOCK];
  const reprise_channels *shape = &a->shape;
  const NAME(stretches) chain = NAME(stretches_of)(shape);
  const T *x = a->x, *dy = a->dy;
  T *dx = a->dx;
  const T scale = (T)a->scale;
  for (size_t first = begin; first < end; first += BLOCK) {
    const size_t present = end - first < BLOCK ? end - first : BLOCK;
    B mean, deviation, gamma, dgamma, dbeta;
    NAME(load_block)(&mean, a->mean, first, present, 0);
    NAME(load_block)(&deviation, a->deviation, first, present, 1);
    NAME(load_block)(&gamma, a->gamma, first, present, 1);
    NAME(load_block)(&dgamma, a->continues_gamma ? a->dgamma : 0, first, present, 0);
    NAME(load_block)(&dbeta, a->continues_beta ? a->dbeta : 0, first, present, 0);
    const B slope = gamma / deviation;
    const B cube = gamma / ((((T)2 * deviation) * deviation) * deviation);
    B s = (B)(0), b = (B)(0), sum = (B)(0);
    if (a->dgamma || a->dbeta) {
      FOR_CHAIN_WITH_GRADIENT(const B value = BLOCK_AT(x_row); const B g = BLOCK_AT(g_row);
                              s = s + g;
                              b = b + (g * (mean - value)) * cube;
                              dgamma = dgamma + ((value - mean) / deviation) * g;
                              dbeta = dbeta + g;)
    } else if (!a->constant_statistics) {
      FOR_CHAIN_WITH_GRADIENT(const B g = BLOCK_AT(g_row);
                              s = s + g;
                              b = b + (g * (mean - BLOCK_AT(x_row))) * cube;)
    }
    if (a->dgamma) NAME(store_block)(a->dgamma, &dgamma, first, present);
    if (a->dbeta) NAME(store_block)(a->dbeta, &dbeta, first, present);
    if (!dx) continue;

    const B tilt = b * scale;
    if (!a->constant_statistics) {
      FOR_CHAIN(B h = tilt * (BLOCK_AT(x_row) - mean); h = h + h; sum = sum + h;)
    }
    const B shift = ((-gamma / deviation) * s - sum) * scale;
    for (size_t n = 0; n < shape->samples; n++) {
      const size_t at = (n * shape->channels + first) * shape->positions;
      const T *value = x + at, *g = dy + at;
      T *to = dx + at;
      if (shape->positions == 1) {
        B values, gradients;
        NAME(load_block)(&values, value, 0, present, 0);
        NAME(load_block)(&gradients, g, 0, present, 0);
        const B h = tilt * (values - mean);
        const B change = a->constant_statistics ? slope * gradients : (slope * gradients + (h + h)) + shift;
        NAME(store_block)(to, &change, 0, present);
        continue;
      }
      for (size_t c = 0; c < present; c++, value += shape->positions, g += shape->positions, to += shape->positions) {
        const T k = slope[c], t = tilt[c], m = mean[c], r = shift[c];
        // dx may be dy itself: each element is read before it is written.
        if (a->constant_statistics) {
#pragma clang loop vectorize(assume_safety)
          for (size_t p = 0; p < shape->positions; p++) to[p] = k * g[p];
        } else {
#pragma clang loop vectorize(assume_safety)
          for (size_t p = 0; p < shape->positions; p++) {
            const T h = t * (value[p] - m);
            to[p] = (k * g[p] + (h + h)) + r;
          }
        }
      }
    }
  }
}

static void NAME(normalize_rows)(void *to, const void *values, const void *means, const void *deviations,
                                 const void *weights, const void *biases, size_t rows, size_t columns) {
  const T *restrict mean = means, *restrict deviation = deviations;
  const T *restrict gamma = weights, *restrict beta = biases;
  for (size_t i = 0; i < rows; i++) {
    const T *restrict x = (const T *)values + i * columns;
    T *restrict y = (T *)to + i * columns;
    const T m = mean[i], s = deviation[i];
    if (gamma)
      for (size_t j = 0; j < columns; j++) y[j] = ((x[j] - m) / s) * gamma[j] + beta[j];
    else
      for (size_t j = 0; j < columns; j++) y[j] = (x[j] - m) / s;
  }
}

static void NAME(sum_normalized)(void *to, const void *values, const void *means, const void *deviations,
                                 const void *gradients, size_t rows, size_t columns, size_t stride, int continues) {
  T *restrict total = to;
  const T *restrict mean = means, *restrict deviation = deviations;
  if (!continues)
    for (size_t j = 0; j < columns; j++) total[j] = 0;
  for (size_t i = 0; i < rows; i++) {
    const T *restrict x = (const T *)values + i * stride, *restrict g = (const T *)gradients + i * stride;
    const T m = mean[i], s = deviation[i];
    for (size_t j = 0; j < columns; j++) total[j] = total[j] + ((x[j] - m) / s) * g[j];
  }
}

static void NAME(multiply_rows)(void *to, const void *values, const void *factors, size_t rows, size_t columns) {
  const T *restrict factor = factors;
  for (size_t i = 0; i < rows; i++) {
    const T *restrict x = (const T *)values + i * columns;
    T *restrict y = (T *)to + i * columns;
    for (size_t j = 0; j < columns; j++) y[j] = x[j] * factor[j];
  }
}

#undef FOR_ROWS
#undef FOR_CHAIN_WITH_GRADIENT
#undef FOR_CHAIN
#undef BLOCK_AT
#undef B
#undef RUN
#undef BLOCK
