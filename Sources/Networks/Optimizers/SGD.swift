import Settings
import Tensors

/// Stochastic gradient descent, plain, with momentum or with Nesterov's.
///
/// The formulas and their order of operations stand at `Processor.sgdStep`, `momentumStep` and `nesterovStep`.
public struct SGD: Optimizer, Equatable {
  /// What configurations call it.
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

  /// Reads `learning-rate` (needed, positive), `momentum` (from 0 to below 1), `weight-decay` (0 or more) and
  /// `nesterov`, which needs a momentum.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    learningRate = try options.value(.learningRate, .positiveFloat)
    momentum = try options.value(.momentum, default: 0, .fraction)
    weightDecay = try options.value(.weightDecay, default: 0, .notNegativeFloat)
    nesterov = try options.value(.nesterov, default: false)
    if nesterov && momentum == 0 { throw options.impossible(.nesterov, "it needs a momentum above 0") }
  }

  /// The velocity, with a momentum.
  public var stateNames: [String] { momentum == 0 ? [] : ["velocity"] }

  /// One step of the formula that momentum and `nesterov` choose.
  public func update<S: Scalar>(_ update: ParameterUpdate<S>) {
    let (p, g, processor) = (update.parameters, update.gradients, update.processor)
    if momentum == 0 {
      processor.sgdStep(
        parameters: p, gradients: g, learningRate: update.learningRate, weightDecay: weightDecay,
        count: update.count)
    } else if nesterov {
      processor.nesterovStep(
        parameters: p, velocities: update.state[0].baseAddress!, gradients: g,
        learningRate: update.learningRate, momentum: momentum, isFirst: update.step == 1,
        weightDecay: weightDecay, count: update.count)
    } else {
      processor.momentumStep(
        parameters: p, velocities: update.state[0].baseAddress!, gradients: g,
        learningRate: update.learningRate, momentum: momentum, isFirst: update.step == 1,
        weightDecay: weightDecay, count: update.count)
    }
  }
}
