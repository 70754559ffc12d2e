// Cases of the kernels that go over rows, channels and planes. `n` is the length of a row, or of a channel.

// MARK: sums.h

static void case_sum_rows(bench *b, size_t n) {
  const size_t rows = between(b, 0, 9), stride = n + between(b, 0, 3);
  void *const x = values(b, rows * stride), *const total = values(b, n);
  b->kernels->sum_rows(total, x, rows, n, stride, flip(b));
  record(b, total, n);
}

// MARK: losses.h

static uint8_t *targets(bench *b, size_t rows, size_t classes) {
  return bytes_below(b, rows, classes < 256 ? classes : 256);
}

static void case_cross_entropy(bench *b, size_t n) {
  if (n == 0) return;
  const size_t rows = between(b, 1, 5);
  void *const logits = values(b, rows * n), *const softmax = room(b, rows * n), *const loss = room(b, rows);
  b->kernels->cross_entropy(softmax, loss, logits, targets(b, rows, n), rows, n);
  record(b, softmax, rows * n);
  record(b, loss, rows);
}

static void case_cross_entropy_backward(bench *b, size_t n) {
  if (n == 0) return;
  const size_t rows = between(b, 1, 5);
  void *const softmax = values(b, rows * n), *const dx = room(b, rows * n);
  uint8_t *const classes = targets(b, rows, n);
  b->kernels->cross_entropy_backward(dx, softmax, classes, number(b), rows, n);
  record(b, dx, rows * n);
}

static void case_count_hits(bench *b, size_t n) {
  if (n == 0) return;
  const size_t rows = between(b, 1, 9);
  void *const x = values(b, rows * n);
  record_word(b, b->kernels->count_hits(x, targets(b, rows, n), rows, n), 8);
}

// Either values as targets or classes.
typedef struct soft_targets {
  const void *values;
  const uint8_t *classes;
} soft_targets;

static soft_targets soft(bench *b, size_t rows, size_t columns) {
  if (flip(b)) return (soft_targets){.values = magnitudes(b, rows * columns)};
  return (soft_targets){.classes = targets(b, rows, columns)};
}

static void case_soft_cross_entropy(bench *b, size_t n) {
  if (n == 0) return;
  const size_t rows = between(b, 1, 5);
  void *const logits = values(b, rows * n), *const softmax = room(b, rows * n), *const loss = room(b, rows);
  const soft_targets t = soft(b, rows, n);
  const double keep = number(b), add = number(b);
  b->kernels->soft_cross_entropy(softmax, loss, logits, t.values, t.classes, keep, add, rows, n);
  record(b, softmax, rows * n);
  record(b, loss, rows);
}

static void case_soft_cross_entropy_backward(bench *b, size_t n) {
  if (n == 0) return;
  const size_t rows = between(b, 1, 5);
  void *const softmax = values(b, rows * n), *const dx = room(b, rows * n);
  const soft_targets t = soft(b, rows, n);
  const double keep = number(b), add = number(b), scale = number(b);
  b->kernels->soft_cross_entropy_backward(dx, softmax, t.values, t.classes, keep, add, scale, rows, n);
  record(b, dx, rows * n);
}

#define COMPARISON(kernel, inputs)                                                                     \
  static void case_##kernel(bench *b, size_t n) {                                                      \
    if (n == 0) return;                                                                                \
    const size_t rows = between(b, 1, 5);                                                              \
    void *const x = inputs(b, rows * n), *const e = room(b, rows * n), *const loss = room(b, rows);     \
    const soft_targets t = soft(b, rows, n);                                                           \
    b->kernels->kernel(e, loss, x, t.values, t.classes, number(b), rows, n);                           \
    record(b, e, rows * n);                                                                            \
    record(b, loss, rows);                                                                             \
  }                                                                                                    \
  static void case_##kernel##_backward(bench *b, size_t n) {                                           \
    if (n == 0) return;                                                                                \
    const size_t rows = between(b, 1, 5);                                                              \
    void *const x = inputs(b, rows * n), *const dx = room(b, rows * n);                                \
    const soft_targets t = soft(b, rows, n);                                                           \
    b->kernels->kernel##_backward(dx, x, t.values, t.classes, number(b), rows, n);                     \
    record(b, dx, rows * n);                                                                           \
  }
