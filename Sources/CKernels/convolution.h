// Convolutions, as matrix products whose rows are gathered from an image: no copy of its patches is made.
//
// The forward pass has a row for each output pixel, a k for each (input channel, kernel row, kernel column) and a
// lane for each output channel. The input's gradient has a row for each input pixel with the same existing
// taps, a k for each (output channel, kernel row, kernel column) among them and a lane for each input
// channel. The weight's gradient has a row for each weight of an output channel, a k for each output pixel
// and a lane for each output channel.

typedef struct NAME(gathered_tile) {
  const T *base;
  const int32_t *row_offset, *k_offset, *c_offset;
  const T *panel;
  size_t k;
  T *c;
  ptrdiff_t c_lane;
  size_t lanes;  // how many of the tile's lanes exist
  const T *bias;
  int accumulates, pads_lanes;
} NAME(gathered_tile);

ALWAYS_INLINE void NAME(gathered_tile_of)(const int height, const int vectors, const NAME(gathered_tile) *t) {
  V acc[TILE_ROWS][TILE_VECTORS];
  T buffer[TILE_ROWS * TILE_LANES];
  const T *row[TILE_ROWS];
#pragma clang loop unroll(full)
  for (int i = 0; i < height; i++) row[i] = t->base + t->row_offset[i];
  const int width = vectors * LANES;
  const int padded = t->pads_lanes;
  if (t->accumulates && !padded)
    for (int i = 0; i < height; i++)
      for (size_t l = 0; l < (size_t)width; l++)
        buffer[i * width + (int)l] = l < t->lanes ? t->c[t->c_offset[i] + (ptrdiff_t)l * t->c_lane] : 0;
#pragma clang loop unroll(full)
  for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++)
      acc[i][v] = !t->accumulates ? NAME(splat)(0)
                  : padded        ? NAME(load)(t->c + t->c_offset[i] + v * LANES)
                                  : NAME(load)(buffer + i * width + v * LANES);

  const T *panel = t->panel;
  for (size_t k = 0; k < t->k; k++) {
    const ptrdiff_t offset = t->k_offset[k];
    V b[TILE_VECTORS];
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) b[v] = NAME(load)(panel + v * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++) {
      const V a = NAME(splat)(row[i][offset]);
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) acc[i][v] = NAME(fma)(a, b[v], acc[i][v]);
    }
    panel += width;
  }

  if (t->bias) {
    T bias[TILE_LANES] = {0};
    for (size_t l = 0; l < t->lanes; l++) bias[l] = t->bias[l];
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) acc[i][v] = acc[i][v] + NAME(load)(bias + v * LANES);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++)
      NAME(store)((padded ? t->c + t->c_offset[i] : buffer + i * width) + v * LANES, acc[i][v]);
  if (padded) return;
#if VECTOR_BYTES != 0
  if (TILE_ROWS <= LANES && t->c_offset[height - 1] - t->c_offset[0] == height - 1) {
    // The rows are neighbors in C: each lane's are written in one piece.
    T transposed[LANES * LANES];
    for (size_t l = 0; l < t->lanes; l += LANES) {
      NAME(transpose_block)(transposed, LANES, buffer + l, width, height);
      const size_t present = NAME(minimum)(t->lanes - l, LANES);
      for (size_t i = 0; i < present; i++)
        __builtin_memcpy(t->c + t->c_offset[0] + (ptrdiff_t)(l + i) * t->c_lane, transposed + i * LANES,
                         (size_t)height * sizeof(T));
    }
    return;
  }
#endif
  for (size_t l = 0; l < t->lanes; l++)
    for (int i = 0; i < height; i++)
      t->c[t->c_offset[i] + (ptrdiff_t)l * t->c_lane] = buffer[(size_t)i * width + l];
}

static __attribute__((noinline)) void NAME(run_gathered_tile)(int height, int vectors, const NAME(gathered_tile) *t) {
#define TILE_CASE(h)                                                                                    \
  case h:                                                                                               \
    if (h <= TILE_ROWS)                                                                                 \
      vectors == TILE_VECTORS ? NAME(gathered_tile_of)(h, TILE_VECTORS, t) : NAME(gathered_tile_of)(h, 1, t); \
    return;
  switch (height) { TILE_CASES }
#undef TILE_CASE
}

static size_t NAME(panel_width)(size_t lanes) { return lanes <= (size_t)LANES ? LANES : TILE_LANES; }

