#if canImport(CryptoKit)
  import CryptoKit
#else
  import CCrypto
#endif

/// A SHA-256 digest: the identity of a model, a data set, a configuration or an archive.
///
/// A model's digest is taken over its parameters' little-endian bytes, concatenated in declaration
/// order with nothing between, so that any program with a SHA-256 can check it.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 64 lowercase hexadecimal digits.
  public let hexadecimal: String

  /// The digest of one run of bytes.
  package init(of bytes: UnsafeRawBufferPointer) {
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
    // Character.isHexDigit alone would take full-width digits too.
    guard hexadecimal.utf8.count == 64, hexadecimal.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return nil
    }
    self.hexadecimal = hexadecimal.lowercased()
  }

  private init(bytes: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    hexadecimal = String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The 64 hexadecimal digits.
  public var description: String { hexadecimal }

  /// What computes digests here, with its version at run time: `OpenSSL 3.0.17`.
  package static var library: String {
    #if canImport(CryptoKit)
      "CryptoKit"
    #else
      // The text goes on with a date: "OpenSSL 3.0.17 1 Jul 2025".
      String(cString: OpenSSL_version(OPENSSL_VERSION)).split(separator: " ").prefix(2).joined(separator: " ")
    #endif
  }

  /// Takes bytes piece by piece; the digest is that of their concatenation.
  package struct Hasher: ~Copyable {
    #if canImport(CryptoKit)
      private var state = SHA256()
    #else
      private let state: OpaquePointer
    #endif

    /// Starts with no bytes.
    package init() {
      #if !canImport(CryptoKit)
        guard let state = EVP_MD_CTX_new(), EVP_DigestInit_ex(state, EVP_sha256(), nil) == 1 else {
          fatalError("libcrypto has no SHA-256")
        }
        self.state = state
      #endif
    }

    #if !canImport(CryptoKit)
      deinit { EVP_MD_CTX_free(state) }
    #endif

    /// Appends bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
      #if canImport(CryptoKit)
        state.update(bufferPointer: bytes)
      #else
        guard EVP_DigestUpdate(state, bytes.baseAddress, bytes.count) == 1 else {
          fatalError("libcrypto could not go on with a SHA-256")
        }
      #endif
    }

    /// Appends a text's UTF-8 bytes.
    package mutating func update(_ text: String) {
      Array(text.utf8).withUnsafeBytes { update($0) }
    }

    /// Appends numbers' little-endian bytes. A NaN's bits are outside the contract: each enters as the plain one.
    package mutating func update(numbers: UnsafeBufferPointer<some Scalar>) {
      guard numbers.contains(where: { $0.isNaN }) else { return update(native: numbers) }
      numbers.map { $0.isNaN ? .nan : $0 }.withUnsafeBufferPointer { update(native: $0) }
    }

    private mutating func update<S: Scalar>(native numbers: UnsafeBufferPointer<S>) {
      ByteOrder.native.withLittleEndian(UnsafeRawBufferPointer(numbers), width: MemoryLayout<S>.size) {
        update($0)
      }
    }

    /// The digest of everything appended so far.
    package consuming func finalize() -> Digest {
      #if canImport(CryptoKit)
        return Digest(bytes: state.finalize())
      #else
        var bytes = [UInt8](repeating: 0, count: 32)
        guard EVP_DigestFinal_ex(state, &bytes, nil) == 1 else {
          fatalError("libcrypto could not finish a SHA-256")
        }
        return Digest(bytes: bytes)
      #endif
    }
  }
}
