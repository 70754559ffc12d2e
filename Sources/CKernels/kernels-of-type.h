// Every kernel of one scalar type, and their table. kernels.h says which type; it is forgotten at the end, so that
// the next can be defined.

#include "vectors.h"

#include "matmul.h"

#include "patches.h"

#include "activations.h"
#include "convolution.h"
#include "elementwise.h"
#include "losses.h"
#include "normalization.h"
#include "optimizers.h"
#include "penalties.h"
#include "philox.h"
#include "pooling.h"
#include "sums.h"

static const reprise_kernels NAME(kernels) = {
#define KERNEL(result, name, parameters) .name = NAME(name),
#include "kernel-list.h"
#undef KERNEL
};

#undef T
#undef BYTES
#undef SUFFIX
#undef FMA
#undef EXP
#undef LOG
#undef LOG1P
#undef TANH
#undef SIGMOID
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
#undef ALL_INDICES
#undef EVEN
#undef TILE_LANES
#undef TILE_CASES