// The panels of a lane operand: of each TILE_LANES (at the end perhaps LANES) lanes, all k.
static void NAME(pack_panels)(void *panels, const void *from, size_t lanes, size_t k, ptrdiff_t lane_stride,
                              ptrdiff_t k_stride, const int32_t *k_offset) {
  T *to = panels;
  for (size_t l = 0; l < lanes; l += TILE_LANES) {
    const size_t width = NAME(panel_width)(lanes - l);
    const size_t present = NAME(minimum)(lanes - l, width);
    const T *const source = (const T *)from + (ptrdiff_t)l * lane_stride;
    if (k_offset)
      for (size_t kk = 0; kk < k; kk++)
        for (size_t i = 0; i < width; i++)
          to[kk * width + i] = i < present ? source[(ptrdiff_t)i * lane_stride + k_offset[kk]] : 0;
    else
      NAME(pack)(to, width, present, lanes - l, k, source, lane_stride, k_stride);
    to += width * k;
  }
}

static void NAME(gathered_product)(const reprise_gathered *p) {
  const size_t tiles = (p->rows + TILE_ROWS - 1) / TILE_ROWS;
  const T *panel = p->panels;
  for (size_t l = 0; l < p->lanes; l += TILE_LANES) {
    const size_t width = NAME(panel_width)(p->lanes - l);
    const int vectors = (int)(width / LANES);
    for (size_t tile = 0; tile < tiles; tile++) {
      const size_t start = NAME(tile_start)(tile, tiles, p->rows);
      const NAME(gathered_tile) t = {
          .base = p->base,
          .row_offset = p->row_offset + start,
          .k_offset = p->k_offset,
          .c_offset = p->c_offset + start,
          .panel = panel,
          .k = p->k,
          .c = (T *)p->c + (ptrdiff_t)l * p->c_lane,
          .c_lane = p->c_lane,
          .lanes = NAME(minimum)(p->lanes - l, width),
          .bias = p->bias ? (const T *)p->bias + l : 0,
          .accumulates = p->accumulates,
          .pads_lanes = p->pads_lanes,
      };
      NAME(run_gathered_tile)((int)(NAME(tile_start)(tile + 1, tiles, p->rows) - start), vectors, &t);
    }
    panel += width * p->k;
  }
}

// A few rows would leave most lanes of a panel empty: here the lanes are neighboring pixels, read where they lie.
#define SPREAD_ROWS 4
#define SPREAD_VECTORS 3

ALWAYS_INLINE void NAME(spread_tile)(const int height, const reprise_spread *p, size_t row, const size_t *start) {
  V acc[SPREAD_ROWS][SPREAD_VECTORS];
  for (int i = 0; i < height; i++)
    for (int v = 0; v < SPREAD_VECTORS; v++) acc[i][v] = NAME(splat)(0);
  const T *weights = (const T *)p->weights + row;
  for (size_t k = 0; k < p->k; k++) {
    const T *const base = (const T *)p->base + p->k_offset[k];
    V b[SPREAD_VECTORS];
#pragma clang loop unroll(full)
    for (int v = 0; v < SPREAD_VECTORS; v++) b[v] = NAME(load)(base + start[v]);
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++) {
      const V a = NAME(splat)(weights[i]);
#pragma clang loop unroll(full)
      for (int v = 0; v < SPREAD_VECTORS; v++) acc[i][v] = NAME(fma)(a, b[v], acc[i][v]);
    }
    weights += p->rows;
  }
  for (int i = 0; i < height; i++)
    for (int v = 0; v < SPREAD_VECTORS; v++) {
      T values[LANES];
      NAME(store)(values, acc[i][v]);
      T *const c = (T *)p->c + (ptrdiff_t)(row + (size_t)i) * p->c_row + (ptrdiff_t)start[v] * p->c_lane;
      for (int l = 0; l < LANES; l++) c[l * p->c_lane] = values[l];
    }
}

static int NAME(spread_product)(const reprise_spread *p) {
  if (p->lanes < (size_t)LANES) return 0;
  for (size_t l = 0; l < p->lanes; l += SPREAD_VECTORS * LANES) {
    // The last vectors overlap those before them: what both compute is the same.
    size_t start[SPREAD_VECTORS];
    for (size_t v = 0; v < SPREAD_VECTORS; v++) start[v] = NAME(minimum)(l + v * LANES, p->lanes - LANES);
    for (size_t row = 0; row < p->rows; row += SPREAD_ROWS) switch (NAME(minimum)(SPREAD_ROWS, p->rows - row)) {
        case 1: NAME(spread_tile)(1, p, row, start); break;
        case 2: NAME(spread_tile)(2, p, row, start); break;
        case 3: NAME(spread_tile)(3, p, row, start); break;
        default: NAME(spread_tile)(4, p, row, start); break;
      }
  }
  return 1;
}
#undef SPREAD_ROWS
#undef SPREAD_VECTORS
