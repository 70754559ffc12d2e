import Foundation

/// Writing of a file so that it is whole or absent, whatever happens meanwhile.
enum AtomicFile {
  /// Writes pieces one after the other to a temporary file beside `path`, flushes it to the disk, and
  /// renames it.
  ///
  /// - Throws: `DatasetError.unreadable` with the system's reason; nothing is left behind then.
  static func write(_ pieces: [[UInt8]], to path: String) throws {
    let temporary = "\(path).\(UUID().uuidString).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw DatasetError.unreadable(file: temporary, reason: SystemError.text(errno))
    }
    var failure: Int32 = 0
    for piece in pieces where failure == 0 { failure = write(piece, to: descriptor) }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw DatasetError.unreadable(file: path, reason: SystemError.text(failure))
    }
    // The rename itself is only safe once the folder is on the disk; a failure here loses nothing but time.
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Returns 0 or the error number.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        if written < 0 { return errno }
        rest = rest.dropFirst(written)
      }
      return 0
    }
  }
}
