import Archive
import Datasets
import Tensors

extension ExperimentRun {
  /// A digest that a run arrived at, beside the one that was expected.
  public struct Check: Sendable {
    /// What was digested.
    public let name: String
    /// What the configuration expects.
    public let expected: String
    /// What came out.
    public let actual: String
    /// Whether they are equal.
    public var holds: Bool { expected == actual }
  }

  /// Compares a finished run with the digests that its configuration expects.
  public func checks(of archive: RunArchive, data: ImageDataset, on processor: Processor) throws -> [Check] {
    guard let expect = configuration.expect else { return [] }
    var checks: [Check] = []
    let models = try archive.modelDigests().map(\.hexadecimal)
    if let expected = expect.initialModel {
      checks.append(Check(name: "initial model", expected: expected, actual: models[0]))
    }
    if let expected = expect.trainedModel {
      checks.append(Check(name: "trained model", expected: expected, actual: models[models.count - 1]))
    }
    if let expected = expect.testLogits {
      let trainer = try Trainer(configuration, data: data, on: processor)
      try trainer.restore(archive.checkpoint())
      checks.append(
        Check(name: "test logits", expected: expected, actual: trainer.outputDigest().hexadecimal))
    }
    return checks
  }
}
