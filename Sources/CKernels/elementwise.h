// One number after the other: sums and products of two arrays, masks, tables.

static void NAME(add)(void *to, const void *from, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  for (size_t i = 0; i < n; i++) y[i] = y[i] + x[i];
}

static void NAME(add_two)(void *to, const void *first, const void *second, size_t n) {
  // y may be a or b: each element is read before it is written.
  T *y = to;
  const T *a = first, *b = second;
#pragma clang loop vectorize(assume_safety)
  for (size_t i = 0; i < n; i++) y[i] = a[i] + b[i];
}

static void NAME(multiply_by)(void *values, double factor, size_t n) {
  T *x = values;
  for (size_t i = 0; i < n; i++) x[i] = x[i] * (T)factor;
}

static void NAME(clamp)(void *values, double limit, size_t n) {
  T *x = values;
  const T upper = (T)limit, lower = -upper;
  for (size_t i = 0; i < n; i++) x[i] = x[i] < lower ? lower : x[i] > upper ? upper : x[i];
}

static void NAME(projected_step)(void *moved, const void *from, const void *gradient, double size, double epsilon,
                                 size_t n) {
  T *restrict a = moved;
  const T *restrict x = from, *restrict g = gradient;
  const T step = (T)size, farthest = (T)epsilon;
  for (size_t i = 0; i < n; i++) {
    const T direction = g[i] > 0 ? step : g[i] < 0 ? -step : g[i] * step;
    const T place = a[i] + direction;
    T distance = place - x[i];
    distance = distance < -farthest ? -farthest : distance > farthest ? farthest : distance;
    const T projected = x[i] + distance;
    a[i] = projected < 0 ? 0 : projected > 1 ? 1 : projected;
  }
}

static void NAME(apply_mask)(void *to, const void *from, const uint8_t *restrict mask, double scale, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  const T kept = (T)scale;
  for (size_t i = 0; i < n; i++) y[i] = x[i] * (mask[i] ? kept : (T)0);
}

static void NAME(look_up)(void *to, const uint8_t *restrict x, const void *values, size_t n) {
  T *restrict y = to;
  const T *restrict table = values;
  for (size_t i = 0; i < n; i++) y[i] = table[x[i]];
}
