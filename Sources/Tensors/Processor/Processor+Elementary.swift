import CKernels

// The elementary functions over arrays. In Float they are correctly rounded, in Double within one unit of
// the last place; an element has the same bits alone and in any array. The arrays must not overlap.
extension Processor {
  /// y = exp x.
  public func exp<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).exp, x, y, count)
  }

  /// y = exp x − 1.
  public func expm1<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).expm1, x, y, count)
  }

  /// y = log x; −∞ at 0, NaN below.
  public func log<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).log, x, y, count)
  }

  /// y = log (1 + x).
  public func log1p<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).log1p, x, y, count)
  }

  /// y = tanh x.
  public func tanh<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).tanh, x, y, count)
  }

  /// y = 1 / (1 + exp(−x)).
  public func sigmoid<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).sigmoid, x, y, count)
  }

  /// y = sin x, for every finite x in radians.
  public func sin<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).sin, x, y, count)
  }

  /// y = cos x, for every finite x in radians.
  public func cos<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).cos, x, y, count)
  }

  private typealias Function =
    @convention(c) (_ y: UnsafeMutableRawPointer?, _ x: UnsafeRawPointer?, _ count: Int) -> Void

  private func apply<S: Scalar>(
    _ function: Function?, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, _ count: Int
  ) {
    divideElements(count) { part, _ in function!(y + part.lowerBound, x + part.lowerBound, part.count) }
  }
}
