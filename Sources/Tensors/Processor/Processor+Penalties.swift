internal import CKernels

extension Processor {
  // MARK: Sizes of parameters

  /// Σ |x|, one chain in ascending order from +0.
  package func sumOfMagnitudes<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> S {
    S(kernels(S.self).sum_of_magnitudes!(x, count))
  }

  /// Σ x · x, each square and each addition rounded to the scalar type, one ascending chain from +0.
  package func chainOfSquares<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> S {
    S(kernels(S.self).chain_of_squares!(x, count))
  }

  // MARK: Gradients of penalties

  /// g = g + weight · sign(p), where sign is 1, −1, or p itself if p is a zero or NaN.
  package func addSigns<S: Scalar>(
    of p: UnsafePointer<S>, times weight: S, to g: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).add_signs!
    divideElements(count) { part, _ in
      kernel(g + part.lowerBound, p + part.lowerBound, Double(weight), part.count)
    }
  }

  /// g = fma(weight, p / norm, g).
  package func addDirection<S: Scalar>(
    of p: UnsafePointer<S>, norm: S, times weight: S, to g: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).add_direction!
    divideElements(count) { part, _ in
      kernel(g + part.lowerBound, p + part.lowerBound, Double(weight), Double(norm), part.count)
    }
  }

  /// g = fma(weight, p, g).
  package func addMultiple<S: Scalar>(
    of p: UnsafePointer<S>, times weight: S, to g: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).add_multiple!
    divideElements(count) { part, _ in
      kernel(g + part.lowerBound, p + part.lowerBound, Double(weight), part.count)
    }
  }
}
