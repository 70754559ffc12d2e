import CHDF5
import Foundation

/// Texts: of variable length in attributes, of fixed length in datasets, UTF-8 in both.
///
/// h5py gives `str` for an attribute only if its length is variable. Such a text lies in a heap of the whole
/// file, which has no checksum and whose damage crashes libhdf5 1.10.8; so what we read ourselves, which is
/// datasets, stands in the dataset.
enum HDF5Text {
  /// The type of an attribute's text, in memory a pointer to a zero-terminated string.
  static func variableType(_ place: HDF5.Place) throws -> HDF5Identifier {
    let type = try copiedType(place)
    try HDF5.call("set a variable length", at: place) { chdf5_set_variable(type.raw) }
    try HDF5.call("set UTF-8", at: place) { chdf5_set_utf8(type.raw) }
    return type
  }

  /// The type of a dataset's texts: `byteCount` bytes (at least one, as libhdf5 wants), padded with zeros.
  static func type(byteCount: Int, _ place: HDF5.Place) throws -> HDF5Identifier {
    let type = try copiedType(place)
    try HDF5.call("set the length", at: place) { H5Tset_size(type.raw, max(byteCount, 1)) }
    try HDF5.call("set zero padding", at: place) { chdf5_set_null_padded(type.raw) }
    try HDF5.call("set UTF-8", at: place) { chdf5_set_utf8(type.raw) }
    return type
  }

  /// ASCII of exactly `byteCount` bytes, the last of them zero, as image and scale attributes have it.
  static func terminatedType(byteCount: Int, _ place: HDF5.Place) throws -> HDF5Identifier {
    let type = try copiedType(place)
    try HDF5.call("set the length", at: place) { H5Tset_size(type.raw, byteCount) }
    return type
  }

  private static func copiedType(_ place: HDF5.Place) throws -> HDF5Identifier {
    try HDF5Identifier("make a string type", at: place, closedBy: H5Tclose) { H5Tcopy(chdf5_string()) }
  }

  /// Calls `body` with pointers to the texts, which live as long as the call.
  static func withPointers<R>(
    _ texts: [String], _ place: HDF5.Place, _ body: (UnsafeRawPointer?) throws -> R
  ) throws -> R {
    try refuseZeros(texts, place)
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes += text.utf8CString
    }
    return try bytes.withUnsafeBufferPointer { buffer in
      let pointers = starts.map { index in buffer.baseAddress.map { $0 + index } }
      return try pointers.withUnsafeBytes { try body($0.baseAddress) }
    }
  }

  /// The texts' bytes, each padded with zeros to the longest one, and that length.
  static func padded(_ texts: [String], _ place: HDF5.Place) throws -> (bytes: [UInt8], width: Int) {
    try refuseZeros(texts, place)
    let width = max(texts.map(\.utf8.count).max() ?? 0, 1)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * texts.count)
    for text in texts {
      bytes += text.utf8
      bytes.append(contentsOf: repeatElement(0, count: width - text.utf8.count))
    }
    return (bytes, width)
  }

  /// The texts in padded bytes.
  static func texts(_ bytes: [UInt8], width: Int) -> [String] {
    stride(from: 0, to: bytes.count, by: width).map { start in
      let piece = bytes[start..<min(start + width, bytes.count)]
      let end = piece.firstIndex(of: 0) ?? piece.endIndex
      return String(decoding: piece[..<end], as: UTF8.self)
    }
  }

  /// The byte count of a fixed-length string type; refuses any other type.
  static func width(of type: hid_t, _ place: HDF5.Place) throws -> Int {
    let isText = try HDF5.call("look at the type", at: place) { chdf5_is_string(type) }
    let isVariable = try HDF5.call("look at the type", at: place) { H5Tis_variable_str(type) }
    guard isText > 0, isVariable == 0 else {
      throw place.error(.foreign, "not a text of fixed length")
    }
    let width = HDF5.withLock { H5Tget_size(type) }
    guard width > 0, width <= 1 << 30 else { throw place.error(.foreign, "text of impossible length") }
    return width
  }

  /// Refuses texts that would end early.
  static func refuseZeros(_ texts: [String], _ place: HDF5.Place) throws {
    guard !texts.contains(where: { $0.utf8.contains(0) }) else {
      throw place.error(.invalid, "a text holds a zero byte", remedy: "remove it")
    }
  }
}

