import Settings
import Tensors

/// Layer normalization: batch normalization's formula, sample by sample.
///
/// Mean and biased variance are those of all of a sample's values, each one ascending chain. gamma
/// (`weight`, starts at 1) and beta (`bias`, starts at 0) have one sample's shape. The steps stand at
/// `Processor.channelStatistics`, `normalizeRows`, `sumNormalized` and `channelGradients`.
///
/// Ba, Kiros and Hinton, "Layer Normalization", 2016, arXiv:1607.06450.
public struct LayerNorm: Layer, CheckedOptions, Equatable {
  /// What configurations call it.
  public static let kind = "layer-norm"

  /// Added to the variance.
  public let epsilon: Double
  /// Whether there are gamma and beta.
  public let affine: Bool

  /// A layer normalization; the defaults are PyTorch's.
  public init(epsilon: Double = 1e-5, affine: Bool = true) {
    self.epsilon = epsilon
    self.affine = affine
  }

  /// Reads `epsilon` (positive) and `affine`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self), standard = LayerNorm()
    epsilon = try options.value(.epsilon, default: standard.epsilon)
    affine = try options.value(.affine, default: standard.affine)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? { OptionProblem(CodingKeys.epsilon, epsilon, .positiveFloat) }

  /// Records one op, with two parameters if it is affine.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    try check(in: graph)
    guard !x.shape.dimensions.isEmpty, x.shape.count > 0 else {
      throw GraphError.shape(layer: Self.kind, path: graph.path, takes: "at least one value", got: x.shape)
    }
    let gammaAndBeta =
      affine
      ? (
        try graph.parameter("weight", x.shape, .constant(1)),
        try graph.parameter("bias", x.shape, .constant(0))
      ) : nil
    return graph.record(
      LayerNormOp<S>(
        x: x.slot, affine: gammaAndBeta,
        mean: try graph.scratch("mean", []), variance: try graph.scratch("variance", []),
        deviation: try graph.scratch("deviation", []),
        output: try graph.activation(x.shape), epsilon: epsilon))
  }
}

/// Normalizes each sample by the mean and deviation of its own values.
private struct LayerNormOp<S: Scalar>: Op {
  let x: Slot
  let affine: (gamma: Slot, beta: Slot)?  // as x
  let mean: Slot, variance: Slot, deviation: Slot  // ()
  let output: Slot  // as x
  let epsilon: Double

  var inputs: [Slot] { affine.map { [x, $0.gamma, $0.beta] } ?? [x] }
  var backwardReads: [Slot] { [x] }
  private var width: Int { x.shape.count }

  /// A sample is to its statistics what a channel is in batch normalization.
  private func shape(_ context: OpContext<S>) -> ChannelShape {
    ChannelShape(samples: 1, channels: context.count, positions: width)
  }

  func forward(_ context: OpContext<S>) {
    context.processor.channelStatistics(
      context[x], shape: shape(context), mean: context[mean], variance: context[variance])
    context.processor.deviations(
      of: context[variance], epsilon: epsilon, into: context[deviation], count: context.count)
    context.processor.normalizeRows(
      context[x], rows: context.count, columns: width, mean: context[mean], deviation: context[deviation],
      affine: affine.map { (UnsafePointer(context[$0.gamma]), UnsafePointer(context[$0.beta])) },
      into: context[output])
  }

  func backward(_ context: OpContext<S>) {
    guard affine != nil || context.gradient(of: 0, x) != nil else { return }
    let dY = context.outputGradient(output)
    if let affine {
      if let dGamma = context.gradient(of: 1, affine.gamma) {
        context.processor.sumNormalized(
          context[x], times: dY, rows: context.count, columns: width, mean: context[mean],
          deviation: context[deviation],
          into: dGamma, continues: context.continues(1))
      }
      if let dBeta = context.gradient(of: 2, affine.beta) {
        context.processor.sumRows(
          of: dY, into: dBeta, rows: context.count, columns: width, continues: context.continues(2))
      }
    }
    guard let dX = context.gradient(of: 0, x) else { return }
    // G = dY · γ, then batch normalization's backward with γ = 1 along each sample.
    var gradient = dY
    if let affine {
      context.processor.multiplyRows(
        dY, by: context[affine.gamma], into: dX, rows: context.count, columns: width)
      gradient = dX
    }
    context.processor.channelGradients(
      gradient, x: context[x], shape: shape(context), mean: context[mean], deviation: context[deviation],
      gamma: nil, dx: dX)
  }
}

extension LayerNorm: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("layer-norm", LayerNorm(), input: [9]),
    GradientCheck.Case("layer-norm of images without affine", LayerNorm(affine: false), input: [2, 3, 4]),
    GradientCheck.Case(
      "layer-norm in a network", Sequential([Linear(outputs: 7), LayerNorm(), Linear(outputs: 4)]),
      input: [5], loss: CrossEntropy()),
  ]
}
