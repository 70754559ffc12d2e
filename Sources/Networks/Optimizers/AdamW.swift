import Tensors

/// Adam with a weight decay of its own (Loshchilov and Hutter 2019, arXiv:1711.05101): p ← p · (1 − lr·λ),
/// then Adam's step with the gradient as it is.
///
/// The formula and its order of operations stand at `Processor.adamStep`.
public struct AdamW: Optimizer, Equatable {
  /// Its name in configurations and paths.
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

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    adam = try Adam(from: decoder, standardWeightDecay: 1e-2)
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws { try adam.encode(to: encoder) }

  /// The learning rate.
  public var learningRate: Double { adam.learningRate }

  /// What is remembered between steps.
  public var stateNames: [String] { adam.stateNames }

  /// One step; the formula stands above.
  public func step<S: Scalar>(
    parameters: UnsafeMutableBufferPointer<S>, gradients: UnsafeMutableBufferPointer<S>,
    state: [UnsafeMutableBufferPointer<S>], step: Int, learningRate: Double, on processor: Processor
  ) {
    adam.step(
      parameters: parameters, gradients: gradients, state: state, step: step, learningRate: learningRate,
      decoupled: true, on: processor)
  }
}
