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

/// C[c_offset[r] + l * c_lane] = chain over k of fma(base[row_offset[r] + k_offset[k]], panel[k][l]), then bias[l].
/// It starts at +0, or goes on from C if it `accumulates`. If it `pads_lanes`, c_lane is 1 and each row of
/// C has room for the lanes rounded up to REPRISE_PANEL_LANES; the surplus is overwritten.
typedef struct reprise_gathered {
  size_t rows, lanes, k;
  const void *base;
  const int32_t *row_offset, *k_offset;
  const void *panels;  // made by pack_panels
  void *c;
  const int32_t *c_offset;
  ptrdiff_t c_lane;
  const void *bias;
  int accumulates, pads_lanes;
} reprise_gathered;

/// C[r * c_row + l * c_lane] = chain over k from +0 of fma(weights[k * rows + r], base[k_offset[k] + l]).
typedef struct reprise_spread {
  size_t rows, lanes, k;
  const void *weights;
  const void *base;
  const int32_t *k_offset;
  void *c;
  ptrdiff_t c_row, c_lane;
} reprise_spread;

/// Lanes are packed in multiples of at most this, so panels of n lanes have at most n rounded up to it.
enum { REPRISE_PANEL_LANES = 32 };

/// Adam's numbers for one step. `shrinkage` is what a decoupled weight decay multiplies parameters by.
typedef struct reprise_adam {
  double beta1, one_minus_beta1, beta2, one_minus_beta2;
  double root_correction2, epsilon, negative_step, weight_decay, shrinkage;
  int decays, shrinks;
} reprise_adam;

/// How values of channels lie: x[sample, channel, position], row-major.
typedef struct reprise_channels {
  size_t samples, channels, positions;
} reprise_channels;

/// The backward of a normalisation over each channel's samples and positions.
typedef struct reprise_channel_gradients {
  reprise_channels shape;
  const void *x, *dy;
  /// (channels,); gamma may be NULL for ones.
  const void *mean, *deviation, *gamma;
  /// Where to write, each may be NULL; dx may be dy.
  void *dx, *dgamma, *dbeta;
  double scale;
  int continues_gamma, continues_beta;
  /// Whether mean and deviation do not depend on x.
  int constant_statistics;
} reprise_channel_gradients;

/// Pooling of a plane (height x width) to (rows x columns) windows, `stride` apart in both directions. The
/// first window begins `padding` above and to the left of the plane.
typedef struct reprise_pool {
  size_t height, width, kernel_height, kernel_width, stride, padding, rows, columns;
} reprise_pool;
/// One of the index-addressed sequences of random words: Philox's key and two words of its counter.
typedef struct reprise_philox {
  uint32_t key[2];
  uint32_t site, step;
} reprise_philox;

