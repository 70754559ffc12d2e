// Losses: softmax with cross-entropy.

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

static size_t NAME(count_hits)(const void *logits, const uint8_t *restrict targets, size_t rows,
                               size_t classes) {
  const T *restrict x = logits;
  size_t hits = 0;
  for (size_t i = 0; i < rows; i++) hits += NAME(first_maximum)(x + i * classes, classes) == targets[i];
  return hits;
}
