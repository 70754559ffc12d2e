import Files
import Tensors

/// Named arrays and named texts in one file, which a segment and a checkpoint are.
///
/// The order of the arrays is kept. A bundle is written durably and completely or not at all, and
/// what is read is what was written, bit for bit (NaNs as the one NaN that files hold).
package struct ArrayBundle: Equatable, Sendable {
  /// The arrays, in declared order.
  package var arrays: [NamedTensor]
  /// The texts by name; they may hold no zero bytes.
  package var texts: [String: String]

  /// A bundle; paths, names and texts are checked when it is written.
  package init(arrays: [NamedTensor] = [], texts: [String: String] = [:]) {
    self.arrays = arrays
    self.texts = texts
  }

  /// Writes the bundle; `path` then holds all of it, or what it held before and an error is thrown.
  ///
  /// - Returns: the content digest, equal on every machine for equal content.
  @discardableResult
  package func write(
    to path: String, _ kind: ArchiveLabel.Kind, identity: Digest? = nil,
    _ operations: FileOperations = .system
  ) throws -> Digest {
    try ArchivePath.check(arrays.map(\.path), file: path)
    try ArchivePath.check(texts.keys.sorted(), file: path)
    var writer = try ArchiveWriter(path)
    try writer.group("/arrays")
    for named in arrays { try writer.dataset("/arrays/" + named.path, named.tensor) }
    try writer.group("/texts")
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) { try writer.text("/texts/" + name, text) }
    try writer.text("/array_order", arrays.map(\.path).joined(separator: "\n"))
    return try writer.finish(kind, identity: identity, operations)
  }

  /// Reads a bundle after checking every byte of the file against its SHA-256.
  package init(contentsOf path: String, _ kind: ArchiveLabel.Kind) throws {
    let reader = try ArrayBundleReader(path, kind)
    self.init(
      arrays: try reader.arrayPaths().map { NamedTensor($0, try reader.array($0)) },
      texts: try reader.texts())
  }
}

/// A bundle on disk, checked when opened, whose parts are read when asked for.
struct ArrayBundleReader: ~Copyable {
  let label: ArchiveLabel
  private let file: HDF5File

  /// Opens a file after checking every byte of it.
  init(_ path: String, _ kind: ArchiveLabel.Kind) throws {
    let labeled = try LabeledFile(path)
    try labeled.verify(as: kind)
    try self.init(opening: labeled)
  }

  /// Opens a file that was checked before.
  init(checked path: String) throws {
    try self.init(opening: try LabeledFile(path))
  }

  private init(opening labeled: borrowing LabeledFile) throws {
    let file = try HDF5File(reading: labeled.path, size: labeled.size)
    label = labeled.label
    self.file = file
  }

  func arrayPaths() throws -> [String] {
    try file.text("/array_order").split(separator: "\n").map(String.init)
  }

  func array(_ path: String) throws -> Tensor { try file.tensor("/arrays/" + path) }

  /// An array's type and shape.
  func outline(_ path: String) throws -> (type: Tensor.ElementType, shape: [Int]) {
    let dataset = try HDF5Dataset(open: "/arrays/" + path, in: file)
    guard let type = try dataset.elementType() else {
      throw dataset.place.error(.foreign, "its element type is none that archives hold")
    }
    return (type, dataset.shape)
  }

  func text(_ path: String) throws -> String { try file.text("/texts/" + path) }

  /// All texts by name.
  ///
  /// - Throws: `ArchiveError` also for names of different bytes that are one text, which nobody here writes.
  func texts() throws -> [String: String] {
    try file.names(in: "/texts").reduce(into: [:]) { texts, name in
      guard texts.updateValue(try text(name), forKey: name) == nil else {
        throw file.place("/texts").error(.foreign, "two texts are called '\(name)'")
      }
    }
  }
}
