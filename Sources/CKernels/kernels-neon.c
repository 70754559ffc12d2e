// ARM's baseline: 128-bit vectors with fused multiply-add. 5 x 16 floats of the result stay in 20 of the 32 registers, and
// leave enough for the operands: with 24 clang spills some.
#if defined(__aarch64__)

#define VECTOR_BYTES 16
#define TILE_ROWS 5
#define TILE_VECTORS 4
#define HARDWARE_FMA 1
#define FMA_f32(a, b, c) __builtin_fmaf(a, b, c)
#define FMA_f64(a, b, c) __builtin_fma(a, b, c)
#define TABLE reprise_kernels_neon
#include "kernels.h"
#endif
