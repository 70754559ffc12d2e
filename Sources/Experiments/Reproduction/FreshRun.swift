import Archive
import Datasets
import Files
import Foundation
import Tensors

/// A run that is made from its beginning by this build, whatever is there: beside that, whose place it takes when it
/// is finished.
///
/// A finished run is there at every moment, if one was there before. A result that differs is kept.
package struct FreshRun {
  private let run: ExperimentRun
  private let beside: ExperimentRun
  private let operations: FileOperations

  /// - Parameter operations: What the replacement goes through.
  package init(_ run: ExperimentRun, operations: FileOperations = .system) throws {
    self.run = run
    beside = try run.moved(to: run.directory + ".fresh")
    self.operations = operations
  }

  /// Runs it, or goes on with what this build began of it, and puts it in its place.
  package func perform(
    on processor: Processor, within budget: MemoryBudget = .alone,
    _ interruption: Interruption = Interruption(), _ report: (RunEvent) -> Void = { _ in }
  ) throws {
    try discardUnlessOfThisBuild()
    let archive = try beside.perform(on: processor, within: budget, interruption, report)
    try takePlace(archive)
    // Opening the directory removes what an unfinished run left there.
    _ = try RunDirectory(run.directory, identity: run.identity.digest)
  }

  private func takePlace(_ archive: RunArchive) throws {
    try operations.createDirectory(run.directory)
    let locks = try [DirectoryLock(run.directory), DirectoryLock(beside.directory)]
    // Another process may have been here since, so this looks again.
    switch try RunStatus(of: run) {
    case .missing, .interrupted: break
    case .finished(let earlier, _):
      let result = try DigestLock.Entry(archive, run.configuration)
      if try result.difference(from: DigestLock.Entry(earlier, run.configuration)) != nil {
        try keepEarlier()
      }
    case .otherIdentity, .damaged: try keepEarlier()
    }
    // Without a table the next look writes one; an earlier result's would be wrong.
    try operations.remove(run.metricsPath)
    // The archive first: after a kill here the run counts as another build's, never the other way round.
    for name in [
      RunDirectory.archiveName, RunDirectory.hostName, RunDirectory.timingName, RunDirectory.metricsName,
    ] {
      let from = "\(beside.directory)/\(name)"
      guard try FileOperations.exists(from) else { continue }
      try operations.rename(from, to: "\(run.directory)/\(name)")
    }
    try operations.synchronizeDirectory(run.directory)
    try operations.removeAll(beside.directory)
    withExtendedLifetime(locks) {}
  }

  /// Removes what cannot be gone on with: it would not show what this build makes of this run.
  private func discardUnlessOfThisBuild() throws {
    guard try FileOperations.exists(beside.directory) else { return }
    let lock = try DirectoryLock(beside.directory)
    if HostRecord(in: beside.directory)?.isOfThisBuild == true {
      switch try RunStatus(of: beside) {
      case .interrupted, .finished: return
      case .missing, .otherIdentity, .damaged: break
      }
    }
    try operations.removeAll(beside.directory)
    withExtendedLifetime(lock) {}
  }

  private func keepEarlier() throws {
    let path = RunDirectory.archivePath(in: run.directory)
    guard try FileOperations.exists(path) else { return }
    let folder = try FileOperations.free(Self.earlierDirectory(of: run))
    try operations.createDirectory(folder)
    try Bytes(mapping: path).withUnsafeBytes {
      try operations.replaceFile(RunDirectory.archivePath(in: folder), with: [$0], permissions: 0o444)
    }
  }

  /// Where the first earlier result is kept that differs from a fresh one.
  package static func earlierDirectory(of run: ExperimentRun) -> String { run.directory + ".earlier" }

  /// The first earlier result of the same run that a fresh one differed from; `nil` if there is none.
  static func earlier(of run: ExperimentRun) throws -> RunArchive? {
    let path = RunDirectory.archivePath(in: earlierDirectory(of: run))
    guard try FileOperations.exists(path) else { return nil }
    let archive = try RunArchive(path)
    return archive.identity == run.identity.digest ? archive : nil
  }
}

extension ExperimentRun {
  /// Moves a run of other settings or data, or one that cannot be read, aside, if that is what is there.
  func makeRoom() throws {
    guard try FileOperations.exists(directory) else { return }
    let lock = try DirectoryLock(directory)
    let suffix: String
    switch try RunStatus(of: self) {
    case .missing, .interrupted, .finished: return
    case .otherIdentity(let identity): suffix = String(identity.hexadecimal.prefix(12))
    case .damaged: suffix = "damaged"
    }
    try FileOperations.system.rename(directory, to: FileOperations.free("\(directory).\(suffix)"))
    withExtendedLifetime(lock) {}
  }
}
