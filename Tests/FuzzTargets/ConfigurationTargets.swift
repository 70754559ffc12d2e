import Experiments
import Networks
import Settings
import Tensors

/// Readers of what people write: configurations, assignments, figures, digests.
enum ConfigurationTargets {
  static func readConfiguration(_ bytes: [UInt8]) throws {
    try record(ExperimentFile(contentsOf: ScratchFolder.write(bytes, "input.yaml")))
  }

  static func readAssignments(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let assignments = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try record(ExperimentFile(contentsOf: base, assignments: assignments))
  }

  static func readFigures(_ bytes: [UInt8]) throws {
    _ = try DocumentDeclaration(
      contentsOf: ScratchFolder.write(bytes, "figures.yaml"), number: "001", experiments: ["001/batch-32"])
  }

  static func readLock(_ bytes: [UInt8]) throws {
    _ = try DigestLock(contentsOf: ScratchFolder.write(bytes, "digests.lock"))
  }

  /// Every setting, the settings' text (with all defaults: to leave them out reads it twenty times), and the network as it
  /// is recorded for gray pictures; no memory is taken for its numbers.
  private static func record(_ file: ExperimentFile) throws {
    let settings = try file.settings(seed: file.seeds?.first)
    _ = try canonicalJSON(settings)
    if let training = settings as? ExperimentConfiguration {
      _ = try Graph<Float>(input: [1, 28, 28], layer: training.network)
    }
  }

  /// The configuration that assignments are laid over.
  private static let base = ScratchFolder.write(
    Array(
      """
      title: A small one
      dataset: { fashion-mnist: { validation: { test: {} } } }
      network: [ flatten, { hidden: [ { linear: { outputs: 8 } }, relu ] }, { linear: { outputs: 10 } } ]
      optimizer: { sgd: { learning-rate: 0.1 } }
      batch-size: 32
      epochs: 2
      """.utf8), "base.yaml")
}
