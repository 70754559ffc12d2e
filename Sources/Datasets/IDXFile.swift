/// An array of bytes in the IDX format of the MNIST files.
///
/// The file is: two zero bytes, the element type (8: unsigned byte, the only one read), the number of
/// dimensions, each dimension as a big-endian 32-bit integer, and then the elements, last index fastest.
/// Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits", file formats.
public struct IDXFile: Hashable, Sendable {
  /// The largest number of dimensions that is read: images with channels have four.
  public static let mostDimensions = 4

  /// The sizes, outermost first: 60000 × 28 × 28 for images, 60000 for labels.
  public let dimensions: [Int]
  /// The elements in row-major order; their number is the product of the dimensions.
  public let elements: [UInt8]

  /// An array to be written.
  ///
  /// - Precondition: there are 1 to 4 dimensions, each below 2³², and as many elements as their product.
  public init(dimensions: [Int], elements: [UInt8]) {
    precondition((1...Self.mostDimensions).contains(dimensions.count), "1 to 4 dimensions")
    precondition(dimensions.allSatisfy { $0 >= 0 && $0 <= UInt32.max }, "a dimension is 0 to 2³² - 1")
    precondition(dimensions.reduce(1, *) == elements.count, "as many elements as the dimensions say")
    self.dimensions = dimensions
    self.elements = elements
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the decompressed file.
  ///   - name: what an error calls it.
  /// - Throws: `DatasetError.damaged` for anything but exactly one array of bytes.
  public init(bytes: [UInt8], name: String) throws {
    func damaged(_ reason: String) -> DatasetError { .damaged(file: name, reason: reason) }
    guard bytes.count >= 4 else {
      throw damaged("is cut off within its first 4 bytes (\(bytes.count) there)")
    }
    guard bytes[0] == 0, bytes[1] == 0 else {
      let start = bytes[..<4].map { String($0, radix: 16) }.joined(separator: " ")
      throw damaged("is not an IDX file: it starts with \(start), not with 0 0 8")
    }
    guard bytes[2] == 8 else {
      throw damaged("has elements of type \(bytes[2]); only bytes (type 8) are read")
    }
    let rank = Int(bytes[3])
    guard (1...Self.mostDimensions).contains(rank) else {
      throw damaged("has \(rank) dimensions; 1 to \(Self.mostDimensions) are read")
    }
    let header = 4 + 4 * rank
    guard bytes.count >= header else {
      throw damaged("is cut off within its header (\(bytes.count) of \(header) bytes there)")
    }
    dimensions = (0..<rank).map { axis in
      bytes[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) }
    }
    let shape = dimensions.map(String.init).joined(separator: " × ")
    var count = 1
    for dimension in dimensions {
      let product = count.multipliedReportingOverflow(by: dimension)
      guard !product.overflow else { throw damaged("says it holds \(shape) elements, more than can exist") }
      count = product.partialValue
    }
    let found = bytes.count - header
    guard found >= count else {
      throw damaged("is cut off: it says \(shape), which is \(count) bytes, and has \(found)")
    }
    guard found == count else {
      throw damaged("has \(found - count) bytes after its end: it says \(shape), which is \(count) bytes")
    }
    elements = Array(bytes[header...])
  }

  /// The bytes before the elements.
  public var header: [UInt8] { Self.header(dimensions: dimensions) }

  /// The whole file, not compressed.
  public var bytes: [UInt8] { header + elements }

  /// The bytes before the elements of a file of given dimensions.
  static func header(dimensions: [Int]) -> [UInt8] {
    [0, 0, 8, UInt8(dimensions.count)]
      + dimensions.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } }
  }
}
