import Foundation

/// An ordinary file that is open for reading.
package struct OpenFile: ~Copyable {
  /// The file.
  package let path: String
  /// Its length in bytes when it was opened.
  package let size: Int
  fileprivate let descriptor: Int32

  /// Opens a file.
  ///
  /// - Throws: `FileError` for no file, no permission, or anything but an ordinary file.
  package init(_ path: String) throws {
    // Without waiting: a pipe would let the call wait for a writer before it could be refused.
    let descriptor = uninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw FileError(attempt: "open", path: path) }
    var status = stat()
    guard uninterrupted({ fstat(descriptor, &status) }) == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(attempt: "examine", path: path, code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(path: path, reason: "is not a file")
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The bytes from an offset on, `count` of them or as many as there are.
  package func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    var failure: Int32 = 0
    let count = max(0, min(count, size - offset))
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      guard let start = buffer.baseAddress else { return }
      while filled < count {
        let got = uninterrupted { pread(descriptor, start + filled, count - filled, off_t(offset + filled)) }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        filled += got
      }
    }
    guard failure == 0 else { throw FileError(attempt: "read", path: path, code: failure) }
    return bytes
  }

  /// Calls `body` with the bytes from an offset to the end of the file, block by block.
  package func forEachBlock(from offset: Int, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    var offset = offset
    while true {
      let block = try bytes(at: offset, count: 1 << 20)
      guard !block.isEmpty else { return }
      try block.withUnsafeBytes(body)
      offset += block.count
    }
  }
}

extension FileOperations {
  /// All bytes of an ordinary file.
  ///
  /// - Throws: `FileError` for no file, no permission, anything but a file, or one larger than `limit` bytes.
  package static func contents(of path: String, limit: Int = .max) throws -> [UInt8] {
    let file = try OpenFile(path)
    guard file.size <= limit else {
      throw FileError(
        path: path, reason: "is larger than the \(limit) bytes expected at most (\(file.size))")
    }
    return try file.bytes(at: 0, count: file.size)
  }
}

/// The bytes of a file as memory that the system reads when it is touched and may drop again: for data that
/// is larger than memory.
package final class MappedFile: @unchecked Sendable {
  /// They live as long as this object.
  private let bytes: UnsafeRawBufferPointer

  /// How many bytes there are.
  package var count: Int { bytes.count }

  /// Maps a whole ordinary file, which must not be shortened meanwhile.
  ///
  /// - Throws: `FileError`.
  package init(_ path: String) throws {
    let file = try OpenFile(path)
    guard file.size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, file.size, PROT_READ, MAP_PRIVATE, file.descriptor, 0), start != MAP_FAILED
    else { throw FileError(attempt: "map", path: path) }
    bytes = UnsafeRawBufferPointer(start: start, count: file.size)
  }

  /// Calls `body` with the bytes.
  package func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try withExtendedLifetime(self) { try body(bytes) }
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
  }
}
