// Cases of matrix products and convolutions. `n` is the number of products in a chain, or what shapes are made from.

// MARK: matmul.h

// The strides of a matrix of rows x columns: row-major, column-major, or with gaps in both directions.
static size_t strides(bench *b, size_t rows, size_t columns, ptrdiff_t *row, ptrdiff_t *column) {
  const size_t gap = between(b, 0, 3), layout = between(b, 0, 2);
  *row = layout == 1 ? 1 : (ptrdiff_t)((columns + gap) * (layout == 2 ? 2 : 1));
  *column = layout == 1 ? (ptrdiff_t)(rows + gap) : layout == 2 ? 2 : 1;
  return 2 * (rows + gap + 1) * (columns + gap + 1);
}

static void case_matmul(bench *b, size_t n) {
  // Some are larger than the parts that are packed at once.
  reprise_matmul p = {.m = n == 9 ? 131 : between(b, 1, 14), .n = n == 7 ? 800 : between(b, 1, 40), .k = n};
  p.a = values(b, strides(b, p.m, p.k, &p.a_row, &p.a_col));
  p.b = values(b, strides(b, p.k, p.n, &p.b_row, &p.b_col));
  p.c_row = (ptrdiff_t)(p.n + between(b, 0, 3));
  p.c = values(b, p.m * (size_t)p.c_row);
  p.bias = flip(b) ? values(b, p.n) : NULL;
  p.accumulates = flip(b);
  b->kernels->matmul(&p, b->workspace);
  record(b, p.c, p.m * (size_t)p.c_row);
}

// MARK: convolution.h

// How many rows are packed to a tile is an instruction set's own choice; that the tiles are as few as can be is not.
static void case_tile_count(bench *b, size_t n) {
  size_t height = 1;
  while (b->kernels->tile_count(height + 1) == 1) height++;
  record_word(b, b->kernels->tile_count(n) == (n + height - 1) / height, 1);
}

// A convolution of a few small images.
typedef struct convolution {
  reprise_patches patches;
  size_t window, outputs, kept;
  int32_t down[16], right[16], places[16];
} convolution;

static void convolution_of(bench *b, convolution *c, size_t n) {
  const size_t kernel = between(b, 1, 4), padding = between(b, 0, 2), step = between(b, 1, 3);
  const size_t height = between(b, kernel, 7), width = between(b, kernel, 4 + n % 32);
  c->window = kernel * kernel;
  c->outputs = n == 33 ? 40 : between(b, 1, 17);
  for (size_t t = 0; t < c->window; t++) {
    c->down[t] = (int32_t)(t / kernel) - (int32_t)padding;
    c->right[t] = (int32_t)(t % kernel) - (int32_t)padding;
  }
  c->patches = (reprise_patches){
      .samples = between(b, 1, 3),
      .channels = n == 65 ? 70 : between(b, 1, 4),
      .height = height,
      .width = width,
      .rows = (height + 2 * padding - kernel) / step + 1,
      .columns = (width + 2 * padding - kernel) / step + 1,
      .step = step,
      .taps = c->window,
      .down = c->down,
      .right = c->right,
  };
  c->patches.x = values(b, c->patches.samples * c->patches.channels * height * width);
}

static size_t position_count(const convolution *c) {
  return c->patches.samples * c->patches.rows * c->patches.columns;
}

// Weights of (outputs, channels, window) or, as a gradient has them, (channels, outputs, window), packed in two parts.
static void *packed_weights(bench *b, const convolution *c) {
  const size_t tap_count = c->patches.channels * c->window;
  const int exchanged = flip(b);
  const reprise_weights w = {
      .from = values(b, c->outputs * tap_count),
      .rows = c->outputs,
      .channels = c->patches.channels,
      .taps = c->window,
      .row_stride = (ptrdiff_t)(exchanged ? c->window : tap_count),
      .channel_stride = (ptrdiff_t)(exchanged ? c->outputs * c->window : c->window),
  };
  void *const packed = room(b, c->outputs * tap_count + 2 * c->outputs + 32);
  const size_t tiles = b->kernels->tile_count(c->outputs);
  b->kernels->pack_weights(packed, &w, 0, tiles / 2);
  b->kernels->pack_weights(packed, &w, tiles / 2, tiles);
  return packed;
}

