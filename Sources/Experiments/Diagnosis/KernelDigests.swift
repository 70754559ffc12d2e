import Datasets
import Foundation
import Settings
import Tensors

/// A small training of every operator that needs no files, and the digests that must come out of it on every instruction
/// set: `every-operator.yaml` and `every-operator.sha256`, which are compiled in.
package struct KernelDigests: Encodable, Sendable {
  /// What one instruction set arrived at with one loss.
  package struct Result: Encodable, Sendable {
    /// The instruction set.
    package let instructionSet: String
    /// The loss.
    package let loss: String
    /// SHA-256 of the trained parameters.
    package let digest: String
    /// What it must be.
    package let expected: String
  }

  /// The losses that the network is trained with, one training each.
  package static let losses = ["cross-entropy", "mse", "bce"]

  /// The results, set by set from the plainest to the widest, loss by loss.
  package let results: [Result]

  /// Those that are not what they must be.
  package var differing: [Result] { results.filter { $0.digest != $0.expected } }

  /// Trains with every loss on every instruction set that this machine has, as many at a time as there are cores.
  ///
  /// - Throws: `SettingsError`, `GraphError`, `DatasetError` and the like, if what is compiled in does not fit.
  package init() throws {
    let data = try Self.data()
    let trainings = InstructionSet.available.flatMap { set in Self.losses.map { (set, $0) } }
    let done = ParallelJobs.results(
      of: trainings.count, atATime: ProcessInfo.processInfo.activeProcessorCount, Interruption()
    ) { index in
      let (set, loss) = trainings[index]
      return Result(
        instructionSet: set.rawValue, loss: loss,
        digest: try Self.digest(with: loss, on: Processor(instructionSet: set), data).hexadecimal,
        expected: try Self.committed("noise-\(loss)"))
    }
    results = try done.compactMap { try $0?.get() }
  }

  /// The configuration, with a loss.
  ///
  /// - Throws: `SettingsError`.
  package static func configuration(with loss: String = "cross-entropy") throws -> ExperimentConfiguration {
    var tree = try SettingsTree(yaml: String(decoding: PackageResources.every_operator_yaml, as: UTF8.self))
    try tree.assign("loss=\(loss)", precedence: 2)
    return try StrictDecoder().decode(from: tree)
  }

  /// SHA-256 of the parameters after the configuration's epochs with a loss, on data in place of those that it names.
  package static func digest(with loss: String, on processor: Processor, _ data: Dataset) throws -> Digest {
    let trainer = try Trainer(configuration(with: loss), data: data, on: processor)
    for _ in 0..<trainer.configuration.epochs { _ = try trainer.trainEpoch() }
    return trainer.memory.modelDigest
  }

  /// 200 images (1, 28, 28) of noise in ten classes: pixel i is the low byte of word i of the stream (seed 0, data
  /// generation), divided by 255; image j has class j modulo 10.
  package static func data() throws -> Dataset {
    let stream = PhiloxSource(seed: 0).stream(.dataGeneration)
    let pixels = (0..<200 * 784).map { UInt8(truncatingIfNeeded: stream.word($0)) }
    let classes = (0..<200).map { UInt8($0 % 10) }
    return try Dataset(
      name: "noise",
      training: Examples(
        inputs: Bytes(pixels), shape: [1, 28, 28],
        targets: .classes(classes, names: (0..<10).map(String.init)), name: "noise"
      ).dividing(by: 255))
  }

  /// A committed digest: `noise-mse` of the data above, `mse` of those that the configuration names.
  ///
  /// - Throws: `RunError.unknown` for another name.
  package static func committed(_ name: String) throws -> String {
    let lines = String(decoding: PackageResources.every_operator_sha256, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
    guard let line = lines.first(where: { $0.first == name && $0.count == 2 }) else {
      throw RunError.unknown(name, among: lines.compactMap(\.first))
    }
    return line[1]
  }
}
