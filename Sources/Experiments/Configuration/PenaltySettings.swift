import Networks

/// One term of an experiment's penalties: `l1: { weight: 1e-4, parameters: weights }`.
public struct PenaltySettings: Codable, Sendable, Equatable {
  private enum Kind: String, CodingKey, CaseIterable {
    case l1
    case l2Norm = "l2-norm"
    case l2Squared = "l2-squared"
  }

  private struct Options: Codable {
    let weight: Double
    let parameters: Penalty.Selection

    enum CodingKeys: String, CodingKey { case weight, parameters }

    init(weight: Double, parameters: Penalty.Selection) {
      self.weight = weight
      self.parameters = parameters
    }

    init(from decoder: any Decoder) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      weight = try options.decode(Double.self, forKey: .weight)
      parameters = try options.decodeIfPresent(Penalty.Selection.self, forKey: .parameters) ?? .all
      guard weight.isFinite, weight > 0 else {
        throw options.impossible(.weight, "a penalty's weight is a positive number")
      }
    }
  }

  /// The penalty.
  public let penalty: Penalty

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let choice = try SingleChoice<Kind>(from: decoder)
    let options = try choice.options(Options.self)
    penalty = Penalty(
      Penalty.Kind(rawValue: choice.key.rawValue)!, weight: options.weight, on: options.parameters)
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    try SingleChoice.encode(
      Kind(rawValue: penalty.kind.rawValue)!,
      options: Options(weight: penalty.weight, parameters: penalty.selection), to: encoder)
  }
}
