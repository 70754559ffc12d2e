// The matrix product. Every element of C is one chain of fused multiply-adds in ascending k; all that is
// chosen here is which elements are computed when.
//
// One operand lies along the vector lanes ("lanes"): it is packed into panels of TILE_LANES adjacent
// elements per k. The other ("rows") is broadcast, element by element, straight from where it lies, or
// from a packed copy where it is used often enough. C = A.B has lanes along n; where it is cheaper, its
// transpose is computed instead, with lanes along m: the products a*b are the same either way.

#define TILE_LANES (TILE_VECTORS * LANES)

// The problem in terms of rows and lanes.
typedef struct NAME(tiling) {
  size_t rows, lanes, k;
  const T *row;
  ptrdiff_t row_stride, row_k;
  const T *lane;
  ptrdiff_t lane_stride, lane_k;
  T *c;
  ptrdiff_t c_row, c_lane;
  const T *row_bias, *lane_bias;
} NAME(tiling);

ALWAYS_INLINE size_t NAME(minimum)(size_t a, size_t b) { return a < b ? a : b; }

// to[kk * width + l] = from[l * stride + kk * k_stride] for l < lanes; +0 for lanes <= l < width.
// The lanes' padding never meets a k, so no sum changes. `readable` >= lanes elements along l may be read.
// Up to LANES elements behind the copy may be overwritten.
static void NAME(pack)(T *to, size_t width, size_t lanes, size_t readable, size_t k, const T *from,
                       ptrdiff_t stride, ptrdiff_t k_stride) {
  (void)readable;  // scalars read one by one
  size_t l = 0;
#if VECTOR_BYTES != 0
  // A store may spill over the end of its k where the next k's first store comes later and mends it.
  for (; l + LANES <= width || (l == 0 && width < LANES); l += LANES) {
    if (l >= lanes) break;
    const size_t present = NAME(minimum)(lanes - l, LANES);
    const T *const source = from + (ptrdiff_t)l * stride;
    size_t kk = 0;
    if (stride == 1 && l + LANES <= readable && (present == LANES || width < LANES)) {
      for (; kk < k; kk++) NAME(store)(to + kk * width + l, NAME(load)(source + (ptrdiff_t)kk * k_stride));
    } else if (k_stride == 1) {
      for (; kk + LANES <= k; kk += LANES)
        NAME(transpose_block)(to + kk * width + l, (ptrdiff_t)width, source + kk, stride, (int)present);
    }
    const size_t wide = NAME(minimum)(LANES, width - l);
    for (; kk < k; kk++)
      for (size_t i = 0; i < wide; i++)
        to[kk * width + l + i] = i < present ? source[(ptrdiff_t)i * stride + (ptrdiff_t)kk * k_stride] : 0;
  }
#endif
  for (; l < width; l++)
    for (size_t kk = 0; kk < k; kk++)
      to[kk * width + l] = l < lanes ? from[(ptrdiff_t)l * stride + (ptrdiff_t)kk * k_stride] : 0;
}

// The rows of a tile at one step of k. Element (i, kk) lies at row[i * stride + kk] if k is adjacent, else at
// row[i + kk * stride].
//
// With adjacent k five rows share a base: their distances from it are multiples of the stride that an instruction can
// hold. With an address a row the pointers of a tile would not stay in registers.
#define ROWS_OF_BASE 5
#define ROW_BASES ((TILE_ROWS + ROWS_OF_BASE - 1) / ROWS_OF_BASE)

typedef struct NAME(rows) {
  const T *base[ROW_BASES];
  ptrdiff_t stride, stride3;
} NAME(rows);

ALWAYS_INLINE NAME(rows) NAME(rows_at)(const int height, const int adjacent_k, const T *row, ptrdiff_t stride) {
  NAME(rows) rows = {.base = {row}, .stride = stride, .stride3 = 3 * stride};
  if (adjacent_k) {
    // The barriers keep the compiler from computing an address a row again.
    __asm__("" : "+r"(rows.stride3));
    for (int j = 0; j * ROWS_OF_BASE < height; j++) {
      rows.base[j] = row + j * ROWS_OF_BASE * stride;
      __asm__("" : "+r"(rows.base[j]));
    }
  }
  return rows;
}

