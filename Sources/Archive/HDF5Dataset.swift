import CHDF5
import Tensors

extension Tensor.ElementType {
  /// The type in the file, which is also the type in memory: little-endian. Call with the lock held.
  var inFile: hid_t {
    switch self {
    case .float32: chdf5_float32()
    case .float64: chdf5_float64()
    case .int64: chdf5_int64()
    case .uint8: chdf5_uint8()
    }
  }
}

/// A dataset being written or read.
struct HDF5Dataset: ~Copyable, Sendable {
  let place: HDF5.Place
  let shape: [Int]
  private let identifier: HDF5Identifier
  private let fileSize: Int

  /// Creates a numeric dataset.
  init(
    create object: String, in file: borrowing HDF5File, _ type: Tensor.ElementType, shape: [Int],
    storage: HDF5Storage
  ) throws {
    place = file.place(object)
    self.shape = shape
    fileSize = file.size
    identifier = try Self.create(object, in: file, { type.inFile }, shape, storage)
  }

  /// Creates a dataset of texts of `width` bytes each.
  init(createText object: String, in file: borrowing HDF5File, shape: [Int], width: Int) throws {
    place = file.place(object)
    self.shape = shape
    fileSize = file.size
    let type = try HDF5Text.type(byteCount: width, place)
    identifier = try Self.create(object, in: file, { type.raw }, shape, .contiguous)
  }

  /// Opens a dataset.
  init(open object: String, in file: borrowing HDF5File) throws {
    let place = file.place(object)
    let raw = file.identifier.raw
    let identifier = try HDF5Identifier("open the dataset", at: place, closedBy: H5Dclose) {
      H5Dopen2(raw, object, chdf5_default())
    }
    let space = try HDF5Identifier("read the shape", at: place, closedBy: H5Sclose) {
      H5Dget_space(identifier.raw)
    }
    shape = try HDF5Space.shape(of: space.raw, place)
    self.place = place
    self.identifier = identifier
    fileSize = file.size
  }

  private static func create(
    _ object: String, in file: borrowing HDF5File, _ type: () -> hid_t, _ shape: [Int],
    _ storage: HDF5Storage
  ) throws -> HDF5Identifier {
    let place = file.place(object)
    let space = try HDF5Space.make(shape, place)
    let list = try HDF5PropertyLists.datasetCreation(storage, shape: shape, place)
    let raw = file.identifier.raw
    return try HDF5Identifier("create the dataset", at: place, closedBy: H5Dclose) {
      H5Dcreate2(raw, object, type(), space.raw, chdf5_default(), list.raw, chdf5_default())
    }
  }

  /// Adds attributes.
  func add(_ attributes: [HDF5Attribute]) throws {
    for attribute in attributes { try attribute.write(to: identifier.raw, at: place) }
  }

  /// Writes all elements.
  func write(_ elements: Tensor.Elements) throws {
    guard elements.count > 0 else { return }
    _ = try elements.withUnsafeBytes { bytes in
      try HDF5.call("write", at: place) {
        H5Dwrite(
          identifier.raw, elements.type.inFile, chdf5_all(), chdf5_all(), chdf5_default(),
          bytes.baseAddress)
      }
    }
  }

  /// Writes the elements at one index of the first axis.
  func write(_ elements: Tensor.Elements, at index: Int) throws {
    guard elements.count > 0 else { return }
    let memory = try HDF5Space.make(Array(shape.dropFirst()), place)
    let file = try selection(index)
    _ = try elements.withUnsafeBytes { bytes in
      try HDF5.call("write", at: place) {
        H5Dwrite(
          identifier.raw, elements.type.inFile, memory.raw, file.raw, chdf5_default(), bytes.baseAddress)
      }
    }
  }

  /// Writes texts padded to the dataset's width.
  func write(padded bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    let type = try self.type()
    try HDF5.call("write", at: place) {
      H5Dwrite(identifier.raw, type.raw, chdf5_all(), chdf5_all(), chdf5_default(), bytes)
    }
  }

  /// The element type, or `nil` if it is none of the four, as for texts.
  func elementType() throws -> Tensor.ElementType? {
    let type = try self.type()
    for candidate in Tensor.ElementType.allCases {
      let equal = try HDF5.call("compare types", at: place) { H5Tequal(type.raw, candidate.inFile) }
      if equal > 0 { return candidate }
    }
    return nil
  }

  /// Reads all of it.
  func tensor() throws -> Tensor { try read(shape, nil) }

