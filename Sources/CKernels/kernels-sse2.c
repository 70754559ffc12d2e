// x86-64's baseline: 128-bit vectors, and fused multiply-add emulated exactly.
#if defined(__x86_64__)
#include "fma.h"

#define VECTOR_BYTES 16
#define TILE_ROWS 4
#define TILE_VECTORS 2
#define FMA_f32(a, b, c) reprise_fmaf_soft(a, b, c)
#define FMA_f64(a, b, c) reprise_fma_soft(a, b, c)
#define TABLE reprise_kernels_sse2
#include "kernels.h"
#endif
