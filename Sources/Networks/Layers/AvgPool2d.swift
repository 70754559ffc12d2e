import Tensors

/// Pooling by mean: (channels, height, width) → (channels, rows, columns), window by window.
///
/// A window's mean is one chain in row-major order from +0, times 1/kernel². The gradient of an element is
/// the chain from +0, in the windows' order, of dy · (1/kernel²).
public struct AvgPool2d: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "avg-pool-2d"

  /// A window's rows and columns.
  public let kernel: Int
  /// The distance from one window to the next.
  public let stride: Int

  /// A pooling layer; windows lie side by side unless a stride is given.
  public init(kernel: Int, stride: Int? = nil) {
    self.kernel = kernel
    self.stride = stride ?? kernel
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try PoolingOptions(
      from: decoder.container(keyedBy: PoolingOptions.CodingKeys.self), pads: false)
    self.init(kernel: options.kernel, stride: options.stride)
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    let (windows, output) = try PoolingOptions(kernel: kernel, stride: stride)
      .windows(in: x.shape, of: Self.kind, at: graph.path)
    return graph.record(
      AvgPool2dOperation<S>(x: x.slot, output: try graph.activation(output), shape: windows))
  }
}
