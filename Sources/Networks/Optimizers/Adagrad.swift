import Tensors

/// Adagrad (Duchi, Hazan and Singer 2011): gradients are divided by the root of the sum of all their squares so
/// far.
///
/// The formula and its order of operations stand at `Processor.adagradStep`.
public struct Adagrad: Optimizer, Equatable {
  /// Its name in configurations.
  public static let kind = "adagrad"

  /// The learning rate.
  public let learningRate: Double
  /// Added to the root of the squares' sum.
  public let epsilon: Double
  /// The weight decay λ, added to the gradient; 0 for none.
  public let weightDecay: Double

  /// Adagrad with these hyper-parameters; the defaults are PyTorch's.
  public init(learningRate: Double = 1e-2, epsilon: Double = 1e-10, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  private enum CodingKeys: String, CodingKey {
    case learningRate = "learning-rate"
    case epsilon
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
    epsilon = try option(.epsilon, 1e-10, "positive") { $0 > 0 }
    weightDecay = try option(.weightDecay, 0, "0 or more") { $0 >= 0 }
  }

  /// What is remembered between steps.
  public var stateNames: [String] { ["sum-of-squares"] }

  /// One step; the formula stands at `Processor.adagradStep`.
  public func step<S: Scalar>(
    parameters: UnsafeMutableBufferPointer<S>, gradients: UnsafeMutableBufferPointer<S>,
    state: [UnsafeMutableBufferPointer<S>], step: Int, learningRate: Double, on processor: Processor
  ) {
    processor.adagradStep(
      parameters: parameters.baseAddress!, sums: state[0].baseAddress!, gradients: gradients.baseAddress!,
      learningRate: learningRate, epsilon: epsilon, weightDecay: weightDecay, count: parameters.count)
  }
}
