import Files
import Foundation

/// An exclusive lock on a directory, which goes with the process however it ends.
package final class DirectoryLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock. A symbolic link in the place of its file is refused.
  ///
  /// - Throws: `ArchiveError` of the kind `locked`, at once, that says who holds it; `FileError`.
  package init(_ directory: String) throws {
    let path = directory + "/.lock"
    let descriptor = uninterrupted { open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw FileError(attempt: "open the lock", path: path) }
    guard uninterrupted({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
      let code = errno
      let holder = Self.holder(descriptor)
      close(descriptor)
      guard code == EWOULDBLOCK else { throw FileError(attempt: "lock", path: path, code: code) }
      throw ArchiveError(
        .locked, file: directory, reason: "another process works here\(holder)",
        remedy: "wait for it, stop it, or choose another output directory")
    }
    // Only for the message above, so it does not matter if there is no room for it.
    let holder = Array("process \(getpid()) on \(Self.host)".utf8)
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, holder, holder.count, 0) }
    // Last: `deinit` runs even after an error if every property has its value, and would close what is closed.
    self.descriptor = descriptor
  }

  deinit {
    // Closing alone would not do: a child between its fork and its exec shares the lock.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// The machine's name; not Foundation's, which asks the network for it.
  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "this machine" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? " (\(String(decoding: bytes.prefix(count), as: UTF8.self)))" : ""
  }
}
