import CKernels

/// Which windows a plane is pooled in: (height, width) → (rows, columns).
///
/// Window (i, j) begins at row i · stride − padding and column j · stride − padding; there are as many
/// as lie entirely in the plane and its padding.
public struct PoolingShape: Equatable, Sendable {
  /// The plane's rows.
  public let height: Int
  /// The plane's columns.
  public let width: Int
  /// A window's rows and columns.
  public let kernel: Int
  /// The distance from one window to the next, in both directions.
  public let stride: Int
  /// Rows and columns around the plane that belong to windows and hold nothing.
  public let padding: Int

  /// Windows of `kernel` × `kernel`; `nil` if a number makes no sense or the plane is smaller than a window.
  public init?(height: Int, width: Int, kernel: Int, stride: Int, padding: Int = 0) {
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
  public var rows: Int { (height + 2 * padding - kernel) / stride + 1 }
  /// How many windows lie side by side.
  public var columns: Int { (width + 2 * padding - kernel) / stride + 1 }

  var kernelShape: reprise_pool {
    reprise_pool(
      height: height, width: width, kernel_height: kernel, kernel_width: kernel, stride: stride,
      padding: padding, rows: rows, columns: columns)
  }

  /// The planes that are worth giving to a thread of their own.
  var grain: Int { max(1, 8192 / (height * width)) }
}
