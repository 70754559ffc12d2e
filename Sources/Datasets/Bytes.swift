import Files

/// Bytes in memory or in a mapped file, so that data larger than memory can be worked with.
public struct Bytes: Sendable {
  private enum Storage: Sendable {
    case array([UInt8])
    case mapped(MappedFile)
  }

  private let storage: Storage
  private let range: Range<Int>

  /// Bytes in memory.
  public init(_ array: [UInt8]) {
    storage = .array(array)
    range = array.indices
  }

  /// The bytes of a file, which the system reads when they are needed. The file must not be shortened meanwhile.
  ///
  /// - Throws: `FileError`.
  public init(mapping path: String) throws {
    let file = try MappedFile(path)
    storage = .mapped(file)
    range = 0..<file.count
  }

  private init(_ storage: Storage, _ range: Range<Int>) {
    self.storage = storage
    self.range = range
  }

  /// How many there are.
  public var count: Int { range.count }

  /// All but the first `count` bytes; the rest is shared, not copied.
  public func dropFirst(_ count: Int) -> Bytes {
    Bytes(storage, range.lowerBound + min(count, self.count)..<range.upperBound)
  }

  /// Calls `body` with the bytes.
  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    switch storage {
    case .array(let array):
      try array.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    case .mapped(let file):
      try file.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
  }

  /// A copy in memory of some of them.
  public subscript(part: Range<Int>) -> [UInt8] { withUnsafeBytes { Array($0[part]) } }
}
