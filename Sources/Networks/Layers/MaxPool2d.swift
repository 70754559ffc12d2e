import Tensors

/// Pooling by maximum: (channels, height, width) → (channels, rows, columns), window by window.
///
/// The first maximum in a window's row-major order wins, and NaN wins over numbers; padding takes no part.
/// The gradient goes to the winners; where windows overlap, gradients are added in the windows' order.
public struct MaxPool2d: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "max-pool-2d"

  /// A window's rows and columns.
  public let kernel: Int
  /// The distance from one window to the next.
  public let stride: Int
  /// Rows and columns around each plane that windows may cover.
  public let padding: Int

  /// A pooling layer; windows lie side by side unless a stride is given.
  public init(kernel: Int, stride: Int? = nil, padding: Int = 0) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try PoolingOptions(
      from: decoder.container(keyedBy: PoolingOptions.CodingKeys.self), pads: true)
    self.init(kernel: options.kernel, stride: options.stride, padding: options.padding)
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    let (windows, output) = try PoolingOptions(kernel: kernel, stride: stride, padding: padding)
      .windows(in: x.shape, of: Self.kind, at: graph.path)
    return graph.record(
      MaxPool2dOperation<S>(
        x: x.slot, winners: try graph.scratch("winners", output), output: try graph.activation(output),
        shape: windows))
  }
}
