import Tensors

/// What training makes small.
public enum Loss: String, Sendable, Codable, CaseIterable {
  /// Softmax with cross-entropy against class indices, in nats.
  case crossEntropy = "cross-entropy"
  /// The mean of the squared differences between outputs and targets.
  case mse
  /// Binary cross-entropy of outputs that are probabilities, in nats.
  case bce

  /// What a network's outputs are compared with.
  public enum Targets: Sendable {
    /// `Memory.targets`, a class index a sample; `mse` and `bce` want 1 at the class and 0 elsewhere.
    case classes
    /// `Memory.targetValues`, a number for every output; not for cross-entropy.
    case values
  }

  /// The loss's unit, for axes.
  public var unit: String {
    switch self {
    case .crossEntropy, .bce: "nats"
    case .mse: "1"
    }
  }

  /// Records the loss of a network's output.
  ///
  /// - Throws: `GraphError` when the output's shape does not fit the targets, or cross-entropy is to compare with
  ///   values.
  public func record<S: Scalar>(
    on graph: Graph<S>, targets: Targets = .classes
  ) throws -> any LossOperation<S> {
    let output = graph.output.shape
    switch targets {
    case .classes:
      guard output.dimensions.count == 1, output.count <= 256 else {
        throw GraphError.shape(
          layer: rawValue, path: "loss", takes: "(classes,) with at most 256 classes", got: output)
      }
    case .values:
      guard self != .crossEntropy else {
        throw GraphError.option(layer: rawValue, path: "loss", problem: "its targets are classes, not values")
      }
    }
    switch self {
    case .crossEntropy: return try CrossEntropyOperation<S>(on: graph)
    case .mse: return try ElementLossOperation<S>(.squaredError, targets, on: graph)
    case .bce: return try ElementLossOperation<S>(.binaryCrossEntropy, targets, on: graph)
    }
  }
}
