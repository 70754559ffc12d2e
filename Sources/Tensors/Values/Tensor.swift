import Foundation

#if _endian(big)
  #error("digests are taken over memory, which must be little-endian")
#endif

/// A shape and contiguous numbers in row-major order: what crosses the borders of modules.
///
/// A parameter that is read, an array in an archive, the values of a figure and a user's own data are tensors.
/// Two tensors are equal when element type, shape and every element's *bits* are equal: −0 differs from +0,
/// and a NaN equals itself.
public struct Tensor: Sendable {
  /// The elements, in one of the four types that archives hold.
  public enum Elements: Sendable {
    /// IEEE binary32.
    case float32([Float])
    /// IEEE binary64.
    case float64([Double])
    /// Signed 64-bit integers.
    case int64([Int64])
    /// Bytes, as of images.
    case uint8([UInt8])
  }

  /// The type of a tensor's elements; the raw value is its name in content digests.
  public enum ElementType: String, Sendable, CaseIterable {
    /// The type of the elements.
    case float32, float64, int64, uint8

    /// Bytes an element.
    public var byteCount: Int {
      switch self {
      case .float32: 4
      case .float64, .int64: 8
      case .uint8: 1
      }
    }
  }

  /// The length of each dimension, outermost first; empty for a scalar.
  public let shape: Shape
  /// The elements in row-major order, as many as the shape has.
  public let elements: Elements

  /// A tensor of a shape and as many elements as it has.
  ///
  /// - Precondition: `elements.count == shape.count`.
  public init(shape: Shape, elements: Elements) {
    precondition(
      shape.count == elements.count, "\(elements.count) elements do not fill the shape \(shape)")
    self.shape = shape
    self.elements = elements
  }

  /// A tensor of Floats, one-dimensional unless a shape is given.
  public init(_ elements: [Float], shape: Shape? = nil) {
    self.init(shape: shape ?? [elements.count], elements: .float32(elements))
  }

  /// A tensor of Doubles, one-dimensional unless a shape is given.
  public init(_ elements: [Double], shape: Shape? = nil) {
    self.init(shape: shape ?? [elements.count], elements: .float64(elements))
  }

  /// A tensor of integers, one-dimensional unless a shape is given.
  public init(_ elements: [Int64], shape: Shape? = nil) {
    self.init(shape: shape ?? [elements.count], elements: .int64(elements))
  }

  /// A tensor of bytes, one-dimensional unless a shape is given.
  public init(_ elements: [UInt8], shape: Shape? = nil) {
    self.init(shape: shape ?? [elements.count], elements: .uint8(elements))
  }

  /// The number of elements.
  public var count: Int { elements.count }

  /// The type of the elements.
  public var elementType: ElementType { elements.type }

  /// The elements if they are Floats, else `nil`.
  public var floats: [Float]? { if case .float32(let values) = elements { values } else { nil } }

  /// The elements if they are Doubles, else `nil`.
  public var doubles: [Double]? { if case .float64(let values) = elements { values } else { nil } }

  /// The elements if they are integers, else `nil`.
  public var integers: [Int64]? { if case .int64(let values) = elements { values } else { nil } }

  /// The elements if they are bytes, else `nil`.
  public var bytes: [UInt8]? { if case .uint8(let values) = elements { values } else { nil } }

  /// The same elements in another shape of as many.
  public func reshaped(to shape: Shape) -> Tensor { Tensor(shape: shape, elements: elements) }
}

extension Tensor: Equatable {
  /// Whether element type, shape and every bit are equal.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    guard a.shape == b.shape, a.elementType == b.elementType else { return false }
    return a.elements.withUnsafeBytes { x in
      b.elements.withUnsafeBytes { y in
        guard let x = x.baseAddress, let start = y.baseAddress, !y.isEmpty else { return true }
        return memcmp(x, start, y.count) == 0
      }
    }
  }
}

