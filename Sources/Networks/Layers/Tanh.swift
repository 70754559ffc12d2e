import Tensors

/// The hyperbolic tangent: y = tanh x, element by element; in Float correctly rounded.
public struct Tanh: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "tanh"
  /// The layer without options.
  public static let withDefaults: Tanh? = Tanh()

  /// A hyperbolic tangent has no options.
  public init() {}

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    x.graph.record(TanhOperation<S>(x: x.slot, output: try x.graph.activation(x.shape)))
  }
}
