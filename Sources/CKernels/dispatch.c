#include "CKernels.h"

#pragma STDC FP_CONTRACT OFF

// Indexed by reprise_scalar.
extern const reprise_kernels *const reprise_kernels_scalar[2];
#if defined(__x86_64__)
extern const reprise_kernels *const reprise_kernels_sse2[2];
extern const reprise_kernels *const reprise_kernels_avx2[2];
extern const reprise_kernels *const reprise_kernels_avx512[2];
#elif defined(__aarch64__)
extern const reprise_kernels *const reprise_kernels_neon[2];
#endif

const reprise_kernels *reprise_kernels_for(reprise_isa isa, reprise_scalar scalar) {
  switch (isa) {
    case REPRISE_ISA_SCALAR:
      return reprise_kernels_scalar[scalar];
#if defined(__x86_64__)
    case REPRISE_ISA_SSE2:
      return reprise_kernels_sse2[scalar];
    case REPRISE_ISA_AVX2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? reprise_kernels_avx2[scalar] : NULL;
    case REPRISE_ISA_AVX512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                     __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")
                 ? reprise_kernels_avx512[scalar]
                 : NULL;
#elif defined(__aarch64__)
    case REPRISE_ISA_NEON:
      return reprise_kernels_neon[scalar];
#endif
    default:
      return NULL;
  }
}

int reprise_floating_point_is_ieee(void) {
  // Volatile, so that the compiler cannot answer at compile time, in its own rounding mode.
  volatile double one = 1.0, half_ulp = 0x1p-53, above_half_ulp = 0x1.8p-53;
  volatile double smallest_normal = 0x1p-1022, half = 0.5, subnormal = 0x1p-1074;
  const int nearest = one + half_ulp == 1.0 && one + above_half_ulp == 1.0 + 0x1p-52 &&
                      -one - half_ulp == -1.0 && -one - above_half_ulp == -1.0 - 0x1p-52;
  // Bits are compared: where subnormal operands are taken for zero, a comparison takes them for zero too.
  const double result = smallest_normal * half, sum = subnormal + subnormal;
  uint64_t result_bits, sum_bits;
  __builtin_memcpy(&result_bits, &result, sizeof result);
  __builtin_memcpy(&sum_bits, &sum, sizeof sum);
  return nearest && result_bits == UINT64_C(1) << 51 && sum_bits == 2;
}

const char *reprise_compiler(void) { return __VERSION__; }