  /// Reads what stands at one index of the first axis.
  func tensor(at index: Int) throws -> Tensor {
    guard let first = shape.first, index >= 0, index < first else {
      throw place.error(.notFound, "no index \(index) in the shape \(shape)")
    }
    return try read(Array(shape.dropFirst()), index)
  }

  /// Reads texts.
  func texts() throws -> [String] {
    let type = try self.type()
    let width = try HDF5Text.width(of: type.raw, place)
    let count = try checkedCount(shape, width: width)
    var bytes = [UInt8](repeating: 0, count: count * width)
    if count > 0 {
      try HDF5.call("read", at: place) {
        H5Dread(identifier.raw, type.raw, chdf5_all(), chdf5_all(), chdf5_default(), &bytes)
      }
    }
    return HDF5Text.texts(bytes, width: width)
  }

  private func read(_ part: [Int], _ index: Int?) throws -> Tensor {
    guard let type = try elementType() else {
      throw place.error(.foreign, "its element type is none that archives hold")
    }
    _ = try checkedCount(shape, width: type.byteCount)
    let count = try HDF5Space.count(of: part, place)
    guard count > 0 else {
      return Tensor(shape: Shape(part), elements: try .filled(type, count: 0) { _ in })
    }
    let memory = try HDF5Space.make(part, place)
    let file = try index.map { try selection($0) } ?? HDF5Space.make(shape, place)
    let elements = try Tensor.Elements.filled(type, count: count) { start in
      try HDF5.call("read", at: place) {
        H5Dread(identifier.raw, type.inFile, memory.raw, file.raw, chdf5_default(), start)
      }
    }
    return Tensor(shape: Shape(part), elements: elements)
  }

  /// The number of elements, refused when the file cannot hold that many: deflate shrinks a run of bytes at
  /// most 1032-fold, so reading what claims more would only exhaust memory.
  private func checkedCount(_ shape: [Int], width: Int) throws -> Int {
    let count = try HDF5Space.count(of: shape, place)
    let stored = min(HDF5.withLock { H5Dget_storage_size(identifier.raw) }, UInt64(fileSize))
    let (bytes, overflow) = count.multipliedReportingOverflow(by: width)
    guard !overflow, UInt64(bytes) / UInt64(CHDF5_MOST_INFLATION) <= stored else {
      throw place.error(.foreign, "claims more elements than the file holds")
    }
    return count
  }

  private func selection(_ index: Int) throws -> HDF5Identifier {
    let space = try HDF5Space.make(shape, place)
    var start = [hsize_t](repeating: 0, count: shape.count)
    var count = shape.map { hsize_t($0) }
    start[0] = hsize_t(index)
    count[0] = 1
    try HDF5.call("select an epoch", at: place) { chdf5_select(space.raw, start, count) }
    return space
  }

  private func type() throws -> HDF5Identifier {
    try HDF5Identifier("read the type", at: place, closedBy: H5Tclose) { H5Dget_type(identifier.raw) }
  }
}

/// Shapes, as libhdf5's data spaces.
enum HDF5Space {
  /// A space of fixed shape; a scalar's for `[]`.
  static func make(_ shape: [Int], _ place: HDF5.Place) throws -> HDF5Identifier {
    try HDF5Identifier("make a data space", at: place, closedBy: H5Sclose) {
      shape.isEmpty
        ? chdf5_scalar_space() : H5Screate_simple(Int32(shape.count), shape.map { hsize_t($0) }, nil)
    }
  }

  /// The shape of a space.
  static func shape(of space: hid_t, _ place: HDF5.Place) throws -> [Int] {
    let rank = try HDF5.call("read the rank", at: place) { H5Sget_simple_extent_ndims(space) }
    guard rank > 0 else { return [] }
    var extents = [hsize_t](repeating: 0, count: Int(rank))
    try HDF5.call("read the shape", at: place) { H5Sget_simple_extent_dims(space, &extents, nil) }
    return try extents.map { extent in
      guard let extent = Int(exactly: extent) else { throw place.error(.foreign, "impossible shape") }
      return extent
    }
  }

  /// The number of elements of a shape that was read from a file and need not be a possible one.
  static func count(of shape: [Int], _ place: HDF5.Place) throws -> Int {
    try shape.reduce(1) { product, extent in
      let (next, overflow) = product.multipliedReportingOverflow(by: extent)
      guard !overflow else { throw place.error(.foreign, "impossible shape \(shape)") }
      return next
    }
  }
}
