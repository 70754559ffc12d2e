import Settings
import Tensors

/// Adagrad: gradients are divided by the root of the sum of all their squares so far.
///
/// The formula, its order of operations and its source stand at `Processor.adagradStep`.
public struct Adagrad: Optimizer, Equatable {
  /// What configurations call it.
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

  /// Reads `learning-rate` (positive), `epsilon` (positive) and `weight-decay` (0 or more).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self), standard = Adagrad()
    learningRate = try options.value(.learningRate, default: standard.learningRate, .positiveFloat)
    epsilon = try options.value(.epsilon, default: standard.epsilon, .positiveFloat)
    weightDecay = try options.value(.weightDecay, default: standard.weightDecay, .notNegativeFloat)
  }

  /// The sum of the gradients' squares.
  public var stateNames: [String] { ["sum-of-squares"] }

  /// One step of `Processor.adagradStep`.
  public func update<S: Scalar>(_ update: ParameterUpdate<S>) {
    update.processor.adagradStep(
      parameters: update.parameters, sums: update.state[0].baseAddress!, gradients: update.gradients,
      learningRate: update.learningRate, epsilon: epsilon, weightDecay: weightDecay, count: update.count)
  }
}