COMPARISON(squared_error, values)
COMPARISON(binary_cross_entropy, magnitudes)

// MARK: normalization.h

// Samples of `n` positions, or of one position and n channels.
static reprise_channels channels(bench *b, size_t n) {
  const size_t samples = between(b, 1, 4), some = between(b, 1, 20);
  if (flip(b)) return (reprise_channels){.samples = samples, .channels = n, .positions = 1};
  return (reprise_channels){.samples = samples, .channels = some, .positions = n};
}

static size_t value_count(const reprise_channels *shape) {
  return shape->samples * shape->channels * shape->positions;
}

// Where channels may be divided between two calls: whole blocks of either scalar type.
static size_t middle(size_t channels) { return channels / 32 * 16; }

static void case_channel_statistics(bench *b, size_t n) {
  const reprise_channels shape = channels(b, n);
  const size_t count = shape.channels, half = middle(count);
  void *const x = values(b, value_count(&shape)), *const mean = room(b, count), *const variance = room(b, count);
  const double scale = number(b);
  b->kernels->channel_statistics(mean, variance, x, &shape, scale, 0, half);
  b->kernels->channel_statistics(mean, flip(b) ? variance : NULL, x, &shape, scale, half, count);
  record(b, mean, count);
  record(b, variance, count);
}

static void case_deviations(bench *b, size_t n) {
  void *const variance = magnitudes(b, n), *const deviation = room(b, n);
  b->kernels->deviations(deviation, variance, positive(b), n);
  record(b, deviation, n);
}

static void case_running_average(bench *b, size_t n) {
  void *const r = values(b, n), *const x = values(b, n);
  const double keep = number(b), momentum = number(b), factor = number(b);
  b->kernels->running_average(r, x, keep, momentum, factor, n);
  record(b, r, n);
}

static void case_normalize_channels(bench *b, size_t n) {
  const reprise_channels shape = channels(b, n);
  const size_t count = value_count(&shape), half = middle(shape.channels);
  void *const x = values(b, count), *const y = room(b, count);
  void *const mean = values(b, shape.channels), *const deviation = magnitudes(b, shape.channels);
  void *const gamma = values(b, shape.channels), *const beta = values(b, shape.channels);
  b->kernels->normalize_channels(y, x, mean, deviation, gamma, beta, &shape, 0, half);
  b->kernels->normalize_channels(y, x, mean, deviation, gamma, beta, &shape, half, shape.channels);
  record(b, y, count);
}

static void case_channel_gradients(bench *b, size_t n) {
  const reprise_channels shape = channels(b, n);
  const size_t count = value_count(&shape), half = middle(shape.channels);
  reprise_channel_gradients g = {.shape = shape, .x = values(b, count), .dy = values(b, count)};
  g.mean = values(b, shape.channels);
  g.deviation = magnitudes(b, shape.channels);
  g.gamma = flip(b) ? values(b, shape.channels) : NULL;
  g.dgamma = flip(b) ? values(b, shape.channels) : NULL;
  g.dbeta = flip(b) ? values(b, shape.channels) : NULL;
  g.dx = room(b, count);
  g.scale = number(b);
  g.continues_gamma = g.dgamma && flip(b);
  g.continues_beta = g.dbeta && flip(b);
  g.constant_statistics = flip(b);
  b->kernels->channel_gradients(&g, 0, half);
  b->kernels->channel_gradients(&g, half, shape.channels);
  record(b, g.dx, count);
  if (g.dgamma) record(b, g.dgamma, shape.channels);
  if (g.dbeta) record(b, g.dbeta, shape.channels);
}

static void case_normalize_rows(bench *b, size_t n) {
  const size_t rows = between(b, 0, 5);
  const int scales = flip(b);
  void *const x = values(b, rows * n), *const y = room(b, rows * n);
  void *const mean = values(b, rows), *const deviation = magnitudes(b, rows);
  void *const gamma = values(b, n), *const beta = values(b, n);
  b->kernels->normalize_rows(y, x, mean, deviation, scales ? gamma : NULL, scales ? beta : NULL, rows, n);
  record(b, y, rows * n);
}

