import Files
import Foundation
import Tensors

/// One experiment's place on disk, from its first epoch to the finished archive.
///
/// ```
/// epochs/000000.h5 …     one closed segment for each epoch
/// checkpoint             the state after the last epoch, written after its segment
/// run.h5                 the finished run, made from the segments in one piece and renamed in
/// timing.jsonl host.json wall clock and machine: never in run.h5
/// ```
///
/// Every file is written beside its place, waited for, and renamed in. After a kill at any moment a resumed
/// run ends in the very bytes that an uninterrupted one would have written. The directory stays locked
/// while the value lives; the lock goes with the process.
package final class RunDirectory: Sendable {
  /// How far a run has come.
  package enum Progress: Equatable, Sendable {
    /// Nothing that could be built upon: start before epoch 0.
    case empty
    /// All epochs up to the checkpoint's are committed: go on with the next one, or finish.
    case interrupted(Checkpoint)
    /// `run.h5` is there and is never changed again.
    case finished
  }

  /// The directory.
  package let path: String
  /// The run's identity, to which every file here belongs.
  package let identity: Digest

  let operations: FileOperations
  private let lock: DirectoryLock

  /// Opens a run's directory, creating it if there is none, and drops what an interruption left half done.
  ///
  /// - Throws: `ArchiveError` of the kind `locked` if another process works here, `otherIdentity` if the
  ///   directory holds another run, `damaged` if a finished archive was cut short; `FileError`.
  package init(_ path: String, identity: Digest, operations: FileOperations = .system) throws {
    self.path = path
    self.identity = identity
    self.operations = operations
    try operations.createDirectory(path)
    lock = try DirectoryLock(path)
    for directory in [path, epochsPath] {
      for name in try FileOperations.names(in: directory) where name.hasSuffix(".tmp") {
        try operations.remove("\(directory)/\(name)")
      }
    }
    try refuseOtherIdentities()
    if try FileOperations.exists(archivePath) { try removeRemains() }
  }

  /// The name of a finished run's file.
  package static let archiveName = "run.h5"

  /// Where a directory's finished run is.
  package static func archivePath(in directory: String) -> String { directory + "/" + archiveName }

  /// The finished archive's path.
  package var archivePath: String { Self.archivePath(in: path) }

  private static func checkpointPath(in directory: String) -> String { directory + "/checkpoint" }
  var checkpointPath: String { Self.checkpointPath(in: path) }
  var epochsPath: String { path + "/epochs" }

  func segmentPath(_ epoch: Int) -> String {
    let digits = String(epoch)
    return epochsPath + "/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".h5"
  }

  /// The identity of an unfinished run in a directory, as its checkpoint says; `nil` if none was begun there.
  /// Nothing is locked, created or changed.
  package static func begunIdentity(in directory: String) -> Digest? {
    (try? ArchiveLabel(of: checkpointPath(in: directory)))?.identity
  }

  /// How far the run has come; reads and checks the checkpoint and the segments up to it.
  ///
  /// - Throws: `ArchiveError` of the kind `damaged` if the checkpoint is damaged, or a segment up to it damaged
  ///   or missing; ``discardProgress()`` is the way out. `FileError` for what the system refuses to read.
  package func state() throws -> Progress {
    if try FileOperations.exists(archivePath) { return .finished }
    guard try FileOperations.exists(checkpointPath) else { return .empty }
    let checkpoint = try Checkpoint(contentsOf: checkpointPath)
    _ = try segments(through: checkpoint.epoch)
    return .interrupted(checkpoint)
  }

  /// Opens and checks the segments 0 … `last`, which a checkpoint of that epoch says were committed.
  ///
  /// - Throws: `ArchiveError`, kind `damaged` for one that is missing or changed.
  func segments(through last: Int) throws -> [Segment] {
    var segments: [Segment] = []
    // No memory is taken for as many as a forged checkpoint may say.
    for epoch in 0...last {
      let path = segmentPath(epoch)
      func damaged(_ reason: String) -> ArchiveError {
        ArchiveError(.damaged, file: path, reason: reason, remedy: LabeledFile.remedy(.segment))
      }
      do {
        let segment = try Segment(path)
        guard segment.epoch == epoch, segment.identity == identity else {
          throw damaged("is not epoch \(epoch) of this run")
        }
        segments.append(segment)
      } catch let error as FileError where error.kind == .notFound {
        throw damaged("is missing, though the checkpoint is of epoch \(last)")
      }
    }
    return segments
  }

  /// Refuses to mix two runs in one directory.
  private func refuseOtherIdentities() throws {
    if try FileOperations.exists(archivePath) {
      let archive = try LabeledFile(archivePath)
      try refuse(archivePath, archive.label)
      // A rewritten file may be shorter and intact; one that was cut short is no finished run.
      if archive.isShorter { _ = try RunArchive(archivePath) }
      return
    }
    let names = try FileOperations.names(in: epochsPath).filter { $0.hasSuffix(".h5") }
    for file in [checkpointPath] + names.map({ epochsPath + "/" + $0 }) {
      // What cannot be read is reported when it is needed; the newest segment may be rewritten anyhow.
      if let label = try? ArchiveLabel(of: file) { try refuse(file, label) }
    }
  }

  private func refuse(_ file: String, _ label: ArchiveLabel) throws {
    guard label.identity == identity else {
      let other = label.identity?.hexadecimal.prefix(12) ?? "none"
      throw ArchiveError(
        .otherIdentity, file: file,
        reason: "belongs to another run (\(other)…, not \(identity.hexadecimal.prefix(12))…)",
        remedy: "choose another output directory, or move this one away")
    }
  }
}
