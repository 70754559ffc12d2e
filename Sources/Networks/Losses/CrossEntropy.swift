import Settings
import Tensors

/// Softmax with cross-entropy, in nats: the mean over the batch.
///
/// Targets are classes, or values: a probability for every output, whose sum over a sample should be 1. With label
/// smoothing ε each target q becomes (1 − ε) · q + ε / outputs, 1 at the class and 0 elsewhere being the q of a class.
/// The formulas and their order of operations stand at `Processor.crossEntropy` and `crossEntropyBackward` for classes
/// without smoothing, at `softCrossEntropy` and `softCrossEntropyBackward` for all else.
///
/// Label smoothing: Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, "Rethinking the Inception Architecture for Computer
/// Vision", 2015, arXiv:1512.00567.
public struct CrossEntropy: Loss, CheckedOptions, Equatable {
  /// What configurations call it.
  public static let kind = "cross-entropy"
  /// What an axis calls it.
  public var title: String { "Cross-entropy" }
  /// Its logarithms are natural.
  public var unit: String { "nats" }

  /// How much of every target is spread over all outputs, in 0…1.
  public let labelSmoothing: Double

  /// A cross-entropy; targets stay as they are unless they are smoothed.
  public init(labelSmoothing: Double = 0) { self.labelSmoothing = labelSmoothing }

  /// Reads `label-smoothing` (0; 0 to 1).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    labelSmoothing = try options.value(.labelSmoothing, default: 0)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? {
    OptionProblem(CodingKeys.labelSmoothing, labelSmoothing, .probability)
  }

  /// Records it behind an output of logits, (outputs,). For classes there are at most 256; for values at least 2, since
  /// the softmax of one output is 1 whatever it is, which is not what is meant for a number to be fitted.
  public func record<S: Scalar>(on graph: Graph<S>, targets: TargetKind) throws -> any LossOp<S> {
    switch targets {
    case .classes: try Self.requireClasses(graph)
    case .values:
      guard graph.output.shape.dimensions.count == 1, graph.output.shape.count > 1 else {
        throw GraphError.shape(
          layer: Self.kind, path: "loss", takes: "(outputs,) with at least 2 for probabilities as targets",
          got: graph.output.shape)
      }
    }
    return try Self.record(behind: graph) {
      try check(in: graph)
      let softmax = try graph.scratch("softmax", graph.output.shape), losses = try graph.scratch("value", [])
      guard targets == .values || labelSmoothing > 0 else {
        return CrossEntropyOp<S>(logits: graph.output, softmax: softmax, losses: losses)
      }
      return SoftCrossEntropyOp<S>(
        targets: targets, smoothing: labelSmoothing, logits: graph.output, softmax: softmax, losses: losses)
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

/// Against probabilities, or classes that are smoothed.
private struct SoftCrossEntropyOp<S: Scalar>: LossOp {
  let targets: TargetKind
  let smoothing: Double
  let logits: Slot  // (outputs,)
  let softmax: Slot  // (outputs,)
  let losses: Slot  // ()

  private func compared(_ memory: Memory<S>) -> LossTargets<S> {
    switch targets {
    case .classes: .classes(memory.targets.baseAddress!)
    case .values: .values(memory.targetValues.baseAddress!)
    }
  }

  func forward(_ memory: Memory<S>, _ pass: Pass) {
    memory.check(pass)
    pass.processor.softCrossEntropy(
      memory.pointer(to: logits), targets: compared(memory), smoothing: smoothing,
      softmax: memory.pointer(to: softmax), losses: memory.pointer(to: losses),
      rows: pass.count, columns: logits.shape.count)
  }

  func backward(_ memory: Memory<S>, _ pass: Pass) {
    memory.check(pass)
    pass.processor.softCrossEntropyBackward(
      softmax: memory.pointer(to: softmax), targets: compared(memory), smoothing: smoothing,
      scale: S(1 / Double(pass.count)), into: memory.gradientPointer(to: logits),
      rows: pass.count, columns: logits.shape.count)
  }
}

extension CrossEntropy: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("cross-entropy", Sequential([any Layer]()), input: [10], loss: CrossEntropy()),
    GradientCheck.Case(
      "cross-entropy with smoothed labels", Sequential([any Layer]()), input: [10],
      loss: CrossEntropy(labelSmoothing: 0.1)),
    GradientCheck.Case(
      "cross-entropy against probabilities", Sequential([any Layer]()), input: [10], loss: CrossEntropy(),
      targets: .values),
    GradientCheck.Case(
      "cross-entropy against smoothed probabilities", Sequential([any Layer]()), input: [6],
      loss: CrossEntropy(labelSmoothing: 0.25), targets: .values),
    GradientCheck.Case(
      "multilayer perceptron with cross-entropy",
      Sequential([Linear(outputs: 9), ReLU(), Linear(outputs: 8), ReLU(), Linear(outputs: 5)]),
      input: [6], loss: CrossEntropy()),
  ]
}
