#include "CPeak.h"

#define CHAINS 12

// The barrier keeps the loop: the compiler must take each chain's value for changed, in a register.
#define PEAK_LOOP(bytes, constraint)                                           \
  typedef float vector __attribute__((ext_vector_type((bytes) / 4)));          \
  vector chains[CHAINS], a = (vector)(0.5f), b = (vector)(1.0f);               \
  __asm__ volatile("" : "+" constraint(a), "+" constraint(b));                 \
  for (int i = 0; i < CHAINS; i++) chains[i] = (vector)((float)i);             \
  for (long step = 0; step < steps; step++)                                    \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < CHAINS; i++) {      \
      chains[i] = __builtin_elementwise_fma(chains[i], a, b);                  \
      __asm__ volatile("" : "+" constraint(chains[i]));                        \
    }                                                                          \
  return 2.0 * CHAINS * ((bytes) / 4) * (double)steps

#if defined(__x86_64__)
__attribute__((target("avx512f"))) static double loop_64(long steps) { PEAK_LOOP(64, "v"); }
__attribute__((target("avx2,fma"))) static double loop_32(long steps) { PEAK_LOOP(32, "x"); }
#elif defined(__aarch64__)
static double loop_16(long steps) { PEAK_LOOP(16, "w"); }
#endif

double peak_multiply_adds(peak_width width, long steps) {
  switch (width) {
#if defined(__x86_64__)
    case PEAK_BYTES_64: return loop_64(steps);
    case PEAK_BYTES_32: return loop_32(steps);
#elif defined(__aarch64__)
    case PEAK_BYTES_16: return loop_16(steps);
#endif
    default: return 0;
  }
}
