import Files
import Foundation
import Tensors

/// One of our files on disk, open, whose label has been read and whose bytes can be checked against it.
struct LabeledFile: ~Copyable {
  let label: ArchiveLabel
  private let digest: Digest
  private let file: OpenFile

  /// The file.
  var path: String { file.path }
  /// Its length with the label.
  var size: Int { file.size }
  /// Whether there are fewer bytes behind the label than it says.
  var isShorter: Bool { size - ArchiveLabel.byteCount < label.length }

  /// Reads the label.
  ///
  /// - Throws: `ArchiveError`, kind `foreign` for another format or another program's file, `damaged` for a
  ///   file that ends within its label or whose label was changed; `FileError` for no file.
  init(_ path: String) throws {
    let file = try OpenFile(path)
    let start = try file.bytes(at: 0, count: ArchiveLabel.byteCount)
    guard let (label, digest) = ArchiveLabel.parse(start) else { throw try Self.refusal(of: file, start) }
    self.label = label
    self.digest = digest
    self.file = file
  }

  /// Refuses a file of another kind.
  func require(_ kind: ArchiveLabel.Kind) throws {
    guard label.kind == kind else {
      throw ArchiveError(
        .foreign, file: path, reason: "is of the kind '\(label.kind.rawValue)', not '\(kind.rawValue)'")
    }
  }

  /// Whether every byte is as it was written.
  func isAsWritten() throws -> Bool {
    guard size - ArchiveLabel.byteCount == label.length else { return false }
    var hasher = Digest.Hasher()
    try file.forEachBlock(from: ArchiveLabel.byteCount) { hasher.update($0) }
    hasher.update(label.signed)
    return hasher.finalize() == digest
  }

  /// Refuses a file of another kind and one of which any byte was changed.
  func verify(as kind: ArchiveLabel.Kind) throws {
    try require(kind)
    guard !isShorter else { throw damaged("is cut short") }
    guard try isAsWritten() else { throw damaged("its bytes do not match its SHA-256") }
  }

  /// An error about this file's bytes.
  func damaged(_ reason: String) -> ArchiveError {
    ArchiveError(.damaged, file: path, reason: reason, remedy: Self.remedy(label.kind))
  }

  /// What to do about a damaged file of a kind.
  static func remedy(_ kind: ArchiveLabel.Kind) -> String {
    switch kind {
    case .run: "move it away and run the experiment again, which makes the same bytes"
    case .segment, .checkpoint:
      "start the run from its beginning (delete the directory), which makes the same bytes"
    }
  }

  /// Writes a composed file durably, its label in front.
  ///
  /// At every moment `path` holds either what it held before or all of the new file. A finished run is made
  /// read-only.
  static func write(
    _ bytes: UnsafeRawBufferPointer, kind: ArchiveLabel.Kind, identity: Digest?, content: Digest,
    to path: String, _ operations: FileOperations
  ) throws {
    let label = ArchiveLabel(kind: kind, identity: identity, content: content, length: bytes.count)
    var hasher = Digest.Hasher()
    hasher.update(bytes)
    hasher.update(label.signed)
    try label.bytes(sealedBy: hasher.finalize()).withUnsafeBytes { labelBytes in
      try operations.replaceFile(
        path, with: [labelBytes, bytes], permissions: kind == .run ? 0o444 : nil)
    }
  }

  /// Why a file that begins with no label of this format is not read.
  private static func refusal(of file: borrowing OpenFile, _ start: [UInt8]) throws -> ArchiveError {
    let again = "if a run belongs here, move it away and run the experiment again"
    let end = try file.bytes(at: max(0, file.size - 320), count: 320)
    if end.starts(with: "\nreprise-archive 1\n".utf8) {
      return ArchiveError(
        .foreign, file: file.path,
        reason: "is of format 1, and this program reads format \(ArchiveLabel.formatVersion)", remedy: again)
    }
    if start.starts(with: [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]) {
      return ArchiveError(
        .foreign, file: file.path,
        reason:
          "is an HDF5 file without this program's label: another program wrote it, or it is of format 1",
        remedy: again)
    }
    if let version = ArchiveLabel.version(start), version != ArchiveLabel.formatVersion {
      return ArchiveError(
        .foreign, file: file.path,
        reason: "is of format \(version), and this program reads format \(ArchiveLabel.formatVersion)",
        remedy: "open it with the program that wrote it")
    }
    return ArchiveError(
      .damaged, file: file.path, reason: "is cut short, or was not written by this program", remedy: again)
  }
}
