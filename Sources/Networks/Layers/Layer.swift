import Tensors

/// A part of a network, as a value that holds its hyper-parameters and nothing else.
///
/// A layer has no state, no scalar type and no backward: it says how it is wired, once, and the operations
/// that it records do the rest. Its coded form is its block in a configuration.
public protocol Layer: Sendable, Codable {
  /// What it is called in configurations and paths: `linear`.
  static var kind: String { get }
  /// The layer with every option at its default, or `nil` if some option has none.
  static var withDefaults: Self? { get }

  /// Wires the layer: records its operations on `x` and gives their output.
  ///
  /// - Throws: `GraphError` when the input's shape does not fit, naming the layer and both shapes.
  func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S>
}

extension Layer {
  /// The layer without options.
  public static var withDefaults: Self? { nil }
}
