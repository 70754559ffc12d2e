// Convolutions, as matrix products whose operand is gathered from images part by part: the patches that a kernel
// covers, with +0 where they reach beyond the image.
//
// The forward pass has a row for each output channel, a lane for each output pixel of every sample and a k for each
// (input channel, kernel row, kernel column). The input's gradient is the same with the channels exchanged, of the
// output's gradient, for the input's pixels. The weight's gradient has a row for each weight of an output channel, a
// lane for each output channel and a k for each output pixel of every sample.

// Where tile number `tile` of packed rows begins: packing may write up to LANES elements behind a tile.
ALWAYS_INLINE size_t NAME(packed_tile)(size_t tile, size_t tiles, size_t rows, size_t k) {
  return NAME(tile_start)(tile, tiles, rows) * k + tile * LANES;
}

static size_t NAME(tile_count)(size_t rows) { return (rows + TILE_ROWS - 1) / TILE_ROWS; }

static void NAME(pack_weights)(void *packed, const reprise_weights *w, size_t begin, size_t end) {
  const size_t tiles = NAME(tile_count)(w->rows), k = w->channels * w->taps;
  for (size_t tile = begin; tile < end; tile++) {
    const size_t start = NAME(tile_start)(tile, tiles, w->rows);
    const size_t height = NAME(tile_start)(tile + 1, tiles, w->rows) - start;
    const T *const from = (const T *)w->from + (ptrdiff_t)start * w->row_stride;
    T *to = (T *)packed + NAME(packed_tile)(tile, tiles, w->rows, k);
    if (w->channel_stride == (ptrdiff_t)w->taps || w->taps == 1) {
      NAME(pack)(to, height, height, w->rows - start, k, from, w->row_stride, w->taps == 1 ? w->channel_stride : 1);
      continue;
    }
    size_t c = 0;
#if VECTOR_BYTES != 0
    // What a block reads too much belongs to the next channel, and what it writes too much the next one mends.
    if (w->taps <= LANES && height <= LANES && (LANES - w->taps) * height + LANES <= w->taps * height &&
        (ptrdiff_t)LANES <= w->channel_stride)
      for (; c + 1 < w->channels; c++, to += w->taps * height)
        NAME(transpose_block)(to, (ptrdiff_t)height, from + (ptrdiff_t)c * w->channel_stride, w->row_stride,
                              (int)height);
#endif
    for (; c < w->channels; c++)
      for (size_t t = 0; t < w->taps; t++, to += height)
        for (size_t i = 0; i < height; i++)
          to[i] = from[(ptrdiff_t)i * w->row_stride + (ptrdiff_t)c * w->channel_stride + (ptrdiff_t)t];
  }
}

// Rows k0..<k1 of the taps that take part, of a packed tile that has all of them.
static void NAME(pick_weights)(T *to, const T *tile, const reprise_patch_product *p, size_t height, size_t k0,
                               size_t k1) {
  const size_t taps = p->patches.taps;
  if (k0 == k1) return;  // there may be no taps
  for (size_t k = k0, c = k0 / taps, t = k0 % taps; k < k1; k++, to += height) {
    const T *const from = tile + (c * p->window + (size_t)p->places[t]) * height;
    for (size_t i = 0; i < height; i++) to[i] = from[i];
    if (++t == taps) {
      t = 0;
      c++;
    }
  }
}

// Panels that are multiplied at once by each tile of weights, the part of a patch that they hold, and the tiles whose
// sums are kept meanwhile.
#define PANELS ((size_t)8)
#define PATCH_PART ((size_t)(2048 / BYTES))
#define TILES ((size_t)(1792 / TILE_ROWS))
_Static_assert(((PATCH_PART + TILES * TILE_ROWS) * PANELS * TILE_LANES + PATCH_PART * TILE_ROWS) * BYTES <=
                   REPRISE_MATMUL_WORKSPACE,
               "the workspace holds them");

// Where a panel's lanes lie in the result.
typedef struct NAME(places) {
  ptrdiff_t at[TILE_LANES];
  size_t width, present;
  int direct;  // whether the whole panel lies side by side
  int rows;    // whether it lies in stretches of at least 8
} NAME(places);

