import CKernels

extension Processor {
  /// The squared error of each output (rows, columns) and its mean over each row.
  ///
  /// d = x − t; e = d · d; a row's loss is Σ e, one ascending chain, times S(1/columns), 1/columns rounded from
  /// Double. Each operation is one rounded step.
  public func squaredError<S: Scalar>(
    _ outputs: UnsafePointer<S>, targets: LossTargets<S>, elements: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, columns: Int
  ) {
    compare(
      kernels(S.self).squared_error!, outputs, targets, elements: elements, losses: losses, rows, columns)
  }

  /// dx = (x − t) · scale: for the mean over N elements scale = S(2/N).
  public func squaredErrorBackward<S: Scalar>(
    _ outputs: UnsafePointer<S>, targets: LossTargets<S>, scale: S, into dx: UnsafeMutablePointer<S>,
    rows: Int, columns: Int
  ) {
    differentiate(kernels(S.self).squared_error_backward!, outputs, targets, scale, into: dx, rows, columns)
  }

  /// The binary cross-entropy in nats of each probability (rows, columns) and its mean over each row.
  ///
  /// a = log1p(−x) and b = log(x), each at least −100 as PyTorch's `binary_cross_entropy` has it;
  /// e = (t − 1) · a − t · b; a row's loss as in `squaredError`. An x outside 0…1 gives NaN.
  public func binaryCrossEntropy<S: Scalar>(
    _ probabilities: UnsafePointer<S>, targets: LossTargets<S>, elements: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, columns: Int
  ) {
    compare(
      kernels(S.self).binary_cross_entropy!, probabilities, targets, elements: elements, losses: losses, rows,
      columns)
  }

  /// dx = ((x − t) / max((1 − x) · x, 1e-12)) · scale: for the mean over N elements scale = S(1/N).
  public func binaryCrossEntropyBackward<S: Scalar>(
    _ probabilities: UnsafePointer<S>, targets: LossTargets<S>, scale: S,
    into dx: UnsafeMutablePointer<S>, rows: Int, columns: Int
  ) {
    differentiate(
      kernels(S.self).binary_cross_entropy_backward!, probabilities, targets, scale, into: dx, rows, columns)
  }

  private typealias Comparison =
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeRawPointer?, UnsafeRawPointer?,
      UnsafePointer<UInt8>?, Double, Int, Int
    ) -> Void

  private typealias Derivative =
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafeRawPointer?, UnsafeRawPointer?, UnsafePointer<UInt8>?, Double, Int, Int
    ) -> Void

  private func compare<S: Scalar>(
    _ kernel: Comparison, _ x: UnsafePointer<S>, _ targets: LossTargets<S>,
    elements: UnsafeMutablePointer<S>, losses: UnsafeMutablePointer<S>, _ rows: Int, _ columns: Int
  ) {
    let inverse = Double(S(1 / Double(columns)))
    workers.divide(rows, grain: max(1, 1024 / max(columns, 1))) { part, _ in
      let row = part.lowerBound
      kernel(
        elements + row * columns, losses + row, x + row * columns,
        targets.values(from: row, columns: columns), targets.classes(from: row), inverse, part.count, columns)
    }
  }

  private func differentiate<S: Scalar>(
    _ kernel: Derivative, _ x: UnsafePointer<S>, _ targets: LossTargets<S>, _ scale: S,
    into dx: UnsafeMutablePointer<S>, _ rows: Int, _ columns: Int
  ) {
    workers.divide(rows, grain: max(1, 8192 / max(columns, 1))) { part, _ in
      let row = part.lowerBound
      kernel(
        dx + row * columns, x + row * columns, targets.values(from: row, columns: columns),
        targets.classes(from: row), Double(scale), part.count, columns)
    }
  }
}
