internal import CKernels

/// One operand of a matrix product, in place: its first element and the distances between its neighbors.
///
/// A transposed operand is the same memory with its strides exchanged; nothing is copied.
package struct MatrixView<S: Scalar> {
  let start: UnsafePointer<S>
  let rowStride: Int
  let columnStride: Int

  /// A row-major matrix whose rows lie `stride` elements apart.
  package init(_ start: UnsafePointer<S>, stride: Int) {
    self.start = start
    rowStride = stride
    columnStride = 1
  }

  init(_ start: UnsafePointer<S>, rowStride: Int, columnStride: Int) {
    self.start = start
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  /// The same memory, rows and columns exchanged.
  package var transposed: MatrixView {
    MatrixView(start, rowStride: columnStride, columnStride: rowStride)
  }
}

extension Processor {
  /// The matrix product C (m, n) = A (m, k) · B (k, n), then `+ bias` (n,).
  ///
  /// Every element is one chain of fused multiply-adds in ascending k: `acc = +0` (or C's own value if it
  /// `accumulates`), `acc = fma(a[i,k], b[k,j], acc)`. The bias is one addition after the chain. A row
  /// therefore has the same bits alone and in any batch, and products over two parts of k in succession
  /// have those of one product over the whole.
  ///
  /// - Parameters:
  ///   - c: The result, row-major, rows `cStride` elements apart. Must not overlap the operands.
  ///   - accumulates: Continues the chains that C holds, instead of starting at +0.
  ///   - bias: n values, or `nil`.
  package func multiply<S: Scalar>(
    _ a: MatrixView<S>, _ b: MatrixView<S>, into c: UnsafeMutablePointer<S>, cStride: Int,
    m: Int, n: Int, k: Int, accumulates: Bool = false, bias: UnsafePointer<S>? = nil
  ) {
    let kernel = kernels(S.self).matmul!
    func run(rows: Range<Int>, columns: Range<Int>, workspace: UnsafeMutableRawPointer) {
      var product = reprise_matmul()
      product.m = rows.count
      product.n = columns.count
      product.k = k
      product.a = UnsafeRawPointer(a.start + rows.lowerBound * a.rowStride)
      product.a_row = a.rowStride
      product.a_col = a.columnStride
      product.b = UnsafeRawPointer(b.start + columns.lowerBound * b.columnStride)
      product.b_row = b.rowStride
      product.b_col = b.columnStride
      product.c = UnsafeMutableRawPointer(c + rows.lowerBound * cStride + columns.lowerBound)
      product.c_row = cStride
      product.bias = bias.map { UnsafeRawPointer($0 + columns.lowerBound) }
      product.accumulates = accumulates ? 1 : 0
      kernel(&product, workspace)
    }
    // The longer side is divided, so that each thread packs as little as it can of the other operand.
    // About 100,000 multiply-adds (some microseconds) are worth waking a thread for.
    let longer = max(m, n)
    let grain = max(16, (100_000 / max(1, min(m, n) * k) + 15) / 16 * 16)
    workers.divide(longer, grain: min(grain, max(longer, 1))) { part, workspace in
      if m >= n {
        run(rows: part, columns: 0..<n, workspace: workspace)
      } else {
        run(rows: 0..<m, columns: part, workspace: workspace)
      }
    }
  }
}
