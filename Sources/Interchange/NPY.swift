import Tensors

/// NumPy's format of one array, version 1.0: what `numpy.save` writes.
///
/// A file is: 0x93 and `NUMPY`, the bytes 1 and 0, the header's length in 2 bytes, little-endian; the header, a Python
/// dictionary of `descr` (`<f4`, `<f8`, `<i8`, `|u1`), `fortran_order` and `shape`, padded with spaces and ended by a
/// newline, so that the elements begin at a multiple of 64; the elements, row-major and little-endian.
///
/// Source: "numpy.lib.format", https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
package enum NPY {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  private static let types: [(name: String, type: Tensor.ElementType)] = [
    ("<f4", .float32), ("<f8", .float64), ("<i8", .int64), ("|u1", .uint8),
  ]

  /// A file's bytes; the same tensor is the same bytes.
  ///
  /// - Parameter file: What an error calls it.
  /// - Throws: `InterchangeError` of the kind `invalid` for more dimensions than the header has room for.
  package static func bytes(of tensor: Tensor, file: String) throws -> [UInt8] {
    let type = types.first { $0.type == tensor.elementType }!.name
    var header = Array(
      "{'descr': '\(type)', 'fortran_order': False, 'shape': \(tensor.shape), }".utf8)
    while (magic.count + 4 + header.count + 1) % 64 != 0 { header.append(UInt8(ascii: " ")) }
    header.append(UInt8(ascii: "\n"))
    guard header.count <= UInt16.max else {
      throw InterchangeError(
        .invalid, file: file, reason: "the shape \(tensor.shape) does not fit in the header of a .npy")
    }
    var bytes = magic + [1, 0]
    bytes.reserveCapacity(bytes.count + 2 + header.count + tensor.count * tensor.elementType.byteCount)
    bytes.append(littleEndian: header.count, bytes: 2)
    bytes += header
    bytes.append(elementsOf: tensor)
    return bytes
  }

  /// The array that a file's bytes hold; sizes are compared with the file's length before memory is taken.
  ///
  /// - Parameter file: What an error calls it.
  /// - Throws: `InterchangeError` of the kind `unreadable` for anything but one row-major array of the four types.
  package static func tensor(_ bytes: [UInt8], file: String) throws -> Tensor {
    func unreadable(_ reason: String, _ remedy: String = "") -> InterchangeError {
      InterchangeError(.unreadable, file: file, reason: reason, remedy: remedy)
    }
    let start = magic.count + 4
    guard bytes.count >= start, bytes.starts(with: magic) else {
      throw unreadable("is no .npy file: it does not start as one")
    }
    guard bytes[magic.count] == 1, bytes[magic.count + 1] == 0 else {
      throw unreadable(
        "is of version \(bytes[magic.count]).\(bytes[magic.count + 1]) of the format", "version 1.0 is read")
    }
    let end = start + bytes.wholeNumber(at: magic.count + 2, bytes: 2)
    guard end <= bytes.count else { throw unreadable("is cut off within its header") }
    let header = try Header(bytes[start..<end], file: file)
    guard let type = types.first(where: { $0.name == header.type })?.type else {
      throw unreadable(
        "has elements of type '\(header.type)'",
        "convert it with astype: \(types.map(\.name).joined(separator: ", ")) are read")
    }
    guard !header.isColumnMajor else {
      throw unreadable("is in Fortran order", "save numpy.ascontiguousarray of it")
    }
    guard let outline = TensorOutline(type, dimensions: header.shape),
      outline.byteCount == bytes.count - end
    else {
      throw unreadable(
        "has \(bytes.count - end) bytes after its header, which an array of \(type) and shape \(header.shape) "
          + "does not have")
    }
    return try outline.tensor(from: bytes[end...])
  }

  /// The header as it stands in the file.
  private struct Header {
    let type: String
    let isColumnMajor: Bool
    let shape: [Int]

    init(_ text: ArraySlice<UInt8>, file: String) throws {
      var cursor = TextCursor(text, file: file)
      var type: String?
      var isColumnMajor: Bool?
      var shape: [Int]?
      try cursor.expect("{")
      while !cursor.take("}") {
        let key = try cursor.quoted("'", escapes: false)
        try cursor.expect(":")
        switch key {
        case "descr" where type == nil: type = try cursor.quoted("'", escapes: false)
        case "fortran_order" where isColumnMajor == nil:
          let word = cursor.word()
          guard word == "True" || word == "False" else { throw cursor.failure("True or False is missing") }
          isColumnMajor = word == "True"
        case "shape" where shape == nil: shape = try cursor.wholeNumbers("(", ")")
        default: throw cursor.failure("'\(key)' is unknown or stands twice")
        }
        if !cursor.take(",") {
          try cursor.expect("}")
          break
        }
      }
      guard cursor.isAtEnd(), let type, let isColumnMajor, let shape else {
        throw cursor.failure("descr, fortran_order or shape is missing, or something follows the end,")
      }
      (self.type, self.isColumnMajor, self.shape) = (type, isColumnMajor, shape)
    }
  }
}
