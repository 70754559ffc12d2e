/// The bytes of a saved state: an eight-letter tag, then little-endian numbers.
struct RandomStateBytes {
  let kind: RandomSourceKind
  private(set) var bytes: [UInt8]

  /// Starts the state of one kind of source.
  init(_ kind: RandomSourceKind) {
    self.kind = kind
    bytes = Self.tag(of: kind)
  }

  /// Opens a saved state; the size in bytes is that of the numbers after the tag.
  init(_ kind: RandomSourceKind, reading saved: [UInt8], size: Int) throws(RandomStateError) {
    let tag = Self.tag(of: kind)
    guard saved.starts(with: tag) else {
      throw RandomStateError(kind: kind, reason: "the bytes do not start with its tag")
    }
    guard saved.count == tag.count + size else {
      throw RandomStateError(
        kind: kind, reason: "there are \(saved.count) bytes and not \(tag.count + size)")
    }
    self.kind = kind
    bytes = Array(saved.dropFirst(tag.count))
  }

  private static func tag(of kind: RandomSourceKind) -> [UInt8] {
    switch kind {
    case .philox: Array("philox-1".utf8)
    case .torch: Array("torch--1".utf8)
    }
  }

  /// Appends a number.
  mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The number at an offset from the end of the tag.
  func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type = Number.self) -> Number {
    bytes[offset..<offset + Number.bitWidth / 8].reversed().reduce(0) { $0 << 8 | Number($1) }
  }
}