ALWAYS_INLINE void NAME(find_places)(NAME(places) *places, const reprise_patch_product *p, size_t first,
                                     size_t present) {
  const size_t columns = p->patches.columns, positions = p->patches.rows * columns;
  size_t i = first % positions / columns, j = first % columns, stretches = 1;
  ptrdiff_t sample = (ptrdiff_t)(first / positions) * p->y_sample;
  for (size_t lane = 0; lane < present; lane++) {
    places->at[lane] = sample + (ptrdiff_t)i * p->y_row + (ptrdiff_t)j * p->y_column;
    stretches += lane > 0 && places->at[lane] != places->at[lane - 1] + 1;
    if (++j < columns) continue;
    j = 0;
    if (++i < p->patches.rows) continue;
    i = 0;
    sample += p->y_sample;
  }
  places->present = present;
  places->width = present <= (size_t)LANES ? LANES : TILE_LANES;
  places->direct = present == TILE_LANES && stretches == 1;
  places->rows = 8 * stretches <= present;
}

ALWAYS_INLINE void NAME(scatter)(T *y, const T *from, const NAME(places) *places) {
  size_t l = 0;
#if VECTOR_BYTES != 0
  // Vectors of neighbors.
  if (places->rows)
    while (l + LANES <= places->present) {
      if (places->at[l + LANES - 1] == places->at[l] + LANES - 1) {
        NAME(store)(y + places->at[l], NAME(load)(from + l));
        l += LANES;
      } else {
        y[places->at[l]] = from[l];
        l++;
      }
    }
#endif
  for (; l < places->present; l++) y[places->at[l]] = from[l];
}

static void NAME(patch_product)(const reprise_patch_product *p, size_t begin, size_t end, void *workspace) {
  const reprise_patches *const patches = &p->patches;
  const size_t k = patches->channels * patches->taps, k_parts = k ? (k + PATCH_PART - 1) / PATCH_PART : 1;
  const size_t tiles = NAME(tile_count)(p->outputs);
  const size_t all_k = patches->channels * p->window;
  T *const packed = workspace, *const kept = packed + PATCH_PART * PANELS * TILE_LANES;
  T *const picked = kept + TILES * TILE_ROWS * PANELS * TILE_LANES;
  for (size_t lane0 = begin; lane0 < end; lane0 += PANELS * TILE_LANES) {
    const size_t lanes = NAME(minimum)(end - lane0, PANELS * TILE_LANES);
    const size_t panels = (lanes + TILE_LANES - 1) / TILE_LANES;
    NAME(places) places[PANELS];
    for (size_t panel = 0; panel < panels; panel++)
      NAME(find_places)(&places[panel], p, lane0 + panel * TILE_LANES,
                        NAME(minimum)(lanes - panel * TILE_LANES, TILE_LANES));
    for (size_t tile0 = 0; tile0 < tiles; tile0 += TILES)
      for (size_t part = 0; part < k_parts; part++) {
        const size_t k0 = NAME(tile_start)(part, k_parts, k), k1 = NAME(tile_start)(part + 1, k_parts, k);
        for (size_t panel = 0; panel < panels; panel++)
          NAME(pack_patches)(packed + panel * TILE_LANES * (k1 - k0), places[panel].width, patches,
                             lane0 + panel * TILE_LANES, places[panel].present, places[panel].width, k0, k1);
        for (size_t tile = tile0; tile < NAME(minimum)(tiles, tile0 + TILES); tile++) {
          const size_t start = NAME(tile_start)(tile, tiles, p->outputs);
          const int height = (int)(NAME(tile_start)(tile + 1, tiles, p->outputs) - start);
          const T *const weights = (const T *)p->weights + NAME(packed_tile)(tile, tiles, p->outputs, all_k);
          if (p->places) NAME(pick_weights)(picked, weights, p, (size_t)height, k0, k1);
          for (size_t panel = 0; panel < panels; panel++) {
            const int direct = places[panel].direct;
            const size_t width = places[panel].width;
            // Sums of a single part of k need no place of their own.
            const size_t place = k_parts == 1 ? 0 : (tile - tile0) * PANELS + panel;
            T *const sums = kept + place * TILE_ROWS * TILE_LANES;
            T *const y = (T *)p->y + (ptrdiff_t)start * p->y_output;
            const NAME(tile) t = {
                .row = p->places ? picked : weights + k0 * (size_t)height,
                .stride = height,
                .panel = packed + panel * TILE_LANES * (k1 - k0),
                .panel_stride = (ptrdiff_t)width,
                .k = k1 - k0,
                .c = direct ? y + places[panel].at[0] : sums,
                .c_row = direct ? p->y_output : (ptrdiff_t)width,
                .c_lane = 1,
                .lanes = width,
                .row_bias = p->bias ? (const T *)p->bias + start : 0,
                .clears = part == 0,
                .finishes = part + 1 == k_parts,
            };
            NAME(run_tile)(height, width == LANES ? 1 : TILE_VECTORS, 0, &t);
            if (!direct && t.finishes)
              for (int i = 0; i < height; i++)
                NAME(scatter)(y + i * p->y_output, sums + (size_t)i * width, &places[panel]);
          }
        }
      }
  }
}
#undef PANELS
#undef PATCH_PART
#undef TILES

