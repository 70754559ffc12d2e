import Tensors

/// RMSprop (Tieleman and Hinton 2012), neither centred nor with momentum: gradients are divided by the root of
/// their squares' moving average.
///
/// The formula and its order of operations stand at `Processor.rmspropStep`.
public struct RMSprop: Optimizer, Equatable {
  /// Its name in configurations.
  public static let kind = "rmsprop"

  /// The learning rate.
  public let learningRate: Double
  /// The decay rate of the squares' moving average.
  public let alpha: Double
  /// Added to the root of the squares' average.
  public let epsilon: Double
  /// The weight decay λ, added to the gradient; 0 for none.
  public let weightDecay: Double

  /// RMSprop with these hyper-parameters; the defaults are PyTorch's.
  public init(
    learningRate: Double = 1e-2, alpha: Double = 0.99, epsilon: Double = 1e-8, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.alpha = alpha
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  private enum CodingKeys: String, CodingKey {
    case learningRate = "learning-rate"
    case alpha, epsilon
    case weightDecay = "weight-decay"
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    func option(_ key: CodingKeys, _ standard: Double, _ rule: String, _ holds: (Double) -> Bool) throws
      -> Double
    {
      try Self.check(options.decodeIfPresent(Double.self, forKey: key) ?? standard, rule, holds, key, options)
    }
    learningRate = try option(.learningRate, 1e-2, "positive") { $0 > 0 }
    alpha = try option(.alpha, 0.99, "in 0..<1") { $0 >= 0 && $0 < 1 }
    epsilon = try option(.epsilon, 1e-8, "positive") { $0 > 0 }
    weightDecay = try option(.weightDecay, 0, "0 or more") { $0 >= 0 }
  }

  /// What is remembered between steps.
  public var stateNames: [String] { ["second-moment"] }

  /// One step; the formula stands at `Processor.rmspropStep`.
  public func step<S: Scalar>(
    parameters: UnsafeMutableBufferPointer<S>, gradients: UnsafeMutableBufferPointer<S>,
    state: [UnsafeMutableBufferPointer<S>], step: Int, learningRate: Double, on processor: Processor
  ) {
    processor.rmspropStep(
      parameters: parameters.baseAddress!, secondMoments: state[0].baseAddress!,
      gradients: gradients.baseAddress!, learningRate: learningRate, alpha: alpha, epsilon: epsilon,
      weightDecay: weightDecay, count: parameters.count)
  }
}
