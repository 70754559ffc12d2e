import Tensors

/// Adam (Kingma and Ba 2015, arXiv:1412.6980), with an L2 penalty's gradient as weight decay.
///
/// The formula and its order of operations stand at `Processor.adamStep`.
public struct Adam: Optimizer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "adam"

  /// The learning rate.
  public let learningRate: Double
  /// The decay rate of the first moment.
  public let beta1: Double
  /// The decay rate of the second moment.
  public let beta2: Double
  /// Added to the root of the second moment.
  public let epsilon: Double
  /// The weight decay λ, added to the gradient; 0 for none.
  public let weightDecay: Double

  /// Adam with these hyper-parameters; the defaults are the paper's and PyTorch's.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  private enum CodingKeys: String, CodingKey {
    case learningRate = "learning-rate"
    case beta1, beta2, epsilon
    case weightDecay = "weight-decay"
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws { try self.init(from: decoder, standardWeightDecay: 0) }

  init(from decoder: any Decoder, standardWeightDecay: Double) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    func option(_ key: CodingKeys, _ standard: Double, _ rule: String, _ holds: (Double) -> Bool) throws
      -> Double
    {
      try Self.check(options.decodeIfPresent(Double.self, forKey: key) ?? standard, rule, holds, key, options)
    }
    learningRate = try option(.learningRate, 1e-3, "positive") { $0 > 0 }
    beta1 = try option(.beta1, 0.9, "in 0..<1") { $0 >= 0 && $0 < 1 }
    beta2 = try option(.beta2, 0.999, "in 0..<1") { $0 >= 0 && $0 < 1 }
    epsilon = try option(.epsilon, 1e-8, "positive") { $0 > 0 }
    weightDecay = try option(.weightDecay, standardWeightDecay, "0 or more") { $0 >= 0 }
  }

  /// What is remembered between steps.
  public var stateNames: [String] { ["first-moment", "second-moment"] }

  /// One step; the formula stands above.
  public func step<S: Scalar>(
    parameters: UnsafeMutableBufferPointer<S>, gradients: UnsafeMutableBufferPointer<S>,
    state: [UnsafeMutableBufferPointer<S>], step: Int, learningRate: Double, on processor: Processor
  ) {
    self.step(
      parameters: parameters, gradients: gradients, state: state, step: step, learningRate: learningRate,
      decoupled: false, on: processor)
  }

  /// The step of Adam, or of AdamW where the weight decay is `decoupled` from the gradient.
  func step<S: Scalar>(
    parameters: UnsafeMutableBufferPointer<S>, gradients: UnsafeMutableBufferPointer<S>,
    state: [UnsafeMutableBufferPointer<S>], step: Int, learningRate: Double, decoupled: Bool,
    on processor: Processor
  ) {
    processor.adamStep(
      parameters: parameters.baseAddress!, firstMoments: state[0].baseAddress!,
      secondMoments: state[1].baseAddress!, gradients: gradients.baseAddress!,
      numbers: AdamNumbers<S>(
        learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay,
        decoupled: decoupled, step: step),
      count: parameters.count)
  }
}