ALWAYS_INLINE T NAME(row_element)(const NAME(rows) *rows, const int adjacent_k, const int i, const int step) {
  if (!adjacent_k) return rows->base[0][step * rows->stride + i];
  const int within = i % ROWS_OF_BASE;
  return rows->base[i / ROWS_OF_BASE][(within == 3 ? rows->stride3 : within * rows->stride) + step];
}

ALWAYS_INLINE void NAME(advance_rows)(NAME(rows) *rows, const int height, const int adjacent_k, const int steps) {
  if (!adjacent_k) {
    rows->base[0] += steps * rows->stride;
    return;
  }
#pragma clang loop unroll(full)
  for (int j = 0; j < ROW_BASES; j++)
    if (j * ROWS_OF_BASE < height) rows->base[j] += steps;
}

// acc[i][v] continues its chain over k steps; the lanes of step kk begin at panel[kk * panel_stride].
ALWAYS_INLINE void NAME(chain)(const int height, const int vectors, const int adjacent_k, size_t k, const T *row,
                               ptrdiff_t stride, const T *panel, ptrdiff_t panel_stride,
                               V acc[TILE_ROWS][TILE_VECTORS]) {
  NAME(rows) rows = NAME(rows_at)(height, adjacent_k, row, stride);
#define CHAIN_STEP(step)                                                                        \
  {                                                                                             \
    V b[TILE_VECTORS];                                                                          \
    _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++)                        \
        b[v] = NAME(load)(panel + (step) * panel_stride + v * LANES);                           \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < height; i++) {                       \
      const V a = NAME(splat)(NAME(row_element)(&rows, adjacent_k, i, step));                   \
      _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++)                      \
          acc[i][v] = NAME(fma)(a, b[v], acc[i][v]);                                            \
    }                                                                                           \
  }
  size_t kk = 0;
  for (; kk + 4 <= k; kk += 4) {
    CHAIN_STEP(0)
    CHAIN_STEP(1)
    CHAIN_STEP(2)
    CHAIN_STEP(3)
    NAME(advance_rows)(&rows, height, adjacent_k, 4);
    panel += 4 * panel_stride;
  }
  for (; kk < k; kk++) {
    CHAIN_STEP(0)
    NAME(advance_rows)(&rows, height, adjacent_k, 1);
    panel += panel_stride;
  }
#undef CHAIN_STEP
}

#if VECTOR_BYTES != 0 && defined(HARDWARE_FMA)
#define CHAINS_ACROSS 1
// The same for LANES lanes whose k is adjacent, `lane_stride` apart: blocks of LANES steps are transposed in registers,
// while the multiply-adds of the block before go on. Gives the steps done, a multiple of LANES.
ALWAYS_INLINE size_t NAME(chain_across)(const int height, const int adjacent_k, size_t k, const T *row,
                                        ptrdiff_t stride, const T *source, ptrdiff_t lane_stride,
                                        V acc[TILE_ROWS][TILE_VECTORS]) {
  NAME(rows) rows = NAME(rows_at)(height, adjacent_k, row, stride);
  size_t kk = 0;
  for (; kk + LANES <= k; kk += LANES) {
    V x[LANES];
    NAME(load_transposed)(x, source + kk, lane_stride, LANES);
#pragma clang loop unroll(full)
    for (int step = 0; step < LANES; step++)
#pragma clang loop unroll(full)
      for (int i = 0; i < height; i++)
        acc[i][0] = NAME(fma)(NAME(splat)(NAME(row_element)(&rows, adjacent_k, i, step)), x[step], acc[i][0]);
    NAME(advance_rows)(&rows, height, adjacent_k, LANES);
  }
  return kk;
}
#else
#define CHAINS_ACROSS 0
#endif

