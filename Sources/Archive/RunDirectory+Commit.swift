import Foundation
import Tensors

extension RunDirectory {
  /// Commits an epoch: its segment, then the checkpoint from which the next one starts.
  ///
  /// Either is on disk when this returns. Without a checkpoint the epoch would be made again on a resume.
  ///
  /// - Throws: `ArchiveError` of the kind `finished`, `invalid` (the record cannot be stored, an epoch is
  ///   skipped, the checkpoint is of another epoch) or `inputOutput` (disk full); then everything
  ///   committed before is kept.
  public func commit(_ record: EpochRecord, checkpoint: Checkpoint?) throws {
    try refuseIfFinished()
    let file = segmentPath(record.epoch)
    try record.check(file: file)
    guard record.epoch == 0 || FileOperations.exists(segmentPath(record.epoch - 1)) else {
      throw ArchiveError(
        .invalid, file: file, reason: "epoch \(record.epoch - 1) was not committed before it")
    }
    if let checkpoint, checkpoint.epoch != record.epoch {
      throw ArchiveError(
        .invalid, file: file, reason: "the checkpoint is of epoch \(checkpoint.epoch), not \(record.epoch)")
    }
    try operations.createDirectory(epochsPath)
    _ = try record.bundle.write(to: file, .segment, identity: identity, operations)
    _ = try checkpoint?.write(to: checkpointPath, identity: identity, operations)
  }

  /// Replaces the checkpoint by one from within the epoch after it, when a run is interrupted.
  ///
  /// - Throws: as ``commit(_:checkpoint:)``.
  public func commit(partial checkpoint: Checkpoint) throws {
    try refuseIfFinished()
    guard FileOperations.exists(segmentPath(checkpoint.epoch)) else {
      throw ArchiveError(
        .invalid, file: checkpointPath, reason: "epoch \(checkpoint.epoch) was not committed before it")
    }
    _ = try checkpoint.write(to: checkpointPath, identity: identity, operations)
  }

  /// Makes `run.h5` from the committed epochs, renames it in and removes what it was made from.
  ///
  /// The file is a pure function of the header, the segments, the checkpoint and the identity. It is composed
  /// in memory, so that takes about as much as the file is large.
  ///
  /// - Throws: `ArchiveError`; then the committed epochs are kept, and finishing can be tried again.
  public func finish(_ header: RunHeader) throws {
    try refuseIfFinished()
    guard FileOperations.exists(checkpointPath) else {
      throw ArchiveError(
        .invalid, file: path, reason: "no epoch with a checkpoint is committed, so nothing to finish")
    }
    let checkpoint = try Checkpoint(contentsOf: checkpointPath)
    let composer = RunComposer(
      header: header, identity: identity, segments: try segments(through: checkpoint.epoch),
      checkpoint: checkpoint)
    try composer.write(to: archivePath, operations)
    try removeProgress()
  }

  /// Removes the checkpoint and all segments of an unfinished run, so that it starts again; the bytes it
  /// ends in are the same.
  public func discardProgress() throws {
    try refuseIfFinished()
    try removeProgress()
  }

  /// Removes what a kill between the archive's appearance and the end of ``finish(_:)`` left behind.
  func removeRemains() throws {
    guard FileOperations.exists(checkpointPath) || FileOperations.isDirectory(epochsPath) else { return }
    // The archive must be whole before what it was made from goes.
    try LabelledFile(archivePath).verify(as: .run)
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
    if FileOperations.isDirectory(epochsPath) { try operations.remove(epochsPath) }
    try operations.synchronizeDirectory(path)
  }

  private func refuseIfFinished() throws {
    guard !FileOperations.exists(archivePath) else {
      throw ArchiveError(
        .finished, file: archivePath, reason: "is finished, and finished archives are never changed",
        remedy: "choose another output directory, or move this one away")
    }
  }
}
