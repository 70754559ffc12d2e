import Settings
import Tensors

/// Adam, with an L2 penalty's gradient as weight decay.
///
/// The formula, its order of operations and its source stand at `Processor.adamStep`.
public struct Adam: Optimizer, Equatable {
  /// What configurations call it.
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

  /// Reads `learning-rate` (positive), `beta1` and `beta2` (from 0 to below 1), `epsilon` (positive) and
  /// `weight-decay` (0 or more).
  public init(from decoder: any Decoder) throws { try self.init(from: decoder, standard: Adam()) }

  fileprivate init(from decoder: any Decoder, standard: Adam) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    learningRate = try options.value(.learningRate, default: standard.learningRate, .positiveFloat)
    beta1 = try options.value(.beta1, default: standard.beta1, .fraction)
    beta2 = try options.value(.beta2, default: standard.beta2, .fraction)
    epsilon = try options.value(.epsilon, default: standard.epsilon, .positiveFloat)
    weightDecay = try options.value(.weightDecay, default: standard.weightDecay, .notNegativeFloat)
  }

  /// The moving averages of the gradients and of their squares.
  public var stateNames: [String] { ["first-moment", "second-moment"] }

  /// One step of `Processor.adamStep`, the weight decay added to the gradient.
  public func update<S: Scalar>(_ update: ParameterUpdate<S>) { self.update(update, decoupled: false) }

  fileprivate func update<S: Scalar>(_ update: ParameterUpdate<S>, decoupled: Bool) {
    update.processor.adamStep(
      parameters: update.parameters, firstMoments: update.state[0].baseAddress!,
      secondMoments: update.state[1].baseAddress!, gradients: update.gradients,
      numbers: AdamNumbers<S>(
        learningRate: update.learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
        weightDecay: weightDecay, decoupled: decoupled, step: update.step),
      count: update.count)
  }
}

/// Adam with a weight decay of its own: parameters shrink apart from the gradient.
///
/// Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, arXiv:1711.05101. The formula and its order
/// of operations stand at `Processor.adamStep`.
public struct AdamW: Optimizer, Equatable {
  /// What configurations call it.
  public static let kind = "adamw"

  /// Adam's hyper-parameters; by its weight decay λ parameters shrink apart from the gradient.
  public let adam: Adam

  /// AdamW with these hyper-parameters; the defaults are PyTorch's.
  public init(
    learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 1e-2
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay)
  }

  /// Reads Adam's options; `weight-decay` has another default.
  public init(from decoder: any Decoder) throws {
    adam = try Adam(from: decoder, standard: AdamW().adam)
  }

  /// Writes Adam's options.
  public func encode(to encoder: any Encoder) throws { try adam.encode(to: encoder) }

  /// The learning rate.
  public var learningRate: Double { adam.learningRate }

  /// The moving averages of the gradients and of their squares.
  public var stateNames: [String] { adam.stateNames }

  /// One step of `Processor.adamStep`, the weight decay decoupled from the gradient.
  public func update<S: Scalar>(_ update: ParameterUpdate<S>) { adam.update(update, decoupled: true) }
}
