/// Why an image cannot be used; the text names the file or the image's shape, and what is wrong.
///
/// A file that the system does not give out is a `FileError`.
package enum ImageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file that is no whole image of a kind that is read: foreign, cut off, corrupt, too large.
  case damaged(file: String, reason: String)
  /// A file that may be good, for whose pixels there is no memory.
  case noMemory(file: String, reason: String)
  /// An image that is as it should be, and does not fit what is asked of it.
  case unfit(reason: String)

  /// One line.
  package var description: String {
    switch self {
    case .damaged(let file, let reason), .noMemory(let file, let reason): "\(file): \(reason)"
    case .unfit(let reason): reason
    }
  }
}
