// Losses that compare outputs with targets element by element: squared error and binary cross-entropy.

// An element's target: its value, or 1 at the row's class and 0 elsewhere where there are no values.
ALWAYS_INLINE T NAME(target_of)(const T *values, size_t class_index, size_t j) {
  return values ? values[j] : j == class_index ? (T)1 : (T)0;
}

ALWAYS_INLINE T NAME(squared_error_of)(T x, T t) {
  const T d = x - t;
  return d * d;
}

ALWAYS_INLINE T NAME(at_least_minus_100)(T x) { return x < -100 ? (T)-100 : x; }

ALWAYS_INLINE T NAME(binary_cross_entropy_of)(T x, T t) {
  const T of_zero = NAME(at_least_minus_100)(LOG1P(-x));
  const T of_one = NAME(at_least_minus_100)(LOG(x));
  const T zero_part = (t - 1) * of_zero;
  const T one_part = t * of_one;
  return zero_part - one_part;
}

// Each row's loss: its elements' chain times `inverse`.
ALWAYS_INLINE T NAME(row_mean)(const T *elements, size_t columns, T inverse) {
  T sum = 0;
  for (size_t j = 0; j < columns; j++) sum = sum + elements[j];
  return sum * inverse;
}

static void NAME(squared_error)(void *elements, void *losses, const void *outputs, const void *values,
                                const uint8_t *restrict classes, double inverse, size_t rows, size_t columns) {
  for (size_t i = 0; i < rows; i++) {
    T *restrict e = (T *)elements + i * columns;
    const T *restrict x = (const T *)outputs + i * columns;
    const T *t = values ? (const T *)values + i * columns : 0;
    const size_t class_index = values ? 0 : classes[i];
    for (size_t j = 0; j < columns; j++) e[j] = NAME(squared_error_of)(x[j], NAME(target_of)(t, class_index, j));
    ((T *)losses)[i] = NAME(row_mean)(e, columns, (T)inverse);
  }
}

static void NAME(squared_error_backward)(void *gradient, const void *outputs, const void *values,
                                         const uint8_t *restrict classes, double scale, size_t rows,
                                         size_t columns) {
  for (size_t i = 0; i < rows; i++) {
    T *restrict dx = (T *)gradient + i * columns;
    const T *restrict x = (const T *)outputs + i * columns;
    const T *t = values ? (const T *)values + i * columns : 0;
    const size_t class_index = values ? 0 : classes[i];
    for (size_t j = 0; j < columns; j++) {
      const T d = x[j] - NAME(target_of)(t, class_index, j);
      dx[j] = d * (T)scale;
    }
  }
}

static void NAME(binary_cross_entropy)(void *elements, void *losses, const void *outputs, const void *values,
                                       const uint8_t *restrict classes, double inverse, size_t rows,
                                       size_t columns) {
  for (size_t i = 0; i < rows; i++) {
    T *restrict e = (T *)elements + i * columns;
    const T *restrict x = (const T *)outputs + i * columns;
    const T *t = values ? (const T *)values + i * columns : 0;
    const size_t class_index = values ? 0 : classes[i];
    for (size_t j = 0; j < columns; j++)
      e[j] = NAME(binary_cross_entropy_of)(x[j], NAME(target_of)(t, class_index, j));
    ((T *)losses)[i] = NAME(row_mean)(e, columns, (T)inverse);
  }
}

static void NAME(binary_cross_entropy_backward)(void *gradient, const void *outputs, const void *values,
                                                const uint8_t *restrict classes, double scale, size_t rows,
                                                size_t columns) {
  for (size_t i = 0; i < rows; i++) {
    T *restrict dx = (T *)gradient + i * columns;
    const T *restrict x = (const T *)outputs + i * columns;
    const T *t = values ? (const T *)values + i * columns : 0;
    const size_t class_index = values ? 0 : classes[i];
    for (size_t j = 0; j < columns; j++) {
      const T d = x[j] - NAME(target_of)(t, class_index, j);
      const T product = (1 - x[j]) * x[j];
      const T denominator = product < (T)1e-12 ? (T)1e-12 : product;
      const T quotient = d / denominator;
      dx[j] = quotient * (T)scale;
    }
  }
}
