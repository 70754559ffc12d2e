/// Where the bytes of a data set's file came from.
public enum DatasetOrigin: Hashable, Sendable, CustomStringConvertible {
  /// A file on this machine.
  case file(path: String)
  /// A download, and the cache file it was saved as; `nil` when it could not be saved.
  case download(address: String, savedTo: String?)

  /// The path, or the address and the path.
  public var description: String {
    switch self {
    case .file(let path): path
    case .download(let address, let path?): "\(address), saved to \(path)"
    case .download(let address, nil): "\(address), not saved: the cache cannot be written"
    }
  }
}
