internal import CKernels

/// What a loss compares a network's outputs with.
package enum LossTargets<S: Scalar> {
  /// A class index a row: the targets are 1 at the class and 0 elsewhere.
  case classes(UnsafePointer<UInt8>)
  /// A number for every output, row-major.
  case values(UnsafePointer<S>)

  /// The class indices from a row on, if there are any.
  func classes(from row: Int) -> UnsafePointer<UInt8>? {
    if case .classes(let classes) = self { classes + row } else { nil }
  }

  /// The values from a row on, if there are any.
  func values(from row: Int, columns: Int) -> UnsafePointer<S>? {
    if case .values(let values) = self { values + row * columns } else { nil }
  }
}

extension Processor {
  // MARK: Softmax with cross-entropy

  /// Softmax and cross-entropy of each row of logits (rows, classes).
  ///
  /// A row: shifted = x − max(x); e = exp(shifted), correctly rounded; s = Σ e, one ascending chain;
  /// softmax = e / s; loss = log(s) − shifted[target], in nats.
  ///
  /// - Parameters:
  ///   - targets: A class index a row, each below `classes`.
  ///   - softmax: (rows, classes), written.
  ///   - losses: (rows,), written.
  package func crossEntropy<S: Scalar>(
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
  package func crossEntropyBackward<S: Scalar>(
    softmax: UnsafePointer<S>, targets: UnsafePointer<UInt8>, scale: S, into dx: UnsafeMutablePointer<S>,
    rows: Int, classes: Int
  ) {
    kernels(S.self).cross_entropy_backward!(dx, softmax, targets, Double(scale), rows, classes)
  }

  /// Softmax of each row of logits (rows, columns) and its cross-entropy against probabilities, as PyTorch's
  /// `CrossEntropyLoss` has it for such targets and for `label_smoothing`.
  ///
  /// A row: max, shifted, s and softmax as in `crossEntropy`; p = keep · q + add with q the target, keep = S(1 − ε) and
  /// add = S(ε / columns), ε being the smoothing; loss = Σ p · (log(s) − shifted), one ascending chain. Each operation
  /// is one rounded step. A probability of 0 at a logit of −∞ gives NaN.
  package func softCrossEntropy<S: Scalar>(
    _ logits: UnsafePointer<S>, targets: LossTargets<S>, smoothing: Double, softmax: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, columns: Int
  ) {
    let kernel = kernels(S.self).soft_cross_entropy!
    let keep = Double(S(1 - smoothing)), add = Double(S(smoothing / Double(columns)))
    workers.divide(rows, grain: max(1, 1024 / columns)) { part, _ in
      let row = part.lowerBound
      kernel(
        softmax + row * columns, losses + row, logits + row * columns,
        targets.values(from: row, columns: columns), targets.classes(from: row), keep, add, part.count,
        columns)
    }
  }

  /// dx = (softmax · t − p) · scale with p as in `softCrossEntropy` and t = Σ p of the row, one ascending chain: where
  /// probabilities add up to 1 it is (softmax − p) · scale.
  package func softCrossEntropyBackward<S: Scalar>(
    softmax: UnsafePointer<S>, targets: LossTargets<S>, smoothing: Double, scale: S,
    into dx: UnsafeMutablePointer<S>, rows: Int, columns: Int
  ) {
    kernels(S.self).soft_cross_entropy_backward!(
      dx, softmax, targets.values(from: 0, columns: columns), targets.classes(from: 0),
      Double(S(1 - smoothing)), Double(S(smoothing / Double(columns))), Double(scale), rows, columns)
  }

  /// How many rows of x (rows, classes) have their maximum, the one that `maxPool` takes, at their target.
  package func countHits<S: Scalar>(
    _ x: UnsafePointer<S>, targets: UnsafePointer<UInt8>, rows: Int, classes: Int
  ) -> Int {
    kernels(S.self).count_hits!(x, targets, rows, classes)
  }

  // MARK: Squared error and binary cross-entropy

  /// The squared error of each output (rows, columns) and its mean over each row.
  ///
  /// d = x − t; e = d · d; a row's loss is Σ e, one ascending chain, times S(1/columns), 1/columns rounded from
  /// Double. Each operation is one rounded step.
  package func squaredError<S: Scalar>(
    _ outputs: UnsafePointer<S>, targets: LossTargets<S>, elements: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, columns: Int
  ) {
    compare(
      kernels(S.self).squared_error!, outputs, targets, elements: elements, losses: losses, rows, columns)
  }

  /// dx = (x − t) · scale: for the mean over N elements scale = S(2/N).
  package func squaredErrorBackward<S: Scalar>(
    _ outputs: UnsafePointer<S>, targets: LossTargets<S>, scale: S, into dx: UnsafeMutablePointer<S>,
    rows: Int, columns: Int
  ) {
    differentiate(kernels(S.self).squared_error_backward!, outputs, targets, scale, into: dx, rows, columns)
  }

  /// The binary cross-entropy in nats of each probability (rows, columns) and its mean over each row.
  ///
  /// a = log1p(−x) and b = log(x), each at least −100 as PyTorch's `binary_cross_entropy` has it;
  /// e = (t − 1) · a − t · b; a row's loss as in `squaredError`. An x outside 0…1 gives NaN.
  package func binaryCrossEntropy<S: Scalar>(
    _ probabilities: UnsafePointer<S>, targets: LossTargets<S>, elements: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, columns: Int
  ) {
    compare(
      kernels(S.self).binary_cross_entropy!, probabilities, targets, elements: elements, losses: losses, rows,
      columns)
  }

  /// dx = ((x − t) / max((1 − x) · x, 1e-12)) · scale: for the mean over N elements scale = S(1/N).
  package func binaryCrossEntropyBackward<S: Scalar>(
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
