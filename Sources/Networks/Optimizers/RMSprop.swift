import Settings
import Tensors

/// RMSprop, neither centered nor with momentum: gradients are divided by the root of their squares' moving average.
///
/// The formula, its order of operations and its source stand at `Processor.rmspropStep`.
public struct RMSprop: Optimizer, Equatable {
  /// What configurations call it.
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

  /// Reads `learning-rate` (positive), `alpha` (from 0 to below 1), `epsilon` (positive) and `weight-decay` (0 or
  /// more).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self), standard = RMSprop()
    learningRate = try options.value(.learningRate, default: standard.learningRate, .positiveFloat)
    alpha = try options.value(.alpha, default: standard.alpha, .fraction)
    epsilon = try options.value(.epsilon, default: standard.epsilon, .positiveFloat)
    weightDecay = try options.value(.weightDecay, default: standard.weightDecay, .notNegativeFloat)
  }

  /// The moving average of the gradients' squares.
  public var stateNames: [String] { ["second-moment"] }

  /// One step of `Processor.rmspropStep`.
  public func update<S: Scalar>(_ update: ParameterUpdate<S>) {
    update.processor.rmspropStep(
      parameters: update.parameters, secondMoments: update.state[0].baseAddress!,
      gradients: update.gradients, learningRate: update.learningRate, alpha: alpha, epsilon: epsilon,
      weightDecay: weightDecay, count: update.count)
  }
}
