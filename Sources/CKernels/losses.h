// Losses, element by element or a row at a time.

// MARK: Softmax with cross-entropy

// The index of a row's first maximum; NaN wins over numbers.
ALWAYS_INLINE size_t NAME(first_maximum)(const T *x, size_t n) {
  size_t best = 0;
  for (size_t j = 1; j < n; j++)
    if (x[j] > x[best] || (x[j] != x[j] && x[best] == x[best])) best = j;
  return best;
}

static void NAME(cross_entropy)(void *probabilities, void *losses, const void *logits,
                                const uint8_t *restrict targets, size_t rows, size_t classes) {
  T *restrict loss = losses;
  for (size_t i = 0; i < rows; i++) {
    const T *restrict x = (const T *)logits + i * classes;
    T *restrict y = (T *)probabilities + i * classes;
    const T maximum = x[NAME(first_maximum)(x, classes)];
    for (size_t j = 0; j < classes; j++) y[j] = x[j] - maximum;
    const T shifted_target = y[targets[i]];
    for (size_t j = 0; j < classes; j++) y[j] = EXP(y[j]);
    T sum = 0;
    for (size_t j = 0; j < classes; j++) sum = sum + y[j];
    for (size_t j = 0; j < classes; j++) y[j] = y[j] / sum;
    loss[i] = LOG(sum) - shifted_target;
  }
}

static void NAME(cross_entropy_backward)(void *gradient, const void *probabilities,
                                         const uint8_t *restrict targets, double scale, size_t rows,
                                         size_t classes) {
  T *restrict dx = gradient;
  const T *restrict softmax = probabilities;
  for (size_t i = 0; i < rows; i++)
    for (size_t j = 0; j < classes; j++) {
      const T one_hot = j == targets[i] ? 1 : 0;
      dx[i * classes + j] = (softmax[i * classes + j] - one_hot) * (T)scale;
    }
}

// A target's probability of class j: keep * q + add, where q is its value, or 1 at the row's class and 0 elsewhere where
// there are no values.
ALWAYS_INLINE T NAME(smoothed)(const T *values, size_t class_index, T keep, T add, size_t j) {
  const T q = values ? values[j] : j == class_index ? (T)1 : (T)0;
  const T kept = keep * q;
  return kept + add;
}

static void NAME(soft_cross_entropy)(void *probabilities, void *losses, const void *logits, const void *values,
                                     const uint8_t *classes, double keep, double add, size_t rows, size_t columns) {
  T *restrict loss = losses;
  for (size_t i = 0; i < rows; i++) {
    const T *restrict x = (const T *)logits + i * columns;
    const T *restrict q = values ? (const T *)values + i * columns : 0;
    T *restrict y = (T *)probabilities + i * columns;
    const T maximum = x[NAME(first_maximum)(x, columns)];
    for (size_t j = 0; j < columns; j++) y[j] = x[j] - maximum;
    for (size_t j = 0; j < columns; j++) y[j] = EXP(y[j]);
    T sum = 0;
    for (size_t j = 0; j < columns; j++) sum = sum + y[j];
    for (size_t j = 0; j < columns; j++) y[j] = y[j] / sum;
    const T log_sum = LOG(sum);
    T total = 0;
    for (size_t j = 0; j < columns; j++) {
      const T shifted = x[j] - maximum;
      const T surprise = log_sum - shifted;
      const T term = NAME(smoothed)(q, classes ? classes[i] : 0, (T)keep, (T)add, j) * surprise;
      total = total + term;
    }
    loss[i] = total;
  }
}

static void NAME(soft_cross_entropy_backward)(void *gradient, const void *probabilities, const void *values,
                                              const uint8_t *classes, double keep, double add, double scale,
                                              size_t rows, size_t columns) {
  for (size_t i = 0; i < rows; i++) {
    const T *restrict q = values ? (const T *)values + i * columns : 0;
    const T *restrict softmax = (const T *)probabilities + i * columns;
    T *restrict dx = (T *)gradient + i * columns;
    const size_t class_index = classes ? classes[i] : 0;
    T total = 0;
    for (size_t j = 0; j < columns; j++) total = total + NAME(smoothed)(q, class_index, (T)keep, (T)add, j);
    for (size_t j = 0; j < columns; j++) {
      const T weighted = softmax[j] * total;
      dx[j] = (weighted - NAME(smoothed)(q, class_index, (T)keep, (T)add, j)) * (T)scale;
    }
  }
}

