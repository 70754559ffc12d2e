internal import CKernels

/// Which windows a plane is pooled in: (height, width) → (rows, columns).
///
/// Window (i, j) begins at row i · stride − padding and column j · stride − padding. There are as many as lie entirely
/// in the plane and its padding; in `ceilMode` also one more below each other and side by side, if the last one leaves
/// something of the plane and its padding over, and the next begins in the plane or in the padding before it: that one
/// is cut off at the end. These are the windows of PyTorch's `ceil_mode`.
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
  /// Whether there may be windows that are cut off at the end.
  package let ceilMode: Bool

  /// Windows of `kernel` × `kernel`; `nil` if a number makes no sense or the plane is smaller than a window.
  package init?(
    height: Int, width: Int, kernel: Int, stride: Int, padding: Int = 0, ceilMode: Bool = false
  ) {
    guard kernel > 0, stride > 0, padding >= 0, 2 * padding <= kernel, height > 0, width > 0,
      kernel <= min(height, width) + 2 * padding
    else { return nil }
    self.height = height
    self.width = width
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.ceilMode = ceilMode
  }

  /// How many windows lie below each other.
  package var rows: Int { windows(on: height) }
  /// How many windows lie side by side.
  package var columns: Int { windows(on: width) }

  private func windows(on length: Int) -> Int {
    let rest = length + 2 * padding - kernel
    let whole = rest / stride + 1
    return ceilMode && rest % stride != 0 && whole * stride < length + padding ? whole + 1 : whole
  }

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

  /// y = Σ of each window of x (planes, height, width), one row-major chain, times S(1/n), n being the elements of the
  /// window in the plane: kernel², fewer where it is cut off.
  ///
  /// - Parameter shape: The windows, without padding.
  package func averagePool<S: Scalar>(
    _ x: UnsafePointer<S>, planes: Int, shape: PoolingShape, into y: UnsafeMutablePointer<S>
  ) {
    precondition(shape.padding == 0, "average pooling has no padding")
    let kernel = kernels(S.self).average_pool!
    dividePlanes(planes, shape) { part, input, output, pool in
      kernel(y + output, x + input, pool, part.count)
    }
  }

  /// dx = +0; then, window by window in ascending order, dx = dx + dy · S(1/n) in all its n elements in the plane.
  package func averagePoolBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, planes: Int, shape: PoolingShape, into dx: UnsafeMutablePointer<S>
  ) {
    precondition(shape.padding == 0, "average pooling has no padding")
    let kernel = kernels(S.self).average_pool_backward!
    dividePlanes(planes, shape) { part, input, output, pool in
      kernel(dx + input, dy + output, pool, part.count)
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
