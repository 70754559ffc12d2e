import Settings
import Tensors

// Schedules that are given before training: functions of the steps or epochs done alone.

/// The rate falls by a factor every few epochs: base · gamma^⌊epoch / size⌋, epoch being 0 in the first.
///
/// The power is within one unit in the last place (`Double.raised(to:)`).
public struct StepSchedule: Schedule, Equatable {
  /// What configurations call it.
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

  /// Reads `size` (needed, 1 or more) and `gamma` (positive).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    size = try options.value(.size, .atLeast(1))
    gamma = try options.value(.gamma, default: 0.1, .positive)
  }

  /// The base times gamma once for every `size` epochs done.
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double {
    base * gamma.raised(to: progress.epoch / size)
  }
}

/// Half a cosine from the base down to a minimum: minimum + (base − minimum) · ((1 + cos(π · e / epochs)) / 2),
/// where e is the number of epochs done, at most `epochs`.
///
/// Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017, arXiv:1608.03983,
/// without restarts.
public struct CosineSchedule: Schedule, Equatable {
  /// What configurations call it.
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

  /// Reads `epochs` (needed, 1 or more) and `minimum` (0 or more).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    epochs = try options.value(.epochs, .atLeast(1))
    minimum = try options.value(.minimum, default: 0, .notNegative)
  }

  /// The cosine of the epochs done; the minimum from `epochs` on.
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double {
    let angle = Double.pi * Double(min(progress.epoch, epochs)) / Double(epochs)
    return minimum + (base - minimum) * ((1 + angle.cosine) / 2)
  }
}

/// The rate rises in equal parts to the base and stays there: base · min(1, (done + 1) / length), where `done`
/// counts steps or epochs.
public struct WarmupSchedule: Schedule, Equatable {
  /// What configurations call it.
  public static let kind = "warmup"

  private enum Length: Equatable { case steps(Int), epochs(Int) }
  private let length: Length

  /// A rise in so many steps.
  public init(steps: Int) { length = .steps(steps) }

  /// A rise in so many epochs.
  public init(epochs: Int) { length = .epochs(epochs) }

  /// Reads `steps` or `epochs`, 1 or more.
  public init(from decoder: any Decoder) throws {
    let choice = try Choice(from: decoder, of: "warmup", among: ["steps", "epochs"])
    let count: Int = try choice.value(.atLeast(1))
    length = choice.name == "steps" ? .steps(count) : .epochs(count)
  }

  /// Writes `steps` or `epochs`.
  public func encode(to encoder: any Encoder) throws {
    switch length {
    case .steps(let count): try Choice.encode("steps", options: count, to: encoder)
    case .epochs(let count): try Choice.encode("epochs", options: count, to: encoder)
    }
  }

  /// The part of the base that the coming step or epoch has.
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double {
    let (done, length) =
      switch self.length {
      case .steps(let count): (progress.step, count)
      case .epochs(let count): (progress.epoch, count)
      }
    return done + 1 >= length ? base : base * (Double(done + 1) / Double(length))
  }
}
