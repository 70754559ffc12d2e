#pragma once

// The exact kernels: every function is a stated sequence of correctly rounded IEEE-754 operations, the same on
// every instruction set. Which table of them is used changes the time and never a bit.

#include <stddef.h>
#include <stdint.h>
#include "philox-words.h"
#include "single-functions.h"

#if !defined(__clang__)
#error "The kernels need clang: GCC ignores #pragma STDC FP_CONTRACT OFF, so its results would depend on flags."
#endif

/// The instruction sets there are kernels for; those of one architecture from the plainest to the widest.
typedef enum reprise_isa {
  REPRISE_ISA_SCALAR = 0,
  REPRISE_ISA_SSE2 = 1,
  REPRISE_ISA_AVX2 = 2,
  REPRISE_ISA_AVX512 = 3,
  REPRISE_ISA_NEON = 4,
} reprise_isa;

/// The scalar types there are kernels for.
typedef enum reprise_scalar {
  REPRISE_F32 = 0,
  REPRISE_F64 = 1,
} reprise_scalar;

/// Scratch bytes that one call of `matmul` or of a convolution needs from its caller.
enum { REPRISE_MATMUL_WORKSPACE = 5 << 20 };

/// C (m x n, rows `c_row` apart, columns adjacent) = A (m x k) . B (k x n), then the bias (n values or NULL).
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
  int accumulates;
} reprise_matmul;

/// Patches of the images x (samples, channels, height, width) at a grid of positions, rows x columns a sample. Lane
/// (sample, i, j), row-major, has at k = channel * taps + t the element x[sample, channel, i * step + down[t],
/// j * step + right[t]], or +0 where that is outside of the image.
typedef struct reprise_patches {
  const void *x;
  size_t samples, channels, height, width;
  size_t rows, columns, step;
  size_t taps;
  const int32_t *down, *right;
} reprise_patches;

/// A matrix (rows, channels * taps): element (r, channel * taps + t) is
/// from[r * row_stride + channel * channel_stride + t].
typedef struct reprise_weights {
  const void *from;
  size_t rows, channels, taps;
  ptrdiff_t row_stride, channel_stride;
} reprise_weights;

/// y[sample * y_sample + o * y_output + i * y_row + j * y_column] = chain over k from +0 of
/// fma(weight[o, k], patch[k]), then bias[o] unless that is NULL, for the patch at (sample, i, j). Tap t of a channel
/// is number places[t] of the weights' `window` taps; places is NULL if it is all of them in their order.
typedef struct reprise_patch_product {
  reprise_patches patches;
  const void *weights;  // made by pack_weights
  size_t window;
  const int32_t *places;
  size_t outputs;
  const void *bias;
  void *y;
  ptrdiff_t y_sample, y_output, y_row, y_column;
} reprise_patch_product;

/// sums[k * room + o] = chain over (sample, i, j) from +0 of fma(patch[k], dy[sample, o, i, j]); it goes on from sums
/// if it `continues`. bias[o], unless that is NULL, goes on with + dy. If it `skips`, which samples of one position
/// may, taps that lie outside of the image do not enter. The surplus of `room`, outputs rounded up to
/// REPRISE_PANEL_LANES, is overwritten.
typedef struct reprise_weight_gradient {
  reprise_patches patches;
  const void *dy;
  size_t outputs, room;
  void *sums, *bias;
  int continues, skips;
} reprise_weight_gradient;

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

/// The backward of a normalization over each channel's samples and positions.
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
/// first window begins `padding` above and to the left of the plane; every window begins in the plane or before it, and
/// the last row and column of windows may reach beyond it. A winner is ky * width + kx, counted from its
/// window's corner.
typedef struct reprise_pool {
  size_t height, width, kernel_height, kernel_width, stride, padding, rows, columns;
} reprise_pool;

/// One of the index-addressed sequences of random words: Philox's key and two words of its counter.
typedef struct reprise_philox {
  uint32_t key[2];
  uint32_t site, step;
} reprise_philox;

/// The kernels of one scalar type for one instruction set: a pointer for each line of the list.
typedef struct reprise_kernels {
#define KERNEL(result, name, parameters) result(*name) parameters;
#include "kernel-list.h"
#undef KERNEL
} reprise_kernels;

/// The kernels for an instruction set, or NULL where this build or this machine has none.
const reprise_kernels *reprise_kernels_for(reprise_isa isa, reprise_scalar scalar);

/// Whether this thread rounds to nearest and keeps subnormals, in operands and in results.
int reprise_floating_point_is_ieee(void);

/// The compiler that made the kernels, in its own words.
const char *reprise_compiler(void);

/// One processor hint inside a spinning wait.
static inline void reprise_spin_hint(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}
