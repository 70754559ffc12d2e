import Archive
import Datasets
import Files
import Foundation
import Settings
import Tensors

/// A finished run that is computed again, in whole or in samples, to compare every bit with its archive.
///
/// The archive alone says what is run: its configuration is inside. Nothing is written beside it.
package struct Verification {
  /// What is computed again.
  package enum Extent: Equatable, Sendable {
    /// The run from its beginning, and its content digest.
    case whole
    /// That many epochs, each from the state before it that the archive keeps, or all of those if they are fewer; the
    /// choice depends on the seed and the run.
    case sample(Int, seed: UInt64)
  }

  /// What came out.
  package struct Result: Equatable, Sendable {
    /// The epochs that were trained again, ascending; none of a run that only computes.
    package let trained: [Int]
    /// The run's last epoch; 0 of a run that only computes.
    package let epochs: Int
    /// Whether the content digest was compared.
    package let isWhole: Bool
    /// The first difference; what comes after it was not computed. `nil` if all is equal.
    package let difference: BitDifference?
  }

  private let archive: RunArchive
  private let run: ExperimentRun
  private let folder: TemporaryFolder

  /// Reads what an archive was made from.
  ///
  /// - Parameter dataset: The data of a declaration in their parts, such as `DatasetLibrary.dataset`.
  /// - Throws: `SettingsError` for a configuration that cannot be read, `DatasetError` for data that cannot be had,
  ///   `RunError.otherData` for data that are not those of the run, `ArchiveError` of the kind `foreign` for an archive
  ///   whose identity is not that of its configuration.
  package init(
    of archive: RunArchive, dataset: (DatasetDeclaration) throws -> Dataset
  ) throws {
    self.archive = archive
    let settings = try ExperimentFile.settings(of: archive)
    folder = TemporaryFolder("reprise-verify-\(getpid())")
    run = try ExperimentRun(
      settings: settings, data: settings.data.map(dataset), directory: folder.path + "/run")
    guard run.identity.digest != archive.identity else { return }
    let archived = try RunIdentity.data(in: archive.identityText())
    let here = run.identity.data
    for part in Set(archived.keys).union(here.keys).sorted() where archived[part] != here[part] {
      throw RunError.otherData(
        archive: archive.path, part: part, archived: archived[part] ?? "none", here: here[part] ?? "none")
    }
    throw ArchiveError(
      .foreign, file: archive.path,
      reason: "its identity (\(archive.identity.hexadecimal.prefix(12))…) is not that of its configuration "
        + "(\(run.identity.digest.hexadecimal.prefix(12))…), so it was changed or made under another contract",
      remedy: "verify it with the version that made it: \(try archive.creator())")
  }

  /// Computes and compares, up to the first difference.
  ///
  /// - Parameters:
  ///   - processor: What computes; it has no influence on the result.
  ///   - interruption: When requested, the step at hand is finished and `RunError.verificationInterrupted` thrown.
  ///   - report: Told what happens, on the calling thread.
  /// - Throws: As `ExperimentRun.perform` does; `ArchiveError` of the kind `foreign` for a state that does not fit the
  ///   configuration.
  package func perform(
    _ extent: Extent, on processor: Processor, interruption: Interruption = Interruption(),
    report: (RunEvent) -> Void = { _ in }
  ) throws -> Result {
    switch extent {
    case .sample(let count, let seed):
      if let training = run.configuration as? ExperimentConfiguration, let data = run.data {
        let sample = try VerificationSample(of: archive, training, data: data, on: processor)
        return try sample.perform(
          sample.epochs(count, seed: seed), interruption: interruption, report: report)
      }
      return try performWhole(on: processor, interruption, report)
    case .whole: return try performWhole(on: processor, interruption, report)
    }
  }

  /// Ends a run at its first difference.
  private struct Found: Error { let difference: BitDifference }

  private func performWhole(
    on processor: Processor, _ interruption: Interruption, _ report: (RunEvent) -> Void
  ) throws -> Result {
    let last = (run.configuration as? ExperimentConfiguration)?.epochs ?? 0
    let archived = try ArchivedEpochs(archive)
    var done = 0
    func result(_ difference: BitDifference?) -> Result {
      Result(
        trained: done > 0 ? Array(1...done) : [], epochs: last,
        isWhole: difference == nil || difference?.epoch == nil, difference: difference)
    }
    defer { folder.remove() }
    do {
      let again = try run.perform(on: processor, interruption, report) { epoch in
        done = epoch.record.epoch
        if let difference = try archived.difference(from: epoch) { throw Found(difference: difference) }
      }
      return result(try contentDifference(from: again))
    } catch let found as Found {
      return result(found.difference)
    } catch RunError.interrupted {
      throw RunError.verificationInterrupted(archive.path)
    }
  }

  /// The archive's own values are digested anew: its label could say anything.
  private func contentDifference(from again: RunArchive) throws -> BitDifference? {
    let computed = again.contentDigest
    if let epoch = archive.epochs.first(where: { !again.epochs.contains($0) }) {
      return BitDifference(.epoch, epoch: epoch, archived: "there", computed: "missing")
    }
    if let difference = try arrayDifference(from: again) { return difference }
    for digest in try [archive.computedContentDigest(), archive.contentDigest] where digest != computed {
      return BitDifference(
        .content, epoch: nil, archived: digest.hexadecimal, computed: computed.hexadecimal)
    }
    return nil
  }

  /// The first difference in what a run without epochs computed.
  private func arrayDifference(from again: RunArchive) throws -> BitDifference? {
    for name in again.computedNames where archive.computedNames.contains(name) {
      let archived = try archive.computed(name), group = try again.computed(name)
      for array in group.axes + group.arrays {
        guard let values = archived.values(array.name) else { continue }
        let difference = BitDifference(
          .array, "\(name)/\(array.name)", epoch: nil, archived: values, computed: array.values)
        if let difference { return difference }
      }
    }
    return nil
  }
}

/// A folder of its own among the system's temporary ones, made when something is written there.
private final class TemporaryFolder {
  let path: String

  init(_ name: String) {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("\(name)-\(UUID().uuidString)").path
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  deinit { remove() }
}
