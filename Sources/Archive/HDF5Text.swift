import CHDF5

/// Texts as fixed-length, zero-padded strings: no global heap, so their bytes repeat, and every viewer
/// reads them.
enum HDF5Text {
  /// A string type of `byteCount` bytes (at least one, as libhdf5 wants); UTF-8 unless all is ASCII.
  static func type(byteCount: Int, isASCII: Bool, _ place: HDF5.Place) throws -> HDF5Identifier {
    let type = try HDF5Identifier("make a string type", at: place, closedBy: H5Tclose) {
      H5Tcopy(chdf5_string())
    }
    try HDF5.call("set the length", at: place) { H5Tset_size(type.raw, max(byteCount, 1)) }
    try HDF5.call("set zero padding", at: place) { chdf5_set_null_padded(type.raw) }
    if !isASCII { try HDF5.call("set UTF-8", at: place) { chdf5_set_utf8(type.raw) } }
    return type
  }

  /// The texts' bytes, each padded with zeros to the longest one, and that length.
  static func padded(_ texts: [String], _ place: HDF5.Place) throws -> (bytes: [UInt8], width: Int) {
    let width = max(texts.map(\.utf8.count).max() ?? 0, 1)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * texts.count)
    for text in texts {
      guard !text.utf8.contains(0) else {
        throw place.error(.invalid, "a text holds a zero byte", remedy: "remove it")
      }
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
}
