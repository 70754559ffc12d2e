// Element by element, and the plain chains of additions.

static void NAME(add)(void *to, const void *from, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  for (size_t i = 0; i < n; i++) y[i] = y[i] + x[i];
}

static void NAME(relu)(void *to, const void *from, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  for (size_t i = 0; i < n; i++) y[i] = NAME(relu_of)(x[i]);
}

static void NAME(relu_backward)(void *to, const void *output, const void *gradient, size_t n) {
  T *restrict dx = to;
  const T *restrict y = output, *restrict dy = gradient;
  for (size_t i = 0; i < n; i++) dx[i] = y[i] <= 0 ? (T)0 : dy[i];
}

static void NAME(sum_rows)(void *to, const void *from, size_t rows, size_t columns, size_t stride, int continues) {
  T *restrict total = to;
  const T *restrict x = from;
  if (!continues)
    for (size_t j = 0; j < columns; j++) total[j] = 0;
  for (size_t i = 0; i < rows; i++)
    for (size_t j = 0; j < columns; j++) total[j] = total[j] + x[i * stride + j];
}

static double NAME(sum)(const void *from, size_t n) {
  const T *x = from;
  T total = 0;
  for (size_t i = 0; i < n; i++) total = total + x[i];
  return total;
}

static double NAME(sum_of_squares)(const void *from, size_t n) {
  const T *x = from;
  double total = 0;
  for (size_t i = 0; i < n; i++) {
    const double square = (double)x[i] * (double)x[i];
    total = total + square;
  }
  return total;
}

static void NAME(look_up)(void *to, const uint8_t *restrict x, const void *values, size_t n) {
  T *restrict y = to;
  const T *restrict table = values;
  for (size_t i = 0; i < n; i++) y[i] = table[x[i]];
}