// A piece of k whose copy stays in the first cache.
#define PIECE ((size_t)(512 / BYTES))

// One tile of C: loads or clears it, continues its chains, finishes it if this is the last part of k.
typedef struct NAME(tile) {
  const T *row;
  ptrdiff_t stride;
  const T *panel;
  ptrdiff_t panel_stride;
  size_t k;
  // Where the panel is copied from by the tile itself, a piece of k at a time into `copy`; NULL if it is there.
  const T *source;
  ptrdiff_t lane_stride, lane_k;
  size_t readable;
  T *copy;
  T *c;
  ptrdiff_t c_row, c_lane;
  size_t lanes;  // how many of the tile's lanes exist
  const T *row_bias, *lane_bias;
  int clears, finishes;
} NAME(tile);

ALWAYS_INLINE void NAME(tile_of)(const int height, const int vectors, const int adjacent_k,
                                 const NAME(tile) *t) {
  V acc[TILE_ROWS][TILE_VECTORS];
  T buffer[TILE_ROWS * TILE_VECTORS * LANES];
  const int whole = t->c_lane == 1 && t->lanes == (size_t)(vectors * LANES);
  T *at = whole ? t->c : buffer;
  const ptrdiff_t at_row = whole ? t->c_row : vectors * LANES;
  if (t->clears) {
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) acc[i][v] = NAME(splat)(0);
  } else {
    if (!whole)
      for (int i = 0; i < height; i++)
        for (size_t l = 0; l < (size_t)(vectors * LANES); l++)
          buffer[i * at_row + l] = l < t->lanes ? t->c[i * t->c_row + (ptrdiff_t)l * t->c_lane] : 0;
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) acc[i][v] = NAME(load)(at + i * at_row + v * LANES);
  }

  if (t->source) {
    size_t kk = 0;
#if CHAINS_ACROSS
    if (vectors == 1 && t->lane_k == 1 && t->lanes == LANES)
      kk = NAME(chain_across)(height, adjacent_k, t->k, t->row, t->stride, t->source, t->lane_stride, acc);
#endif
    for (size_t piece; kk < t->k; kk += piece) {
      piece = NAME(minimum)(PIECE, t->k - kk);
      NAME(pack)(t->copy, (size_t)(vectors * LANES), t->lanes, t->readable, piece,
                 t->source + (ptrdiff_t)kk * t->lane_k, t->lane_stride, t->lane_k);
      NAME(chain)(height, vectors, adjacent_k, piece, t->row + (ptrdiff_t)kk * (adjacent_k ? 1 : t->stride),
                  t->stride, t->copy, vectors * LANES, acc);
    }
  } else {
    NAME(chain)(height, vectors, adjacent_k, t->k, t->row, t->stride, t->panel, t->panel_stride, acc);
  }

  if (t->finishes && t->row_bias)
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) acc[i][v] = acc[i][v] + NAME(splat)(t->row_bias[i]);
  if (t->finishes && t->lane_bias) {
    T bias[TILE_LANES] = {0};
    for (size_t l = 0; l < t->lanes; l++) bias[l] = t->lane_bias[l];
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) acc[i][v] = acc[i][v] + NAME(load)(bias + v * LANES);
  }

#pragma clang loop unroll(full)
  for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) NAME(store)(at + i * at_row + v * LANES, acc[i][v]);
  if (!whole) {
    if (t->c_lane == 1)
      for (int i = 0; i < height; i++)
        for (size_t l = 0; l < t->lanes; l++) t->c[i * t->c_row + (ptrdiff_t)l] = buffer[i * at_row + l];
    else  // the transpose: rows are adjacent in C
      for (size_t l = 0; l < t->lanes; l++)
        for (int i = 0; i < height; i++) t->c[i * t->c_row + (ptrdiff_t)l * t->c_lane] = buffer[i * at_row + l];
  }
}

