import Foundation

extension FileOperations {
  /// All bytes of an ordinary file.
  ///
  /// - Throws: `FileError` for no file, no permission, anything but a file, or one larger than `limit` bytes.
  package static func contents(of path: String, limit: Int = .max) throws -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError(attempt: "read", path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, reason: "is not a file") }
    guard status.st_size <= limit else {
      throw FileError(
        path: path, reason: "is larger than the \(limit) bytes expected at most (\(status.st_size))")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(attempt: "open", path: path) }
    defer { close(descriptor) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = 0
      while count < buffer.count {
        let got = Foundation.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        count += got
      }
    }
    guard failure == 0 else { throw FileError(attempt: "read", path: path, code: failure) }
    return bytes
  }
}

/// The bytes of a file as memory that the system reads when it is touched and may drop again: for data that is
/// larger than memory.
package final class MappedFile: @unchecked Sendable {
  /// The bytes; they live as long as this object.
  package let bytes: UnsafeRawBufferPointer

  /// Maps a whole ordinary file, which must not be shortened meanwhile.
  ///
  /// - Throws: `FileError`.
  package init(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(attempt: "open", path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(attempt: "examine", path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, reason: "is not a file") }
    let count = Int(status.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw FileError(attempt: "map", path: path)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
  }
}
