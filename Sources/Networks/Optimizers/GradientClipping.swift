import Settings
import Tensors

/// A bound on gradients, applied after penalties and before the optimizer: `norm: 10` or `value: 1`.
public enum GradientClipping: Sendable, Equatable {
  /// The norm of all gradients together is at most this, as PyTorch's `clip_grad_norm_` makes it.
  case norm(Double)
  /// The magnitude of each gradient is at most this.
  case value(Double)

  /// Clips the gradients of all parameters.
  ///
  /// By norm: n = √Σg², one ascending chain in Double over all of them in declaration order; if n > max,
  /// g = g · S(max / (n + 1e-6)). By value: `Processor.clamp`. NaN goes through either way, so that divergence stays
  /// visible.
  public func apply<S: Scalar>(to memory: Memory<S>, on processor: Processor) {
    apply(to: memory.parameterGradients, on: processor)
  }

  /// Clips flat gradients.
  package func apply<S: Scalar>(to gradients: UnsafeMutableBufferPointer<S>, on processor: Processor) {
    guard let start = gradients.baseAddress else { return }
    switch self {
    case .norm(let limit):
      let norm = processor.sumOfSquares(start, count: gradients.count).squareRoot()
      // Gradients within the limit, and those with a NaN among them, stay as they are.
      guard norm > limit else { return }
      processor.multiply(start, by: S(min(1, limit / (norm + 1e-6))), count: gradients.count)
    case .value(let limit):
      processor.clamp(start, to: S(limit), count: gradients.count)
    }
  }
}

extension GradientClipping: Codable {
  /// Reads `norm` or `value` with a positive number.
  public init(from decoder: any Decoder) throws {
    let choice = try Choice(from: decoder, of: "clipping", among: ["norm", "value"])
    let limit: Double = try choice.value(.positiveFloat)
    self = choice.name == "norm" ? .norm(limit) : .value(limit)
  }

  /// Writes the name as the only key of a mapping to the number.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .norm(let limit): try Choice.encode("norm", options: limit, to: encoder)
    case .value(let limit): try Choice.encode("value", options: limit, to: encoder)
    }
  }
}
