/// What a random number is for: the second word of a stream's key, so that no use can move another's numbers.
///
/// The raw values are part of the random layout and never change.
public enum RandomPurpose: UInt32, CaseIterable, Codable, Sendable {
  /// Parameters before training: the site is the parameter's path.
  case initialization = 1
  /// Orders of samples: the step is the epoch.
  case shuffling = 2
  /// Dropout masks: the site is the layer's path, the step is the training step.
  case dropout = 3
  /// Changes to a sample: the site is the sample's number in its data set (never its position in the
  /// batch), the step is the epoch.
  case augmentation = 4
  /// Synthetic data: the site is the data set's name.
  case dataGeneration = 5
}
