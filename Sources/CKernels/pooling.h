// Pooling of planes. A window's elements are taken in ascending row-major order; windows side by side run
// in lanes.

// Windows side by side that are compared at once.
#define SPAN 64

// Tap number kx of the windows first..<first + n beside each other: x[(first + j) stride + kx - padding], or
// -inf where that lies beside the plane.
ALWAYS_INLINE void NAME(tap_of)(T *restrict tap, const T *restrict row, const reprise_pool *a, size_t first, size_t n,
                                size_t kx) {
  const ptrdiff_t start = (ptrdiff_t)(first * a->stride + kx) - (ptrdiff_t)a->padding;
  const ptrdiff_t stride = (ptrdiff_t)a->stride, width = (ptrdiff_t)a->width;
  if (start >= 0 && start + (ptrdiff_t)(n - 1) * stride < width) {
    row += start;
    if (stride == 1)
      for (size_t j = 0; j < n; j++) tap[j] = row[j];
    else if (stride == 2)
      for (size_t j = 0; j < n; j++) tap[j] = row[2 * j];
    else
      for (size_t j = 0; j < n; j++) tap[j] = row[j * a->stride];
    return;
  }
  for (size_t j = 0; j < n; j++) {
    const ptrdiff_t at = start + (ptrdiff_t)j * stride;
    tap[j] = at >= 0 && at < width ? row[at] : -(T)__builtin_inf();
  }
}

static void NAME(max_pool)(void *outputs, void *winners, const void *inputs, const reprise_pool *a, size_t planes) {
  const size_t s = a->stride;
  _Alignas(64) T best[SPAN], winner[SPAN], tap[SPAN];
  for (size_t j = 0; j < SPAN; j++) best[j] = winner[j] = tap[j] = 0;
  for (size_t plane = 0; plane < planes; plane++) {
    const T *x = (const T *)inputs + plane * a->height * a->width;
    for (size_t oy = 0; oy < a->rows; oy++)
      for (size_t first = 0; first < a->columns; first += SPAN) {
        const size_t n = a->columns - first < SPAN ? a->columns - first : SPAN;
        const size_t at = (plane * a->rows + oy) * a->columns + first;
        const size_t top = oy * s < a->padding ? a->padding - oy * s : 0;
        // The window's first element in the plane wins while nothing is larger, even if all are -inf.
        for (size_t j = 0; j < n; j++) best[j] = -(T)__builtin_inf();
        for (size_t j = 0; j < n; j++) winner[j] = (T)(int)(top * a->width);
        for (size_t j = 0; j < n && (first + j) * s < a->padding; j++)
          winner[j] = (T)(int)(top * a->width + a->padding - (first + j) * s);
        for (size_t ky = top; ky < a->kernel_height && oy * s + ky - a->padding < a->height; ky++)
          for (size_t kx = 0; kx < a->kernel_width; kx++) {
            NAME(tap_of)(tap, x + (oy * s + ky - a->padding) * a->width, a, first, n, kx);
            const V index = NAME(splat)((T)(int)(ky * a->width + kx));
            for (size_t j = 0; j < n; j += LANES) {
              const V v = NAME(load)(tap + j), b = NAME(load)(best + j);
              // The first of equal values stays; NaN wins over numbers.
              const __auto_type takes = (v > b) | ((v != v) & (b == b));
              NAME(store)(best + j, takes ? v : b);
              NAME(store)(winner + j, takes ? index : NAME(load)(winner + j));
            }
          }
        for (size_t j = 0; j < n; j++) {
          ((T *)outputs)[at + j] = best[j];
          ((T *)winners)[at + j] = winner[j];
        }
      }
  }
}

#undef SPAN

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
