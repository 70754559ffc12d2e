import Archive
import Tensors

/// What a run tells while it works.
public enum RunEvent: Sendable {
  /// It goes on after this epoch, from a checkpoint.
  case resumed(epoch: Int)
  /// A checkpoint or a segment could not be used, so that the run starts again.
  case restarted(reason: String)
  /// Batches done of the epoch at hand.
  case batch(epoch: Int, done: Int, of: Int)
  /// An epoch is done and on disk; epoch 0 is the state before training.
  case epoch(EpochSummary)
}

/// An epoch in a few numbers.
public struct EpochSummary: Sendable {
  /// The epoch, 0 before training.
  public let epoch: Int
  /// The run's last epoch.
  public let of: Int
  /// The mean training loss of the epoch's batches.
  public let trainingLoss: Double
  /// Accuracy over the training set after the epoch.
  public let trainingAccuracy: Double
  /// Loss over the validation set after the epoch.
  public let validationLoss: Double
  /// Accuracy over the validation set after the epoch.
  public let validationAccuracy: Double
  /// Training samples a second, evaluation and recording not counted.
  public let samplesPerSecond: Double
}
