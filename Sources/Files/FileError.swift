import Foundation

/// A file or directory that the operating system does not let us read or write: which one, why, and the way
/// out.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of trouble, for callers that choose an exit code or a fallback.
  public enum Kind: Hashable, Sendable {
    /// There is no such file or directory.
    case notFound
    /// Anything else: disk full, permission denied, not a file.
    case inputOutput
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// The file or directory.
  public var path: String
  /// What was attempted and the system's own words: `cannot write: No space left on device`.
  public var reason: String
  /// What to do about it; may be empty.
  public var remedy: String

  /// An error about a file.
  public init(_ kind: Kind = .inputOutput, path: String, reason: String, remedy: String = "") {
    self.kind = kind
    self.path = path
    self.reason = reason
    self.remedy = remedy
  }

  /// An error with the system's reason for the call that has just failed.
  ///
  /// - Parameters:
  ///   - attempt: What failed, as in "cannot …": `write`, `create the directory`.
  ///   - code: `errno`, read before anything else could change it.
  package init(attempt: String, path: String, code: Int32 = errno) {
    let remedy =
      switch code {
      case ENOSPC, EDQUOT, EFBIG:
        "free some space (or raise the limit) and run again: what was complete is kept, nothing is lost"
      case EACCES, EPERM, EROFS: "make it writable for this user, or choose another directory"
      case ENOTDIR, EEXIST: "a file stands where a directory is needed: move it away"
      case ELOOP: "a symbolic link stands there, through which nothing is written: remove it"
      case ENOENT: ""
      default: "run again when the cause is mended: what was complete is kept"
      }
    self.init(
      code == ENOENT ? .notFound : .inputOutput, path: path,
      reason: "cannot \(attempt): \(String(cString: strerror(code)))", remedy: remedy)
  }

  /// Path, reason and remedy on one line.
  public var description: String {
    "\(path): \(reason)" + (remedy.isEmpty ? "" : "; \(remedy)")
  }
}
