import Settings

/// A rule for the learning rate: a pure function of where training is.
///
/// Rates are Double, computed without the C library, and rounded to the scalar type once, in the optimizer.
public protocol Schedule: Kind {
  /// Whether it looks at the validation losses.
  var needsValidationLosses: Bool { get }

  /// The learning rate of the coming step.
  ///
  /// - Parameters:
  ///   - base: The optimizer's own learning rate.
  ///   - progress: What is done already.
  func learningRate(base: Double, after progress: TrainingProgress) -> Double
}

extension Schedule {
  /// `false`, unless a schedule says otherwise.
  public var needsValidationLosses: Bool { false }
}

/// Every schedule that a configuration can name.
public enum Schedules: Kinds {
  /// What `@OneOf<Schedules>` wraps.
  public typealias Value = any Schedule
  /// What errors call one of them.
  public static let noun = "schedule"
  /// The schedules, in the order in which errors list them.
  public static let all: [any Kind.Type] = [
    ConstantSchedule.self, PlateauSchedule.self, StepSchedule.self, CosineSchedule.self, WarmupSchedule.self,
  ]
}

/// What is done of a training: all that a learning-rate schedule may look at.
public struct TrainingProgress: Sendable, Equatable {
  /// The steps done.
  public var step: Int
  /// The epochs done.
  public var epoch: Int
  /// The validation loss after each epoch done, from the first on.
  public var validationLosses: [Double]

  /// Progress after so many steps and epochs.
  public init(step: Int = 0, epoch: Int = 0, validationLosses: [Double] = []) {
    self.step = step
    self.epoch = epoch
    self.validationLosses = validationLosses
  }
}

/// The optimizer's learning rate, always.
public struct ConstantSchedule: Schedule, Equatable {
  /// What configurations call it.
  public static let kind = "constant"

  /// A constant rate has no options.
  public init() {}

  /// The base.
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double { base }
}
