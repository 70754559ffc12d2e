// Every kernel once: KERNEL(result, name, parameters). The struct `reprise_kernels` and the tables of every
// instruction set and scalar type are made from this list, so it has no include guard.
//
// What a kernel computes is written at the method of Swift's Processor that calls it; kernels that serve several
// methods are described here. The headings name the header with the C functions and the Swift file.
//
// A `void` pointer is to elements of the table's scalar type, and a number that comes as a double is exactly one of
// that type. `n` counts elements. A flag named `continues` goes on with the sums that are there, instead of
// starting them at +0.

// MARK: matmul.h; Processor+MatrixProduct.swift

KERNEL(void, matmul, (const reprise_matmul *product, void *workspace))

// MARK: convolution.h; Processor+Convolution.swift

/// How many tiles the rows of packed weights are divided into.
KERNEL(size_t, tile_count, (size_t rows))
/// Copies the tiles begin..<end of weights to the layout that patch_product reads.
KERNEL(void, pack_weights, (void *packed, const reprise_weights *weights, size_t begin, size_t end))
/// Described at reprise_patch_product; only the lanes begin..<end are written.
KERNEL(void, patch_product, (const reprise_patch_product *product, size_t begin, size_t end, void *workspace))
/// Described at reprise_weight_gradient; only the weights and outputs begin..<end are written, the outputs beginning at
/// a multiple of REPRISE_PANEL_LANES.
KERNEL(void, weight_gradient,
       (const reprise_weight_gradient *gradient, size_t weight_begin, size_t weight_end, size_t output_begin,
        size_t output_end, void *workspace))
/// to[j * to_stride + i] = from[i * from_stride + j] for i < rows, j < columns.
KERNEL(void, transpose,
       (void *to, size_t to_stride, const void *from, size_t from_stride, size_t rows, size_t columns))
/// The exponent of the smallest magnitude that is not 0 (a subnormal has that of the smallest normal number; above all
/// exponents if all are 0), and whether all are finite.
KERNEL(int, least_exponent, (const void *x, size_t n, int *is_finite))

// MARK: elementwise.h; Processor+Arrays.swift

KERNEL(void, add, (void *y, const void *x, size_t n))
KERNEL(void, add_two, (void *y, const void *a, const void *b, size_t n))
KERNEL(void, multiply_by, (void *x, double factor, size_t n))
KERNEL(void, clamp, (void *x, double limit, size_t n))
KERNEL(void, projected_step,
       (void *a, const void *x, const void *gradient, double size, double epsilon, size_t n))
KERNEL(void, apply_mask, (void *y, const void *x, const uint8_t *mask, double scale, size_t n))
KERNEL(void, look_up, (void *y, const uint8_t *x, const void *table, size_t n))

// MARK: sums.h; Processor+Arrays.swift

/// `sum` is a chain of the table's type, sum_of_squares is one of Doubles.
KERNEL(double, sum, (const void *x, size_t n))
KERNEL(double, sum_of_squares, (const void *x, size_t n))
/// Rows lie `stride` apart.
KERNEL(void, sum_rows, (void *total, const void *x, size_t rows, size_t columns, size_t stride, int continues))

// MARK: activations.h; Processor+Activations.swift

/// These two have the bits of single-functions.h; y and x must not overlap.
KERNEL(void, tanh, (void *y, const void *x, size_t n))
KERNEL(void, sigmoid, (void *y, const void *x, size_t n))
KERNEL(void, relu, (void *y, const void *x, size_t n))
KERNEL(void, relu_backward, (void *dx, const void *y, const void *dy, size_t n))
KERNEL(void, leaky_relu, (void *y, const void *x, double slope, size_t n))
KERNEL(void, leaky_relu_backward, (void *dx, const void *x, const void *dy, double slope, size_t n))
KERNEL(void, silu, (void *y, const void *x, size_t n))
KERNEL(void, silu_backward, (void *dx, const void *x, const void *dy, size_t n))
KERNEL(void, sigmoid_backward, (void *dx, const void *y, const void *dy, size_t n))
KERNEL(void, tanh_backward, (void *dx, const void *y, const void *dy, size_t n))

// MARK: losses.h; Processor+Losses.swift

KERNEL(void, cross_entropy,
       (void *softmax, void *loss, const void *logits, const uint8_t *targets, size_t rows, size_t classes))
KERNEL(void, cross_entropy_backward,
       (void *dx, const void *softmax, const uint8_t *targets, double scale, size_t rows, size_t classes))
KERNEL(size_t, count_hits, (const void *x, const uint8_t *targets, size_t rows, size_t classes))
/// The targets of these six are `values` (rows x columns) or, if that is NULL, 1 at the row's class and 0 elsewhere.
KERNEL(void, soft_cross_entropy,
       (void *softmax, void *loss, const void *logits, const void *values, const uint8_t *classes, double keep,
        double add, size_t rows, size_t columns))