/// An attribute to be written: what it is called and what it holds.
struct HDF5Attribute: Sendable {
  /// What an attribute may hold.
  enum Value: Sendable {
    /// A scalar text, as viewers expect (H5Web rejects the shape [1]).
    case text(String)
    /// A list of texts, `[count]`.
    case texts([String])
    /// A scalar text of fixed length: HDFView and libhdf5_hl ignore any other `CLASS`.
    case fixed(String)
    /// A scalar integer.
    case integer(Int64)
  }

  let name: String
  let value: Value

  init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// A scalar text attribute.
  init(_ name: String, _ text: String) { self.init(name, .text(text)) }

  /// Names of datasets: a scalar text if there is one, which every viewer takes, else a list.
  init(_ name: String, names: [String]) {
    self.init(name, names.count == 1 ? .text(names[0]) : .texts(names))
  }

  /// What HDFView and H5Web know a picture by ("HDF5 Image and Palette Specification", version 1.2).
  ///
  /// - Parameter subclass: `IMAGE_GRAYSCALE` for the last two dimensions of numbers, `IMAGE_TRUECOLOR` for
  ///   [row, column, color].
  static func picture(_ subclass: String) -> [HDF5Attribute] {
    [
      HDF5Attribute("CLASS", .fixed("IMAGE")), HDF5Attribute("IMAGE_VERSION", .fixed("1.2")),
      HDF5Attribute("IMAGE_SUBCLASS", .fixed(subclass)),
    ]
  }

  /// What marks a dataset as the scale of a dimension, called `name`.
  static func scale(_ name: String) -> [HDF5Attribute] {
    [HDF5Attribute("CLASS", .fixed("DIMENSION_SCALE")), HDF5Attribute("NAME", .fixed(name))]
  }

  /// Writes the attribute to an open group or dataset.
  func write(to owner: hid_t, at place: HDF5.Place) throws {
    switch value {
    case .text(let text): try write([text], count: nil, to: owner, at: place)
    case .texts(let texts): try write(texts, count: texts.count, to: owner, at: place)
    case .fixed(let text):
      let bytes = Array(text.utf8CString)
      let type = try HDF5Text.terminatedType(byteCount: bytes.count, place)
      try bytes.withUnsafeBytes { try write($0.baseAddress, type.raw, nil, to: owner, at: place) }
    case .integer(let value):
      let type = HDF5.withLock { chdf5_int64() }
      try withUnsafeBytes(of: value.littleEndian) {
        try write($0.baseAddress, type, nil, to: owner, at: place)
      }
    }
  }

  private func write(_ texts: [String], count: Int?, to owner: hid_t, at place: HDF5.Place) throws {
    let type = try HDF5Text.variableType(place)
    try HDF5Text.withPointers(texts, place) { try write($0, type.raw, count, to: owner, at: place) }
  }

  private func write(
    _ values: UnsafeRawPointer?, _ type: hid_t, _ count: Int?, to owner: hid_t, at place: HDF5.Place
  ) throws {
    let space = try HDF5Space.make(count.map { [$0] } ?? [], place)
    let attribute = try HDF5Identifier("create attribute '\(name)'", at: place, closedBy: H5Aclose) {
      H5Acreate2(owner, name, type, space.raw, chdf5_default(), chdf5_default())
    }
    guard count != 0 else { return }
    try HDF5.call("write attribute '\(name)'", at: place) { H5Awrite(attribute.raw, type, values) }
  }
}
