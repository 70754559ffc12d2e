import CHDF5

/// An open HDF5 file: composed in memory, or read from disk.
struct HDF5File: ~Copyable, Sendable {
  /// The file that errors name.
  let path: String
  let identifier: HDF5Identifier

  /// A new file in memory; nothing is written to `path`, which only errors name.
  init(composing path: String) throws {
    let place = HDF5.Place(path)
    let creation = try HDF5PropertyLists.fileCreation(place)
    let access = try HDF5PropertyLists.composing(place)
    let identifier = try HDF5Identifier("compose the file", at: place, closedBy: H5Fclose) {
      H5Fcreate(path, chdf5_truncate(), creation.raw, access.raw)
    }
    self.path = path
    self.identifier = identifier
  }

  /// A file on disk, to be read.
  init(reading path: String) throws {
    let place = HDF5.Place(path)
    let access = try HDF5PropertyLists.reading(place)
    let identifier = try HDF5Identifier("open the file", at: place, closedBy: H5Fclose) {
      H5Fopen(path, chdf5_read_only(), access.raw)
    }
    self.path = path
    self.identifier = identifier
  }

  /// Where errors about an object of this file happened.
  func place(_ object: String) -> HDF5.Place { HDF5.Place(path, object) }

  /// Calls `body` with the bytes of a file composed in memory, complete as if it were closed.
  func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
    let place = HDF5.Place(path)
    try HDF5.call("flush", at: place) { chdf5_flush(identifier.raw) }
    let count = try HDF5.call("measure the file", at: place) {
      H5Fget_file_image(identifier.raw, nil, 0)
    }
    var handle: UnsafeMutableRawPointer?
    try HDF5.call("reach the file's memory", at: place) {
      H5Fget_vfd_handle(identifier.raw, chdf5_default(), &handle)
    }
    // The memory driver's handle is the address of its pointer to the bytes.
    guard let memory = handle?.load(as: UnsafeRawPointer?.self) else {
      throw place.error(.library, "the file has no memory")
    }
    return try body(UnsafeRawBufferPointer(start: memory, count: count))
  }

  /// Creates a group whose parent exists, with its attributes.
  func createGroup(_ object: String, _ attributes: [HDF5Attribute] = []) throws {
    let place = place(object)
    let creation = try HDF5PropertyLists.groupCreation(place)
    let group = try HDF5Identifier("create the group", at: place, closedBy: H5Gclose) {
      H5Gcreate2(identifier.raw, object, chdf5_default(), creation.raw, chdf5_default())
    }
    for attribute in attributes { try attribute.write(to: group.raw, at: place) }
  }

  /// Adds attributes to the root group.
  func addToRoot(_ attributes: [HDF5Attribute]) throws {
    let place = place("/")
    let group = try openObject("/")
    for attribute in attributes { try attribute.write(to: group.raw, at: place) }
  }

  /// Opens a group or a dataset.
  func openObject(_ object: String) throws -> HDF5Identifier {
    try HDF5Identifier("open the object", at: place(object), closedBy: H5Oclose) {
      H5Oopen(identifier.raw, object, chdf5_default())
    }
  }

  /// The names in a group, sorted by their bytes.
  ///
  /// - Throws: `ArchiveError` if the group holds anything but hard links, which could lead elsewhere.
  func names(in object: String) throws -> [String] {
    let place = place(object)
    let group = try openObject(object)
    guard try HDF5.call("ask for the kind", at: place, { chdf5_is_group(group.raw) }) > 0 else {
      throw place.error(.foreign, "not a group")
    }
    let count = try HDF5.call("count the links", at: place) { chdf5_link_count(group.raw) }
    var names: [String] = []
    for index in 0..<UInt64(count) {
      let length = try HDF5.call("measure a name", at: place) {
        chdf5_link_name(group.raw, index, nil, 0)
      }
      var name = [CChar](repeating: 0, count: length + 1)
      try HDF5.call("read a name", at: place) {
        chdf5_link_name(group.raw, index, &name, name.count)
      }
      let isHard = try HDF5.call("look at a link", at: place) { chdf5_is_hard_link(group.raw, name) }
      let text = String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard isHard > 0 else { throw place.error(.foreign, "'\(text)' is a link to elsewhere") }
      names.append(text)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether an object is a group (else it is a dataset).
  ///
  /// - Throws: `ArchiveError` if it is neither.
  func isGroup(_ object: String) throws -> Bool {
    let place = place(object)
    let identifier = try openObject(object)
    if try HDF5.call("ask for the kind", at: place, { chdf5_is_group(identifier.raw) }) > 0 {
      return true
    }
    guard try HDF5.call("ask for the kind", at: place, { chdf5_is_dataset(identifier.raw) }) > 0 else {
      throw place.error(.foreign, "neither a group nor a dataset")
    }
    return false
  }

  /// Reads a text attribute of a group or dataset.
  func text(attribute name: String, of object: String) throws -> String {
    let place = place(object)
    let owner = try openObject(object)
    return try HDF5Attribute.text(name, of: owner.raw, at: place)
  }

  /// Reads an integer array attribute of a group or dataset.
  func integers(attribute name: String, of object: String) throws -> [Int64] {
    let place = place(object)
    let owner = try openObject(object)
    return try HDF5Attribute.integers(name, of: owner.raw, at: place)
  }
}
