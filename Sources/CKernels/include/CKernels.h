#pragma once

// The exact kernels: every function here is a stated sequence of correctly rounded IEEE-754 operations,
// the same on every instruction set. The tables below hold the same functions compiled for different
// ones; which table is used changes the time and never a bit.

#include <stddef.h>
#include <stdint.h>
#include "Elementary.h"

#if !defined(__clang__)
#error "The kernels need clang: GCC ignores #pragma STDC FP_CONTRACT OFF, so its results would depend on flags."
#endif

/// The instruction sets there are kernels for, from the plainest to the widest.
typedef enum reprise_isa {
  REPRISE_ISA_SCALAR = 0,
  REPRISE_ISA_SSE2 = 1,
  REPRISE_ISA_AVX2 = 2,
  REPRISE_ISA_AVX512 = 3,
} reprise_isa;

/// The scalar types there are kernels for. In the functions below every `void` pointer is to elements of the
/// table's type, and every number that comes as a double is exactly one of that type already.
typedef enum reprise_scalar {
  REPRISE_F32 = 0,
  REPRISE_F64 = 1,
} reprise_scalar;

/// Scratch elements that one call of `matmul` needs from its caller (of the call's own scalar type).
enum { REPRISE_MATMUL_WORKSPACE = 640 * 1024 };

/// C (m x n, rows `c_row` apart, columns adjacent) = A (m x k) . B (k x n), then bias, then ReLU.
/// For each element: acc = accumulates ? c : +0; for k ascending: acc = fma(a, b, acc);
/// then acc = acc + bias[j] if there is a bias (n values); then relu(acc) if `relu`.
/// Strides are in elements; any strides are right, a unit stride in each operand is fast.
typedef struct reprise_matmul {
  size_t m, n, k;
  const void *a;
  ptrdiff_t a_row, a_col;
  const void *b;
  ptrdiff_t b_row, b_col;
  void *c;
  ptrdiff_t c_row;
  const void *bias;
  int accumulates, relu;
} reprise_matmul;

/// Adam's numbers for one step. `shrinkage` is what a decoupled weight decay multiplies parameters by.
typedef struct reprise_adam {
  double beta1, one_minus_beta1, beta2, one_minus_beta2;
  double root_correction2, epsilon, negative_step, weight_decay, shrinkage;
  int decays, shrinks;
} reprise_adam;

