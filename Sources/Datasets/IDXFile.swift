/// An array of bytes in the IDX format of the MNIST files.
///
/// The file is: two zero bytes, the element type (8: unsigned byte, the only one read), the number of
/// dimensions, each dimension as a big-endian 32-bit integer, and then the elements, last index fastest.
/// Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits", file formats.
package struct IDXFile: Sendable {
  /// The largest number of dimensions that is read: images with channels have four.
  static let mostDimensions = 4

  /// The sizes, outermost first: 60000 × 28 × 28 for images, 60000 for labels.
  package let dimensions: [Int]
  /// The elements in row-major order; their number is the product of the dimensions.
  package let elements: Bytes

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the decompressed file.
  ///   - name: what an error calls it.
  /// - Throws: `DatasetError.damaged` for anything but exactly one array of bytes.
  package init(bytes: Bytes, name: String) throws {
    func damaged(_ reason: String) -> DatasetError { .damaged(file: name, reason: reason) }
    guard bytes.count >= 4 else {
      throw damaged("is cut off within its first 4 bytes (\(bytes.count) there)")
    }
    let start = bytes[0..<min(bytes.count, 4 + 4 * Self.mostDimensions)]
    guard start[0] == 0, start[1] == 0 else {
      let digits = start[..<4].map { String($0, radix: 16) }.joined(separator: " ")
      throw damaged("is not an IDX file: it starts with \(digits), not with 0 0 8")
    }
    guard start[2] == 8 else {
      throw damaged("has elements of type \(start[2]); only bytes (type 8) are read")
    }
    let rank = Int(start[3])
    guard (1...Self.mostDimensions).contains(rank) else {
      throw damaged("has \(rank) dimensions; 1 to \(Self.mostDimensions) are read")
    }
    let header = 4 + 4 * rank
    guard bytes.count >= header else {
      throw damaged("is cut off within its header (\(bytes.count) of \(header) bytes there)")
    }
    dimensions = (0..<rank).map { axis in
      start[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) }
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
    elements = bytes.dropFirst(header)
  }

  /// The bytes before the elements of a file.
  ///
  /// - Parameter type: 8 for bytes, 13 for Floats.
  package static func header(type: UInt8 = 8, dimensions: [Int]) -> [UInt8] {
    [0, 0, type, UInt8(dimensions.count)]
      + dimensions.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } }
  }
}