// Parts of the pixels, the output channels and the weights that are worked on at once; multiples of a tile's sides.
#define PIXELS ((size_t)(1024 / BYTES))
#define OUTPUTS ((size_t)(128 / TILE_LANES * TILE_LANES))
#define WEIGHTS ((size_t)(560 / TILE_ROWS * TILE_ROWS))
// Rows a multiple of 1 KiB apart would share a few sets of the cache.
#define PATCH_STRIDE (PIXELS + LANES)
_Static_assert((PIXELS * OUTPUTS + WEIGHTS * PATCH_STRIDE) * BYTES <= REPRISE_MATMUL_WORKSPACE, "the workspace holds both");

// panel[l * width + i] = dy of output channel `output` + i at pixel first + l of all samples; +0 for i >= present.
static void NAME(pack_gradients)(T *panel, size_t width, size_t present, const reprise_weight_gradient *g,
                                 size_t output, size_t first, size_t pixels) {
  const size_t positions = g->patches.rows * g->patches.columns;
  const T *const dy = g->dy;
  if (positions == 1) {
    NAME(pack)(panel, width, present, g->outputs - output, pixels, dy + first * g->outputs + output, 1,
               (ptrdiff_t)g->outputs);
    return;
  }
  for (size_t done = 0; done < pixels;) {
    const size_t sample = (first + done) / positions, position = (first + done) % positions;
    const size_t count = NAME(minimum)(positions - position, pixels - done);
    NAME(pack)(panel + done * width, width, present, present, count,
               dy + (sample * g->outputs + output) * positions + position, (ptrdiff_t)positions, 1);
    done += count;
  }
}

// The chains of dbias go on over a panel's rows.
static void NAME(add_to_bias)(T *bias, const T *panel, size_t width, size_t present, size_t pixels) {
  V sum[TILE_VECTORS];
  T values[TILE_LANES] = {0};
  for (size_t l = 0; l < present; l++) values[l] = bias[l];
  for (int v = 0; v < TILE_VECTORS; v++) sum[v] = NAME(load)(values + v * LANES);
  if (width == TILE_LANES)
    for (size_t p = 0; p < pixels; p++)
      for (int v = 0; v < TILE_VECTORS; v++) sum[v] = sum[v] + NAME(load)(panel + p * TILE_LANES + v * LANES);
  else
    for (size_t p = 0; p < pixels; p++) sum[0] = sum[0] + NAME(load)(panel + p * LANES);
  for (int v = 0; v < TILE_VECTORS; v++) NAME(store)(values + v * LANES, sum[v]);
  for (size_t l = 0; l < present; l++) bias[l] = values[l];
}

// Some weights' chains go on over the pixels of a part: those of the patches at `lane`, of which `panels` has dy.
static void NAME(gradient_tiles)(const reprise_patches *patches, size_t weight_begin, size_t weight_end,
                                 size_t row_step, T *sums, size_t lane, size_t pixels,
                                 const T *panels, size_t outputs, int clears, T *rows) {
  for (size_t weight0 = weight_begin; weight0 < weight_end; weight0 += WEIGHTS) {
    const size_t weights = NAME(minimum)(WEIGHTS, weight_end - weight0), tiles = NAME(tile_count)(weights);
    NAME(pack_patches)(rows, PATCH_STRIDE, patches, lane, pixels, (pixels + LANES - 1) / LANES * LANES, weight0,
                       weight0 + weights);
    for (size_t tile = 0; tile < tiles; tile++) {
      const size_t start = NAME(tile_start)(tile, tiles, weights);
      const int height = (int)(NAME(tile_start)(tile + 1, tiles, weights) - start);
      for (size_t l = 0; l < outputs; l += TILE_LANES) {
        const int vectors = outputs - l <= LANES ? 1 : TILE_VECTORS;
        const NAME(tile) t = {
            .row = rows + start * PATCH_STRIDE,
            .stride = PATCH_STRIDE,
            .panel = panels + l * pixels,
            .panel_stride = vectors * LANES,
            .k = pixels,
            .c = sums + (weight0 + start) * row_step + l,
            .c_row = (ptrdiff_t)row_step,
            .c_lane = 1,
            .lanes = (size_t)vectors * LANES,
            .clears = clears,
        };
        NAME(run_tile)(height, vectors, 1, &t);
      }
    }
  }
}

