/// The rate rises in equal parts to the base and stays there: base · min(1, (done + 1) / length), where `done`
/// counts steps or epochs.
public struct WarmupSchedule: Schedule, Equatable {
  /// Its name in configurations.
  public static let kind = "warmup"

  /// How long the rate rises.
  public enum Length: Sendable, Equatable {
    /// So many steps.
    case steps(Int)
    /// So many epochs.
    case epochs(Int)
  }

  /// How long the rate rises.
  public let length: Length

  /// A rise of this length.
  public init(_ length: Length) { self.length = length }

  private enum CodingKeys: String, CodingKey { case steps, epochs }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let steps = try options.decodeIfPresent(Int.self, forKey: .steps)
    let epochs = try options.decodeIfPresent(Int.self, forKey: .epochs)
    switch (steps, epochs) {
    case (let count?, nil): length = .steps(try Self.check(count, "1 or more", count > 0, .steps, options))
    case (nil, let count?): length = .epochs(try Self.check(count, "1 or more", count > 0, .epochs, options))
    default:
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a warmup takes either steps or epochs"))
    }
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    var options = encoder.container(keyedBy: CodingKeys.self)
    switch length {
    case .steps(let count): try options.encode(count, forKey: .steps)
    case .epochs(let count): try options.encode(count, forKey: .epochs)
    }
  }

  /// The formula stands above.
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double {
    let (done, length) =
      switch self.length {
      case .steps(let count): (progress.step, count)
      case .epochs(let count): (progress.epoch, count)
      }
    return done + 1 >= length ? base : base * (Double(done + 1) / Double(length))
  }
}
