/// The optimiser's learning rate, always.
public struct ConstantSchedule: Schedule, Equatable {
  /// Its name in configurations.
  public static let kind = "constant"

  /// A constant rate has no options.
  public init() {}

  /// The base.
  public func learningRate(base: Double, after progress: TrainingProgress) -> Double { base }
}
