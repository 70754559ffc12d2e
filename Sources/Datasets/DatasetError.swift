/// Why a data set cannot be used; the text names the file and the way out.
public enum DatasetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Bytes that are not what they should be: cut off, not IDX, not gzip, another digest.
  case damaged(file: String, reason: String)
  /// Data that are as they should be, and do not fit what is asked of them.
  case unfit(dataset: String, reason: String)
  /// A file that the system does not give out.
  case unreadable(file: String, reason: String)
  /// No source had the right bytes of a data set's file; what was wrong with each, in the order tried.
  case unavailable(dataset: String, file: String, attempts: [Attempt], remedy: String)

  /// One source and what was wrong with it.
  public struct Attempt: Hashable, Sendable, CustomStringConvertible {
    /// A folder's file or an address.
    public let source: String
    /// What was wrong.
    public let problem: String

    /// One failed source.
    public init(source: String, problem: String) {
      self.source = source
      self.problem = problem
    }

    /// `source: problem`.
    public var description: String { "\(source): \(problem)" }
  }

  /// One line; for `unavailable` one more line for each source, and the way out.
  public var description: String {
    switch self {
    case .damaged(let name, let reason), .unreadable(let name, let reason), .unfit(let name, let reason):
      "\(name): \(reason)"
    case .unavailable(let dataset, let file, let attempts, let remedy):
      "\(dataset): no source has a usable \(file)\n"
        + attempts.map { "  \($0)\n" }.joined() + remedy
    }
  }
}
