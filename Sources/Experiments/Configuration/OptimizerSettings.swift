import Networks

/// The optimiser of an experiment: `sgd: { … }`, `adam: { … }`, and so on.
public struct OptimizerSettings: Codable, Sendable {
  private enum Kind: String, CodingKey, CaseIterable { case sgd, adam, adamw, rmsprop, adagrad }

  /// The optimiser.
  public let optimizer: any Optimizer

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let choice = try SingleChoice<Kind>(from: decoder)
    switch choice.key {
    case .sgd: optimizer = try choice.options(SGD.self)
    case .adam: optimizer = try choice.options(Adam.self)
    case .adamw: optimizer = try choice.options(AdamW.self)
    case .rmsprop: optimizer = try choice.options(RMSprop.self)
    case .adagrad: optimizer = try choice.options(Adagrad.self)
    }
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    try SingleChoice.encode(Kind(rawValue: type(of: optimizer).kind)!, options: optimizer, to: encoder)
  }
}
