import Foundation

/// What tells, without reading it, that a file is not the one it was: its length and when it was last written.
package struct FileStamp: Sendable {
  /// The length in bytes.
  package let size: Int
  /// When the contents last changed: whole seconds since 1970.
  package let seconds: Int
  /// The nanoseconds beyond them.
  package let nanoseconds: Int

  /// The stamp of a file, or of the one that a link leads to.
  ///
  /// - Throws: `FileError`.
  package init(of path: String) throws {
    var status = stat()
    guard uninterrupted({ stat(path, &status) }) == 0 else { throw FileError(attempt: "examine", path: path) }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
  }
}