extension Tensor.Elements {
  /// The number of elements.
  public var count: Int {
    switch self {
    case .float32(let values): values.count
    case .float64(let values): values.count
    case .int64(let values): values.count
    case .uint8(let values): values.count
    }
  }

  /// The type of the elements.
  public var type: Tensor.ElementType {
    switch self {
    case .float32: .float32
    case .float64: .float64
    case .int64: .int64
    case .uint8: .uint8
    }
  }

  /// Calls `body` with the elements' little-endian bytes.
  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    let order = ByteOrder.native
    return switch self {
    case .float32(let values):
      try values.withUnsafeBytes { try order.withLittleEndian($0, width: 4, body) }
    case .float64(let values):
      try values.withUnsafeBytes { try order.withLittleEndian($0, width: 8, body) }
    case .int64(let values):
      try values.withUnsafeBytes { try order.withLittleEndian($0, width: 8, body) }
    case .uint8(let values): try values.withUnsafeBytes(body)
    }
  }

  /// Calls `body` with each element as a Double, in order.
  public func forEachDouble(_ body: (Double) -> Void) {
    switch self {
    case .float32(let values): for value in values { body(Double(value)) }
    case .float64(let values): for value in values { body(value) }
    case .int64(let values): for value in values { body(Double(value)) }
    case .uint8(let values): for value in values { body(Double(value)) }
    }
  }

  /// The same elements with every NaN replaced by the one that files and digests hold, 7fc00000 and
  /// 7ff8000000000000: a NaN's bits are outside the contract.
  package var canonical: Tensor.Elements {
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

  /// As many elements of a type as `fill` writes, little-endian, into the memory it is given.
  package static func filled(
    _ type: Tensor.ElementType, count: Int, by fill: (UnsafeMutableRawPointer) throws -> Void
  ) throws -> Tensor.Elements {
    func array<T>(_: T.Type) throws -> [T] {
      try [T](unsafeUninitializedCapacity: max(count, 1)) { buffer, initialized in
        guard let start = buffer.baseAddress else { return }
        try fill(UnsafeMutableRawPointer(start))
        ByteOrder.native.convert(
          littleEndian: UnsafeMutableRawBufferPointer(start: start, count: count * type.byteCount),
          width: type.byteCount)
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

/// A tensor with the path under which it is stored, such as `hidden/linear/weight`.
public struct NamedTensor: Equatable, Sendable {
  /// Components joined by `/`.
  public var path: String
  /// The values.
  public var tensor: Tensor

  /// Names a tensor.
  public init(_ path: String, _ tensor: Tensor) {
    self.path = path
    self.tensor = tensor
  }
}

extension NamedTensor {
  /// The most bytes that one component of a path may have.
  package static let longestComponent = 255

  /// Names that stand beside recorded values in every group of an archive.
  private static let reserved: Set<String> = ["epoch", "title"]

  /// What keeps a name (of a layer, a parameter, a metric) from being a component of a path, as the end of a
  /// sentence that begins with the name; `nil` for a good one.
  package static func problem(inComponent name: String) -> String? {
    if name.isEmpty { return "is empty" }
    if name == "." || name == ".." { return "means a directory, so it is no name" }
    if name.contains("/") { return "holds '/', which separates names" }
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "holds a control character"
    }
    if name.utf8.count > longestComponent {
      return "has \(name.utf8.count) bytes, and the most are \(longestComponent)"
    }
    if reserved.contains(name) { return "is a name that archives use in every group" }
    return nil
  }
}

extension Digest {
  /// A model's digest: SHA-256 over the tensors' little-endian bytes in the given order, with nothing between;
  /// a NaN enters as the one that files hold.
  public init(ofModel tensors: [NamedTensor]) {
    var hasher = Hasher()
    for named in tensors { named.tensor.elements.canonical.withUnsafeBytes { hasher.update($0) } }
    self = hasher.finalize()
  }
}
