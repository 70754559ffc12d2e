import Foundation

/// What is there, asked so that trouble is never taken for absence.
extension FileOperations {
  /// The directory that a path lies in, empty for the working directory.
  ///
  /// Foundation's `deletingLastPathComponent` stops the program at a path of one letter.
  package static func parent(of path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether there is a file or directory of this path, or one that a link of this path leads to.
  ///
  /// - Throws: `FileError` where the system does not say, for want of a permission or after a read error.
  package static func exists(_ path: String) throws -> Bool {
    if uninterrupted({ access(path, F_OK) }) == 0 { return true }
    guard isAbsence(errno) else { throw FileError(attempt: "look for it", path: path) }
    return false
  }

  /// Whether a path, or what a link of this path leads to, is a directory; one that is not there is none.
  ///
  /// - Throws: As ``exists(_:)`` does.
  package static func isDirectory(_ path: String) throws -> Bool {
    var status = stat()
    if uninterrupted({ stat(path, &status) }) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    guard isAbsence(errno) else { throw FileError(attempt: "examine", path: path) }
    return false
  }

  /// A path that is free: this one, or with `-2`, `-3` … behind it.
  package static func free(_ path: String) throws -> String {
    var free = path
    var number = 1
    while try exists(free) {
      number += 1
      free = "\(path)-\(number)"
    }
    return free
  }

  /// The path itself or, where nothing is there or the system does not say, the nearest one above it that something is at.
  package static func nearest(_ path: String) -> String {
    var path = path
    while (try? exists(path)) != true {
      let parent = Self.parent(of: path)
      guard !parent.isEmpty else { return "." }
      path = parent
    }
    return path
  }

  /// The bytes that are free for this user on the disk that a path is on or will be on.
  ///
  /// - Throws: `FileError` that names what was asked.
  package static func freeSpace(at path: String) throws(FileError) -> UInt64 {
    let there = nearest(path)
    var status = statvfs()
    guard uninterrupted({ statvfs(there, &status) }) == 0 else {
      throw FileError(attempt: "ask for the free space", path: there)
    }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize)
  }

  /// The names in a directory, sorted; none if there is no such directory.
  ///
  /// - Throws: `FileError` for a directory that cannot be read to its end.
  package static func names(in directory: String) throws -> [String] {
    var stream = opendir(directory)
    while stream == nil, errno == EINTR { stream = opendir(directory) }
    guard let stream else {
      guard isAbsence(errno) else { throw FileError(attempt: "list the directory", path: directory) }
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno == EINTR { continue }
        guard errno == 0 else { throw FileError(attempt: "list the directory", path: directory) }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
      }
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { name in
          String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
  }

  /// Whether a call failed because there is nothing of that name.
  private static func isAbsence(_ code: Int32) -> Bool { code == ENOENT || code == ENOTDIR }
}

/// Makes a system call that answers −1 for failure again for as long as a signal interrupts it.
package func uninterrupted<Answer: SignedInteger>(_ call: () -> Answer) -> Answer {
  while true {
    let answer = call()
    if answer != -1 || errno != EINTR { return answer }
  }
}
