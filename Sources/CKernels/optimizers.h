// One step of each optimizer over flat arrays, element by element.

ALWAYS_INLINE T NAME(decayed)(T g, T p, T weight_decay, int decays) {
  return decays ? FMA(weight_decay, p, g) : g;
}

static void NAME(sgd)(void *parameters, const void *gradients, double negative_rate, double weight_decay,
                      int decays, size_t n) {
  T *restrict p = parameters;
  const T *restrict g = gradients;
  for (size_t i = 0; i < n; i++)
    p[i] = FMA((T)negative_rate, NAME(decayed)(g[i], p[i], (T)weight_decay, decays), p[i]);
}

static void NAME(sgd_momentum)(void *parameters, void *velocities, const void *gradients, double negative_rate,
                               double momentum, int first, double weight_decay, int decays, size_t n) {
  T *restrict p = parameters, *restrict v = velocities;
  const T *restrict g = gradients;
  for (size_t i = 0; i < n; i++) {
    const T gradient = NAME(decayed)(g[i], p[i], (T)weight_decay, decays);
    v[i] = first ? gradient : FMA((T)momentum, v[i], gradient);
    p[i] = FMA((T)negative_rate, v[i], p[i]);
  }
}

static void NAME(sgd_nesterov)(void *parameters, void *velocities, const void *gradients, double negative_rate,
                               double momentum, int first, double weight_decay, int decays, size_t n) {
  T *restrict p = parameters, *restrict v = velocities;
  const T *restrict g = gradients;
  for (size_t i = 0; i < n; i++) {
    const T gradient = NAME(decayed)(g[i], p[i], (T)weight_decay, decays);
    v[i] = first ? gradient : FMA((T)momentum, v[i], gradient);
    p[i] = FMA((T)negative_rate, FMA((T)momentum, v[i], gradient), p[i]);
  }
}

static void NAME(rmsprop)(void *parameters, void *second_moments, const void *gradients, double negative_rate,
                          double alpha, double one_minus_alpha, double epsilon, double weight_decay, int decays,
                          size_t n) {
  T *restrict p = parameters, *restrict v = second_moments;
  const T *restrict g = gradients;
  for (size_t i = 0; i < n; i++) {
    const T gradient = NAME(decayed)(g[i], p[i], (T)weight_decay, decays);
    const T second = v[i] * (T)alpha + (gradient * gradient) * (T)one_minus_alpha;
    const T denominator = __builtin_elementwise_sqrt(second) + (T)epsilon;
    v[i] = second;
    p[i] = FMA((T)negative_rate, gradient / denominator, p[i]);
  }
}

static void NAME(adagrad)(void *parameters, void *sums, const void *gradients, double negative_rate,
                          double epsilon, double weight_decay, int decays, size_t n) {
  T *restrict p = parameters, *restrict s = sums;
  const T *restrict g = gradients;
  for (size_t i = 0; i < n; i++) {
    const T gradient = NAME(decayed)(g[i], p[i], (T)weight_decay, decays);
    const T sum = FMA(gradient, gradient, s[i]);
    const T denominator = __builtin_elementwise_sqrt(sum) + (T)epsilon;
    s[i] = sum;
    p[i] = FMA((T)negative_rate, gradient / denominator, p[i]);
  }
}

static void NAME(adam)(void *parameters, void *first_moments, void *second_moments, const void *gradients,
                       const reprise_adam *numbers, size_t n) {
  T *restrict p = parameters, *restrict m = first_moments, *restrict v = second_moments;
  const T *restrict g = gradients;
  const T beta1 = (T)numbers->beta1, one_minus_beta1 = (T)numbers->one_minus_beta1;
  const T beta2 = (T)numbers->beta2, one_minus_beta2 = (T)numbers->one_minus_beta2;
  const T root_correction2 = (T)numbers->root_correction2, epsilon = (T)numbers->epsilon;
  const T negative_step = (T)numbers->negative_step, weight_decay = (T)numbers->weight_decay;
  const T shrinkage = (T)numbers->shrinkage;
  const int decays = numbers->decays, shrinks = numbers->shrinks;
  for (size_t i = 0; i < n; i++) {
    const T start = shrinks ? p[i] * shrinkage : p[i];
    const T gradient = NAME(decayed)(g[i], start, weight_decay, decays);
    const T first = FMA(gradient, one_minus_beta1, m[i] * beta1);
    const T second = v[i] * beta2 + (gradient * gradient) * one_minus_beta2;
    const T denominator = __builtin_elementwise_sqrt(second) / root_correction2 + epsilon;
    m[i] = first;
    v[i] = second;
    p[i] = start + (first / denominator) * negative_step;
  }
}
