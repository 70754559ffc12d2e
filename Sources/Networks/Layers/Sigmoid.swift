import Tensors

/// The logistic function: y = 1 / (1 + exp(−x)), element by element; in Float correctly rounded.
public struct Sigmoid: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "sigmoid"
  /// The layer without options.
  public static let withDefaults: Sigmoid? = Sigmoid()

  /// A sigmoid has no options.
  public init() {}

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    x.graph.record(SigmoidOperation<S>(x: x.slot, output: try x.graph.activation(x.shape)))
  }
}
