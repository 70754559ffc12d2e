import Foundation

/// A folder of this process where inputs become files, for readers of paths; in memory where the system has a place
/// for that. It goes with the process.
enum ScratchFolder {
  /// The folder.
  static let path: String = {
    let top = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : FileManager.default.temporaryDirectory.path
    let path = "\(top)/reprise-fuzz-\(getpid())"
    precondition(mkdir(path, 0o700) == 0 || errno == EEXIST, "cannot create \(path)")
    atexit { try? FileManager.default.removeItem(atPath: ScratchFolder.path) }
    return path
  }()

  /// Writes a file in the folder and gives its path; what is there is overwritten.
  static func write(_ bytes: [UInt8], _ name: String) -> String {
    let path = "\(path)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    precondition(descriptor >= 0, "cannot open \(path)")
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    precondition(written == bytes.count, "cannot write \(path)")
    return path
  }
}
