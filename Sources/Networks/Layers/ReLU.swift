import Tensors

/// The rectifier: y = x ≤ 0 ? +0 : x, element by element.
public struct ReLU: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "relu"
  /// The layer without options.
  public static let withDefaults: ReLU? = ReLU()

  /// A rectifier has no options.
  public init() {}

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    x.graph.record(ReLUOperation<S>(x: x.slot, output: try x.graph.activation(x.shape)))
  }
}
