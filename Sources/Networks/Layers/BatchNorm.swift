import Tensors

/// Batch normalisation: y = ((x − mean) / √(variance + ε)) · gamma + beta, channel by channel.
///
/// Shapes: x (N, channels) or (N, channels, height, width); gamma (`weight`, starts at 1) and beta
/// (`bias`, starts at 0) (channels,). Training takes the batch's mean and biased variance, over the batch
/// and the positions, and moves the running ones towards them:
/// `running = running · (1 − momentum) + (value · factor) · momentum`, factor 1 for the mean and N/(N−1) —
/// the unbiased variance — for the variance; a batch of one value a channel leaves them as they are. The
/// steps of forward and backward stand at `Processor.channelGradients`.
///
/// Ioffe and Szegedy, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal
/// Covariate Shift", 2015, arXiv:1502.03167.
public struct BatchNorm: Layer, Equatable {
  /// Which statistics an evaluation takes.
  public enum Statistics: String, Sendable, Codable, CaseIterable {
    /// The averages that training has gathered.
    case running
    /// Those of the batch itself, as in training: a sample's output then depends on its neighbours.
    case batch
  }

  /// Its name in configurations and paths.
  public static let kind = "batch-norm"
  /// The layer with PyTorch's defaults.
  public static let withDefaults: BatchNorm? = BatchNorm()

  /// Added to the variance.
  public let epsilon: Double
  /// The weight of a batch's statistics in the running ones.
  public let momentum: Double
  /// Which statistics an evaluation takes.
  public let evaluatesWith: Statistics

  /// A batch normalisation; the defaults are PyTorch's.
  public init(epsilon: Double = 1e-5, momentum: Double = 0.1, evaluatesWith: Statistics = .running) {
    self.epsilon = epsilon
    self.momentum = momentum
    self.evaluatesWith = evaluatesWith
  }

  private enum CodingKeys: String, CodingKey {
    case epsilon, momentum
    case evaluatesWith = "evaluates-with"
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    epsilon = try options.decodeIfPresent(Double.self, forKey: .epsilon) ?? 1e-5
    momentum = try options.decodeIfPresent(Double.self, forKey: .momentum) ?? 0.1
    evaluatesWith = try options.decodeIfPresent(Statistics.self, forKey: .evaluatesWith) ?? .running
    guard epsilon > 0, epsilon.isFinite else {
      throw DecodingError.dataCorruptedError(
        forKey: .epsilon, in: options, debugDescription: "epsilon is \(epsilon), but must be positive")
    }
    guard (0...1).contains(momentum) else {
      throw DecodingError.dataCorruptedError(
        forKey: .momentum, in: options, debugDescription: "momentum is \(momentum), but must be in 0...1")
    }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    if evaluatesWith == .batch { x.graph.evaluateByBatch() }
    let graph = x.graph
    guard [1, 3].contains(x.shape.dimensions.count), x.shape.count > 0 else {
      throw GraphError.shape(
        layer: Self.kind, path: graph.path, takes: "(channels,) or (channels, height, width)", got: x.shape)
    }
    let each = Shape([x.shape.dimensions[0]])
    return graph.record(
      BatchNormOperation<S>(
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
