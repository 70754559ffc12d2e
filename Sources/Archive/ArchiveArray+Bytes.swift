import Tensors

#if _endian(big)
  #error("digests are taken over memory, which must be little-endian")
#endif

/// The element types that a file may hold, under the names used in content digests.
enum ElementType: String, Sendable {
  case float32, float64, int64, uint8

  /// Bytes an element.
  var byteCount: Int {
    switch self {
    case .float32: 4
    case .float64, .int64: 8
    case .uint8: 1
    }
  }
}

extension ArchiveArray.Elements {
  /// The number of elements.
  public var count: Int {
    switch self {
    case .float32(let values): values.count
    case .float64(let values): values.count
    case .int64(let values): values.count
    case .uint8(let values): values.count
    }
  }

  var type: ElementType {
    switch self {
    case .float32: .float32
    case .float64: .float64
    case .int64: .int64
    case .uint8: .uint8
    }
  }

  /// Calls `body` with the elements' little-endian bytes.
  func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    switch self {
    case .float32(let values): try values.withUnsafeBytes(body)
    case .float64(let values): try values.withUnsafeBytes(body)
    case .int64(let values): try values.withUnsafeBytes(body)
    case .uint8(let values): try values.withUnsafeBytes(body)
    }
  }

  /// The same elements with every NaN replaced by the one that files hold.
  var canonical: ArchiveArray.Elements {
    switch self {
    case .float32(let values):
      guard values.contains(where: \.isNaN) else { return self }
      return .float32(values.map { $0.isNaN ? Float(bitPattern: 0x7fc0_0000) : $0 })
    case .float64(let values):
      guard values.contains(where: \.isNaN) else { return self }
      return .float64(values.map { $0.isNaN ? Double(bitPattern: 0x7ff8_0000_0000_0000) : $0 })
    case .int64, .uint8: return self
    }
  }

  /// As many elements of a type as `fill` writes into the memory it is given.
  static func filled(
    _ type: ElementType, count: Int, by fill: (UnsafeMutableRawPointer) throws -> Void
  ) throws -> ArchiveArray.Elements {
    func array<T>(_: T.Type) throws -> [T] {
      try [T](unsafeUninitializedCapacity: max(count, 1)) { buffer, initialized in
        guard let start = buffer.baseAddress else { return }
        try fill(UnsafeMutableRawPointer(start))
        initialized = count
      }
    }
    return switch type {
    case .float32: .float32(try array(Float.self))
    case .float64: .float64(try array(Double.self))
    case .int64: .int64(try array(Int64.self))
    case .uint8: .uint8(try array(UInt8.self))
    }
  }
}

extension Digest {
  /// A model's digest: SHA-256 over the arrays' little-endian bytes in the given order, nothing between.
  ///
  /// NaNs enter as they are stored, 7fc00000.
  public init(ofModel arrays: [NamedArray]) {
    var hasher = Hasher()
    for named in arrays { named.array.elements.canonical.withUnsafeBytes { hasher.update($0) } }
    self = hasher.finalize()
  }
}
