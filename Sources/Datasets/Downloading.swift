/// What fetches the bytes at an address.
public protocol Downloading: Sendable {
  /// All bytes at an address, at most `limit`.
  ///
  /// - Throws: any error; its description says what was wrong.
  func download(_ address: String, limit: Int) throws -> [UInt8]
}
