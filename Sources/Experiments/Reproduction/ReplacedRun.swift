import Archive
import Files
import Foundation
import Tensors

/// A finished run that is made again: beside the earlier one, whose place it takes when it is finished.
///
/// At every moment the run's directory has a whole `run.h5`. An earlier result that differs is kept.
package struct ReplacedRun {
  private let run: ExperimentRun
  private let beside: ExperimentRun
  private let earlier: DigestLock.Entry

  /// - Parameter earlier: What the run came out as before.
  package init(_ run: ExperimentRun, _ earlier: DigestLock.Entry) throws {
    self.run = run
    beside = try run.moved(to: run.directory + ".fresh")
    self.earlier = earlier
  }

  /// Where an earlier result is kept that differs from the new one.
  package static func earlierDirectory(of run: ExperimentRun) -> String { run.directory + ".earlier" }

  /// Runs it, or goes on with what this build began of it, and puts it in its place.
  package func perform(
    on processor: Processor, _ interruption: Interruption = Interruption(),
    _ report: (RunEvent) -> Void = { _ in }
  ) throws {
    try beside.discardUnlessOfThisBuild()
    let archive = try beside.perform(on: processor, interruption: interruption, report: report)
    let differs = try DigestLock.Entry(archive, run.configuration).difference(from: earlier) != nil

    let locks = try [DirectoryLock(run.directory), DirectoryLock(beside.directory)]
    if differs { try keepEarlier() }
    // The archive first: after a kill here the run counts as another build's, never the other way round.
    for name in [RunDirectory.archiveName, RunDirectory.hostName, RunDirectory.timingName] {
      let from = "\(beside.directory)/\(name)"
      guard FileOperations.exists(from) else { continue }
      try FileOperations.system.rename(from, to: "\(run.directory)/\(name)")
    }
    try FileOperations.system.synchronizeDirectory(run.directory)
    try FileOperations.system.removeAll(beside.directory)
    withExtendedLifetime(locks) {}
  }

  private func keepEarlier() throws {
    let folder = Self.earlierDirectory(of: run)
    try FileOperations.system.removeAll(folder)
    try FileOperations.system.createDirectory(folder)
    try FileOperations.system.link(
      RunDirectory.archivePath(in: run.directory), as: RunDirectory.archivePath(in: folder))
  }
}

extension ExperimentRun {
  /// Removes what another build, another configuration or other data left in the run's directory: it would not show
  /// what this build makes of this run.
  func discardUnlessOfThisBuild() throws {
    guard FileOperations.exists(directory) else { return }
    let lock = try DirectoryLock(directory)
    if HostRecord(in: directory)?.isOfThisBuild == true {
      switch try RunStatus(of: self) {
      case .missing, .interrupted, .finished: return
      case .otherIdentity, .damaged: break
      }
    }
    try FileOperations.system.removeAll(directory)
    withExtendedLifetime(lock) {}
  }
}
