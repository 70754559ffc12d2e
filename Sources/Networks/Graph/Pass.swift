import Tensors

/// How one pass over a batch is to be done: an argument of every pass, not a state of the layers.
public struct Pass {
  /// Whether layers behave as in training or as in evaluation.
  public enum Mode: Sendable {
    /// Training: values that the backward pass needs are kept.
    case training
    /// Evaluation.
    case evaluation
  }

  /// Training or evaluation.
  public var mode: Mode
  /// How many samples there are, at most the memory's capacity.
  public var count: Int
  /// Whether parameters' gradients continue those of the passes before, for a batch in several pieces.
  public var accumulatesGradients = false
  /// The training step, 0 for the first: layers that draw random numbers draw others in each step.
  public var step = 0
  /// Where layers that draw random numbers in training get them; without it they may not be in the network.
  public var random: Randomness?
  /// What computes.
  public var processor: Processor

  /// A pass over `count` samples.
  public init(
    _ mode: Mode, count: Int, step: Int = 0, random: Randomness? = nil, on processor: Processor
  ) {
    self.mode = mode
    self.count = count
    self.step = step
    self.random = random
    self.processor = processor
  }
}
