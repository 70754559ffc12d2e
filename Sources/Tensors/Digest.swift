import Crypto

/// A SHA-256 digest: the identity of a model, a data set, a configuration or an archive.
///
/// A model's digest is taken over its parameters' little-endian bytes, concatenated in declaration
/// order with nothing between, so that any program with a SHA-256 can check it.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 64 lower-case hexadecimal digits.
  public let hexadecimal: String

  /// The digest of one run of bytes.
  public init(of bytes: UnsafeRawBufferPointer) {
    var hasher = Hasher()
    hasher.update(bytes)
    self = hasher.finalize()
  }

  /// The digest of an array of bytes.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }

  /// The digest of a text's UTF-8 bytes.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  /// A digest written down earlier: 64 hexadecimal digits; `nil` for anything else.
  public init?(hexadecimal: String) {
    let digits = hexadecimal.lowercased()
    guard digits.utf8.count == 64, digits.allSatisfy(\.isHexDigit) else { return nil }
    self.hexadecimal = digits
  }

  private init(finished digest: SHA256.Digest) {
    let digits = Array("0123456789abcdef".utf8)
    hexadecimal = String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The 64 hexadecimal digits.
  public var description: String { hexadecimal }

  /// Takes bytes piece by piece; the digest is that of their concatenation.
  public struct Hasher {
    private var state = SHA256()

    /// Starts with no bytes.
    public init() {}

    /// Appends bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
      state.update(bufferPointer: bytes)
    }

    /// Appends a text's UTF-8 bytes.
    public mutating func update(_ text: String) {
      Array(text.utf8).withUnsafeBytes { state.update(bufferPointer: $0) }
    }

    /// Appends numbers' little-endian bytes. A NaN's bits are outside the contract: each enters as the plain one.
    public mutating func update(numbers: UnsafeBufferPointer<some Scalar>) {
      guard numbers.contains(where: { $0.isNaN }) else { return update(UnsafeRawBufferPointer(numbers)) }
      numbers.map { $0.isNaN ? .nan : $0 }.withUnsafeBytes { update($0) }
    }

    /// The digest of everything appended so far.
    public func finalize() -> Digest { Digest(finished: state.finalize()) }
  }
}
