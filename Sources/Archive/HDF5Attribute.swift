import CHDF5

/// An attribute to be written: what it is called and what it holds.
struct HDF5Attribute: Sendable {
  /// What an attribute may hold.
  enum Value: Sendable {
    /// A scalar text, as viewers expect (H5Web rejects the shape [1]).
    case text(String)
    /// A list of texts, `[count]`.
    case texts([String])
    /// A scalar integer.
    case integer(Int64)
    /// A list of integers, `[count]`.
    case integers([Int64])
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
    case .integer(let value): try write([value], count: nil, to: owner, at: place)
    case .integers(let values): try write(values, count: values.count, to: owner, at: place)
    }
  }

  private func write(_ texts: [String], count: Int?, to owner: hid_t, at place: HDF5.Place) throws {
    let (bytes, width) = try HDF5Text.padded(texts, place)
    let isASCII = texts.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } }
    let type = try HDF5Text.type(byteCount: width, isASCII: isASCII, place)
    try write(bytes, type.raw, count, to: owner, at: place)
  }

  private func write(_ values: [Int64], count: Int?, to owner: hid_t, at place: HDF5.Place) throws {
    try write(values, chdf5_int64(), count, to: owner, at: place)
  }

  private func write<T: BitwiseCopyable>(
    _ values: [T], _ type: @autoclosure () -> hid_t, _ count: Int?, to owner: hid_t, at place: HDF5.Place
  ) throws {
    let space = try HDF5Space.make(count.map { [$0] } ?? [], place)
    let attribute = try HDF5Identifier("create attribute '\(name)'", at: place, closedBy: H5Aclose) {
      H5Acreate2(owner, name, type(), space.raw, chdf5_default(), chdf5_default())
    }
    guard !values.isEmpty else { return }
    try HDF5.call("write attribute '\(name)'", at: place) { H5Awrite(attribute.raw, type(), values) }
  }

  /// Reads a scalar text.
  static func text(_ name: String, of owner: hid_t, at place: HDF5.Place) throws -> String {
    let attribute = try open(name, of: owner, at: place)
    let type = try HDF5Identifier("read the type of '\(name)'", at: place, closedBy: H5Tclose) {
      H5Aget_type(attribute.raw)
    }
    let width = try HDF5Text.width(of: type.raw, place)
    guard try shape(of: attribute.raw, place).isEmpty else {
      throw place.error(.foreign, "attribute '\(name)' is not a single text")
    }
    var bytes = [UInt8](repeating: 0, count: width)
    try HDF5.call("read attribute '\(name)'", at: place) { H5Aread(attribute.raw, type.raw, &bytes) }
    return HDF5Text.texts(bytes, width: width).first ?? ""
  }

  /// Reads integers, one or a list.
  static func integers(_ name: String, of owner: hid_t, at place: HDF5.Place) throws -> [Int64] {
    let attribute = try open(name, of: owner, at: place)
    let count = try HDF5Space.count(of: try shape(of: attribute.raw, place), place)
    guard count <= 1 << 24 else { throw place.error(.foreign, "attribute '\(name)' is too large") }
    var values = [Int64](repeating: 0, count: count)
    guard count > 0 else { return values }
    try HDF5.call("read attribute '\(name)'", at: place) {
      H5Aread(attribute.raw, chdf5_int64(), &values)
    }
    return values
  }

  private static func open(_ name: String, of owner: hid_t, at place: HDF5.Place) throws -> HDF5Identifier {
    try HDF5Identifier("open attribute '\(name)'", at: place, closedBy: H5Aclose) {
      H5Aopen(owner, name, chdf5_default())
    }
  }

  private static func shape(of attribute: hid_t, _ place: HDF5.Place) throws -> [Int] {
    let space = try HDF5Identifier("read an attribute's shape", at: place, closedBy: H5Sclose) {
      H5Aget_space(attribute)
    }
    return try HDF5Space.shape(of: space.raw, place)
  }
}
