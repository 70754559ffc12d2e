// Pooling of planes. A window's elements are taken in ascending row-major order; windows side by side run
// in lanes.

// How the elements of windows side by side may be read: whole vectors of them, which are in the plane; whole vectors,
// of which some lanes are beside the plane; or one by one, next to the ends of the array.
enum NAME(reading) { NAME(INSIDE), NAME(MASKED), NAME(ONE_BY_ONE) };

// The maxima and winners of the windows (oy, first..<first + n), n <= LANES, of a plane. The compiler knows `stride`
// and `reading`.
ALWAYS_INLINE void NAME(max_pool_of)(T *restrict y, T *restrict winners, const T *x, const reprise_pool *a, size_t oy,
                                     size_t first, size_t n, const size_t stride, const enum NAME(reading) reading) {
  const size_t pad = a->padding;
  const V nothing = NAME(splat)(-(T)__builtin_inf());
  const size_t top = oy * stride < pad ? pad - oy * stride : 0;
  // The window's first element in the plane wins while nothing is larger, even if all are -inf.
  V best = nothing, winner = NAME(splat)((T)(int)(top * a->width));
  if (first * stride < pad) {
    T columns[LANES] = {0};
    for (size_t l = 0; l < n && (first + l) * stride < pad; l++) columns[l] = (T)(int)(pad - (first + l) * stride);
    winner = winner + NAME(load)(columns);
  }
  for (size_t ky = top; ky < a->kernel_height && oy * stride + ky - pad < a->height; ky++) {
    const T *const row = x + (oy * stride + ky - pad) * a->width;
    for (size_t kx = 0; kx < a->kernel_width; kx++) {
      const ptrdiff_t column = (ptrdiff_t)(first * stride + kx) - (ptrdiff_t)pad;
      V v;
      if (reading != NAME(ONE_BY_ONE)) {
        v = stride == 1 ? NAME(load)(row + column) : NAME(load_every_second)(row + column);
        if (reading == NAME(MASKED)) {
          const ptrdiff_t left = (ptrdiff_t)a->width - column;
          const size_t begin = column < 0 ? ((size_t)-column + stride - 1) / stride : 0;
          const size_t end = left > 0 ? NAME(minimum)(((size_t)left + stride - 1) / stride, LANES) : 0;
          v = NAME(lanes_between)(begin, end) ? v : nothing;
        }
      } else {
        T tap[LANES];
        NAME(store)(tap, nothing);
        for (size_t l = 0; l < n; l++) {
          const ptrdiff_t at = column + (ptrdiff_t)(l * stride);
          if (at >= 0 && at < (ptrdiff_t)a->width) tap[l] = row[at];
        }
        v = NAME(load)(tap);
      }
      // The first of equal values stays; NaN wins over numbers.
      const NAME(mask) takes = (v > best) | ((v != v) & (best == best));
      best = takes ? v : best;
      winner = takes ? NAME(splat)((T)(int)(ky * a->width + kx)) : winner;
    }
  }
  if (n == LANES) {
    NAME(store)(y, best);
    NAME(store)(winners, winner);
    return;
  }
  T values[LANES], numbers[LANES];
  NAME(store)(values, best);
  NAME(store)(numbers, winner);
  for (size_t l = 0; l < n; l++) {
    y[l] = values[l];
    winners[l] = numbers[l];
  }
}

static void NAME(max_pool)(void *outputs, void *winners, const void *inputs, const reprise_pool *a, size_t planes) {
  const size_t s = a->stride, pad = a->padding;
  T *y = outputs, *winner = winners;
  for (size_t plane = 0; plane < planes; plane++)
    for (size_t oy = 0; oy < a->rows; oy++) {
      const T *const x = (const T *)inputs + plane * a->height * a->width;
      for (size_t first = 0; first < a->columns; first += LANES) {
        const size_t n = NAME(minimum)(a->columns - first, LANES);
        const size_t last_column = first * s + a->kernel_width - 1;
        // Vectors begin at the first row at the earliest, and end behind the last row's last column.
        const size_t bottom = NAME(minimum)(oy * s + a->kernel_height, a->height + pad) - 1;
        const size_t room = ((planes - plane) * a->height + pad - bottom) * a->width + pad;
        const size_t row = plane * a->height + (oy * s > pad ? oy * s - pad : 0);
        const int readable = s <= 2 && last_column + s * LANES <= room && row * a->width + first * s >= pad;
        const int inside = first * s >= pad && last_column + (n - 1) * s < a->width + pad;
        if (readable && inside && s == 1)
          NAME(max_pool_of)(y, winner, x, a, oy, first, n, 1, NAME(INSIDE));
        else if (readable && inside)
          NAME(max_pool_of)(y, winner, x, a, oy, first, n, 2, NAME(INSIDE));
        else if (readable && s == 1)
          NAME(max_pool_of)(y, winner, x, a, oy, first, n, 1, NAME(MASKED));
        else if (readable)
          NAME(max_pool_of)(y, winner, x, a, oy, first, n, 2, NAME(MASKED));
        else
          NAME(max_pool_of)(y, winner, x, a, oy, first, n, s, NAME(ONE_BY_ONE));
        y += n;
        winner += n;
      }
    }
}