/// The kernels of one scalar type for one instruction set.
typedef struct reprise_kernels {
  void (*matmul)(const reprise_matmul *product, void *workspace);
  /// y += x
  void (*add)(void *y, const void *x, size_t n);
  /// y = x <= 0 ? +0 : x (NaN goes through)
  void (*relu)(void *y, const void *x, size_t n);
  /// dx = y <= 0 ? +0 : dy, where y is ReLU's output
  void (*relu_backward)(void *dx, const void *y, const void *dy, size_t n);
  /// total[j] = (continues ? total[j] : +0) + x[0,j] + x[1,j] + ..., ascending, for `columns` columns of
  /// rows that lie `stride` apart
  void (*sum_rows)(void *total, const void *x, size_t rows, size_t columns, size_t stride, int continues);
  /// The chain x[0] + x[1] + ... from +0, as one of the table's type.
  double (*sum)(const void *x, size_t n);
  /// The chain of squares in Double: s = s + x*x (each rounded to Double), from +0.
  double (*sum_of_squares)(const void *x, size_t n);
  /// y = table[x], for the 256 values of a byte
  void (*look_up)(void *y, const uint8_t *x, const void *table, size_t n);
  /// For each row: shifted = x - max; e = exp(shifted); s = chain sum of e; softmax = e / s;
  /// loss = log(s) - shifted[target].
  void (*cross_entropy)(void *softmax, void *loss, const void *logits, const uint8_t *targets, size_t rows,
                        size_t classes);
  /// dx = (softmax - one_hot(target)) * scale
  void (*cross_entropy_backward)(void *dx, const void *softmax, const uint8_t *targets, double scale, size_t rows,
                                 size_t classes);
  /// How many rows have their first maximum (NaN wins) at their target.
  size_t (*count_hits)(const void *x, const uint8_t *targets, size_t rows, size_t classes);
  /// g = decays ? fma(weight_decay, p, g) : g; p = fma(negative_rate, g, p)
  void (*sgd)(void *p, const void *g, double negative_rate, double weight_decay, int decays, size_t n);
  /// As sgd, with v = first ? g : fma(momentum, v, g) in g's place.
  void (*sgd_momentum)(void *p, void *v, const void *g, double negative_rate, double momentum, int first,
                       double weight_decay, int decays, size_t n);
  /// p = p * shrinkage if it shrinks; g as in sgd; m = fma(g, 1-b1, m*b1); v = v*b2 + (g*g)*(1-b2);
  /// d = sqrt(v) / root_correction2 + epsilon; p = p + (m / d) * negative_step
  void (*adam)(void *p, void *m, void *v, const void *g, const reprise_adam *numbers, size_t n);

  // Losses element by element, penalties, clipping and further optimisers.

  /// For each row and column: d = x - t; e = d * d. For each row: loss = (chain sum of e) * inverse. The
  /// targets t are `values` (rows x columns) or, if that is NULL, 1 at the row's class and 0 elsewhere.
  void (*squared_error)(void *e, void *loss, const void *x, const void *values, const uint8_t *classes,
                        double inverse, size_t rows, size_t columns);
  /// dx = (x - t) * scale
  void (*squared_error_backward)(void *dx, const void *x, const void *values, const uint8_t *classes,
                                 double scale, size_t rows, size_t columns);
  /// As squared_error, with a = log1p(-x) and b = log(x), each at least -100 (NaN goes through);
  /// e = (t - 1) * a - t * b, each operation rounded.
  void (*binary_cross_entropy)(void *e, void *loss, const void *x, const void *values, const uint8_t *classes,
                               double inverse, size_t rows, size_t columns);
  /// dx = ((x - t) / max((1 - x) * x, 1e-12)) * scale (NaN goes through)
  void (*binary_cross_entropy_backward)(void *dx, const void *x, const void *values, const uint8_t *classes,
                                        double scale, size_t rows, size_t columns);
  /// The chain |x[0]| + |x[1]| + ... from +0, as one of the table's type.
  double (*sum_of_magnitudes)(const void *x, size_t n);
  /// The chain s = s + x*x (each rounded to the table's type) from +0.
  double (*chain_of_squares)(const void *x, size_t n);
  /// g = g + weight * sign(p), where sign is 1, -1, or p itself if p is a zero or NaN
  void (*add_signs)(void *g, const void *p, double weight, size_t n);
  /// g = fma(weight, p / norm, g)
  void (*add_direction)(void *g, const void *p, double weight, double norm, size_t n);
  /// g = fma(weight, p, g)
  void (*add_multiple)(void *g, const void *p, double weight, size_t n);
  /// x = x * factor
  void (*multiply_by)(void *x, double factor, size_t n);
  /// x = x < -limit ? -limit : x > limit ? limit : x (NaN goes through)
  void (*clamp)(void *x, double limit, size_t n);
  /// g as in sgd; v = first ? g : fma(momentum, v, g); u = fma(momentum, v, g); p = fma(negative_rate, u, p)
  void (*sgd_nesterov)(void *p, void *v, const void *g, double negative_rate, double momentum, int first,
                       double weight_decay, int decays, size_t n);
  /// g as in sgd; v = v*alpha + (g*g)*one_minus_alpha; d = sqrt(v) + epsilon; p = fma(negative_rate, g / d, p)
  void (*rmsprop)(void *p, void *v, const void *g, double negative_rate, double alpha, double one_minus_alpha,
                  double epsilon, double weight_decay, int decays, size_t n);
  /// g as in sgd; s = fma(g, g, s); d = sqrt(s) + epsilon; p = fma(negative_rate, g / d, p)
  void (*adagrad)(void *p, void *s, const void *g, double negative_rate, double epsilon, double weight_decay,
                  int decays, size_t n);
} reprise_kernels;

/// The kernels for an instruction set, or NULL where this build or this machine has none.
const reprise_kernels *reprise_kernels_for(reprise_isa isa, reprise_scalar scalar);

/// Whether this thread rounds to nearest and keeps subnormals, in operands and in results.
int reprise_floating_point_is_ieee(void);

/// One processor hint inside a spinning wait.
static inline void reprise_spin_hint(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}
