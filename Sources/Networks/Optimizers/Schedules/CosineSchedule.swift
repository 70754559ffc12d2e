import Tensors

/// Half a cosine from the base down to a minimum: minimum + (base − minimum) · ((1 + cos(π · e / epochs)) / 2),
/// where e is the number of epochs done, at most `epochs`.
///
/// Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017, arXiv:1608.03983,
/// without restarts.
public struct CosineSchedule: Schedule, Equatable {
  /// Its name in configurations.
  public static let kind = "cosine"

  /// The epochs until the minimum is reached.
  public let epochs: Int
  /// The last rate.
  public let minimum: Double

  /// A fall to `minimum` in `epochs` epochs.
  public init(epochs: Int, minimum: Double = 0) {
    self.epochs = epochs
    self.minimum = minimum
  }

  private enum CodingKeys: String, CodingKey { case epochs, minimum }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let epochs = try options.decode(Int.self, forKey: .epochs)
    let minimum = try options.decodeIfPresent(Double.self, forKey: .minimum) ?? 0
    self.epochs = try Self.check(epochs, "1 or more", epochs > 0, .epochs, options)
    self.minimum = try Self.check(
      minimum, "0 or more", minimum >= 0 && minimum.isFinite, .minimum, options)
  }

  /// The formula stands above.
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double {
    let angle = Double.pi * Double(min(progress.epoch, epochs)) / Double(epochs)
    return minimum + (base - minimum) * ((1 + angle.cosine) / 2)
  }
}
