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

  /// Creates a directory and those above it that are missing, and waits until their entries are on disk.
  package func createDirectory(_ path: String) throws {
    let parent = Self.parent(of: path)
    let place = parent.isEmpty ? "." : parent
    guard try !Self.isDirectory(path) else {
      // A process that was killed may have made it and not waited. What this user may not list, others made.
      if access(place, R_OK) == 0 || errno != EACCES { try synchronizeDirectory(place) }
      return
    }
    if place != path { try createDirectory(place) }
    try announce(.createDirectory(path))
    if uninterrupted({ mkdir(path, 0o777) }) != 0, errno != EEXIST {
      throw FileError(attempt: "create the directory", path: path)
    }
    try synchronizeDirectory(place)
  }

  /// Writes a file that did not exist or is no longer wanted, and waits until it is on disk.
  ///
  /// What stands at `path` is removed, not written through: it may be a link that somebody planted.
  ///
  /// - Parameter permissions: What the file gets when it is written, 0o666 less the process's mask if `nil`.
  package func writeFile(
    _ path: String, _ pieces: [UnsafeRawBufferPointer], permissions: mode_t? = nil
  ) throws {
    try announce(.create(path))
    let descriptor = try createAnew(path)
    defer { close(descriptor) }
    for piece in pieces { try write(piece, to: descriptor, path) }
    if let permissions, uninterrupted({ fchmod(descriptor, permissions) }) != 0 {
      throw FileError(attempt: "set the permissions", path: path)
    }
    try announce(.synchronize(path))
    guard !waits || uninterrupted({ fsync(descriptor) }) == 0 else {
      throw FileError(attempt: "write", path: path)
    }
  }

  private func createAnew(_ path: String) throws -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var descriptor = uninterrupted { open(path, flags, 0o666) }
    if descriptor < 0, errno == EEXIST {
      try remove(path)
      descriptor = uninterrupted { open(path, flags, 0o666) }
    }
    guard descriptor >= 0 else { throw FileError(attempt: "create", path: path) }
    return descriptor
  }

  /// Appends a line to a file, creating it if there is none; a line that a kill cut short is ended first. A symbolic link
  /// is refused.
  package func appendLine(_ line: String, to path: String) throws {
    if try !Self.exists(path) { try announce(.create(path)) }
    let descriptor = uninterrupted { open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw FileError(attempt: "open", path: path) }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    var last = UInt8(ascii: "\n")
    if size > 0, uninterrupted({ pread(descriptor, &last, 1, size - 1) }) < 0 {
      throw FileError(attempt: "read", path: path)
    }
    let start = last == UInt8(ascii: "\n") ? "" : "\n"
    try Array((start + line + "\n").utf8).withUnsafeBytes { try write($0, to: descriptor, path) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let block = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 24))
      try announce(.write(path, byteCount: block.count))
      let count = uninterrupted { system_write(descriptor, block.baseAddress, block.count) }
      guard count >= 0 else { throw FileError(attempt: "write", path: path) }
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
    guard uninterrupted({ system_rename(source, target) }) == 0 else {
      throw FileError(attempt: "rename to \(target)", path: source)
    }
  }

  /// Waits until a directory's entries are on disk.
  package func synchronizeDirectory(_ path: String) throws {
    try announce(.synchronizeDirectory(path))
    guard waits else { return }
    let descriptor = uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError(attempt: "open", path: path) }
    defer { close(descriptor) }
    // Some file systems (network ones) cannot synchronize a directory and say so.
    guard uninterrupted({ fsync(descriptor) }) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw FileError(attempt: "synchronize", path: path)
    }
  }

  /// Removes a file or an empty directory, if it is there.
  package func remove(_ path: String) throws {
    try announce(.remove(path))
    guard uninterrupted({ system_remove(path) }) == 0 || errno == ENOENT else {
      throw FileError(attempt: "remove", path: path)
    }
  }

  /// Removes a directory and all that is in it, if it is there, announced as one step; a link in it goes, not what it
  /// leads to.
  package func removeAll(_ directory: String) throws {
    guard try Self.exists(directory) else { return }
    try announce(.remove(directory))
    do {
      try FileManager.default.removeItem(atPath: directory)
    } catch {
      throw FileError(path: directory, reason: "cannot be removed: \(error.localizedDescription)")
    }
  }
}

// The C functions whose names the methods above take.
private func system_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
private func system_rename(_ source: String, _ target: String) -> Int32 { rename(source, target) }
private func system_remove(_ path: String) -> Int32 { remove(path) }
