import CKernels

extension Processor {
  /// y = the maximum of each window of x (planes, height, width): the first in row-major order, NaN before
  /// numbers; padding takes no part.
  ///
  /// - Parameters:
  ///   - y: (planes, rows, columns), written.
  ///   - winners: As many, written: (window row) · width + (window column) of the maximum, a whole number.
  public func maxPool<S: Scalar>(
    _ x: UnsafePointer<S>, planes: Int, shape: PoolingShape, into y: UnsafeMutablePointer<S>,
    winners: UnsafeMutablePointer<S>
  ) {
    let kernel = kernels(S.self).max_pool!
    dividePlanes(planes, shape) { part, input, output, pool in
      kernel(y + output, winners + output, x + input, pool, part.count)
    }
  }

  /// dx = +0; then, window by window in ascending order, dx at the window's winner = dx + dy.
  public func maxPoolBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, winners: UnsafePointer<S>, planes: Int, shape: PoolingShape,
    into dx: UnsafeMutablePointer<S>
  ) {
    let kernel = kernels(S.self).max_pool_backward!
    dividePlanes(planes, shape) { part, input, output, pool in
      kernel(dx + input, winners + output, dy + output, pool, part.count)
    }
  }

  /// y = Σ of each window of x (planes, height, width), one row-major chain, times 1/kernel².
  ///
  /// - Parameter shape: The windows, without padding.
  public func averagePool<S: Scalar>(
    _ x: UnsafePointer<S>, planes: Int, shape: PoolingShape, into y: UnsafeMutablePointer<S>
  ) {
    precondition(shape.padding == 0, "average pooling has no padding")
    let kernel = kernels(S.self).average_pool!
    let scale = Double(S(1 / Double(shape.kernel * shape.kernel)))
    dividePlanes(planes, shape) { part, input, output, pool in
      kernel(y + output, x + input, pool, scale, part.count)
    }
  }

  /// dx = +0; then, window by window in ascending order, dx = dx + dy · (1/kernel²) in the whole window.
  public func averagePoolBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, planes: Int, shape: PoolingShape, into dx: UnsafeMutablePointer<S>
  ) {
    precondition(shape.padding == 0, "average pooling has no padding")
    let kernel = kernels(S.self).average_pool_backward!
    let scale = Double(S(1 / Double(shape.kernel * shape.kernel)))
    dividePlanes(planes, shape) { part, input, output, pool in
      kernel(dx + input, dy + output, pool, scale, part.count)
    }
  }

  /// The backward of each plane's mean: dx = +0 + dy · (1/positions) in every position.
  public func spreadMeans<S: Scalar>(
    _ dy: UnsafePointer<S>, planes: Int, positions: Int, into dx: UnsafeMutablePointer<S>
  ) {
    let kernel = kernels(S.self).spread_means!
    let scale = Double(S(1 / Double(positions)))
    workers.divide(planes, grain: max(1, 8192 / max(positions, 1))) { part, _ in
      kernel(dx + part.lowerBound * positions, dy + part.lowerBound, scale, part.count, positions)
    }
  }

  private func dividePlanes(
    _ planes: Int, _ shape: PoolingShape,
    _ body: (_ part: Range<Int>, _ input: Int, _ output: Int, _ pool: UnsafePointer<reprise_pool>) -> Void
  ) {
    let input = shape.height * shape.width, output = shape.rows * shape.columns
    workers.divide(planes, grain: shape.grain) { part, _ in
      withUnsafePointer(to: shape.kernelShape) {
        body(part, part.lowerBound * input, part.lowerBound * output, $0)
      }
    }
  }
}
