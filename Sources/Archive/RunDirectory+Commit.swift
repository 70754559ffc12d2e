import Files
import Foundation
import Tensors

extension RunDirectory {
  /// Commits an epoch: its segment, then the checkpoint from which the next one starts.
  ///
  /// Either is on disk when this returns. Without a checkpoint the epoch would be made again on a resume.
  ///
  /// - Throws: `ArchiveError` of the kind `finished` or `invalid` (the record cannot be stored, an epoch is
  ///   skipped, the checkpoint is of another epoch), `FileError` (disk full); then everything committed
  ///   before is kept.
  package func commit(_ record: EpochRecord, checkpoint: Checkpoint?) throws {
    try refuseIfFinished()
    let file = segmentPath(record.epoch)
    try record.check(file: file)
    guard try record.epoch == 0 || FileOperations.exists(segmentPath(record.epoch - 1)) else {
      throw ArchiveError(
        .invalid, file: file, reason: "epoch \(record.epoch - 1) was not committed before it")
    }
    if let checkpoint, checkpoint.epoch != record.epoch {
      throw ArchiveError(
        .invalid, file: file, reason: "the checkpoint is of epoch \(checkpoint.epoch), not \(record.epoch)")
    }
    try checkpoint?.check(file: checkpointPath)
    if record.epoch == 0 { try operations.createDirectory(epochsPath) }
    try record.bundle().write(to: file, .segment, identity: identity, operations)
    try checkpoint?.write(to: checkpointPath, identity: identity, operations)
  }

  /// Replaces the checkpoint by one from within the epoch after it, when a run is interrupted.
  ///
  /// - Throws: as ``commit(_:checkpoint:)``.
  package func commit(partial checkpoint: Checkpoint) throws {
    try refuseIfFinished()
    guard try FileOperations.exists(segmentPath(checkpoint.epoch)) else {
      throw ArchiveError(
        .invalid, file: checkpointPath, reason: "epoch \(checkpoint.epoch) was not committed before it")
    }
    try checkpoint.check(file: checkpointPath)
    try checkpoint.write(to: checkpointPath, identity: identity, operations)
  }

  /// Refuses a header that ``finish(_:)`` could not store; to be asked before the first epoch, so that no
  /// training is lost to a bad name.
  ///
  /// - Throws: `ArchiveError` of the kind `invalid` that names the text, the metric or the probe.
  package func check(_ header: RunHeader) throws {
    try header.check(identity: identity, file: archivePath)
  }

  /// Makes the archive from the committed epochs, renames it in and removes what it was made from.
  ///
  /// The file is a pure function of the header, the segments, the checkpoint and the identity. It is composed
  /// in memory, so that takes about as much as the file is large.
  ///
  /// - Parameter willWrite: Called before each array is composed; what it throws ends this.
  /// - Throws: `ArchiveError` (`invalid` if the last epoch does not record the checkpoint's parameters),
  ///   `FileError`; then the committed epochs are kept, and finishing can be tried again.
  package func finish(_ header: RunHeader, willWrite: @escaping () throws -> Void = {}) throws {
    try refuseIfFinished()
    guard try FileOperations.exists(checkpointPath) else {
      throw ArchiveError(
        .invalid, file: path, reason: "no epoch with a checkpoint is committed, so nothing to finish")
    }
    let checkpoint = try Checkpoint(contentsOf: checkpointPath)
    let composer = RunComposer(
      header: header, identity: identity, segments: try segments(through: checkpoint.epoch),
      checkpoint: checkpoint, path: archivePath)
    try composer.write(operations, willWrite: willWrite)
    try removeProgress()
  }

  /// Removes the checkpoint and all segments of an unfinished run, so that it starts again; the bytes it
  /// ends in are the same.
  package func discardProgress() throws {
    try refuseIfFinished()
    try removeProgress()
  }

  /// Removes what a kill between the archive's appearance and the end of ``finish(_:)`` left behind.
  func removeRemains() throws {
    guard try FileOperations.exists(checkpointPath) || FileOperations.isDirectory(epochsPath) else { return }
    // The archive must be whole before what it was made from goes.
    _ = try RunArchive(archivePath)
    try operations.synchronizeDirectory(path)
    try removeProgress()
  }

  /// The checkpoint goes first: segments without one count as nothing.
  private func removeProgress() throws {
    try operations.remove(checkpointPath)
    try operations.synchronizeDirectory(path)
    for name in try FileOperations.names(in: epochsPath) where name.hasSuffix(".h5") {
      try operations.remove("\(epochsPath)/\(name)")
    }
    if try FileOperations.isDirectory(epochsPath) { try operations.remove(epochsPath) }
    try operations.synchronizeDirectory(path)
  }

  func refuseIfFinished() throws {
    guard try !FileOperations.exists(archivePath) else {
      throw ArchiveError(
        .finished, file: archivePath, reason: "is finished, and finished archives are never changed",
        remedy: "choose another output directory, or move this one away")
    }
  }
}

/// What belongs to one machine and one day, and so never to the archive.
extension RunDirectory {
  /// Appends one line of JSON to ``timingName``: wall clock, throughput.
  package func appendTiming(_ json: String) throws {
    try operations.appendLine(json, to: "\(path)/\(Self.timingName)")
  }

  /// Replaces ``hostName``: the machine's name, processor, memory; the build that made the run.
  package func writeHost(_ json: String) throws {
    try operations.replaceFile(Self.hostPath(in: path), with: (json + "\n").utf8)
  }

  /// What a directory's `host.json` holds; `nil` if there is none that can be read. Nothing is locked.
  package static func host(in directory: String) -> String? {
    (try? FileOperations.contents(of: hostPath(in: directory), limit: 1 << 20)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The name of the file that ``writeHost(_:)`` writes.
  package static let hostName = "host.json"
  /// The name of the table of a finished run's metrics, for people without HDF5.
  package static let metricsName = "metrics.csv"
  /// The name of the file that ``appendTiming(_:)`` appends to.
  package static let timingName = "timing.jsonl"

  private static func hostPath(in directory: String) -> String { "\(directory)/\(hostName)" }
}
