import Settings
import Tensors

/// Inverted dropout: in training each value is set to 0 with a probability p and multiplied by S(1/(1−p)), the quotient
/// rounded once from Double, otherwise; in evaluation nothing happens.
///
/// The product stands at `Processor.applyMask`. Which values are kept is decided by the pass's source of random numbers,
/// under the layer's path.
///
/// Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR 15, 2014.
public struct Dropout: Layer, CheckedOptions, Equatable {
  /// What configurations call it.
  public static let kind = "dropout"

  /// The probability of dropping a value, in 0...1.
  public let probability: Double

  /// A dropout with this probability, in 0...1.
  public init(probability: Double) { self.probability = probability }

  /// Reads `probability` (needed, 0 to 1).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    probability = try options.value(.probability)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? { OptionProblem(CodingKeys.probability, probability, .probability) }

  /// Records one op with a mask.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    try check(in: graph)
    // The mask is of bytes: as many elements as hold that many.
    let size = MemoryLayout<S>.size
    return graph.record(
      DropoutOp<S>(
        x: x.slot, mask: try graph.scratch("mask", [(x.shape.count + size - 1) / size]),
        output: try graph.activation(x.shape), site: RandomSite(path: graph.path), probability: probability))
  }
}

/// Multiplies by a mask in training, and copies in evaluation and for p = 0.
private struct DropoutOp<S: Scalar>: Op {
  let x: Slot
  /// Bytes, 1 where a value is kept, in the memory of as many numbers as hold them.
  let mask: Slot
  let output: Slot
  /// Where its random numbers come from: made from its path once.
  let site: RandomSite
  let probability: Double

  var inputs: [Slot] { [x] }
  var backwardReads: [Slot] { [] }

  private var scale: S { probability == 1 ? 0 : S(1 / (1 - probability)) }

  private func drops(_ context: OpContext<S>) -> Bool { context.isTraining && probability > 0 }

  private func bytes(_ context: OpContext<S>) -> UnsafeMutableBufferPointer<UInt8> {
    let count = context.count * x.shape.count
    let start = UnsafeMutableRawPointer(context[mask]).bindMemory(to: UInt8.self, capacity: count)
    return UnsafeMutableBufferPointer(start: start, count: count)
  }

  func forward(_ context: OpContext<S>) {
    let count = context.count * x.shape.count
    guard drops(context) else {
      return context.processor.copy(context[x], into: context[output], count: count)
    }
    guard let random = context.pass.random else {
      // Not a precondition: a release build would keep its message to itself.
      fatalError(
        "dropout at '\(output.path)' draws random numbers in training, but this pass has no source of them: "
          + "give it one as Pass.random")
    }
    let kept = bytes(context)
    var mask = kept.mutableSpan
    random.source.dropoutMask(
      &mask, site: site, step: context.pass.step, keepProbability: 1 - probability, on: context.processor)
    context.processor.applyMask(
      kept.baseAddress!, scale: scale, to: context[x], into: context[output], count: count)
  }

  func backward(_ context: OpContext<S>) {
    guard let dX = context.gradient(of: 0, x) else { return }
    let count = context.count * x.shape.count, dY = context.outputGradient(output)
    if drops(context) {
      context.processor.applyMask(bytes(context).baseAddress!, scale: scale, to: dY, into: dX, count: count)
    } else {
      context.processor.copy(dY, into: dX, count: count)
    }
  }
}

extension Dropout: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case(
      "dropout", Sequential([Linear(outputs: 30), Dropout(probability: 0.4)]), input: [5]),
    GradientCheck.Case("dropout that drops nothing", Dropout(probability: 0), input: [5]),
    GradientCheck.Case("dropout that drops everything", Dropout(probability: 1), input: [5]),
  ]
}
