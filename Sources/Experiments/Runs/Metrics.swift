/// The names of the metrics that every run records, as the archive has them.
enum Metrics {
  static let trainingLoss = "loss/train"
  static let validationLoss = "loss/validation"
  static let trainingAccuracy = "accuracy/train"
  static let validationAccuracy = "accuracy/validation"
  static let learningRate = "learning_rate"
}
