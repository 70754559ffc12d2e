// The elementary functions over arrays, tanh and the sigmoid among them, and the other activations.

// MARK: Elementary functions over arrays

#define ELEMENTARY_KERNEL(kernel, FUNCTION)                        \
  static void NAME(kernel)(void *to, const void *from, size_t n) { \
    T *restrict y = to;                                            \
    const T *restrict x = from;                                    \
    for (size_t i = 0; i < n; i++) y[i] = FUNCTION(x[i]);          \
  }

ELEMENTARY_KERNEL(exp, EXP)
ELEMENTARY_KERNEL(expm1, EXPM1)
ELEMENTARY_KERNEL(log, LOG)
ELEMENTARY_KERNEL(log1p, LOG1P)
ELEMENTARY_KERNEL(tanh, TANH)
ELEMENTARY_KERNEL(sigmoid, SIGMOID)
#undef ELEMENTARY_KERNEL

// sin and cos reduce arguments from 2^20 on in another way, which does not vectorize. A stretch of elements
// without any such argument takes the same steps as the general function, without its branches.
#define ANGLE_KERNEL(kernel, FUNCTION, NEAR)                       \
  static void NAME(kernel)(void *to, const void *from, size_t n) { \
    T *restrict y = to;                                            \
    const T *restrict x = from;                                    \
    for (size_t start = 0; start < n; start += 64) {               \
      const size_t end = n - start < 64 ? n : start + 64;          \
      int far = 0;                                                 \
      for (size_t i = start; i < end; i++)                         \
        far |= !(x[i] < (T)0x1p20) | !(x[i] > (T)-0x1p20);         \
      if (far)                                                     \
        for (size_t i = start; i < end; i++) y[i] = FUNCTION(x[i]); \
      else                                                         \
        for (size_t i = start; i < end; i++) y[i] = NEAR(x[i]);    \
    }                                                              \
  }

ANGLE_KERNEL(sin, SIN, SIN_NEAR)
ANGLE_KERNEL(cos, COS, COS_NEAR)
#undef ANGLE_KERNEL

// MARK: Activations

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
