import Settings

/// The rate falls by a factor when the validation loss has stopped improving: PyTorch's `ReduceLROnPlateau`
/// without a cooldown.
///
/// A loss improves in mode `min` if it is below best − threshold (absolute) or best · (1 − threshold) (relative), in
/// mode `max` if it is above best + threshold or best · (1 + threshold). After an epoch with such a loss, that is the
/// best one and the count of bad epochs 0; any other loss, NaN too, adds 1 to the count. When the count is above
/// `patience`, the rate becomes max(rate · factor, minimum), unless that moves it by 1e-8 or less, and the count 0.
public struct PlateauSchedule: Schedule, Equatable {
  /// What configurations call it.
  public static let kind = "plateau"

  /// How the threshold is meant.
  public enum ThresholdMode: String, Sendable, Codable, CaseIterable {
    /// A fraction of the best loss.
    case relative
    /// A difference from it.
    case absolute
  }

  /// Which of two losses is the better one.
  public enum Mode: String, Sendable, Codable, CaseIterable {
    /// The smaller, as of an error.
    case min
    /// The larger, for an objective that is to grow.
    case max
  }

  /// Which of two losses is the better one.
  public let mode: Mode
  /// What the rate is multiplied by.
  public let factor: Double
  /// How many epochs in a row may bring no improvement before the rate falls.
  public let patience: Int
  /// By how much a loss must be better than the best one to count as an improvement.
  public let threshold: Double
  /// How the threshold is meant.
  public let thresholdMode: ThresholdMode
  /// The smallest rate.
  public let minimum: Double

  /// The defaults are PyTorch's.
  public init(
    mode: Mode = .min, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4,
    thresholdMode: ThresholdMode = .relative, minimum: Double = 0
  ) {
    self.mode = mode
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.thresholdMode = thresholdMode
    self.minimum = minimum
  }

  /// Reads `mode`, `factor` (above 0 and below 1), `patience`, `threshold` and `minimum` (0 or more) and
  /// `threshold-mode`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self), standard = PlateauSchedule()
    mode = try options.value(.mode, default: standard.mode)
    factor = try options.value(
      .factor, default: standard.factor, Rule("above 0 and below 1") { $0 > 0 && $0 < 1 })
    patience = try options.value(.patience, default: standard.patience, .atLeast(0))
    threshold = try options.value(.threshold, default: standard.threshold, .notNegative)
    thresholdMode = try options.value(.thresholdMode, default: standard.thresholdMode)
    minimum = try options.value(.minimum, default: standard.minimum, .notNegative)
  }

  /// It follows them from the first epoch on.
  public var needsValidationLosses: Bool { true }

  /// The rule above, followed from the first epoch on, so that the losses are all there is to remember.
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double {
    var rate = base, best = mode == .min ? Double.infinity : -.infinity, badEpochs = 0
    let signed = mode == .min ? -threshold : threshold
    for loss in progress.validationLosses {
      let bound = thresholdMode == .absolute ? best + signed : best * (1 + signed)
      if mode == .min ? loss < bound : loss > bound {
        best = loss
        badEpochs = 0
      } else {
        badEpochs += 1
      }
      if badEpochs > patience {
        let lower = Swift.max(rate * factor, minimum)
        if rate - lower > 1e-8 { rate = lower }
        badEpochs = 0
      }
    }
    return rate
  }
}
