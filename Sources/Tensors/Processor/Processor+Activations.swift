internal import CKernels

extension Processor {
  // MARK: Elementary functions

  // In Float they are correctly rounded, in Double within one unit of the last place; an element has the same bits
  // alone and in any array. The arrays must not overlap.

  /// y = exp x.
  package func exp<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).exp, x, into: y, count: count)
  }

  /// y = exp x − 1.
  package func expm1<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).expm1, x, into: y, count: count)
  }

  /// y = log x; −∞ at 0, NaN below.
  package func log<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).log, x, into: y, count: count)
  }

  /// y = log (1 + x).
  package func log1p<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).log1p, x, into: y, count: count)
  }

  /// y = tanh x.
  package func tanh<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).tanh, x, into: y, count: count)
  }

  /// y = 1 / (1 + exp(−x)).
  package func sigmoid<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).sigmoid, x, into: y, count: count)
  }

  /// y = sin x, for every finite x in radians.
  package func sin<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).sin, x, into: y, count: count)
  }

  /// y = cos x, for every finite x in radians.
  package func cos<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).cos, x, into: y, count: count)
  }

  // MARK: Other activations

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

  /// dx = (dy · (1 − y)) · y, each step rounded, where y is the sigmoid's output.
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
