import CHDF5
import Files
import Foundation
import Tensors

/// The memory in which libhdf5 composes a file, and which holds the whole file once that is closed.
final class HDF5Image: @unchecked Sendable {
  /// What the C callbacks fill; it never moves.
  let memory: UnsafeMutablePointer<chdf5_image>

  init() {
    memory = .allocate(capacity: 1)
    memory.initialize(to: chdf5_image())
  }

  deinit {
    if memory.pointee.is_closed != 0 { free(memory.pointee.bytes) }
    memory.deallocate()
  }
}

/// An open HDF5 file: composed in memory, or read from disk.
struct HDF5File: ~Copyable, Sendable {
  /// The file that errors name.
  let path: String
  /// The length of a file that is read; 0 for one that is composed.
  let size: Int
  let identifier: HDF5Identifier
  private let image: HDF5Image?

  /// What a file that is composed is called towards libhdf5: of its own, and a name that nothing can have, since the library
  /// would open what has it.
  private static func nameInMemory(_ path: String) -> String { "/dev/null/\(path)" }

  /// A new file in memory; nothing is read from or written to `path`, which only errors name.
  init(composing path: String) throws {
    let place = HDF5.Place(path)
    let image = HDF5Image()
    let creation = try HDF5PropertyLists.fileCreation(place)
    let access = try HDF5PropertyLists.composing(in: image, place)
    // Closing writes to the image, which must live as long.
    let close: @Sendable (hid_t) -> herr_t = { raw in withExtendedLifetime(image) { H5Fclose(raw) } }
    let identifier = try HDF5Identifier("compose the file", at: place, closedBy: close) {
      H5Fcreate(Self.nameInMemory(path), chdf5_truncate(), creation.raw, access.raw)
    }
    self.path = path
    self.identifier = identifier
    self.image = image
    size = 0
  }

  /// A file on disk of `size` bytes, to be read.
  init(reading path: String, size: Int) throws {
    let place = HDF5.Place(path)
    let access = try HDF5PropertyLists.reading(place)
    let identifier = try Self.open(place, access)
    self.path = path
    self.size = size
    self.identifier = identifier
    image = nil
  }

  /// Opens a file, again where a signal interrupted that: the library reads again by itself, but does not open again. Nor does
  /// it always pass on the system's reason.
  private static func open(_ place: HDF5.Place, _ access: borrowing HDF5Identifier) throws -> HDF5Identifier {
    while true {
      var code: Int32 = 0
      do {
        return try HDF5Identifier("open the file", at: place, closedBy: H5Fclose) {
          errno = 0
          let file = H5Fopen(place.file, chdf5_read_only(), access.raw)
          code = errno
          return file
        }
      } catch var error as ArchiveError {
        if code == EINTR { continue }
        let reason = String(cString: strerror(code))
        if code != 0, !error.reason.hasSuffix(reason) { error.reason += ": \(reason)" }
        throw error
      }
    }
  }

  /// Whether libhdf5 reads all of a file that may be damaged without an error or a crash; a child process
  /// tries, while the lock is held.
  static func survivesReading(_ path: String) throws -> Bool {
    let (result, code) = HDF5.withLock { (chdf5_survives_reading(path), errno) }
    guard result >= 0 else { throw FileError(attempt: "start a process to read it", path: path, code: code) }
    return result > 0
  }

  /// Where errors about an object of this file happened.
  func place(_ object: String) -> HDF5.Place { HDF5.Place(path, object) }

  /// Closes a file composed in memory and calls `body` with what follows its user block.
  consuming func close<R>(_ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
    let place = HDF5.Place(path)
    try HDF5.call("flush", at: place) { chdf5_flush(identifier.raw) }
    let image = image
    // Closes it.
    _ = consume self
    guard let image, let bytes = image.memory.pointee.bytes,
      case let end = chdf5_image_end(image.memory, ArchiveLabel.byteCount), end > 0
    else { throw place.error(.library, "cannot close the file: its memory is not complete") }
    return try withExtendedLifetime(image) {
      try body(
        UnsafeRawBufferPointer(
          rebasing: UnsafeRawBufferPointer(start: bytes, count: end)[ArchiveLabel.byteCount...]))
    }
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

  /// Adds attributes to a group or dataset.
  func add(_ attributes: [HDF5Attribute], to object: String) throws {
    let place = place(object)
    let owner = try openObject(object)
    for attribute in attributes { try attribute.write(to: owner.raw, at: place) }
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
      guard length <= NamedTensor.longestComponent else {
        throw place.error(.foreign, "a name of \(length) bytes")
      }
      var name = [CChar](repeating: 0, count: length + 1)
      try HDF5.call("read a name", at: place) {
        chdf5_link_name(group.raw, index, &name, name.count)
      }
      let isHard = try HDF5.call("look at a link", at: place) { chdf5_is_hard_link(group.raw, name) }
      let text = String(decoding: name.prefix(length).map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
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

  /// Reads a dataset of numbers whole.
  func tensor(_ object: String) throws -> Tensor {
    let dataset = try HDF5Dataset(open: object, in: self)
    return try dataset.tensor()
  }

  /// Reads a scalar text dataset.
  func text(_ object: String) throws -> String {
    let dataset = try HDF5Dataset(open: object, in: self)
    guard dataset.shape.isEmpty, let text = try dataset.texts().first else {
      throw place(object).error(.foreign, "not a single text")
    }
    return text
  }

  /// The address of an object, as references hold it.
  func reference(to object: String) throws -> UInt64 {
    var reference: UInt64 = 0
    try HDF5.call("refer to the object", at: place(object)) {
      chdf5_reference(identifier.raw, object, &reference)
    }
    return reference
  }
}
