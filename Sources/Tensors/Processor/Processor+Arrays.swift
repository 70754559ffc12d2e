internal import CKernels

extension Processor {
  // MARK: Element by element

  /// y += x, element by element.
  package func add<S: Scalar>(_ x: UnsafePointer<S>, to y: UnsafeMutablePointer<S>, count: Int) {
    apply(kernels(S.self).add, x, into: y, count: count)
  }

  /// y = a + b, element by element; a and b may be the same array, y none of them.
  package func add<S: Scalar>(
    _ a: UnsafePointer<S>, _ b: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    combine(kernels(S.self).add_two, a, b, into: y, count: count)
  }

  /// y = x.
  package func copy<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int) {
    guard x != UnsafePointer(y) else { return }
    divideElements(count) { part, _ in
      // As bytes: the generic way to copy numbers goes one by one.
      UnsafeMutableRawPointer(y + part.lowerBound).copyMemory(
        from: x + part.lowerBound, byteCount: part.count * MemoryLayout<S>.stride)
    }
  }

  /// x = x · factor.
  package func multiply<S: Scalar>(_ x: UnsafeMutablePointer<S>, by factor: S, count: Int) {
    let kernel = kernels(S.self).multiply_by!
    divideElements(count) { part, _ in kernel(x + part.lowerBound, Double(factor), part.count) }
  }

  /// x = x < −limit ? −limit : x > limit ? limit : x, so that NaN goes through.
  package func clamp<S: Scalar>(_ x: UnsafeMutablePointer<S>, to limit: S, count: Int) {
    let kernel = kernels(S.self).clamp!
    divideElements(count) { part, _ in kernel(x + part.lowerBound, Double(limit), part.count) }
  }

  /// A step of projected gradient descent: with s = step size · sign(g), where sign is 1, −1 or, of a zero or NaN,
  /// itself: v = a + s; d = v − x, held in ±epsilon; a = x + d, held in 0…1; each rounded. NaN goes through.
  package func projectedStep<S: Scalar>(
    _ a: UnsafeMutablePointer<S>, from x: UnsafePointer<S>, gradient g: UnsafePointer<S>, size: S, epsilon: S,
    count: Int
  ) {
    let kernel = kernels(S.self).projected_step!
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(a + i, x + i, g + i, Double(size), Double(epsilon), part.count)
    }
  }

  /// y = x · m, where m is `scale` for a mask's 1 and +0 for its 0.
  package func applyMask<S: Scalar>(
    _ mask: UnsafePointer<UInt8>, scale: S, to x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>,
    count: Int
  ) {
    let kernel = kernels(S.self).apply_mask!
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(y + i, x + i, mask + i, Double(scale), part.count)
    }
  }

  /// y = table[x], for a table of the 256 values that a byte can mean.
  package func lookUp<S: Scalar>(
    _ x: UnsafePointer<UInt8>, in table: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    kernels(S.self).look_up!(y, x, table, count)
  }

  // MARK: Sums

  /// Σ x, one chain in ascending order from +0.
  package func sum<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> S {
    S(kernels(S.self).sum!(x, count))
  }

  /// Σ x / count: `sum` times S(1/count), the quotient rounded from Double.
  package func mean<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> S {
    sum(x, count: count) * S(1 / Double(count))
  }

  /// Σ x² in Double, one chain in ascending order from +0: for norms that are reported.
  package func sumOfSquares<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> Double {
    kernels(S.self).sum_of_squares!(x, count)
  }

  /// total (columns,) = Σ over the rows of x (rows, columns), each one chain in ascending row order.
  ///
  /// - Parameter continues: Goes on from what `total` holds, instead of starting at +0.
  package func sumRows<S: Scalar>(
    of x: UnsafePointer<S>, into total: UnsafeMutablePointer<S>, rows: Int, columns: Int,
    continues: Bool = false
  ) {
    let kernel = kernels(S.self).sum_rows!
    workers.divide(columns, grain: max(64, 32768 / max(rows, 1))) { part, _ in
      kernel(total + part.lowerBound, x + part.lowerBound, rows, part.count, columns, continues ? 1 : 0)
    }
  }
}
