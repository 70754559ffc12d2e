import Settings
import Tensors

/// A layer of another place wired a second time, with the same parameters and the same buffers:
/// `reuse: { layer: hidden-1/batch-norm }`.
///
/// The gradients of a parameter's uses are added in the reverse of the order in which they were recorded. A batch
/// normalization's running statistics are moved once for each use, in the order of the forward pass.
public struct Reuse: Layer, Equatable {
  /// What configurations call it.
  public static let kind = "reuse"

  /// The path of a layer, or of a group of layers, that is wired before.
  public let layer: String

  /// The layer or group at a path, again.
  public init(_ layer: String) { self.layer = layer }

  /// Reads `layer` (needed).
  public init(from decoder: any Decoder) throws {
    layer = try decoder.container(keyedBy: CodingKeys.self).value(.layer, .notEmpty)
  }

  /// Wires the layer again; its values have paths in the current scope.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> { try x.graph.rewire(layer, on: x) }
}

extension Reuse: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case(
      "reuse of a linear layer",
      Sequential([Linear(outputs: 5), Tanh(), Reuse("linear"), Sigmoid()]), input: [5]),
    GradientCheck.Case(
      "reuse of a batch-norm",
      Sequential([BatchNorm(), Sigmoid(), Linear(outputs: 5, bias: false), Reuse("batch-norm")]), input: [5]),
  ]
}
