import Archive
import Foundation
import Tensors

/// Readers of our own files, whose labels are made to fit what stands behind them: past the checksum.
package enum ArchiveTargets {
  /// The label of a file, whatever stands behind it.
  static func readLabel(_ bytes: [UInt8]) throws {
    _ = try ArchiveLabel(of: ScratchFolder.write(bytes, "label.h5"))
  }

  /// Resumes a run of one epoch of which one file is the input: the checkpoint if the first byte is even, else the
  /// segment.
  static func resume(_ bytes: [UInt8]) throws {
    let isSegment = (bytes.first ?? 0) & 1 == 1
    let (input, whole) = isSegment ? ("epochs/000000.h5", "checkpoint") : ("checkpoint", "epochs/000000.h5")
    let content = Array(bytes.dropFirst())
    _ = ScratchFolder.write(
      labeled(content, kind: isSegment ? "segment" : "checkpoint"), "resumed/\(input)")
    _ = ScratchFolder.write(isSegment ? run.checkpoint : run.segment, "resumed/\(whole)")
    _ = try run.directory.state()
  }

  /// Opens a finished run and reads all of it.
  static func readRun(_ bytes: [UInt8]) throws {
    try readAll(of: RunArchive(ScratchFolder.write(labeled(bytes, kind: "run"), "run.h5")))
  }

  /// Reads everything that a finished run has.
  package static func readAll(of archive: RunArchive) throws {
    _ = try (archive.title(), archive.creator(), archive.configuration(), archive.provenance())
    _ = try (archive.probe(), archive.modelDigests(), archive.identityText(), archive.bestEpoch())
    for metric in archive.metrics { _ = try archive.metric(metric.name) }
    for path in archive.parameterPaths() {
      for epoch in try archive.parameterEpochs(path) {
        _ = try (archive.parameter(path, at: epoch), archive.histogram(path, at: epoch))
      }
    }
    for path in archive.activationPaths() {
      for epoch in try archive.activationEpochs(path) { _ = try archive.activation(path, at: epoch) }
    }
    for path in archive.gradientPaths() { _ = try archive.gradientNorms(path) }
    for name in archive.seriesNames() { _ = try archive.series(name) }
    for epoch in archive.stateEpochs { _ = try archive.checkpoint(at: epoch) }
    for name in archive.computedNames { _ = try archive.computed(name) }
    _ = try archive.computedContentDigest()
  }

  /// What ``resume(_:)`` reads to the end: a checkpoint and a segment.
  static func resumeSeeds() -> [[UInt8]] {
    [[0] + run.checkpoint.dropFirst(512), [1] + run.segment.dropFirst(512)]
  }

  /// What ``readRun(_:)`` reads to the end: a run that trained and one that computed.
  static func runSeeds() throws -> [[UInt8]] {
    let trained = try SmallRun(at: "\(ScratchFolder.path)/trained")
    let computed = try SmallRun(at: "\(ScratchFolder.path)/computed")
    return [try trained.finished(), try computed.finishedComputation()].map { Array($0.dropFirst(512)) }
  }

  private static let run: SmallRun = {
    do {
      return try SmallRun(at: "\(ScratchFolder.path)/resumed")
    } catch { preconditionFailure("\(error)") }
  }()

  /// A label with the right length and SHA-256, and what stands behind it.
  private static func labeled(_ content: [UInt8], kind: String) -> [UInt8] {
    let digits = String(content.count)
    let length = String(repeating: "0", count: 20 - digits.count) + digits
    let signed =
      "reprise-archive 2\nkind \(kind)\nidentity \(SmallRun.identity)\n"
      + "content \(SmallRun.identity)\nlength \(length)\nsha256 "
    var hasher = Digest.Hasher()
    content.withUnsafeBytes { hasher.update($0) }
    hasher.update(signed)
    let label = Array("\(signed)\(hasher.finalize())\n".utf8)
    return label + [UInt8](repeating: 0x20, count: 511 - label.count) + [0x0A] + content
  }
}