KERNEL(void, soft_cross_entropy_backward,
       (void *dx, const void *softmax, const void *values, const uint8_t *classes, double keep, double add,
        double scale, size_t rows, size_t columns))
KERNEL(void, squared_error,
       (void *e, void *loss, const void *x, const void *values, const uint8_t *classes, double inverse, size_t rows,
        size_t columns))
KERNEL(void, squared_error_backward,
       (void *dx, const void *x, const void *values, const uint8_t *classes, double scale, size_t rows,
        size_t columns))
KERNEL(void, binary_cross_entropy,
       (void *e, void *loss, const void *x, const void *values, const uint8_t *classes, double inverse, size_t rows,
        size_t columns))
KERNEL(void, binary_cross_entropy_backward,
       (void *dx, const void *x, const void *values, const uint8_t *classes, double scale, size_t rows,
        size_t columns))

// MARK: penalties.h; Processor+Penalties.swift

/// Chains of the table's type.
KERNEL(double, sum_of_magnitudes, (const void *x, size_t n))
KERNEL(double, chain_of_squares, (const void *x, size_t n))
KERNEL(void, add_signs, (void *g, const void *p, double weight, size_t n))
KERNEL(void, add_direction, (void *g, const void *p, double weight, double norm, size_t n))
KERNEL(void, add_multiple, (void *g, const void *p, double weight, size_t n))

// MARK: optimizers.h; Processor+Optimizers.swift

/// `decays` says whether there is a weight decay, `first` whether the velocity starts in this step.
KERNEL(void, sgd, (void *p, const void *g, double negative_rate, double weight_decay, int decays, size_t n))
KERNEL(void, sgd_momentum,
       (void *p, void *v, const void *g, double negative_rate, double momentum, int first, double weight_decay,
        int decays, size_t n))
KERNEL(void, sgd_nesterov,
       (void *p, void *v, const void *g, double negative_rate, double momentum, int first, double weight_decay,
        int decays, size_t n))
KERNEL(void, rmsprop,
       (void *p, void *v, const void *g, double negative_rate, double alpha, double one_minus_alpha, double epsilon,
        double weight_decay, int decays, size_t n))
KERNEL(void, adagrad,
       (void *p, void *s, const void *g, double negative_rate, double epsilon, double weight_decay, int decays,
        size_t n))
KERNEL(void, adam, (void *p, void *m, void *v, const void *g, const reprise_adam *numbers, size_t n))

// MARK: normalization.h; Processor+Normalization.swift

/// Of channels that come as begin..<end only those are written. `variance` may be NULL.
KERNEL(void, channel_statistics,
       (void *mean, void *variance, const void *x, const reprise_channels *shape, double scale, size_t begin,
        size_t end))
KERNEL(void, deviations, (void *deviation, const void *variance, double epsilon, size_t n))
KERNEL(void, running_average, (void *r, const void *x, double keep, double momentum, double factor, size_t n))
KERNEL(void, normalize_channels,
       (void *y, const void *x, const void *mean, const void *deviation, const void *gamma, const void *beta,
        const reprise_channels *shape, size_t begin, size_t end))
KERNEL(void, channel_gradients, (const reprise_channel_gradients *arguments, size_t begin, size_t end))
/// `gamma` and `beta` may both be NULL.
KERNEL(void, normalize_rows,
       (void *y, const void *x, const void *mean, const void *deviation, const void *gamma, const void *beta,
        size_t rows, size_t columns))
/// Rows lie `stride` apart.
KERNEL(void, sum_normalized,
       (void *total, const void *x, const void *mean, const void *deviation, const void *dy, size_t rows,
        size_t columns, size_t stride, int continues))
KERNEL(void, multiply_rows, (void *y, const void *x, const void *factor, size_t rows, size_t columns))

// MARK: pooling.h; Processor+Pooling.swift

KERNEL(void, max_pool, (void *y, void *winner, const void *x, const reprise_pool *pool, size_t planes))
KERNEL(void, max_pool_backward,
       (void *dx, const void *winner, const void *dy, const reprise_pool *pool, size_t planes))
KERNEL(void, average_pool, (void *y, const void *x, const reprise_pool *pool, size_t planes))
KERNEL(void, average_pool_backward, (void *dx, const void *dy, const reprise_pool *pool, size_t planes))
KERNEL(void, spread_means, (void *dx, const void *dy, double scale, size_t planes, size_t positions))

// MARK: philox.h; RandomStream+WholeNumbers.swift

/// mask[i] = word 4 * first_block + i of the stream <= last_kept; the same for every scalar type.
KERNEL(void, philox_mask,
       (uint8_t *mask, size_t n, const reprise_philox *stream, uint32_t first_block, uint32_t last_kept))