static size_t NAME(count_hits)(const void *logits, const uint8_t *restrict targets, size_t rows,
                               size_t classes) {
  const T *restrict x = logits;
  size_t hits = 0;
  for (size_t i = 0; i < rows; i++) hits += NAME(first_maximum)(x + i * classes, classes) == targets[i];
  return hits;
}

// MARK: Squared error and binary cross-entropy

// f(x, t, scale) of an element x, what it is compared with and the loss's scale.
typedef T NAME(comparison)(T x, T t, T scale);

// y = f of each element. The target t is its value, or 1 at the row's class and 0 elsewhere where there are no
// values. A row's loss is the sum of its y times `scale`, unless there is no place for it.
ALWAYS_INLINE void NAME(compare)(NAME(comparison) *f, void *to, T *losses, const void *outputs, const void *values,
                                 const uint8_t *restrict classes, T scale, size_t rows, size_t columns) {
  for (size_t i = 0; i < rows; i++) {
    T *restrict y = (T *)to + i * columns;
    const T *restrict x = (const T *)outputs + i * columns;
    // Two loops: one with both kinds of target would not vectorize.
    if (values) {
      const T *restrict t = (const T *)values + i * columns;
      for (size_t j = 0; j < columns; j++) y[j] = f(x[j], t[j], scale);
    } else {
      const size_t class_index = classes[i];
      for (size_t j = 0; j < columns; j++) y[j] = f(x[j], j == class_index ? (T)1 : (T)0, scale);
    }
    if (!losses) continue;
    T sum = 0;
    for (size_t j = 0; j < columns; j++) sum = sum + y[j];
    losses[i] = sum * scale;
  }
}

ALWAYS_INLINE T NAME(squared_error_of)(T x, T t, T scale) {
  (void)scale;
  const T d = x - t;
  return d * d;
}

static void NAME(squared_error)(void *e, void *loss, const void *x, const void *values, const uint8_t *classes,
                                double inverse, size_t rows, size_t columns) {
  NAME(compare)(NAME(squared_error_of), e, loss, x, values, classes, (T)inverse, rows, columns);
}

ALWAYS_INLINE T NAME(squared_error_gradient)(T x, T t, T scale) {
  const T d = x - t;
  return d * scale;
}

static void NAME(squared_error_backward)(void *dx, const void *x, const void *values, const uint8_t *classes,
                                         double scale, size_t rows, size_t columns) {
  NAME(compare)(NAME(squared_error_gradient), dx, 0, x, values, classes, (T)scale, rows, columns);
}

ALWAYS_INLINE T NAME(at_least_minus_100)(T x) { return x < -100 ? (T)-100 : x; }

ALWAYS_INLINE T NAME(binary_cross_entropy_of)(T x, T t, T scale) {
  (void)scale;
  const T of_zero = NAME(at_least_minus_100)(LOG1P(-x));
  const T of_one = NAME(at_least_minus_100)(LOG(x));
  const T zero_part = (t - 1) * of_zero;
  const T one_part = t * of_one;
  return zero_part - one_part;
}

static void NAME(binary_cross_entropy)(void *e, void *loss, const void *x, const void *values, const uint8_t *classes,
                                       double inverse, size_t rows, size_t columns) {
  NAME(compare)(NAME(binary_cross_entropy_of), e, loss, x, values, classes, (T)inverse, rows, columns);
}

ALWAYS_INLINE T NAME(binary_cross_entropy_gradient)(T x, T t, T scale) {
  const T d = x - t;
  const T product = (1 - x) * x;
  const T denominator = product < (T)1e-12 ? (T)1e-12 : product;
  const T quotient = d / denominator;
  return quotient * scale;
}

static void NAME(binary_cross_entropy_backward)(void *dx, const void *x, const void *values, const uint8_t *classes,
                                                double scale, size_t rows, size_t columns) {
  NAME(compare)(NAME(binary_cross_entropy_gradient), dx, 0, x, values, classes, (T)scale, rows, columns);
}
