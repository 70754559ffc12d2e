// Sums. Each is one chain in ascending order.

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

static void NAME(sum_rows)(void *to, const void *from, size_t rows, size_t columns, size_t stride, int continues) {
  T *restrict total = to;
  const T *restrict x = from;
  if (!continues)
    for (size_t j = 0; j < columns; j++) total[j] = 0;
  for (size_t i = 0; i < rows; i++)
    for (size_t j = 0; j < columns; j++) total[j] = total[j] + x[i * stride + j];
}
