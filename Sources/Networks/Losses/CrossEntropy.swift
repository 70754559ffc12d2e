import Settings
import Tensors

/// Softmax with cross-entropy against class indices, in nats: the mean over the batch.
///
/// The formulas and their order of operations stand at `Processor.crossEntropy` and `crossEntropyBackward`.
public struct CrossEntropy: Loss, Equatable {
  /// What configurations call it.
  public static let kind = "cross-entropy"
  /// What an axis calls it.
  public var title: String { "Cross-entropy" }
  /// Its logarithms are natural.
  public var unit: String { "nats" }

  /// A cross-entropy has no options.
  public init() {}

  /// Records it behind an output (classes,) of logits; its targets are classes.
  public func record<S: Scalar>(on graph: Graph<S>, targets: TargetKind) throws -> any LossOp<S> {
    guard targets == .classes else {
      throw GraphError.option(
        layer: Self.kind, path: "loss", problem: "its targets are classes, not values")
    }
    try Self.requireClasses(graph)
    return try Self.record(behind: graph) {
      CrossEntropyOp<S>(
        logits: graph.output, softmax: try graph.scratch("softmax", graph.output.shape),
        losses: try graph.scratch("value", []))
    }
  }
}

private struct CrossEntropyOp<S: Scalar>: LossOp {
  let logits: Slot  // (classes,)
  let softmax: Slot  // (classes,)
  let losses: Slot  // ()

  func forward(_ memory: Memory<S>, _ pass: Pass) {
    memory.check(pass)
    pass.processor.crossEntropy(
      memory.pointer(to: logits), targets: memory.targets.baseAddress!,
      softmax: memory.pointer(to: softmax), losses: memory.pointer(to: losses),
      rows: pass.count, classes: logits.shape.count)
  }

  func backward(_ memory: Memory<S>, _ pass: Pass) {
    memory.check(pass)
    pass.processor.crossEntropyBackward(
      softmax: memory.pointer(to: softmax), targets: memory.targets.baseAddress!,
      scale: S(1 / Double(pass.count)), into: memory.gradientPointer(to: logits),
      rows: pass.count, classes: logits.shape.count)
  }
}

extension CrossEntropy: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("cross-entropy", Sequential([any Layer]()), input: [10], loss: CrossEntropy()),
    GradientCheck.Case(
      "multilayer perceptron with cross-entropy",
      Sequential([Linear(outputs: 9), ReLU(), Linear(outputs: 8), ReLU(), Linear(outputs: 5)]),
      input: [6], loss: CrossEntropy()),
  ]
}
