import Foundation

/// The file operations through which everything durable goes.
///
/// Whatever creates, writes, renames, removes or waits for a file or directory is announced before it
/// happens. There a test can stop the program as a kill would, between any two operations: the announcement
/// throws, and goes on throwing, so that no clean-up runs either.
package struct FileOperations: Sendable {
  /// One operation that changes what is on disk.
  package enum Step: Hashable, Sendable {
    case createDirectory(String)
    case create(String)
    case write(String, byteCount: Int)
    case synchronize(String)
    case rename(from: String, to: String)
    case synchronizeDirectory(String)
    case remove(String)
  }

  /// Called before each operation; what it throws prevents the operation.
  package var announce: @Sendable (Step) throws -> Void

  /// Whether to wait for the disk; a test that only kills a process, not the machine, need not.
  package var waits: Bool

  /// Operations announced to `announce`.
  package init(
    waits: Bool = true, announce: @escaping @Sendable (Step) throws -> Void = { _ in }
  ) {
    self.waits = waits
    self.announce = announce
  }

  /// The operations as they are, announced to nobody.
  package static let system = FileOperations()

  /// Creates a directory and those above it that are missing.
  package func createDirectory(_ path: String) throws {
    guard !Self.isDirectory(path) else { return }
    let parent = Self.parent(of: path)
    if !parent.isEmpty, parent != path { try createDirectory(parent) }
    try announce(.createDirectory(path))
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw FileError(attempt: "create the directory", path: path)
    }
    try synchronizeDirectory(parent.isEmpty ? "." : parent)
  }

  /// The directory that a path lies in, empty for the working directory.
  ///
  /// Foundation's `deletingLastPathComponent` stops the program at a path of one letter.
  package static func parent(of path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes a file that did not exist or is no longer wanted, and waits until it is on disk.
  ///
  /// - Parameter permissions: What the file gets when it is written, 0o666 less the process's mask if `nil`.
  package func writeFile(
    _ path: String, _ pieces: [UnsafeRawBufferPointer], permissions: mode_t? = nil
  ) throws {
    try announce(.create(path))
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(attempt: "create", path: path) }
    defer { close(descriptor) }
    for piece in pieces { try write(piece, to: descriptor, path) }
    if let permissions, fchmod(descriptor, permissions) != 0 {
      throw FileError(attempt: "set the permissions", path: path)
    }
    try announce(.synchronize(path))
    guard !waits || fsync(descriptor) == 0 else { throw FileError(attempt: "write", path: path) }
  }

  /// Appends a line to a file, creating it if there is none; a line that a kill cut short is ended first.
  package func appendLine(_ line: String, to path: String) throws {
    if !Self.exists(path) { try announce(.create(path)) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(attempt: "open", path: path) }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    var last = UInt8(ascii: "\n")
    if size > 0 { _ = pread(descriptor, &last, 1, size - 1) }
    let start = last == UInt8(ascii: "\n") ? "" : "\n"
    try Array((start + line + "\n").utf8).withUnsafeBytes { try write($0, to: descriptor, path) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let block = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 24))
      try announce(.write(path, byteCount: block.count))
      let count = system_write(descriptor, block.baseAddress, block.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(attempt: "write", path: path)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Replaces a file's contents durably: written beside its place, complete on disk, then renamed in.
  ///
  /// At every moment `path` holds either what it held before or all of the new contents, also when several
  /// processes do this at once. Where it fails nothing is left behind; a kill may leave a file that ends in
  /// `.tmp`. Permissions as for ``writeFile(_:_:permissions:)``; a read-only file is replaced like any other.
  package func replaceFile(
    _ path: String, with pieces: [UnsafeRawBufferPointer], permissions: mode_t? = nil
  ) throws {
    let temporary = Self.temporary(path)
    do {
      try writeFile(temporary, pieces, permissions: permissions)
      try rename(temporary, to: path)
    } catch {
      try? remove(temporary)
      throw error
    }
    let directory = Self.parent(of: path)
    try synchronizeDirectory(directory.isEmpty ? "." : directory)
  }

  /// Where this process writes what is to become a file: beside it, under a name that ends in `.tmp`.
  package static func temporary(_ path: String) -> String { "\(path).\(getpid()).tmp" }

  /// Replaces a file's contents durably by bytes; see ``replaceFile(_:with:permissions:)``.
  package func replaceFile(_ path: String, with bytes: some Sequence<UInt8>) throws {
    try Array(bytes).withUnsafeBytes { try replaceFile(path, with: [$0]) }
  }

  /// Gives a file its final name, replacing what stood there.
  package func rename(_ source: String, to target: String) throws {
    try announce(.rename(from: source, to: target))
    guard system_rename(source, target) == 0 else {
      throw FileError(attempt: "rename to \(target)", path: source)
    }
  }

  /// Waits until a directory's entries are on disk.
  package func synchronizeDirectory(_ path: String) throws {
    try announce(.synchronizeDirectory(path))
    guard waits else { return }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(attempt: "open", path: path) }
    defer { close(descriptor) }
    // Some file systems (network ones) cannot synchronize a directory and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw FileError(attempt: "synchronize", path: path)
    }
  }

  /// Removes a file or an empty directory, if it is there.
  package func remove(_ path: String) throws {
    try announce(.remove(path))
    guard system_remove(path) == 0 || errno == ENOENT else { throw FileError(attempt: "remove", path: path) }
  }

  /// Removes a directory and all that is in it, if it is there, announced as one step; a link in it goes, not what it
  /// leads to.
  package func removeAll(_ directory: String) throws {
    guard Self.exists(directory) else { return }
    try announce(.remove(directory))
    do {
      try FileManager.default.removeItem(atPath: directory)
    } catch {
      throw FileError(path: directory, reason: "cannot be removed: \(error.localizedDescription)")
    }
  }

  /// A path that is free: this one, or with `-2`, `-3` … behind it.
  package static func free(_ path: String) -> String {
    var free = path
    var number = 1
    while exists(free) {
      number += 1
      free = "\(path)-\(number)"
    }
    return free
  }

  /// The names in a directory, sorted; none if there is no such directory.
  package static func names(in directory: String) throws -> [String] {
    guard isDirectory(directory) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    } catch {
      throw FileError(
        path: directory, reason: "cannot list the directory", remedy: "check its permissions")
    }
  }

  package static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

// The C functions whose names the methods above take.
private func system_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
private func system_rename(_ source: String, _ target: String) -> Int32 { rename(source, target) }
private func system_remove(_ path: String) -> Int32 { remove(path) }
