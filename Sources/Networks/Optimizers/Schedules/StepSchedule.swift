import Tensors

/// The rate falls by a factor every few epochs: base · gamma^⌊epoch / size⌋, epoch being 0 in the first.
public struct StepSchedule: Schedule, Equatable {
  /// Its name in configurations.
  public static let kind = "step"

  /// Epochs between two falls.
  public let size: Int
  /// What the rate is multiplied by.
  public let gamma: Double

  /// A fall by `gamma` every `size` epochs.
  public init(size: Int, gamma: Double = 0.1) {
    self.size = size
    self.gamma = gamma
  }

  private enum CodingKeys: String, CodingKey { case size, gamma }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let size = try options.decode(Int.self, forKey: .size)
    let gamma = try options.decodeIfPresent(Double.self, forKey: .gamma) ?? 0.1
    self.size = try Self.check(size, "1 or more", size > 0, .size, options)
    self.gamma = try Self.check(gamma, "positive", gamma > 0 && gamma.isFinite, .gamma, options)
  }

  /// The formula stands above; the power is within one unit in the last place (`Double.raised(to:)`).
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double {
    base * gamma.raised(to: progress.epoch / size)
  }
}
