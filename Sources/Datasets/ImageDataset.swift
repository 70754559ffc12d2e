/// A data set of labelled images, ready for training.
public struct ImageDataset: Sendable {
  /// The name in configurations: `fashion-mnist`.
  public let name: String
  /// The images to learn from.
  public let training: LabelledImages
  /// The images to test with.
  public let test: LabelledImages
  /// Where each file came from, by the file's name; empty for a data set that is not made of files.
  public let origins: [String: DatasetOrigin]

  /// A data set of two parts.
  public init(
    name: String, training: LabelledImages, test: LabelledImages, origins: [String: DatasetOrigin] = [:]
  ) {
    self.name = name
    self.training = training
    self.test = test
    self.origins = origins
  }
}
