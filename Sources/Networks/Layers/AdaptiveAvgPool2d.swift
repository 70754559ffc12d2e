import Tensors

/// The mean of each plane: (channels, height, width) → (channels, 1, 1).
///
/// A mean is one chain in row-major order from +0, times 1/(height · width); the gradient of every element is
/// +0 + dy · (1/(height · width)).
public struct AdaptiveAvgPool2d: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "adaptive-avg-pool-2d"
  /// The layer without options.
  public static let withDefaults: AdaptiveAvgPool2d? = AdaptiveAvgPool2d()

  /// There are no options: the output is 1 × 1.
  public init() {}

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    guard x.shape.dimensions.count == 3, x.shape.count > 0 else {
      throw GraphError.shape(
        layer: Self.kind, path: graph.path, takes: "(channels, height, width)", got: x.shape)
    }
    let output: Shape = [x.shape.dimensions[0], 1, 1]
    return graph.record(AdaptiveAvgPool2dOperation<S>(x: x.slot, output: try graph.activation(output)))
  }
}
