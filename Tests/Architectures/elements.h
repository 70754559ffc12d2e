// Cases of the kernels that go over arrays element by element, and of the sums of one array. `n` is the number of
// elements.

// MARK: elementwise.h

static void case_add(bench *b, size_t n) {
  void *const y = values(b, n), *const x = values(b, n);
  b->kernels->add(y, x, n);
  record(b, y, n);
}

static void case_multiply_by(bench *b, size_t n) {
  void *const x = values(b, n);
  b->kernels->multiply_by(x, number(b), n);
  record(b, x, n);
}

static void case_clamp(bench *b, size_t n) {
  void *const x = values(b, n);
  b->kernels->clamp(x, positive(b), n);
  record(b, x, n);
}

static void case_projected_step(bench *b, size_t n) {
  void *const a = magnitudes(b, n), *const x = magnitudes(b, n), *const gradient = values(b, n);
  const double size = positive(b), epsilon = positive(b);
  b->kernels->projected_step(a, x, gradient, size / 8, epsilon / 4, n);
  record(b, a, n);
}

static void case_apply_mask(bench *b, size_t n) {
  void *const x = values(b, n), *const y = room(b, n);
  b->kernels->apply_mask(y, x, bytes_below(b, n, 2), number(b), n);
  record(b, y, n);
}

static void case_look_up(bench *b, size_t n) {
  void *const table = values(b, 256), *const y = room(b, n);
  b->kernels->look_up(y, bytes_below(b, n, 256), table, n);
  record(b, y, n);
}

// MARK: sums.h and penalties.h

#define SUM(kernel)                                       \
  static void case_##kernel(bench *b, size_t n) {         \
    record_double(b, b->kernels->kernel(values(b, n), n)); \
  }
SUM(sum)
SUM(sum_of_squares)
SUM(sum_of_magnitudes)
SUM(chain_of_squares)

static void case_add_signs(bench *b, size_t n) {
  void *const g = values(b, n), *const p = values(b, n);
  b->kernels->add_signs(g, p, number(b), n);
  record(b, g, n);
}

static void case_add_direction(bench *b, size_t n) {
  void *const g = values(b, n), *const p = values(b, n);
  const double weight = number(b), norm = positive(b);
  b->kernels->add_direction(g, p, weight, norm, n);
  record(b, g, n);
}

static void case_add_multiple(bench *b, size_t n) {
  void *const g = values(b, n), *const p = values(b, n);
  b->kernels->add_multiple(g, p, number(b), n);
  record(b, g, n);
}

// MARK: activations.h

#define FUNCTION(kernel)                                   \
  static void case_##kernel(bench *b, size_t n) {          \
    void *const x = values(b, n), *const y = room(b, n);   \
    b->kernels->kernel(y, x, n);                           \
    record(b, y, n);                                       \
  }
FUNCTION(tanh)
FUNCTION(sigmoid)
FUNCTION(relu)
FUNCTION(silu)

#define COMBINATION(kernel)                                                     \
  static void case_##kernel(bench *b, size_t n) {                               \
    void *const x = values(b, n), *const dy = values(b, n), *const y = room(b, n); \
    b->kernels->kernel(y, x, dy, n);                                            \
    record(b, y, n);                                                            \
  }
COMBINATION(add_two)
COMBINATION(relu_backward)
COMBINATION(silu_backward)
COMBINATION(sigmoid_backward)
COMBINATION(tanh_backward)

static void case_leaky_relu(bench *b, size_t n) {
  void *const x = values(b, n), *const y = room(b, n);
  b->kernels->leaky_relu(y, x, number(b), n);
  record(b, y, n);
}

static void case_leaky_relu_backward(bench *b, size_t n) {
  void *const x = values(b, n), *const dy = values(b, n), *const dx = room(b, n);
  b->kernels->leaky_relu_backward(dx, x, dy, number(b), n);
  record(b, dx, n);
}

// MARK: optimizers.h

static void case_sgd(bench *b, size_t n) {
  void *const p = values(b, n), *const g = values(b, n);
  const double rate = number(b), decay = number(b);
  b->kernels->sgd(p, g, rate, decay, flip(b), n);
  record(b, p, n);
}

#define MOMENTUM(kernel)                                                        \
  static void case_##kernel(bench *b, size_t n) {                               \
    void *const p = values(b, n), *const v = values(b, n), *const g = values(b, n); \
    const double rate = number(b), momentum = number(b), decay = number(b);     \
    const int first = flip(b), decays = flip(b);                                \
    b->kernels->kernel(p, v, g, rate, momentum, first, decay, decays, n);       \
    record(b, p, n);                                                            \
    record(b, v, n);                                                            \
  }
MOMENTUM(sgd_momentum)
MOMENTUM(sgd_nesterov)

static void case_rmsprop(bench *b, size_t n) {
  void *const p = values(b, n), *const v = magnitudes(b, n), *const g = values(b, n);
  const double rate = number(b), alpha = positive(b), rest = positive(b), epsilon = positive(b), decay = number(b);
  b->kernels->rmsprop(p, v, g, rate, alpha, rest, epsilon, decay, flip(b), n);
  record(b, p, n);
  record(b, v, n);
}

static void case_adagrad(bench *b, size_t n) {
  void *const p = values(b, n), *const s = magnitudes(b, n), *const g = values(b, n);
  const double rate = number(b), epsilon = positive(b), decay = number(b);
  b->kernels->adagrad(p, s, g, rate, epsilon, decay, flip(b), n);
  record(b, p, n);
  record(b, s, n);
}

static void case_adam(bench *b, size_t n) {
  void *const p = values(b, n), *const m = values(b, n), *const v = magnitudes(b, n), *const g = values(b, n);
  reprise_adam numbers;
  numbers.beta1 = number(b);
  numbers.one_minus_beta1 = number(b);
  numbers.beta2 = positive(b);
  numbers.one_minus_beta2 = positive(b);
  numbers.root_correction2 = positive(b);
  numbers.epsilon = positive(b);
  numbers.negative_step = number(b);
  numbers.weight_decay = number(b);
  numbers.shrinkage = number(b);
  numbers.decays = flip(b);
  numbers.shrinks = flip(b);
  b->kernels->adam(p, m, v, g, &numbers, n);
  record(b, p, n);
  record(b, m, n);
  record(b, v, n);
}

// MARK: philox.h

static void case_philox_mask(bench *b, size_t n) {
  uint8_t *const mask = room(b, n);
  const uint64_t key = word(b), place = word(b), numbers = word(b);
  const reprise_philox stream = {.key = {(uint32_t)key, (uint32_t)(key >> 32)},
                                 .site = (uint32_t)place,
                                 .step = (uint32_t)(place >> 32)};
  b->kernels->philox_mask(mask, n, &stream, (uint32_t)numbers, (uint32_t)(numbers >> 32));
  record_bytes(b, mask, n);
}
