// Forgets one scalar type, so that the next can be defined.
#undef T
#undef BYTES
#undef SUFFIX
#undef FMA
#undef EXP
#undef LOG
#undef LANES
#undef V
#undef LOW
#undef HIGH
#undef INDICES_2
#undef INDICES_4
#undef INDICES_8
#undef INDICES_16
#undef EXCHANGE
#undef TRANSPOSE_STEPS
#undef TILE_LANES
