import Tensors

/// A tensor as a file's header describes it, with sizes that are known to be possible.
struct TensorOutline {
  let type: Tensor.ElementType
  let shape: Shape
  /// The bytes of all elements.
  let byteCount: Int

  /// An outline of dimensions that were read from a file; `nil` if one is negative or their product, from the first
  /// on, is above what an integer holds, even where a later one is 0.
  init?(_ type: Tensor.ElementType, dimensions: [Int]) {
    var count = 1
    for size in dimensions + [type.byteCount] {
      let product = count.multipliedReportingOverflow(by: size)
      guard size >= 0, !product.overflow else { return nil }
      count = product.partialValue
    }
    self.type = type
    shape = Shape(dimensions)
    byteCount = count
  }

  /// The tensor whose elements are these bytes, every bit of them.
  ///
  /// - Precondition: There are `byteCount` bytes.
  func tensor(from bytes: ArraySlice<UInt8>) throws -> Tensor {
    precondition(bytes.count == byteCount, "\(bytes.count) bytes for a tensor of \(byteCount)")
    let elements = try Tensor.Elements.filled(type, count: shape.count) { start in
      bytes.withUnsafeBytes { bytes in
        if let source = bytes.baseAddress { start.copyMemory(from: source, byteCount: bytes.count) }
      }
    }
    return Tensor(shape: shape, elements: elements)
  }
}

extension NamedTensor {
  /// Refuses names that a file of named tensors cannot hold.
  ///
  /// - Throws: `InterchangeError` of the kind `invalid` for an empty name, and for one that stands twice.
  static func checkNames(of tensors: [NamedTensor], file: String) throws {
    var names: Set<String> = []
    for tensor in tensors {
      guard !tensor.path.isEmpty else {
        throw InterchangeError(.invalid, file: file, reason: "a tensor's name is empty")
      }
      guard names.insert(tensor.path).inserted else {
        throw InterchangeError(.invalid, file: file, reason: "two tensors are called '\(tensor.path)'")
      }
    }
  }
}

extension Array<UInt8> {
  /// Appends a whole number's lowest bytes, the lowest first.
  mutating func append(littleEndian number: Int, bytes: Int) {
    for index in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  /// Appends a tensor's elements, little-endian and row-major.
  mutating func append(elementsOf tensor: Tensor) {
    tensor.elements.withUnsafeBytes { append(contentsOf: $0) }
  }

  /// The whole number in up to 7 bytes from an offset on, the lowest first.
  ///
  /// - Precondition: They are there.
  func wholeNumber(at offset: Int, bytes: Int) -> Int {
    self[offset..<offset + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
