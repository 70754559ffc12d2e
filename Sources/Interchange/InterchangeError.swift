/// A file of tensors that cannot be read or written: which file, why, and the way out.
///
/// What the operating system refuses is a `FileError`.
public struct InterchangeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of trouble, for callers that choose an exit code or a fallback.
  public enum Kind: Hashable, Sendable {
    /// The file is cut short, changed, of another format, or holds what is not read here.
    case unreadable
    /// What is to be written or was asked for does not fit the format.
    case invalid
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// The file.
  public var file: String
  /// Why.
  public var reason: String
  /// What to do about it; may be empty.
  public var remedy: String

  /// An error about a file.
  public init(_ kind: Kind, file: String, reason: String, remedy: String = "") {
    self.kind = kind
    self.file = file
    self.reason = reason
    self.remedy = remedy
  }

  /// File, reason and remedy on one line.
  public var description: String { "\(file): \(reason)" + (remedy.isEmpty ? "" : "; \(remedy)") }
}
