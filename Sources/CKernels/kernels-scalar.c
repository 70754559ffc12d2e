// Plain C, no intrinsics: the kernels for any machine.
#include "fma.h"

#define VECTOR_BYTES 0
#define TILE_ROWS 4
#define TILE_VECTORS 4
#if defined(__aarch64__)
#define FMA_f32(a, b, c) __builtin_fmaf(a, b, c)
#define FMA_f64(a, b, c) __builtin_fma(a, b, c)
#else
#define FMA_f32(a, b, c) reprise_fmaf_soft(a, b, c)
#define FMA_f64(a, b, c) reprise_fma_soft(a, b, c)
#endif
#define TABLE reprise_kernels_scalar
#include "kernels.h"
