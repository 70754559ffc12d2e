import Tensors

/// One dimension for each sample: a shape of any dimensions becomes (count,), in row-major order.
public struct Flatten: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "flatten"
  /// The layer without options.
  public static let withDefaults: Flatten? = Flatten()

  /// A flattening has no options.
  public init() {}

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    x.graph.record(FlattenOperation<S>(x: x.slot, output: try x.graph.activation([x.shape.count])))
  }
}