static void NAME(max_pool_backward)(void *gradients, const void *winners, const void *output_gradients,
                                    const reprise_pool *a, size_t planes) {
  const T *restrict winner = winners, *restrict dy = output_gradients;
  for (size_t plane = 0; plane < planes; plane++) {
    T *restrict dx = (T *)gradients + plane * a->height * a->width;
    for (size_t i = 0; i < a->height * a->width; i++) dx[i] = 0;
    for (size_t oy = 0; oy < a->rows; oy++) {
      ptrdiff_t corner = (ptrdiff_t)(oy * a->stride * a->width) - (ptrdiff_t)(a->padding * a->width + a->padding);
      for (size_t ox = 0; ox < a->columns; ox++, corner += (ptrdiff_t)a->stride) {
        T *to = dx + (corner + (ptrdiff_t)(int32_t)*winner++);
        *to = *to + *dy++;
      }
    }
  }
}

// y[j] = y[j] + x[j * stride], for a stride that the compiler knows.
ALWAYS_INLINE void NAME(add_taps)(T *restrict y, const T *restrict x, size_t n, size_t stride) {
  for (size_t j = 0; j < n; j++) y[j] = y[j] + x[j * stride];
}

// How many windows of a row, or of a column, lie in the plane: all, or all but a last one that is cut off.
ALWAYS_INLINE size_t NAME(whole_windows)(size_t length, size_t kernel, size_t stride) {
  return (length - kernel) / stride + 1;
}

// 1 / (rows * columns), what the sum of a window that has so many in the plane is multiplied by.
ALWAYS_INLINE T NAME(mean_scale)(size_t rows, size_t columns) { return (T)(1.0 / (double)(rows * columns)); }

static void NAME(average_pool)(void *outputs, const void *inputs, const reprise_pool *a, size_t planes) {
  const size_t whole = NAME(whole_windows)(a->width, a->kernel_width, a->stride);
  for (size_t plane = 0; plane < planes; plane++) {
    const T *x = (const T *)inputs + plane * a->height * a->width;
    for (size_t oy = 0; oy < a->rows; oy++) {
      T *y = (T *)outputs + (plane * a->rows + oy) * a->columns;
      const size_t below = a->height - oy * a->stride;
      const size_t kernel_rows = below < a->kernel_height ? below : a->kernel_height;
      for (size_t ox = 0; ox < a->columns; ox++) y[ox] = 0;
      for (size_t ky = 0; ky < kernel_rows; ky++)
        for (size_t kx = 0; kx < a->kernel_width; kx++) {
          const T *tap = x + (oy * a->stride + ky) * a->width + kx;
          const size_t n = whole * a->stride + kx < a->width ? a->columns : whole;
          if (a->stride == 1)
            NAME(add_taps)(y, tap, n, 1);
          else if (a->stride == 2)
            NAME(add_taps)(y, tap, n, 2);
          else
            NAME(add_taps)(y, tap, n, a->stride);
        }
      const T scale = NAME(mean_scale)(kernel_rows, a->kernel_width);
      for (size_t ox = 0; ox < whole; ox++) y[ox] = y[ox] * scale;
      if (whole < a->columns) y[whole] = y[whole] * NAME(mean_scale)(kernel_rows, a->width - whole * a->stride);
    }
  }
}

static void NAME(average_pool_backward)(void *gradients, const void *output_gradients, const reprise_pool *a,
                                        size_t planes) {
  const size_t whole = NAME(whole_windows)(a->width, a->kernel_width, a->stride);
  for (size_t plane = 0; plane < planes; plane++) {
    T *restrict dx = (T *)gradients + plane * a->height * a->width;
    const T *restrict dy = (const T *)output_gradients + plane * a->rows * a->columns;
    for (size_t i = 0; i < a->height * a->width; i++) dx[i] = 0;
    for (size_t oy = 0; oy < a->rows; oy++, dy += a->columns) {
      const size_t below = a->height - oy * a->stride;
      const size_t kernel_rows = below < a->kernel_height ? below : a->kernel_height;
      const T scale = NAME(mean_scale)(kernel_rows, a->kernel_width);
      for (size_t ky = 0; ky < kernel_rows; ky++) {
        T *restrict row = dx + (oy * a->stride + ky) * a->width;
        // Of two windows that share an element, the one with the larger kx is the one further left.
        for (size_t kx = a->kernel_width; kx-- > 0;) {
          for (size_t ox = 0; ox < whole; ox++)
            row[ox * a->stride + kx] = row[ox * a->stride + kx] + dy[ox] * scale;
          const size_t last = whole * a->stride + kx;
          if (whole < a->columns && last < a->width)
            row[last] = row[last] + dy[whole] * NAME(mean_scale)(kernel_rows, a->width - whole * a->stride);
        }
      }
    }
  }
}

static void NAME(spread_means)(void *gradients, const void *mean_gradients, double scale, size_t planes,
                               size_t positions) {
  T *restrict dx = gradients;
  const T *restrict dy = mean_gradients;
  for (size_t plane = 0; plane < planes; plane++) {
    const T g = (T)0 + dy[plane] * (T)scale;
    for (size_t p = 0; p < positions; p++) dx[plane * positions + p] = g;
  }
}
