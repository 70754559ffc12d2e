import CKernels

extension Processor {
  /// Softmax and cross-entropy of each row of logits (rows, classes).
  ///
  /// A row: shifted = x − max(x); e = exp(shifted), correctly rounded; s = Σ e, one ascending chain;
  /// softmax = e / s; loss = log(s) − shifted[target], in nats.
  ///
  /// - Parameters:
  ///   - targets: A class index a row, each below `classes`.
  ///   - softmax: (rows, classes), written.
  ///   - losses: (rows,), written.
  public func crossEntropy<S: Scalar>(
    _ logits: UnsafePointer<S>, targets: UnsafePointer<UInt8>, softmax: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, classes: Int
  ) {
    let kernel = kernels(S.self).cross_entropy!
    workers.divide(rows, grain: max(1, 1024 / classes)) { part, _ in
      let start = part.lowerBound * classes
      kernel(
        softmax + start, losses + part.lowerBound, logits + start, targets + part.lowerBound, part.count,
        classes)
    }
  }

  /// dx = (softmax − one-hot(target)) · scale, for the mean over N rows scale = 1/N.
  public func crossEntropyBackward<S: Scalar>(
    softmax: UnsafePointer<S>, targets: UnsafePointer<UInt8>, scale: S, into dx: UnsafeMutablePointer<S>,
    rows: Int, classes: Int
  ) {
    kernels(S.self).cross_entropy_backward!(dx, softmax, targets, Double(scale), rows, classes)
  }

  /// How many rows of x (rows, classes) have their maximum at their target. The first maximum counts;
  /// NaN wins over numbers.
  public func countHits<S: Scalar>(
    _ x: UnsafePointer<S>, targets: UnsafePointer<UInt8>, rows: Int, classes: Int
  ) -> Int {
    kernels(S.self).count_hits!(x, targets, rows, classes)
  }
}
