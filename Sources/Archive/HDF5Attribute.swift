import CHDF5
import Foundation

/// Texts as viewers and h5py take them best: UTF-8 of variable length.
enum HDF5Text {
  /// The type of a text, in the file and in memory: a pointer to a zero-terminated string.
  static func type(_ place: HDF5.Place) throws -> HDF5Identifier {
    let type = try copiedType(place)
    try HDF5.call("set UTF-8 of variable length", at: place) { chdf5_set_text(type.raw) }
    return type
  }

  /// A string type of exactly `byteCount` bytes, ended by a zero byte, as image and scale attributes have it.
  static func fixedType(byteCount: Int, _ place: HDF5.Place) throws -> HDF5Identifier {
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
    guard !texts.contains(where: { $0.utf8.contains(0) }) else {
      throw place.error(.invalid, "a text holds a zero byte", remedy: "remove it")
    }
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

  /// Writes the attribute to an open group or dataset.
  func write(to owner: hid_t, at place: HDF5.Place) throws {
    switch value {
    case .text(let text): try write([text], count: nil, to: owner, at: place)
    case .texts(let texts): try write(texts, count: texts.count, to: owner, at: place)
    case .fixed(let text):
      let bytes = Array(text.utf8CString)
      let type = try HDF5Text.fixedType(byteCount: bytes.count, place)
      try bytes.withUnsafeBytes { try write($0.baseAddress, type.raw, nil, to: owner, at: place) }
    case .integer(let value):
      let type = HDF5.withLock { chdf5_int64() }
      try withUnsafeBytes(of: value) { try write($0.baseAddress, type, nil, to: owner, at: place) }
    }
  }

  private func write(_ texts: [String], count: Int?, to owner: hid_t, at place: HDF5.Place) throws {
    let type = try HDF5Text.type(place)
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