// A tile's size must be known at compile time to stay in registers: one instance for each height.
#if TILE_ROWS <= 4
#define TILE_CASES TILE_CASE(1) TILE_CASE(2) TILE_CASE(3) TILE_CASE(4)
#elif TILE_ROWS <= 6
#define TILE_CASES TILE_CASE(1) TILE_CASE(2) TILE_CASE(3) TILE_CASE(4) TILE_CASE(5) TILE_CASE(6)
#else
#define TILE_CASES                                                                             \
  TILE_CASE(1) TILE_CASE(2) TILE_CASE(3) TILE_CASE(4) TILE_CASE(5) TILE_CASE(6) TILE_CASE(7) TILE_CASE(8) \
      TILE_CASE(9) TILE_CASE(10) TILE_CASE(11) TILE_CASE(12) TILE_CASE(13) TILE_CASE(14)
#endif

static __attribute__((noinline)) void NAME(run_tile)(int height, int vectors, int adjacent_k,
                                                     const NAME(tile) *t) {
#define TILE_CASE(h)                                                                                \
  case h:                                                                                           \
    if (h <= TILE_ROWS) {                                                                           \
      if (vectors == TILE_VECTORS)                                                                  \
        adjacent_k ? NAME(tile_of)(h, TILE_VECTORS, 1, t) : NAME(tile_of)(h, TILE_VECTORS, 0, t);   \
      else                                                                                          \
        adjacent_k ? NAME(tile_of)(h, 1, 1, t) : NAME(tile_of)(h, 1, 0, t);                         \
    }                                                                                               \
    return;
  switch (height) { TILE_CASES }
#undef TILE_CASE
}

// Rows are divided into tiles of equal height, give or take one: a short last tile would leave the
// multipliers waiting for its few chains.
ALWAYS_INLINE size_t NAME(tile_start)(size_t tile, size_t tiles, size_t rows) {
  return tile * (rows / tiles) + (tile < rows % tiles ? tile : rows % tiles);
}

// Parts of k, rows and lanes whose packed copies stay in the caches; multiples of the tile's sides.
#define K_PART ((size_t)(4096 / BYTES))
#define LANES_PART ((size_t)(1024 / TILE_LANES * TILE_LANES))
#define ROWS_PART ((size_t)(128 / TILE_ROWS * TILE_ROWS))
#define FEW_PANELS ((size_t)2)
_Static_assert((K_PART * (LANES_PART + ROWS_PART) + 2 * LANES) * BYTES <= REPRISE_MATMUL_WORKSPACE,
               "the workspace holds both copies");

// Copies lanes into panels of TILE_LANES, one behind the other, the last one of LANES where that is enough.
static void NAME(pack_panels)(T *to, size_t lanes, size_t k, const T *from, ptrdiff_t stride, ptrdiff_t k_stride) {
  size_t l = 0;
#if VECTOR_BYTES != 0
  // Four panels at once, where lanes are adjacent: a long piece of each k is read at a time.
  enum { GROUP = 4 };
  if (stride == 1)
    for (; l + GROUP * TILE_LANES <= lanes; l += GROUP * TILE_LANES, to += GROUP * TILE_LANES * k)
      for (size_t kk = 0; kk < k; kk++) {
        const T *const source = from + (ptrdiff_t)l + (ptrdiff_t)kk * k_stride;
#pragma clang loop unroll(full)
        for (size_t panel = 0; panel < GROUP; panel++)
#pragma clang loop unroll(full)
          for (size_t i = 0; i < TILE_LANES; i += LANES)
            NAME(store)(to + (panel * k + kk) * TILE_LANES + i, NAME(load)(source + panel * TILE_LANES + i));
      }
#endif
  while (l < lanes) {
    const size_t left = lanes - l;
    const size_t width = left <= LANES ? LANES : TILE_LANES;
    NAME(pack)(to, width, NAME(minimum)(left, width), left, k, from + (ptrdiff_t)l * stride, stride, k_stride);
    l += width;
    to += width * k;
  }
}

