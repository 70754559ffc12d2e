// Every kernel for one instruction set, in both scalar types. The including file says which:
//   VECTOR_BYTES    bytes a vector register holds; 0 for plain scalars
//   TILE_ROWS, TILE_VECTORS   the block of a matrix product that stays in registers
//   FMA_f32, FMA_f64          fused multiply-add of scalars; HARDWARE_FMA if it is one instruction
//   TABLE           the name of the two tables, indexed by reprise_scalar

#include "CKernels.h"
#include "elementary.h"

#pragma STDC FP_CONTRACT OFF

#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)
#define NAME(name) JOIN(name, SUFFIX)
#define ALWAYS_INLINE static inline __attribute__((always_inline))

#define T float
#define BYTES 4
#define SUFFIX f32
#define FMA FMA_f32
#define EXP reprise_expf
#define LOG reprise_logf
#define LOG1P reprise_log1pf
#define TANH reprise_tanhf
#define SIGMOID reprise_sigmoidf
#include "kernels-of-type.h"

#define T double
#define BYTES 8
#define SUFFIX f64
#define FMA FMA_f64
#define EXP reprise_exp
#define LOG reprise_log
#define LOG1P reprise_log1p
#define TANH reprise_tanh
#define SIGMOID reprise_sigmoid
#include "kernels-of-type.h"

const reprise_kernels *const TABLE[2] = {[REPRISE_F32] = &kernels_f32, [REPRISE_F64] = &kernels_f64};
