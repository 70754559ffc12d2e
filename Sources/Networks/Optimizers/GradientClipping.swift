import Tensors

/// A bound on gradients, applied after penalties and before the optimiser.
public enum GradientClipping: Sendable, Codable, Equatable {
  /// The norm of all gradients together is at most this, as PyTorch's `clip_grad_norm_` makes it.
  case norm(Double)
  /// The magnitude of each gradient is at most this.
  case value(Double)

  private enum CodingKeys: String, CodingKey, CaseIterable { case norm, value }

  /// Reads `norm: 10` or `value: 1`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let norm = try options.decodeIfPresent(Double.self, forKey: .norm)
    let value = try options.decodeIfPresent(Double.self, forKey: .value)
    func checked(_ limit: Double, _ key: CodingKeys) throws -> Double {
      guard limit.isFinite, limit > 0 else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: options, debugDescription: "gradients are clipped at a positive number")
      }
      return limit
    }
    switch (norm, value) {
    case (let limit?, nil): self = .norm(try checked(limit, .norm))
    case (nil, let limit?): self = .value(try checked(limit, .value))
    default:
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "gradients are clipped by either norm or value"))
    }
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    var options = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .norm(let limit): try options.encode(limit, forKey: .norm)
    case .value(let limit): try options.encode(limit, forKey: .value)
    }
  }

  /// Clips flat gradients in declaration order.
  ///
  /// By norm: n = √Σg², one ascending chain in Double over all of them; if n > max, g = g · S(max / (n + 1e-6)).
  /// By value: g = g < −max ? −max : g > max ? max : g. NaN goes through either way, so that divergence stays
  /// visible.
  public func apply<S: Scalar>(to gradients: UnsafeMutableBufferPointer<S>, on processor: Processor) {
    guard let start = gradients.baseAddress else { return }
    switch self {
    case .norm(let limit):
      let norm = processor.sumOfSquares(start, count: gradients.count).squareRoot()
      // Below the limit the factor would be 1, or above it: nothing is to be done.
      guard norm > limit else { return }
      processor.multiply(start, by: S(min(1, limit / (norm + 1e-6))), count: gradients.count)
    case .value(let limit):
      processor.clamp(start, to: S(limit), count: gradients.count)
    }
  }
}
