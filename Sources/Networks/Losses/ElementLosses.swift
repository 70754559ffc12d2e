import Settings
import Tensors

/// A loss that compares each output with a target of its own: the mean over all outputs of all samples, as
/// PyTorch's `MSELoss` and `BCELoss` have it. A sample's loss is the mean over its outputs.
protocol ElementLoss: Loss {
  /// d mean / d output is this number times what `differentiate` computes, over the number of outputs.
  static var derivativeFactor: Double { get }
  /// Computes each output's loss (rows, columns), and each row's, the mean of those.
  static func compare<S: Scalar>(
    _ x: UnsafePointer<S>, targets: LossTargets<S>, elements: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, columns: Int, on processor: Processor)
  /// Computes the gradient of the outputs, times `scale`.
  static func differentiate<S: Scalar>(
    _ x: UnsafePointer<S>, targets: LossTargets<S>, scale: S, into dX: UnsafeMutablePointer<S>, rows: Int,
    columns: Int, on processor: Processor)
}

extension ElementLoss {
  /// Records it behind an output of any shape for values, of shape (classes,) for classes.
  public func record<S: Scalar>(on graph: Graph<S>, targets: TargetKind) throws -> any LossOp<S> {
    if targets == .classes { try Self.requireClasses(graph) }
    return try graph.scope("loss") {
      ElementLossOp<S, Self>(
        targets: targets, outputs: graph.output, elements: try graph.scratch("elements", graph.output.shape),
        losses: try graph.scratch("value", []))
    }
  }
}

/// The mean of the squared differences between outputs and targets.
///
/// The formula and its order of operations stand at `Processor.squaredError`.
public struct MeanSquaredError: ElementLoss, Equatable {
  /// `mse`.
  public static let kind = "mse"
  /// Mean squared error.
  public var title: String { "Mean squared error" }
  /// That of the targets, squared, which is not known.
  public var unit: String { "1" }

  /// A mean squared error has no options.
  public init() {}

  static func compare<S: Scalar>(
    _ x: UnsafePointer<S>, targets: LossTargets<S>, elements: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, columns: Int, on processor: Processor
  ) {
    processor.squaredError(
      x, targets: targets, elements: elements, losses: losses, rows: rows, columns: columns)
  }

  // d mean / dx = (x − t) · S(2/N)
  static let derivativeFactor = 2.0
  static func differentiate<S: Scalar>(
    _ x: UnsafePointer<S>, targets: LossTargets<S>, scale: S, into dX: UnsafeMutablePointer<S>, rows: Int,
    columns: Int, on processor: Processor
  ) {
    processor.squaredErrorBackward(
      x, targets: targets, scale: scale, into: dX, rows: rows, columns: columns)
  }
}

extension MeanSquaredError: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("mse against classes", Linear(outputs: 5), input: [7], loss: MeanSquaredError()),
    GradientCheck.Case(
      "mse against values", Linear(outputs: 5), input: [7], loss: MeanSquaredError(), targets: .values),
  ]
}

/// Binary cross-entropy of outputs that are probabilities, in nats.
///
/// The formula and its order of operations stand at `Processor.binaryCrossEntropy`.
public struct BinaryCrossEntropy: ElementLoss, Equatable {
  /// `bce`.
  public static let kind = "bce"
  /// Binary cross-entropy.
  public var title: String { "Binary cross-entropy" }
  /// Its logarithms are natural.
  public var unit: String { "nats" }

  /// A binary cross-entropy has no options.
  public init() {}

  static func compare<S: Scalar>(
    _ x: UnsafePointer<S>, targets: LossTargets<S>, elements: UnsafeMutablePointer<S>,
    losses: UnsafeMutablePointer<S>, rows: Int, columns: Int, on processor: Processor
  ) {
    processor.binaryCrossEntropy(
      x, targets: targets, elements: elements, losses: losses, rows: rows, columns: columns)
  }

  // d mean / dx = ((x − t) / max((1 − x) · x, 1e-12)) · S(1/N)
  static let derivativeFactor = 1.0
  static func differentiate<S: Scalar>(
    _ x: UnsafePointer<S>, targets: LossTargets<S>, scale: S, into dX: UnsafeMutablePointer<S>, rows: Int,
    columns: Int, on processor: Processor
  ) {
    processor.binaryCrossEntropyBackward(
      x, targets: targets, scale: scale, into: dX, rows: rows, columns: columns)
  }
}

extension BinaryCrossEntropy: GradientChecked {
  private static func check(_ name: String, _ targets: TargetKind) -> GradientCheck.Case {
    GradientCheck.Case(
      name, Sequential([any Layer]()), input: [5], loss: BinaryCrossEntropy(), targets: targets,
      range: 0.25..<0.75)
  }

  package static let gradientChecks = [
    check("bce against classes", .classes), check("bce against values", .values),
  ]
}

private struct ElementLossOp<S: Scalar, Formula: ElementLoss>: LossOp {
  let targets: TargetKind
  let outputs: Slot
  let elements: Slot  // as outputs
  let losses: Slot  // ()

  private var columns: Int { outputs.shape.count }

  private func targets(_ memory: Memory<S>) -> LossTargets<S> {
    switch targets {
    case .classes: .classes(memory.targets.baseAddress!)
    case .values: .values(memory.targetValues.baseAddress!)
    }
  }

  func forward(_ memory: Memory<S>, _ pass: Pass) {
    Formula.compare(
      memory.pointer(to: outputs), targets: targets(memory), elements: memory.pointer(to: elements),
      losses: memory.pointer(to: losses), rows: pass.count, columns: columns, on: pass.processor)
  }

  /// Σ over all elements, one ascending chain, times S(1 / (N · outputs)).
  func mean(_ memory: Memory<S>, _ pass: Pass) -> S {
    let count = pass.count * columns
    return pass.processor.sum(memory.pointer(to: elements), count: count) * S(1 / Double(count))
  }

  func backward(_ memory: Memory<S>, _ pass: Pass) {
    Formula.differentiate(
      memory.pointer(to: outputs), targets: targets(memory),
      scale: S(Formula.derivativeFactor / Double(pass.count * columns)),
      into: memory.gradientPointer(to: outputs), rows: pass.count, columns: columns, on: pass.processor)
  }
}
