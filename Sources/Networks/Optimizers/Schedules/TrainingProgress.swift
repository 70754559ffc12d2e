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
