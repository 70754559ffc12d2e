import Foundation
import Tensors

/// One of our files on disk, whose label has been read and whose bytes can be checked against it.
struct LabelledFile {
  let path: String
  let label: ArchiveLabel
  private let digest: Digest

  /// Reads the label.
  init(_ path: String) throws {
    self.path = path
    let bytes = try Self.reading(path) { descriptor, size in
      guard size >= ArchiveLabel.byteCount else { throw Self.foreignOrShort(path) }
      return try Self.read(
        descriptor, path, at: size - ArchiveLabel.byteCount, count: ArchiveLabel.byteCount)
    }
    guard let (label, digest) = ArchiveLabel.parse(bytes.content),
      label.length == bytes.size - ArchiveLabel.byteCount
    else { throw Self.foreignOrShort(path) }
    self.label = label
    self.digest = digest
  }

  /// Checks every byte against the label.
  ///
  /// - Throws: `ArchiveError` if a byte differs, or if the file is of another kind.
  func verify(as kind: ArchiveLabel.Kind) throws {
    guard label.kind == kind else {
      throw ArchiveError(
        .foreign, file: path, reason: "is of the kind '\(label.kind.rawValue)', not '\(kind.rawValue)'")
    }
    var hasher = Digest.Hasher()
    _ = try Self.reading(path) { descriptor, _ in
      var offset = 0
      while offset < label.length {
        let block = try Self.read(
          descriptor, path, at: offset, count: min(1 << 20, label.length - offset))
        block.withUnsafeBytes { hasher.update($0) }
        offset += block.count
      }
    }
    hasher.update(label.signed)
    guard hasher.finalize() == digest else {
      throw ArchiveError(
        .damaged, file: path, reason: "its bytes do not match its SHA-256",
        remedy: Self.remedy(label.kind))
    }
  }

  /// What to do about a damaged file of a kind.
  static func remedy(_ kind: ArchiveLabel.Kind) -> String {
    switch kind {
    case .run: "delete it and run the experiment again, which makes the same bytes"
    case .segment, .checkpoint:
      "start the run from its beginning (delete the directory), which makes the same bytes"
    case .arrays: "save it again"
    }
  }

  /// Writes a composed file durably: beside its place, complete on disk, then renamed in.
  ///
  /// At every moment `path` holds either what it held before or all of the new file.
  static func write(
    _ bytes: UnsafeRawBufferPointer, kind: ArchiveLabel.Kind, identity: Digest?, content: Digest,
    to path: String, _ operations: FileOperations
  ) throws {
    let label = ArchiveLabel(kind: kind, identity: identity, content: content, length: bytes.count)
    var hasher = Digest.Hasher()
    hasher.update(bytes)
    hasher.update(label.signed)
    let temporary = path + ".tmp"
    let directory = (path as NSString).deletingLastPathComponent
    do {
      try label.bytes(sealedBy: hasher.finalize()).withUnsafeBytes { labelBytes in
        try operations.writeFile(temporary, [bytes, labelBytes])
      }
      try operations.rename(temporary, to: path)
    } catch {
      // Only to give the space back: a rest is dropped anyhow when the directory is next opened.
      try? operations.remove(temporary)
      throw error
    }
    try operations.synchronizeDirectory(directory.isEmpty ? "." : directory)
  }

  private static func foreignOrShort(_ path: String) -> ArchiveError {
    ArchiveError(
      .damaged, file: path, reason: "is cut short, or was not written by this program",
      remedy: "delete it or move it away, then run the experiment again, which makes the same bytes")
  }

  private static func reading<R>(
    _ path: String, _ body: (Int32, Int) throws -> R
  ) throws -> (content: R, size: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileOperations.failure("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileOperations.failure("examine", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw foreignOrShort(path) }
    let size = Int(status.st_size)
    return (try body(descriptor, size), size)
  }

  private static func read(_ descriptor: Int32, _ path: String, at offset: Int, count: Int) throws -> [UInt8]
  {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw FileOperations.failure("read", path) }
      filled += got
    }
    return bytes
  }
}
