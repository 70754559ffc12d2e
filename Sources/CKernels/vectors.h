// A vector of one scalar type in the instruction set's width: V, LANES, load, store, splat, fma, transpose.

#if VECTOR_BYTES == 0
#define LANES 1
typedef T NAME(vector);
#define V NAME(vector)
ALWAYS_INLINE V NAME(load)(const T *p) { return *p; }
ALWAYS_INLINE void NAME(store)(T *p, V v) { *p = v; }
#else
#define LANES (VECTOR_BYTES / BYTES)
typedef T NAME(vector) __attribute__((ext_vector_type(LANES)));
// The same vector at any address of a T.
typedef T NAME(unaligned_vector)
    __attribute__((ext_vector_type(LANES), aligned(BYTES), may_alias));
#define V NAME(vector)
ALWAYS_INLINE V NAME(load)(const T *p) { return *(const NAME(unaligned_vector) *)p; }
ALWAYS_INLINE void NAME(store)(T *p, V v) { *(NAME(unaligned_vector) *)p = v; }
#endif

ALWAYS_INLINE V NAME(splat)(T x) { return (V)(x); }

ALWAYS_INLINE V NAME(fma)(V a, V b, V c) {
#if defined(HARDWARE_FMA)
  return __builtin_elementwise_fma(a, b, c);
#elif VECTOR_BYTES == 0
  return FMA(a, b, c);
#elif VECTOR_BYTES == 16 && BYTES == 4
  return reprise_fmaf_soft4(a, b, c);
#else
  V r;
  for (int lane = 0; lane < LANES; lane++) r[lane] = FMA(a[lane], b[lane], c[lane]);
  return r;
#endif
}

// Which lanes something holds for.
typedef __typeof__((V)(0) < (V)(0)) NAME(mask);
// An unsigned number of a T's size.
typedef __typeof__(__builtin_choose_expr(BYTES == 4, (uint32_t)0, (uint64_t)0)) NAME(word);

// The lanes begin..<end.
ALWAYS_INLINE NAME(mask) NAME(lanes_between)(size_t begin, size_t end) {
#if VECTOR_BYTES == 0
  return begin == 0 && end > 0;
#else
  V number;
  for (int lane = 0; lane < LANES; lane++) number[lane] = (T)lane;
  return (number >= NAME(splat)((T)(int)begin)) & (number < NAME(splat)((T)(int)end));
#endif
}

#if VECTOR_BYTES == 0
// Every second element from p on.
ALWAYS_INLINE V NAME(load_every_second)(const T *p) { return *p; }
#endif

#if VECTOR_BYTES != 0
// One step of a transposition: rows `i` and `i + h` of every pair exchange their off-diagonal blocks of
// h x h elements. Steps h = LANES/2, ..., 2, 1 transpose a LANES x LANES matrix.
#define LOW(l, h) (((l) & (h)) ? LANES + (l) - (h) : (l))
#define HIGH(l, h) (((l) & (h)) ? LANES + (l) : (l) + (h))
#define INDICES_2(F, h) F(0, h), F(1, h)
#define INDICES_4(F, h) INDICES_2(F, h), F(2, h), F(3, h)
#define INDICES_8(F, h) INDICES_4(F, h), F(4, h), F(5, h), F(6, h), F(7, h)
#define INDICES_16(F, h) \
  INDICES_8(F, h), F(8, h), F(9, h), F(10, h), F(11, h), F(12, h), F(13, h), F(14, h), F(15, h)
#define EXCHANGE(INDICES, h)                                                   \
  _Pragma("clang loop unroll(full)") for (int i = 0; i < LANES; i++)           \
    if (!(i & (h))) {                                                          \
      const V low = __builtin_shufflevector(x[i], x[i + (h)], INDICES(LOW, h)); \
      x[i + (h)] = __builtin_shufflevector(x[i], x[i + (h)], INDICES(HIGH, h)); \
      x[i] = low;                                                              \
    }

#if LANES == 2
#define ALL_INDICES INDICES_2
#define TRANSPOSE_STEPS EXCHANGE(INDICES_2, 1)
#elif LANES == 4
#define ALL_INDICES INDICES_4
#define TRANSPOSE_STEPS EXCHANGE(INDICES_4, 2) EXCHANGE(INDICES_4, 1)
#elif LANES == 8
#define ALL_INDICES INDICES_8
#define TRANSPOSE_STEPS EXCHANGE(INDICES_8, 4) EXCHANGE(INDICES_8, 2) EXCHANGE(INDICES_8, 1)
#elif LANES == 16
#define ALL_INDICES INDICES_16
#define TRANSPOSE_STEPS \
  EXCHANGE(INDICES_16, 8) EXCHANGE(INDICES_16, 4) EXCHANGE(INDICES_16, 2) EXCHANGE(INDICES_16, 1)
#endif

#define EVEN(l, h) (2 * (l))
// Every second element from p on; 2 * LANES are read.
ALWAYS_INLINE V NAME(load_every_second)(const T *p) {
  return __builtin_shufflevector(NAME(load)(p), NAME(load)(p + LANES), ALL_INDICES(EVEN, 0));
}

// x[l][i] = i < present ? from[i * from_stride + l] : +0, for i, l < LANES.
ALWAYS_INLINE void NAME(load_transposed)(V x[LANES], const T *from, ptrdiff_t from_stride, int present) {
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; i++) x[i] = i < present ? NAME(load)(from + i * from_stride) : NAME(splat)(0);
  TRANSPOSE_STEPS
}

// to[l * to_stride + i] = i < present ? from[i * from_stride + l] : +0, for i, l < LANES.
ALWAYS_INLINE void NAME(transpose_block)(T *to, ptrdiff_t to_stride, const T *from, ptrdiff_t from_stride,
                                         int present) {
  V x[LANES];
  NAME(load_transposed)(x, from, from_stride, present);
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; i++) NAME(store)(to + i * to_stride, x[i]);
}
#endif
