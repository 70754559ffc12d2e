// 512-bit vectors: 14 x 32 floats of the result stay in registers.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma"))), \
                             apply_to = function)

#define VECTOR_BYTES 64
#define TILE_ROWS 14
#define TILE_VECTORS 2
#define HARDWARE_FMA 1
#define FMA_f32(a, b, c) __builtin_fmaf(a, b, c)
#define FMA_f64(a, b, c) __builtin_fma(a, b, c)
#define TABLE reprise_kernels_avx512
#include "kernels.h"

#pragma clang attribute pop
#endif