// Rows of one tile: each panel is used once. Adjacent lanes that fill one are read where they lie.
static void NAME(run_one_tile)(const NAME(tiling) *p, int accumulates, T *workspace) {
  for (size_t l = 0, width; l < p->lanes; l += width) {
    const size_t left = p->lanes - l;
    const int vectors = left <= LANES || (CHAINS_ACROSS && p->lane_k == 1) ? 1 : TILE_VECTORS;
    width = (size_t)vectors * LANES;
    const T *const lane = p->lane + (ptrdiff_t)l * p->lane_stride;
    const int is_panel = p->lane_stride == 1 && left >= width;
    const int adjacent_k = p->row_k == 1;
    const NAME(tile) t = {
        .row = p->row,
        .stride = adjacent_k ? p->row_stride : p->row_k,
        .panel = lane,
        .panel_stride = p->lane_k,
        .k = p->k,
        .source = is_panel ? NULL : lane,
        .lane_stride = p->lane_stride,
        .lane_k = p->lane_k,
        .readable = left,
        .copy = workspace,
        .c = p->c + (ptrdiff_t)l * p->c_lane,
        .c_row = p->c_row,
        .c_lane = p->c_lane,
        .lanes = NAME(minimum)(left, width),
        .row_bias = p->row_bias,
        .lane_bias = p->lane_bias ? p->lane_bias + l : 0,
        .clears = !accumulates,
        .finishes = 1,
    };
    NAME(run_tile)((int)p->rows, vectors, adjacent_k, &t);
  }
}

static void NAME(run)(const NAME(tiling) *p, int accumulates, T *workspace) {
  const int strided = p->row_stride != 1 && p->row_k != 1;
  if (p->rows <= TILE_ROWS && !strided) {
    NAME(run_one_tile)(p, accumulates, workspace);
    return;
  }
  // A few panels stay in the caches together: then each tile of rows is read once, by all of them in turn. A packed copy
  // of the rows is worth it where more panels read rows that no cache holds, or that lie multiples of 4 KiB apart and
  // so in the same few cache sets.
  const int few_panels = p->lanes <= FEW_PANELS * TILE_LANES;
  const int is_far = p->rows * p->k * BYTES > 1 << 20;
  const int collides = p->row_k == 1 && (p->row_stride * BYTES) % 4096 == 0 && p->rows > 1;
  const int packs_rows = strided || (!few_panels && (is_far || collides));

  // An empty sum is still a C to be written: one part of no steps.
  const size_t k_parts = p->k ? (p->k + K_PART - 1) / K_PART : 1;
  for (size_t lane0 = 0; lane0 < p->lanes; lane0 += LANES_PART) {
    const size_t lanes = NAME(minimum)(LANES_PART, p->lanes - lane0);
    for (size_t part = 0; part < k_parts; part++) {
      const size_t k0 = NAME(tile_start)(part, k_parts, p->k);
      const size_t k = NAME(tile_start)(part + 1, k_parts, p->k) - k0;
      const T *const lane = p->lane + (ptrdiff_t)lane0 * p->lane_stride + (ptrdiff_t)k0 * p->lane_k;
      T *const packed_lanes = workspace;
      NAME(pack_panels)(packed_lanes, lanes, k, lane, p->lane_stride, p->lane_k);
      T *const packed_rows = workspace + LANES_PART * k;
      const size_t rows_part = packs_rows ? ROWS_PART : p->rows;
      for (size_t row0 = 0; row0 < p->rows; row0 += rows_part) {
        const size_t rows = NAME(minimum)(rows_part, p->rows - row0);
        const size_t tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
        const T *const row = p->row + (ptrdiff_t)row0 * p->row_stride + (ptrdiff_t)k0 * p->row_k;
        if (packs_rows)
          for (size_t tile = 0; tile < tiles; tile++) {
            const size_t start = NAME(tile_start)(tile, tiles, rows);
            const size_t height = NAME(tile_start)(tile + 1, tiles, rows) - start;
            NAME(pack)(packed_rows + start * k, height, height, p->rows - row0 - start, k,
                       row + (ptrdiff_t)start * p->row_stride, p->row_stride, p->row_k);
          }
        const size_t panels = (lanes + TILE_LANES - 1) / TILE_LANES;
        for (size_t outer = 0; outer < (few_panels ? tiles : panels); outer++)
          for (size_t inner = 0; inner < (few_panels ? panels : tiles); inner++) {
            const size_t tile = few_panels ? outer : inner, l = (few_panels ? inner : outer) * TILE_LANES;
            const size_t left = lanes - l;
            const int vectors = left <= LANES ? 1 : TILE_VECTORS;
            const size_t width = (size_t)vectors * LANES;
            const size_t start = NAME(tile_start)(tile, tiles, rows);
            const int height = (int)(NAME(tile_start)(tile + 1, tiles, rows) - start);
            const int adjacent_k = !packs_rows && p->row_k == 1;
            const NAME(tile) t = {
                .row = packs_rows ? packed_rows + start * k : row + (ptrdiff_t)start * p->row_stride,
                .stride = packs_rows ? height : adjacent_k ? p->row_stride : p->row_k,
                .panel = packed_lanes + l * k,
                .panel_stride = (ptrdiff_t)width,
                .k = k,
                .c = p->c + (ptrdiff_t)(row0 + start) * p->c_row + (ptrdiff_t)(lane0 + l) * p->c_lane,
                .c_row = p->c_row,
                .c_lane = p->c_lane,
                .lanes = NAME(minimum)(left, width),
                .row_bias = p->row_bias ? p->row_bias + row0 + start : 0,
                .lane_bias = p->lane_bias ? p->lane_bias + lane0 + l : 0,
                .clears = part == 0 && !accumulates,
                .finishes = part + 1 == k_parts,
            };
            NAME(run_tile)(height, vectors, adjacent_k, &t);
          }
      }
    }
  }
}