static void multiply_patches(bench *b, const convolution *c, const int32_t *places) {
  const size_t positions = c->patches.rows * c->patches.columns, lanes = position_count(c);
  void *const y = room(b, lanes * c->outputs);
  const reprise_patch_product product = {
      .patches = c->patches,
      .weights = packed_weights(b, c),
      .window = c->window,
      .places = places,
      .outputs = c->outputs,
      .bias = flip(b) ? values(b, c->outputs) : NULL,
      .y = y,
      .y_sample = (ptrdiff_t)(c->outputs * positions),
      .y_output = (ptrdiff_t)positions,
      .y_row = (ptrdiff_t)c->patches.columns,
      .y_column = 1,
  };
  const size_t half = lanes / (2 * REPRISE_PANEL_LANES) * REPRISE_PANEL_LANES;
  b->kernels->patch_product(&product, 0, half, b->workspace);
  b->kernels->patch_product(&product, half, lanes, b->workspace);
  record(b, y, lanes * c->outputs);
}

// How weights are packed is an instruction set's own choice as well; their product with patches shows what was.
static void case_pack_weights(bench *b, size_t n) {
  convolution c;
  convolution_of(b, &c, n);
  multiply_patches(b, &c, NULL);
}

// Some of the window's taps.
static void case_patch_product(bench *b, size_t n) {
  convolution c;
  convolution_of(b, &c, n);
  size_t kept = 0;
  for (size_t t = 0; t < c.window; t++) {
    if (between(b, 0, 3) == 0) continue;
    c.down[kept] = c.down[t];
    c.right[kept] = c.right[t];
    c.places[kept++] = (int32_t)t;
  }
  c.patches.taps = kept;
  multiply_patches(b, &c, c.places);
}

static void case_weight_gradient(bench *b, size_t n) {
  convolution c;
  convolution_of(b, &c, n);
  // Taps that do not exist may be left out where a sample has one position.
  if (flip(b)) c.patches.rows = c.patches.columns = 1;
  const int single = c.patches.rows * c.patches.columns == 1;
  const size_t weights = c.patches.channels * c.window;
  const size_t panels = (c.outputs + REPRISE_PANEL_LANES - 1) / REPRISE_PANEL_LANES, width = panels * REPRISE_PANEL_LANES;
  void *const sums = values(b, weights * width), *const bias = values(b, c.outputs);
  const reprise_weight_gradient g = {
      .patches = c.patches,
      .dy = values(b, position_count(&c) * c.outputs),
      .outputs = c.outputs,
      .room = width,
      .sums = sums,
      .bias = flip(b) ? bias : NULL,
      .continues = flip(b),
      .skips = single && flip(b),
  };
  const size_t half = c.patches.channels / 2 * c.window;
  for (size_t first = 0; first < c.outputs; first += REPRISE_PANEL_LANES) {
    const size_t end = first + REPRISE_PANEL_LANES < c.outputs ? first + REPRISE_PANEL_LANES : c.outputs;
    if (half > 0) b->kernels->weight_gradient(&g, 0, half, first, end, b->workspace);
    b->kernels->weight_gradient(&g, half, weights, first, end, b->workspace);
  }
  for (size_t k = 0; k < weights; k++) record(b, element(b, sums, k * width), c.outputs);
  record(b, bias, c.outputs);
}

static void case_transpose(bench *b, size_t n) {
  const size_t rows = between(b, 0, 20), to_stride = rows + between(b, 0, 3), from_stride = n + between(b, 0, 3);
  void *const from = values(b, rows * from_stride), *const to = room(b, n * to_stride);
  b->kernels->transpose(to, to_stride, from, from_stride, rows, n);
  for (size_t j = 0; j < n; j++) record(b, element(b, to, j * to_stride), rows);
}

static void case_least_exponent(bench *b, size_t n) {
  int is_finite = -1;
  const int exponent = b->kernels->least_exponent(values(b, n), n, &is_finite);
  record_word(b, (uint64_t)(int64_t)exponent, 8);
  record_word(b, (uint64_t)is_finite, 1);
}
