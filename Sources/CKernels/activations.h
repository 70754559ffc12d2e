// Activations and their derivatives, element by element.

static void NAME(tanh)(void *to, const void *from, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  for (size_t i = 0; i < n; i++) y[i] = TANH(x[i]);
}

static void NAME(sigmoid)(void *to, const void *from, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  for (size_t i = 0; i < n; i++) y[i] = SIGMOID(x[i]);
}

// The two of the rectifier may work in place: each element is read before it is written.
static void NAME(relu)(void *to, const void *from, size_t n) {
  T *y = to;
  const T *x = from;
#pragma clang loop vectorize(assume_safety)
  for (size_t i = 0; i < n; i++) y[i] = x[i] <= 0 ? (T)0 : x[i];
}

static void NAME(relu_backward)(void *to, const void *output, const void *gradient, size_t n) {
  T *dx = to;
  const T *y = output, *dy = gradient;
#pragma clang loop vectorize(assume_safety)
  for (size_t i = 0; i < n; i++) dx[i] = y[i] <= 0 ? (T)0 : dy[i];
}

static void NAME(leaky_relu)(void *to, const void *from, double slope, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  const T factor = (T)slope;
  for (size_t i = 0; i < n; i++) {
    const T scaled = x[i] * factor;
    y[i] = x[i] > 0 ? x[i] : scaled;
  }
}

static void NAME(leaky_relu_backward)(void *to, const void *input, const void *gradient, double slope, size_t n) {
  T *restrict dx = to;
  const T *restrict x = input, *restrict dy = gradient;
  const T factor = (T)slope;
  for (size_t i = 0; i < n; i++) {
    const T scaled = dy[i] * factor;
    dx[i] = x[i] > 0 ? dy[i] : scaled;
  }
}

static void NAME(silu)(void *to, const void *from, size_t n) {
  T *restrict y = to;
  const T *restrict x = from;
  for (size_t i = 0; i < n; i++) {
    const T s = SIGMOID(x[i]);
    y[i] = x[i] * s;
  }
}

static void NAME(silu_backward)(void *to, const void *input, const void *gradient, size_t n) {
  T *restrict dx = to;
  const T *restrict x = input, *restrict dy = gradient;
  for (size_t i = 0; i < n; i++) {
    const T s = SIGMOID(x[i]);
    const T product = x[i] * (1 - s);
    dx[i] = (dy[i] * s) * (1 + product);
  }
}

static void NAME(sigmoid_backward)(void *to, const void *output, const void *gradient, size_t n) {
  T *restrict dx = to;
  const T *restrict y = output, *restrict dy = gradient;
  for (size_t i = 0; i < n; i++) dx[i] = (dy[i] * (1 - y[i])) * y[i];
}

static void NAME(tanh_backward)(void *to, const void *output, const void *gradient, size_t n) {
  T *restrict dx = to;
  const T *restrict y = output, *restrict dy = gradient;
  for (size_t i = 0; i < n; i++) {
    const T square = y[i] * y[i];
    dx[i] = dy[i] * (1 - square);
  }
}