// About how many cycles an orientation costs: the multiply-adds of whole vectors, the packing of the
// lanes' operand, and for the transpose the scattered stores.
ALWAYS_INLINE size_t NAME(cost)(size_t rows, size_t lanes, size_t k, int lanes_adjacent, int transposed) {
  const size_t vectors = (lanes + LANES - 1) / LANES;
  // Two multiply-adds a cycle, and never faster than four cycles a step of a tile's chains.
  const size_t tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
  const size_t panels = (vectors + TILE_VECTORS - 1) / TILE_VECTORS;
  const size_t multiply = rows * vectors * k / 2, latency = 4 * tiles * panels * k;
  const size_t pack = lanes_adjacent ? vectors * k : 3 * vectors * k;
  return (multiply > latency ? multiply : latency) + pack + (transposed ? rows * lanes : 0);
}

static void NAME(matmul)(const reprise_matmul *p, void *workspace) {
  if (p->m == 0 || p->n == 0) return;
  const size_t along_n = NAME(cost)(p->m, p->n, p->k, p->b_col == 1, 0);
  const size_t along_m = NAME(cost)(p->n, p->m, p->k, p->a_row == 1, 1);
  const int transposed = along_m < along_n;
  const NAME(tiling) tiling = transposed ? (NAME(tiling)){
      .rows = p->n, .lanes = p->m, .k = p->k,
      .row = p->b, .row_stride = p->b_col, .row_k = p->b_row,
      .lane = p->a, .lane_stride = p->a_row, .lane_k = p->a_col,
      .c = p->c, .c_row = 1, .c_lane = p->c_row,
      .row_bias = p->bias, .lane_bias = 0,
  } : (NAME(tiling)){
      .rows = p->m, .lanes = p->n, .k = p->k,
      .row = p->a, .row_stride = p->a_row, .row_k = p->a_col,
      .lane = p->b, .lane_stride = p->b_col, .lane_k = p->b_row,
      .c = p->c, .c_row = p->c_row, .c_lane = 1,
      .row_bias = 0, .lane_bias = p->bias,
  };
  NAME(run)(&tiling, p->accumulates, workspace);
}
