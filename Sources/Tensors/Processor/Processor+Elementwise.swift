import CKernels

extension Processor {
  /// y += x, element by element.
  public func add<S: Scalar>(_ x: UnsafePointer<S>, to y: UnsafeMutablePointer<S>, count: Int) {
    let kernel = kernels(S.self).add!
    divideElements(count) { part, _ in kernel(y + part.lowerBound, x + part.lowerBound, part.count) }
  }

  /// y = x ≤ 0 ? +0 : x, so that NaN goes through and divergence stays visible.
  public func relu<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    let kernel = kernels(S.self).relu!
    divideElements(count) { part, _ in kernel(y + part.lowerBound, x + part.lowerBound, part.count) }
  }

  /// dx = y ≤ 0 ? +0 : dy, where y is ReLU's output.
  public func reluBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, output y: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, count: Int
  ) {
    let kernel = kernels(S.self).relu_backward!
    divideElements(count) { part, _ in
      kernel(dx + part.lowerBound, y + part.lowerBound, dy + part.lowerBound, part.count)
    }
  }

  /// total (columns,) = Σ over the rows of x (rows, columns), each one chain in ascending row order.
  ///
  /// - Parameter continues: Goes on from what `total` holds, instead of starting at +0.
  public func sumRows<S: Scalar>(
    of x: UnsafePointer<S>, into total: UnsafeMutablePointer<S>, rows: Int, columns: Int,
    continues: Bool = false
  ) {
    let kernel = kernels(S.self).sum_rows!
    workers.divide(columns, grain: max(64, 32768 / max(rows, 1))) { part, _ in
      kernel(total + part.lowerBound, x + part.lowerBound, rows, part.count, columns, continues ? 1 : 0)
    }
  }

  /// Σ x, one chain in ascending order from +0.
  public func sum<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> S {
    S(kernels(S.self).sum!(x, count))
  }

  /// Σ x² in Double, one chain in ascending order from +0: for norms that are reported.
  public func sumOfSquares<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> Double {
    kernels(S.self).sum_of_squares!(x, count)
  }

  /// y = table[x], for a table of the 256 values that a byte can mean.
  public func lookUp<S: Scalar>(
    _ x: UnsafePointer<UInt8>, in table: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    kernels(S.self).look_up!(y, x, table, count)
  }
}
