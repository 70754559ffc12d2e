internal import CKernels

/// Which windows a plane is pooled in: (height, width) → (rows, columns).
///
/// Window (i, j) begins at row i · stride − padding and column j · stride − padding; there are as many
/// as lie entirely in the plane and its padding.
package struct PoolingShape: Equatable, Sendable {
  /// The plane's rows.
  package let height: Int
  /// The plane's columns.
  package let width: Int
  /// A window's rows and columns.
  package let kernel: Int
  /// The distance from one window to the next, in both directions.
  package let stride: Int
  /// Rows and columns around the plane that belong to windows and hold nothing.
  package let padding: Int

  /// Windows of `kernel` × `kernel`; `nil` if a number makes no sense or the plane is smaller than a window.
  package init?(height: Int, width: Int, kernel: Int, stride: Int, padding: Int = 0) {
    guard kernel > 0, stride > 0, padding >= 0, 2 * padding <= kernel, height > 0, width > 0,
      kernel <= min(height, width) + 2 * padding
    else { return nil }
    self.height = height
    self.width = width
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
  }

  /// How many windows lie below each other.
  package var rows: Int { (height + 2 * padding - kernel) / stride + 1 }
  /// How many windows lie side by side.
  package var columns: Int { (width + 2 * padding - kernel) / stride + 1 }

  var kernelShape: reprise_pool {
    reprise_pool(
      height: height, width: width, kernel_height: kernel, kernel_width: kernel, stride: stride,
      padding: padding, rows: rows, columns: columns)
  }

  /// The planes that are worth giving to a thread of their own.
  var grain: Int { max(1, 8192 / (height * width)) }
}

extension Processor {
  /// y = the maximum of each window of x (planes, height, width): the first in row-major order, NaN before
  /// numbers; padding takes no part.
  ///
  /// - Parameters:
  ///   - y: (planes, rows, columns), written.
  ///   - winners: As many, written: (window row) · width + (window column) of the maximum, a whole number.
  package func maxPool<S: Scalar>(
    _ x: UnsafePointer<S>, planes: Int, shape: PoolingShape, into y: UnsafeMutablePointer<S>,
    winners: UnsafeMutablePointer<S>
  ) {
    let kernel = kernels(S.self).max_pool!
    dividePlanes(planes, shape) { part, input, output, pool in
      kernel(y + output, winners + output, x + input, pool, part.count)
    }
  }

  /// dx = +0; then, window by window in ascending order, dx at the window's winner = dx + dy.
  package func maxPoolBackward<S: Scalar>(
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
  package func averagePool<S: Scalar>(
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
  package func averagePoolBackward<S: Scalar>(
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
  package func spreadMeans<S: Scalar>(
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
