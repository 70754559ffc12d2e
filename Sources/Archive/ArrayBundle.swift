import Files
import Tensors

/// Named arrays and named texts in one file, which a segment and a checkpoint are.
///
/// The order of arrays and texts is kept. A bundle is written durably and completely or not at all, and
/// what is read is what was written, bit for bit (NaNs as the one NaN that files hold).
package struct ArrayBundle: Equatable, Sendable {
  /// A text with the name under which it is stored.
  package struct NamedText: Equatable, Sendable {
    /// The path, as of an array.
    package var path: String
    /// The text; it may not hold zero bytes.
    package var text: String

    /// Names a text.
    package init(_ path: String, _ text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The arrays, in declared order.
  package var arrays: [NamedTensor]
  /// The texts, in declared order.
  package var texts: [NamedText]

  /// Puts arrays and texts together.
  package init(arrays: [NamedTensor] = [], texts: [NamedText] = []) {
    self.arrays = arrays
    self.texts = texts
  }

  /// The array of a path.
  package func array(_ path: String) -> Tensor? { arrays.first { $0.path == path }?.tensor }

  /// The text of a path.
  package func text(_ path: String) -> String? { texts.first { $0.path == path }?.text }

  /// Writes the bundle; `path` then holds all of it, or what it held before and an error is thrown.
  ///
  /// - Returns: the content digest, equal on every machine for equal content.
  @discardableResult
  package func write(
    to path: String, _ kind: ArchiveLabel.Kind, identity: Digest? = nil,
    _ operations: FileOperations = .system
  ) throws -> Digest {
    try ArchivePath.check(arrays.map(\.path), file: path)
    try ArchivePath.check(texts.map(\.path), file: path)
    var writer = try ArchiveWriter(path)
    try writer.group("/arrays")
    for named in arrays { try writer.dataset("/arrays/" + named.path, named.tensor) }
    try writer.group("/texts")
    for named in texts { try writer.text("/texts/" + named.path, named.text) }
    try writer.text("/array_order", arrays.map(\.path).joined(separator: "\n"))
    try writer.text("/text_order", texts.map(\.path).joined(separator: "\n"))
    return try writer.finish(kind, identity: identity, operations)
  }

  /// Reads a bundle after checking every byte of the file against its SHA-256.
  package init(contentsOf path: String, _ kind: ArchiveLabel.Kind) throws {
    let reader = try ArrayBundleReader(path, kind)
    self.init(
      arrays: try reader.arrayPaths().map { NamedTensor($0, try reader.array($0)) },
      texts: try reader.order("/text_order").map { NamedText($0, try reader.text($0)) })
  }
}

/// A bundle on disk, checked when opened, whose parts are read when asked for.
struct ArrayBundleReader: ~Copyable {
  let label: ArchiveLabel
  private let file: HDF5File

  /// Opens a file after checking every byte of it.
  init(_ path: String, _ kind: ArchiveLabel.Kind) throws {
    let labelled = try LabelledFile(path)
    try labelled.verify(as: kind)
    let file = try HDF5File(reading: path)
    label = labelled.label
    self.file = file
  }

  /// Opens a file that was checked before.
  init(checked path: String) throws {
    let file = try HDF5File(reading: path)
    label = try ArchiveLabel(of: path)
    self.file = file
  }

  func arrayPaths() throws -> [String] { try order("/array_order") }

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

  fileprivate func order(_ object: String) throws -> [String] {
    try file.text(object).split(separator: "\n").map(String.init)
  }
}
