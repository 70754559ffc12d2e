internal import CKernels

extension Processor {
  // The arrays must not overlap. tanh and the sigmoid are correctly rounded in Float and within one unit of the last
  // place in Double; an element has the same bits alone and in any array.

  /// y = tanh x.
  package func tanh<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).tanh, x, into: y, count: count)
  }

  /// y = 1 / (1 + exp(−x)).
  package func sigmoid<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).sigmoid, x, into: y, count: count)
  }

  /// y = x ≤ 0 ? +0 : x, so that NaN goes through and divergence stays visible.
  package func relu<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).relu, x, into: y, count: count)
  }

  /// dx = y ≤ 0 ? +0 : dy, where y is ReLU's output.
  package func reluBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, output y: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    combine(kernels(S.self).relu_backward, y, dy, into: dx, count: count)
  }

  /// y = x > 0 ? x : x · slope, so that NaN goes through.
  package func leakyReLU<S: Scalar>(
    _ x: UnsafePointer<S>, slope: S, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).leaky_relu!
    divideElements(count) { part, _ in
      kernel(y + part.lowerBound, x + part.lowerBound, Double(slope), part.count)
    }
  }

  /// dx = x > 0 ? dy : dy · slope, where x is the input.
  package func leakyReLUBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, input x: UnsafePointer<S>, slope: S, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).leaky_relu_backward!
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(dx + i, x + i, dy + i, Double(slope), part.count)
    }
  }

  /// y = x · s with s = 1 / (1 + exp(−x)) as of `sigmoid`, the product rounded; NaN for −∞.
  package func silu<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).silu, x, into: y, count: count)
  }

  /// dx = (dy · s) · (1 + x · (1 − s)), each step rounded and in PyTorch's order, where x is the input and s its sigmoid.
  package func siluBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, input x: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    combine(kernels(S.self).silu_backward, x, dy, into: dx, count: count)
  }

  /// dx = (dy · (1 − y)) · y, each step rounded and in PyTorch's order, where y is the sigmoid's output.
  package func sigmoidBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, output y: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    combine(kernels(S.self).sigmoid_backward, y, dy, into: dx, count: count)
  }

  /// dx = dy · (1 − y · y), each step rounded, where y is tanh's output.
  package func tanhBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, output y: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    combine(kernels(S.self).tanh_backward, y, dy, into: dx, count: count)
  }
}
