import Settings
import Tensors

/// Batch normalization: y = gamma · (x − mean) / √(variance + ε) + beta, channel by channel.
///
/// Shapes: x (N, channels) or (N, channels, height, width); gamma (`weight`, starts at 1) and beta
/// (`bias`, starts at 0) (channels,). Training takes the batch's mean and biased variance, over the batch
/// and the positions, and moves the running ones towards them, the running variance towards the unbiased one; a batch
/// of one value a channel leaves them as they are. The steps stand at `Processor.channelStatistics`,
/// `updateRunningAverage`, `normalizeChannels` and `channelGradients`.
///
/// Ioffe and Szegedy, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal
/// Covariate Shift", 2015, arXiv:1502.03167.
public struct BatchNorm: Layer, CheckedOptions, Equatable {
  /// Which statistics an evaluation takes.
  public enum Statistics: String, Sendable, Codable, CaseIterable {
    /// The averages that training has gathered.
    case running
    /// Those of the batch itself, as in training: a sample's output then depends on its neighbors.
    case batch
  }

  /// What configurations call it.
  public static let kind = "batch-norm"

  /// Added to the variance.
  public let epsilon: Double
  /// The weight of a batch's statistics in the running ones.
  public let momentum: Double
  /// Which statistics an evaluation takes.
  public let evaluatesWith: Statistics

  /// A batch normalization; the defaults are PyTorch's.
  public init(epsilon: Double = 1e-5, momentum: Double = 0.1, evaluatesWith: Statistics = .running) {
    self.epsilon = epsilon
    self.momentum = momentum
    self.evaluatesWith = evaluatesWith
  }

  /// Reads `epsilon` (positive), `momentum` (0 to 1) and `evaluates-with`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self), standard = BatchNorm()
    epsilon = try options.value(.epsilon, default: standard.epsilon)
    momentum = try options.value(.momentum, default: standard.momentum)
    evaluatesWith = try options.value(.evaluatesWith, default: standard.evaluatesWith)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? {
    OptionProblem(CodingKeys.epsilon, epsilon, .positiveFloat)
      ?? OptionProblem(CodingKeys.momentum, momentum, .probability)
  }

  /// Records one op, the two parameters and the two running statistics.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    try check(in: graph)
    if evaluatesWith == .batch { graph.evaluateByBatch() }
    guard [1, 3].contains(x.shape.dimensions.count), x.shape.count > 0 else {
      throw GraphError.shape(
        layer: Self.kind, path: graph.path, takes: "(channels,) or (channels, height, width)", got: x.shape)
    }
    let each = Shape([x.shape.dimensions[0]])
    return graph.record(
      BatchNormOp<S>(
        x: x.slot,
        gamma: try graph.parameter("weight", each, .constant(1)),
        beta: try graph.parameter("bias", each, .constant(0)),
        runningMean: try graph.buffer("running-mean", each, startingAt: 0),
        runningVariance: try graph.buffer("running-variance", each, startingAt: 1),
        mean: try graph.fixedScratch("mean", each),
        variance: try graph.fixedScratch("variance", each),
        deviation: try graph.fixedScratch("deviation", each),
        output: try graph.activation(x.shape), layer: self))
  }
}

/// Normalizes each channel over the batch and the positions.
private struct BatchNormOp<S: Scalar>: Op {
  let x: Slot  // (channels, …)
  let gamma: Slot, beta: Slot  // (channels,)
  let runningMean: Slot, runningVariance: Slot  // (channels,)
  let mean: Slot, variance: Slot, deviation: Slot  // (channels,)
  let output: Slot  // (channels, …)
  let layer: BatchNorm

  var inputs: [Slot] { [x, gamma, beta] }
  var backwardReads: [Slot] { [x] }
  var replacesGradient: Bool { true }
  private var channels: Int { gamma.shape.count }

  private func shape(_ context: OpContext<S>) -> ChannelShape {
    ChannelShape(samples: context.count, channels: channels, positions: x.shape.count / channels)
  }

  private func usesBatchStatistics(_ context: OpContext<S>) -> Bool {
    context.isTraining || layer.evaluatesWith == .batch
  }

  func forward(_ context: OpContext<S>) {
    let shape = shape(context)
    if usesBatchStatistics(context) {
      context.processor.channelStatistics(
        context[x], shape: shape, mean: context[mean], variance: context[variance])
      if context.isTraining { updateRunningStatistics(context, chainCount: shape.chainCount) }
    } else {
      context[mean].update(from: context[runningMean], count: channels)
      context[variance].update(from: context[runningVariance], count: channels)
    }
    context.processor.deviations(
      of: context[variance], epsilon: layer.epsilon, into: context[deviation], count: channels)
    context.processor.normalizeChannels(
      context[x], shape: shape, mean: context[mean], deviation: context[deviation], gamma: context[gamma],
      beta: context[beta],
      into: context[output])
  }

  private func updateRunningStatistics(_ context: OpContext<S>, chainCount: Int) {
    // One value has no unbiased variance: N / (N − 1) would put NaN into every evaluation to come.
    guard chainCount > 1 else { return }
    context.processor.updateRunningAverage(
      context[runningMean], with: context[mean], momentum: layer.momentum, count: channels)
    context.processor.updateRunningAverage(
      context[runningVariance], with: context[variance], factor: Double(chainCount) / Double(chainCount - 1),
      momentum: layer.momentum, count: channels)
  }

  func backward(_ context: OpContext<S>) {
    let dX = context.gradient(of: 0, x), dGamma = context.gradient(of: 1, gamma),
      dBeta = context.gradient(of: 2, beta)
    context.processor.channelGradients(
      context.outputGradient(output), x: context[x], shape: shape(context), mean: context[mean],
      deviation: context[deviation],
      gamma: context[gamma], dx: dX,
      dGamma: dGamma.map { ($0, context.continues(1)) }, dBeta: dBeta.map { ($0, context.continues(2)) },
      constantStatistics: !usesBatchStatistics(context))
  }
}

extension BatchNorm: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("batch-norm of features", BatchNorm(), input: [5]),
    GradientCheck.Case("batch-norm of images", BatchNorm(), input: [3, 4, 5]),
    // Without bias: its gradient would be exactly 0, and only rounding would be compared.
    GradientCheck.Case(
      "batch-norm in a network",
      Sequential([Linear(outputs: 6, bias: false), BatchNorm(), ReLU(), Linear(outputs: 4)]),
      input: [5], loss: CrossEntropy()),
  ]
}
