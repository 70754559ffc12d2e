import Tensors

/// What training makes small.
public enum Loss: String, Sendable, Codable, CaseIterable {
  /// Softmax with cross-entropy against class indices, in nats.
  case crossEntropy = "cross-entropy"

  /// The loss's unit, for axes.
  public var unit: String {
    switch self {
    case .crossEntropy: "nats"
    }
  }

  /// Records the loss of a network's output.
  ///
  /// - Throws: `GraphError` when the output's shape does not fit.
  public func record<S: Scalar>(on graph: Graph<S>) throws -> any LossOperation<S> {
    switch self {
    case .crossEntropy: try CrossEntropyOperation<S>(on: graph)
    }
  }
}
