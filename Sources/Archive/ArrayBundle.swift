import Foundation
import Tensors

/// Named arrays and named texts saved together: one tensor, a list, a dictionary, a model, a checkpoint.
///
/// The order of arrays and texts is kept. A bundle is written durably and completely or not at all, and
/// what is read is what was written, bit for bit (NaNs as the one NaN that files hold).
public struct ArrayBundle: Equatable, Sendable {
  /// A text with the name under which it is stored.
  public struct NamedText: Equatable, Sendable {
    /// The path, as of an array.
    public var path: String
    /// The text; it may not hold zero bytes.
    public var text: String

    /// Names a text.
    public init(_ path: String, _ text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The arrays, in declared order.
  public var arrays: [NamedArray]
  /// The texts, in declared order.
  public var texts: [NamedText]

  /// Puts arrays and texts together.
  public init(arrays: [NamedArray] = [], texts: [NamedText] = []) {
    self.arrays = arrays
    self.texts = texts
  }

  /// The array of a path.
  public func array(_ path: String) -> ArchiveArray? { arrays.first { $0.path == path }?.array }

  /// The text of a path.
  public func text(_ path: String) -> String? { texts.first { $0.path == path }?.text }

  /// Writes the bundle; `path` then holds all of it, or what it held before and an error is thrown.
  ///
  /// - Returns: the content digest, equal on every machine for equal content.
  @discardableResult
  public func write(to path: String) throws -> Digest {
    try write(to: path, .arrays, identity: nil, .system)
  }

  /// Reads a bundle after checking every byte of the file against its SHA-256.
  public init(contentsOf path: String) throws {
    let reader = try ArrayBundleReader(path, .arrays)
    self = try reader.bundle()
  }

  func write(
    to path: String, _ kind: ArchiveLabel.Kind, identity: Digest?, _ operations: FileOperations
  ) throws -> Digest {
    var writer = try ArchiveWriter(path)
    try write(to: &writer, below: "", storage: .contiguous, file: path)
    return try writer.finish(kind, identity: identity, operations)
  }

  /// Writes `arrays`, `texts` and their order below a group.
  func write(
    to writer: inout ArchiveWriter, below group: String, storage: HDF5Storage, file: String
  ) throws {
    try ArchivePath.check(arrays.map(\.path), file: file)
    try ArchivePath.check(texts.map(\.path), file: file)
    try writer.group(group + "/arrays")
    for named in arrays {
      try writer.dataset("\(group)/arrays/\(named.path)", named.array, storage: storage)
    }
    try writer.group(group + "/texts")
    for named in texts { try writer.text("\(group)/texts/\(named.path)", named.text) }
    try writer.text(group + "/array_order", arrays.map(\.path).joined(separator: "\n"))
    try writer.text(group + "/text_order", texts.map(\.path).joined(separator: "\n"))
  }
}
