import Tensors

/// Stochastic gradient descent: p ← fma(−lr, g, p); with momentum μ, v ← fma(μ, v, g) (v = g in the first
/// step) in g's place; with Nesterov's momentum fma(μ, v, g) in v's place. Weight decay λ adds first:
/// g ← fma(λ, p, g).
public struct SGD: Optimizer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "sgd"

  /// The learning rate.
  public let learningRate: Double
  /// The momentum μ; 0 for none.
  public let momentum: Double
  /// The weight decay λ (an L2 penalty's gradient); 0 for none.
  public let weightDecay: Double
  /// Whether the momentum is Nesterov's, which looks one step ahead.
  public let nesterov: Bool

  /// Stochastic gradient descent with these hyper-parameters.
  public init(learningRate: Double, momentum: Double = 0, weightDecay: Double = 0, nesterov: Bool = false) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.nesterov = nesterov
  }

  private enum CodingKeys: String, CodingKey {
    case learningRate = "learning-rate"
    case momentum
    case weightDecay = "weight-decay"
    case nesterov
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    learningRate = try Self.check(
      options.decode(Double.self, forKey: .learningRate), "positive", { $0 > 0 }, .learningRate, options)
    momentum = try Self.check(
      options.decodeIfPresent(Double.self, forKey: .momentum) ?? 0, "in 0..<1", { $0 >= 0 && $0 < 1 },
      .momentum, options)
    weightDecay = try Self.check(
      options.decodeIfPresent(Double.self, forKey: .weightDecay) ?? 0, "0 or more", { $0 >= 0 },
      .weightDecay, options)
    nesterov = try options.decodeIfPresent(Bool.self, forKey: .nesterov) ?? false
    guard !nesterov || momentum > 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .nesterov, in: options, debugDescription: "nesterov needs a momentum above 0")
    }
  }

  /// Writes it as it is read. `nesterov` only where it is true: older configurations keep their identity.
  public func encode(to encoder: any Encoder) throws {
    var options = encoder.container(keyedBy: CodingKeys.self)
    try options.encode(learningRate, forKey: .learningRate)
    try options.encode(momentum, forKey: .momentum)
    try options.encode(weightDecay, forKey: .weightDecay)
    if nesterov { try options.encode(nesterov, forKey: .nesterov) }
  }

  /// What is remembered between steps.
  public var stateNames: [String] { momentum == 0 ? [] : ["velocity"] }

  /// One step; the formula stands above.
  public func step<S: Scalar>(
    parameters: UnsafeMutableBufferPointer<S>, gradients: UnsafeMutableBufferPointer<S>,
    state: [UnsafeMutableBufferPointer<S>], step: Int, learningRate: Double, on processor: Processor
  ) {
    if momentum == 0 {
      processor.sgdStep(
        parameters: parameters.baseAddress!, gradients: gradients.baseAddress!, learningRate: learningRate,
        weightDecay: weightDecay, count: parameters.count)
    } else if nesterov {
      processor.nesterovStep(
        parameters: parameters.baseAddress!, velocities: state[0].baseAddress!,
        gradients: gradients.baseAddress!, learningRate: learningRate, momentum: momentum,
        isFirst: step == 1, weightDecay: weightDecay, count: parameters.count)
    } else {
      processor.momentumStep(
        parameters: parameters.baseAddress!, velocities: state[0].baseAddress!,
        gradients: gradients.baseAddress!, learningRate: learningRate, momentum: momentum,
        isFirst: step == 1, weightDecay: weightDecay, count: parameters.count)
    }
  }
}
