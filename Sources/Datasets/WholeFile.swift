import Foundation

/// Reading of a file at once.
enum WholeFile {
  /// All bytes of an ordinary file.
  ///
  /// - Throws: `DatasetError.unreadable` for no file, no permission, anything but a file, or one larger than
  ///   `limit`.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    func unreadable(_ reason: String) -> DatasetError { .unreadable(file: path, reason: reason) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw unreadable(SystemError.text(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable("is not a file") }
    guard status.st_size <= limit else {
      throw unreadable("is larger than the \(limit) bytes expected at most (\(status.st_size))")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(SystemError.text(errno)) }
    defer { close(descriptor) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = 0
      while count < buffer.count {
        let read = Foundation.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = errno }
        if read <= 0 { return }
        count += read
      }
    }
    guard failure == 0 else { throw unreadable(SystemError.text(failure)) }
    return bytes
  }
}
