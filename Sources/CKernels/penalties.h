// Penalties on parameters: the sizes that they measure, each one chain in ascending order, and their gradients.

static double NAME(sum_of_magnitudes)(const void *from, size_t n) {
  const T *x = from;
  T total = 0;
  for (size_t i = 0; i < n; i++) total = total + (x[i] < 0 ? -x[i] : x[i]);
  return total;
}

static double NAME(chain_of_squares)(const void *from, size_t n) {
  const T *x = from;
  T total = 0;
  for (size_t i = 0; i < n; i++) {
    const T square = x[i] * x[i];
    total = total + square;
  }
  return total;
}

static void NAME(add_signs)(void *gradients, const void *parameters, double weight, size_t n) {
  T *restrict g = gradients;
  const T *restrict p = parameters;
  const T w = (T)weight;
  for (size_t i = 0; i < n; i++) g[i] = g[i] + (p[i] > 0 ? w : p[i] < 0 ? -w : p[i] * w);
}

static void NAME(add_direction)(void *gradients, const void *parameters, double weight, double norm, size_t n) {
  T *restrict g = gradients;
  const T *restrict p = parameters;
  for (size_t i = 0; i < n; i++) g[i] = FMA((T)weight, p[i] / (T)norm, g[i]);
}

static void NAME(add_multiple)(void *gradients, const void *parameters, double weight, size_t n) {
  T *restrict g = gradients;
  const T *restrict p = parameters;
  for (size_t i = 0; i < n; i++) g[i] = FMA((T)weight, p[i], g[i]);
}