// The same for samples of one position, tap by tap: one that lies outside of the image has no pixel.
static void NAME(gradient_of_taps)(const reprise_patches *all, size_t weight_begin, size_t weight_end, size_t room,
                                   T *sums, size_t sample, size_t samples, const T *panels, size_t outputs, int clears,
                                   T *rows) {
  for (size_t t = 0; t < all->taps; t++) {
    reprise_patches patches = *all;
    patches.taps = 1;
    patches.down = all->down + t;
    patches.right = all->right + t;
    const int inside = *patches.down >= 0 && *patches.down < (ptrdiff_t)all->height && *patches.right >= 0 &&
                       *patches.right < (ptrdiff_t)all->width;
    NAME(gradient_tiles)(&patches, weight_begin / all->taps, weight_end / all->taps, all->taps * room,
                         sums + t * room, sample, inside ? samples : 0, panels, outputs, clears, rows);
  }
}

static void NAME(weight_gradient)(const reprise_weight_gradient *g, size_t weight_begin, size_t weight_end,
                                  size_t output_begin, size_t output_end, void *workspace) {
  const size_t all_pixels = g->patches.samples * g->patches.rows * g->patches.columns;
  T *const panels = workspace, *const rows = panels + PIXELS * OUTPUTS;
  for (size_t output0 = output_begin; output0 < output_end; output0 += OUTPUTS)
    for (size_t pixel0 = 0; pixel0 < all_pixels; pixel0 += PIXELS) {
      const size_t pixels = NAME(minimum)(PIXELS, all_pixels - pixel0);
      const size_t outputs = NAME(minimum)(OUTPUTS, output_end - output0);
      for (size_t l = 0; l < outputs; l += TILE_LANES) {
        const size_t present = NAME(minimum)(outputs - l, TILE_LANES), width = present <= LANES ? LANES : TILE_LANES;
        NAME(pack_gradients)(panels + l * pixels, width, present, g, output0 + l, pixel0, pixels);
        if (g->bias && weight_begin == 0)
          NAME(add_to_bias)((T *)g->bias + output0 + l, panels + l * pixels, width, present, pixels);
      }
      T *const sums = (T *)g->sums + output0;
      const int clears = pixel0 == 0 && !g->continues;
      if (g->skips)
        NAME(gradient_of_taps)(&g->patches, weight_begin, weight_end, g->room, sums, pixel0, pixels, panels, outputs,
                               clears, rows);
      else
        NAME(gradient_tiles)(&g->patches, weight_begin, weight_end, g->room, sums, pixel0, pixels, panels, outputs,
                             clears, rows);
    }
}
#undef PIXELS
#undef OUTPUTS
#undef WEIGHTS
#undef PATCH_STRIDE

static void NAME(transpose)(void *to, size_t to_stride, const void *from, size_t from_stride, size_t rows,
                            size_t columns) {
  T *const out = to;
  const T *const in = from;
  size_t i = 0;
#if VECTOR_BYTES != 0
  for (; i + LANES <= rows; i += LANES) {
    size_t j = 0;
    for (; j + LANES <= columns; j += LANES)
      NAME(transpose_block)(out + j * to_stride + i, (ptrdiff_t)to_stride, in + i * from_stride + j,
                            (ptrdiff_t)from_stride, LANES);
    for (; j < columns; j++)
      for (size_t l = i; l < i + LANES; l++) out[j * to_stride + l] = in[l * from_stride + j];
  }
#endif
  for (; i < rows; i++)
    for (size_t j = 0; j < columns; j++) out[j * to_stride + i] = in[i * from_stride + j];
}

static int NAME(least_exponent)(const void *from, size_t n, int *is_finite) {
  const NAME(word) *const x = from;
  const NAME(word) magnitude = ~(NAME(word))0 >> 1;
  NAME(word) least = magnitude, largest = 0;
  for (size_t i = 0; i < n; i++) {
    const NAME(word) bits = x[i] & magnitude;
    // 0 becomes the largest of all.
    const NAME(word) order = bits - 1;
    least = order < least ? order : least;
    largest = bits > largest ? bits : largest;
  }
  const int fraction = BYTES == 4 ? 23 : 52, bias = BYTES == 4 ? 127 : 1023;
  *is_finite = (int)(largest >> fraction) <= 2 * bias;
  const int exponent = (int)((least + 1) >> fraction);
  return (exponent ? exponent : 1) - bias;
}