static void case_sum_normalized(bench *b, size_t n) {
  const size_t rows = between(b, 0, 5), stride = n + between(b, 0, 3);
  void *const x = values(b, rows * stride), *const dy = values(b, rows * stride), *const total = values(b, n);
  void *const mean = values(b, rows), *const deviation = magnitudes(b, rows);
  b->kernels->sum_normalized(total, x, mean, deviation, dy, rows, n, stride, flip(b));
  record(b, total, n);
}

static void case_multiply_rows(bench *b, size_t n) {
  const size_t rows = between(b, 0, 5);
  void *const x = values(b, rows * n), *const factor = values(b, n), *const y = room(b, rows * n);
  b->kernels->multiply_rows(y, x, factor, rows, n);
  record(b, y, rows * n);
}

// MARK: pooling.h

static size_t windows(const reprise_pool *pool, size_t length, int cuts) {
  const size_t rest = length + 2 * pool->padding - pool->kernel_width, whole = rest / pool->stride + 1;
  return whole + (cuts && rest % pool->stride != 0 && whole * pool->stride < length + pool->padding);
}

// Planes of up to n columns.
static reprise_pool pool(bench *b, size_t n, int pads) {
  const size_t kernel = between(b, 1, 4), least = kernel > n ? kernel : n;
  reprise_pool pool = {.height = between(b, kernel, 9),
                       .width = between(b, kernel, least < 70 ? least : 70),
                       .kernel_height = kernel,
                       .kernel_width = kernel,
                       .stride = between(b, 1, 3),
                       .padding = pads ? between(b, 0, kernel / 2) : 0};
  const int cuts = flip(b);
  pool.rows = windows(&pool, pool.height, cuts);
  pool.columns = windows(&pool, pool.width, cuts);
  return pool;
}

enum { PLANES = 2 };

static size_t plane_size(const reprise_pool *pool) { return PLANES * pool->height * pool->width; }

static size_t window_count(const reprise_pool *pool) { return PLANES * pool->rows * pool->columns; }

static void case_max_pool(bench *b, size_t n) {
  const reprise_pool p = pool(b, n, 1);
  void *const x = values(b, plane_size(&p)), *const y = room(b, window_count(&p)), *const w = room(b, window_count(&p));
  b->kernels->max_pool(y, w, x, &p, PLANES);
  record(b, y, window_count(&p));
  record(b, w, window_count(&p));
}

static void case_max_pool_backward(bench *b, size_t n) {
  const reprise_pool p = pool(b, n, 1);
  void *const x = values(b, plane_size(&p)), *const dx = room(b, plane_size(&p));
  void *const y = room(b, window_count(&p)), *const w = room(b, window_count(&p)), *const dy = values(b, window_count(&p));
  b->kernels->max_pool(y, w, x, &p, PLANES);
  b->kernels->max_pool_backward(dx, w, dy, &p, PLANES);
  record(b, dx, plane_size(&p));
}

static void case_average_pool(bench *b, size_t n) {
  const reprise_pool p = pool(b, n, 0);
  void *const x = values(b, plane_size(&p)), *const y = room(b, window_count(&p));
  b->kernels->average_pool(y, x, &p, PLANES);
  record(b, y, window_count(&p));
}

static void case_average_pool_backward(bench *b, size_t n) {
  const reprise_pool p = pool(b, n, 0);
  void *const dy = values(b, window_count(&p)), *const dx = room(b, plane_size(&p));
  b->kernels->average_pool_backward(dx, dy, &p, PLANES);
  record(b, dx, plane_size(&p));
}

static void case_spread_means(bench *b, size_t n) {
  const size_t planes = between(b, 0, 5);
  void *const dy = values(b, planes), *const dx = room(b, planes * n);
  b->kernels->spread_means(dx, dy, number(b), planes, n);
  record(b, dx, planes * n);
}
