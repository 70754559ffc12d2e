import Tensors

/// The end of a recorded network: from its output to one number, and back to the output's gradient.
public protocol LossOperation<S>: Sendable {
  /// The type of numbers.
  associatedtype S: Scalar

  /// Computes each sample's loss of the first `pass.count` samples, and what the backward needs.
  func forward(_ memory: Memory<S>, _ pass: Pass)
  /// The samples' losses that the last forward computed.
  func losses(_ memory: Memory<S>) -> UnsafePointer<S>
  /// The batch's loss.
  func mean(_ memory: Memory<S>, _ pass: Pass) -> S
  /// Writes the gradient of the mean loss to the output's gradient.
  func backward(_ memory: Memory<S>, _ pass: Pass)
}

extension LossOperation {
  /// The mean of the samples' losses: their sum, one ascending chain, times 1/N rounded from Double.
  public func mean(_ memory: Memory<S>, _ pass: Pass) -> S {
    pass.processor.sum(losses(memory), count: pass.count) * S(1 / Double(pass.count))
  }
}
