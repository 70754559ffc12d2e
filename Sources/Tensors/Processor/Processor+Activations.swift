import CKernels

extension Processor {
  /// y = x > 0 ? x : x · slope, so that NaN goes through.
  public func leakyReLU<S: Scalar>(
    _ x: UnsafePointer<S>, slope: S, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).leaky_relu!
    divideElements(count) { part, _ in
      kernel(y + part.lowerBound, x + part.lowerBound, Double(slope), part.count)
    }
  }

  /// dx = x > 0 ? dy : dy · slope, where x is the input.
  public func leakyReLUBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, input x: UnsafePointer<S>, slope: S, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).leaky_relu_backward!
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(dx + i, x + i, dy + i, Double(slope), part.count)
    }
  }

  /// dx = (dy · (1 − y)) · y, each step rounded, where y is the sigmoid's output.
  public func sigmoidBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, output y: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).sigmoid_backward!
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(dx + i, y + i, dy + i, part.count)
    }
  }

  /// dx = dy · (1 − y · y), each step rounded, where y is tanh's output.
  public func tanhBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, output y: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).tanh_backward!
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(dx + i, y + i, dy + i, part.count)
    }
  }

  /// y = a + b, element by element; a and b may be the same array, y none of them.
  public func add<S: Scalar>(
    _ a: UnsafePointer<S>, _ b: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).add_two!
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(y + i, a + i, b + i, part.count)
    }
  }

  /// y = x.
  public func copy<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    divideElements(count) { part, _ in
      (y + part.lowerBound).update(from: x + part.lowerBound, count: part.count)
    }
  }

  /// y = x · m, where m is `scale` for a mask's 1 and +0 for its 0.
  public func applyMask<S: Scalar>(
    _ mask: UnsafePointer<UInt8>, scale: S, to x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>,
    count: Int
  ) {
    let kernel = kernels(S.self).apply_mask!
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(y + i, x + i, mask + i, Double(scale), part.count)
    }
  }
}
