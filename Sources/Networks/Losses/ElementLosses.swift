import Settings
import Tensors

/// A loss that compares each output with a target of its own: the mean over all outputs of all samples, as
/// PyTorch's `MSELoss` and `BCELoss` have it. A sample's loss is the mean over its outputs.
protocol ElementLoss: Loss {
  /// d mean / d output is this number times what `differentiate` computes, over the number of outputs.
  static var derivativeFactor: Double { get }
  /// Computes each output's loss (rows, columns), and each row's, the mean of those (rows,).
  static func compare<S: Scalar>(
    _ outputs: ComparedOutputs<S>, elements: UnsafeMutablePointer<S>, losses: UnsafeMutablePointer<S>)
  /// Computes the gradient of the outputs, times `scale`.
  static func differentiate<S: Scalar>(
    _ outputs: ComparedOutputs<S>, scale: S, into dX: UnsafeMutablePointer<S>)
}

/// A batch's outputs (rows, columns) and what they are compared with.
struct ComparedOutputs<S: Scalar> {
  let x: UnsafePointer<S>
  let targets: LossTargets<S>
  let rows, columns: Int
  let processor: Processor
}

extension ElementLoss {
  /// Records it behind an output of any shape for values, of shape (classes,) for classes.
  public func record<S: Scalar>(on graph: Graph<S>, targets: TargetKind) throws -> any LossOp<S> {
    if targets == .classes { try Self.requireClasses(graph) }
    return try Self.record(behind: graph) {
      ElementLossOp<S, Self>(
        targets: targets, outputs: graph.output, elements: try graph.scratch("elements", graph.output.shape),
        losses: try graph.scratch("value", []))
    }
  }
}

/// The mean of the squared differences between outputs and targets.
///
/// The formulas and their order of operations stand at `Processor.squaredError` and `squaredErrorBackward`.
public struct MeanSquaredError: ElementLoss, Equatable {
  /// What configurations call it.
  public static let kind = "mse"
  /// What an axis calls it.
  public var title: String { "Mean squared error" }
  /// That of the targets, squared, which is not known.
  public var unit: String { "1" }

  /// A mean squared error has no options.
  public init() {}

  static func compare<S: Scalar>(
    _ o: ComparedOutputs<S>, elements: UnsafeMutablePointer<S>, losses: UnsafeMutablePointer<S>
  ) {
    o.processor.squaredError(
      o.x, targets: o.targets, elements: elements, losses: losses, rows: o.rows, columns: o.columns)
  }

  static let derivativeFactor = 2.0
  static func differentiate<S: Scalar>(
    _ o: ComparedOutputs<S>, scale: S, into dX: UnsafeMutablePointer<S>
  ) {
    o.processor.squaredErrorBackward(
      o.x, targets: o.targets, scale: scale, into: dX, rows: o.rows, columns: o.columns)
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
/// The formulas and their order of operations stand at `Processor.binaryCrossEntropy` and
/// `binaryCrossEntropyBackward`.
public struct BinaryCrossEntropy: ElementLoss, Equatable {
  /// What configurations call it.
  public static let kind = "bce"
  /// What an axis calls it.
  public var title: String { "Binary cross-entropy" }
  /// Its logarithms are natural.
  public var unit: String { "nats" }

  /// A binary cross-entropy has no options.
  public init() {}

  static func compare<S: Scalar>(
    _ o: ComparedOutputs<S>, elements: UnsafeMutablePointer<S>, losses: UnsafeMutablePointer<S>
  ) {
    o.processor.binaryCrossEntropy(
      o.x, targets: o.targets, elements: elements, losses: losses, rows: o.rows, columns: o.columns)
  }

  static let derivativeFactor = 1.0
  static func differentiate<S: Scalar>(
    _ o: ComparedOutputs<S>, scale: S, into dX: UnsafeMutablePointer<S>
  ) {
    o.processor.binaryCrossEntropyBackward(
      o.x, targets: o.targets, scale: scale, into: dX, rows: o.rows, columns: o.columns)
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

  private func compared(_ memory: Memory<S>, _ pass: Pass) -> ComparedOutputs<S> {
    memory.check(pass)
    let targets: LossTargets<S> =
      switch targets {
      case .classes: .classes(memory.targets.baseAddress!)
      case .values: .values(memory.targetValues.baseAddress!)
      }
    return ComparedOutputs(
      x: memory.pointer(to: outputs), targets: targets, rows: pass.count, columns: columns,
      processor: pass.processor)
  }

  func forward(_ memory: Memory<S>, _ pass: Pass) {
    Formula.compare(
      compared(memory, pass), elements: memory.pointer(to: elements), losses: memory.pointer(to: losses))
  }

  /// `Processor.mean` of all elements, not of the samples' means.
  func mean(_ memory: Memory<S>, _ pass: Pass) -> S {
    memory.check(pass)
    return pass.processor.mean(memory.pointer(to: elements), count: pass.count * columns)
  }

  func backward(_ memory: Memory<S>, _ pass: Pass) {
    Formula.differentiate(
      compared(memory, pass), scale: S(Formula.derivativeFactor / Double(pass.count * columns)),
      into: memory.gradientPointer(to: outputs))
  }
}