/// The kernels of one scalar type for one instruction set.
typedef struct reprise_kernels {
  void (*matmul)(const reprise_matmul *product, void *workspace);
  /// How many lanes the first panel of `lanes` lanes has room for.
  size_t (*panel_width)(size_t lanes);
  /// Copies a matrix of `lanes` x `k` (lanes `lane_stride` apart; element k at `k_offset[k]`, or at k * k_stride
  /// without offsets) to the layout that gathered_product reads.
  void (*pack_panels)(void *panels, const void *from, size_t lanes, size_t k, ptrdiff_t lane_stride,
                      ptrdiff_t k_stride, const int32_t *k_offset);
  /// The products of convolutions.
  void (*gathered_product)(const reprise_gathered *product);
  /// The same for few rows and many neighbouring lanes; 0 if there are too few lanes, and then nothing is done.
  int (*spread_product)(const reprise_spread *product);
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

  // Normalisation and pooling. A channel's chain goes over (sample, position), ascending. Channels and
  // planes come as begin..<end or as a count, and only those are written.

  /// mean = (chain sum of x) * scale; unless variance is NULL: d = x - mean; variance = (chain sum of d*d) * scale
  void (*channel_statistics)(void *mean, void *variance, const void *x, const reprise_channels *shape, double scale,
                             size_t begin, size_t end);
  /// deviation = sqrt(variance + epsilon)
  void (*deviations)(void *deviation, const void *variance, double epsilon, size_t n);
  /// r = r*keep + (x*factor)*momentum
  void (*running_average)(void *r, const void *x, double keep, double momentum, double factor, size_t n);
  /// y = ((x - mean) / deviation) * gamma + beta, each of the channel
  void (*normalize_channels)(void *y, const void *x, const void *mean, const void *deviation, const void *gamma,
                             const void *beta, const reprise_channels *shape, size_t begin, size_t end);
  /// With q = scale: s = sum dy; a = (-gamma/deviation) * s; d = x - mean;
  /// b = sum (dy * (mean - x)) * (gamma / (((2*deviation)*deviation)*deviation)); h = (b*q)*d; h = h + h;
  /// dx = ((gamma/deviation)*dy + h) + (a - sum h)*q, or (gamma/deviation)*dy with constant statistics;
  /// dgamma = sum (d/deviation)*dy; dbeta = sum dy. Every sum is a chain from +0, or from what is there.
  void (*channel_gradients)(const reprise_channel_gradients *arguments, size_t begin, size_t end);
  /// y = ((x - mean[row]) / deviation[row]) * gamma[column] + beta[column]; without gamma the quotient alone
  void (*normalize_rows)(void *y, const void *x, const void *mean, const void *deviation, const void *gamma,
                         const void *beta, size_t rows, size_t columns);
  /// total[column] = (continues ? total : +0) + ((x - mean[row]) / deviation[row]) * dy + ..., ascending rows
  void (*sum_normalized)(void *total, const void *x, const void *mean, const void *deviation, const void *dy,
                         size_t rows, size_t columns, size_t stride, int continues);
  /// y = x * factor[column]
  void (*multiply_rows)(void *y, const void *x, const void *factor, size_t rows, size_t columns);
  /// y = the window's maximum: the first in row-major order, NaN before numbers; padding takes no part.
  /// winner = ky*width + kx of it, counted from the window's corner.
  void (*max_pool)(void *y, void *winner, const void *x, const reprise_pool *pool, size_t planes);
  /// dx = +0; then in ascending order of the windows, dx at the winner = dx + dy
  void (*max_pool_backward)(void *dx, const void *winner, const void *dy, const reprise_pool *pool, size_t planes);
  /// y = (chain sum of the window, row-major) * scale; no padding
  void (*average_pool)(void *y, const void *x, const reprise_pool *pool, double scale, size_t planes);
  /// dx = +0; then in ascending order of the windows, dx = dx + dy*scale in the whole window
  void (*average_pool_backward)(void *dx, const void *dy, const reprise_pool *pool, double scale, size_t planes);
  /// dx = +0 + dy[plane]*scale in every position
  void (*spread_means)(void *dx, const void *dy, double scale, size_t planes, size_t positions);
  // activations.h
  /// y = f(x), with the bits of `reprise_float_f` or `reprise_double_f`; y and x must not overlap.
  void (*exp)(void *y, const void *x, size_t n);
  void (*expm1)(void *y, const void *x, size_t n);
  void (*log)(void *y, const void *x, size_t n);
  void (*log1p)(void *y, const void *x, size_t n);
  void (*tanh)(void *y, const void *x, size_t n);
  void (*sigmoid)(void *y, const void *x, size_t n);
  void (*sin)(void *y, const void *x, size_t n);
  void (*cos)(void *y, const void *x, size_t n);
  /// y = x > 0 ? x : x * slope (NaN goes through)
  void (*leaky_relu)(void *y, const void *x, double slope, size_t n);
  /// dx = x > 0 ? dy : dy * slope, where x is the input
  void (*leaky_relu_backward)(void *dx, const void *x, const void *dy, double slope, size_t n);
  /// dx = (dy * (1 - y)) * y, where y is the sigmoid's output
  void (*sigmoid_backward)(void *dx, const void *y, const void *dy, size_t n);
  /// dx = dy * (1 - y * y), where y is tanh's output
  void (*tanh_backward)(void *dx, const void *y, const void *dy, size_t n);
  /// y = a + b
  void (*add_two)(void *y, const void *a, const void *b, size_t n);
  /// y = x * (mask ? scale : +0)
  void (*apply_mask)(void *y, const void *x, const uint8_t *mask, double scale, size_t n);
  /// mask[i] = word(4 * first_block + i) <= last_kept, of the stream's words at attempt 0
  void (*philox_mask)(uint8_t *mask, size_t n, const reprise_philox *stream, uint32_t first_block,
                      uint32_t last_kept);
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
