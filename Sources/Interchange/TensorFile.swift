import Files
import Tensors

/// Files of tensors that other programs read and write: a tensor, a list of tensors, tensors by name.
///
/// The format follows from the path's ending: `.npy` holds one tensor; `.npz` a list, or tensors by name; `.safetensors`
/// tensors by name, with texts. What is read is what was written, bit for bit, NaNs too, and the same tensors are the
/// same bytes. A file is written completely and durably or not at all.
public enum TensorFile {
  /// The formats; the raw value is the ending of a file's name.
  public enum Format: String, Sendable, CaseIterable {
    /// One array, as `numpy.save` writes it.
    case npy
    /// Arrays by name, as `numpy.savez` writes them.
    case npz
    /// Tensors by name with texts, as safetensors' `save_file` writes them.
    case safetensors

    /// The format of a file by its path's ending; `nil` for another ending.
    public init?(of path: String) {
      guard let format = Self.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else { return nil }
      self = format
    }
  }

  // MARK: Writing

  /// Writes one tensor.
  ///
  /// - Parameters:
  ///   - path: A `.npy`.
  ///   - replacing: Whether a file that is there already is replaced; otherwise it is an error.
  /// - Throws: `InterchangeError`, `FileError`.
  public static func write(_ tensor: Tensor, to path: String, replacing: Bool = false) throws {
    try require([.npy], path, for: "a tensor")
    try write(NPY.bytes(of: tensor, file: path), to: path, replacing: replacing)
  }

  /// Writes a list of tensors, as NumPy names them: `arr_0`, `arr_1` ….
  ///
  /// - Parameters:
  ///   - path: A `.npz`.
  ///   - replacing: Whether a file that is there already is replaced; otherwise it is an error.
  /// - Throws: `InterchangeError`, `FileError`.
  public static func write(_ list: [Tensor], to path: String, replacing: Bool = false) throws {
    try require([.npz], path, for: "a list of tensors")
    let named = list.enumerated().map { NamedTensor(listName($0.offset), $0.element) }
    try write(NPZ.bytes(of: named, file: path), to: path, replacing: replacing)
  }

  /// Writes tensors by name, in the order given.
  ///
  /// - Parameters:
  ///   - metadata: Texts by name, for a `.safetensors`; a `.npz` has no place for them.
  ///   - path: A `.npz` or `.safetensors`.
  ///   - replacing: Whether a file that is there already is replaced; otherwise it is an error.
  /// - Throws: `InterchangeError` of the kind `invalid` for names and texts that the format does not hold; `FileError`.
  public static func write(
    _ tensors: [NamedTensor], metadata: [String: String] = [:], to path: String, replacing: Bool = false
  ) throws {
    switch try require([.npz, .safetensors], path, for: "tensors by name") {
    case .safetensors:
      try write(
        Safetensors.bytes(of: tensors, metadata: metadata, file: path), to: path, replacing: replacing)
    case .npy, .npz:
      guard metadata.isEmpty else {
        throw InterchangeError(
          .invalid, file: path, reason: "a .npz has no place for texts", remedy: "write safetensors")
      }
      try write(NPZ.bytes(of: tensors, file: path), to: path, replacing: replacing)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws {
    guard try replacing || !FileOperations.exists(path) else {
      throw FileError(path: path, reason: "is there already", remedy: "choose another name, or replace it")
    }
    try bytes.withUnsafeBytes { try FileOperations.system.replaceFile(path, with: [$0]) }
  }

  // MARK: Reading

  /// The tensor of a `.npy`.
  ///
  /// - Throws: `InterchangeError` of the kind `unreadable` for a damaged file and for what the four element types do not
  ///   hold; `FileError`.
  public static func tensor(_ path: String) throws -> Tensor {
    try require([.npy], path, for: "a tensor")
    return try NPY.tensor(FileOperations.contents(of: path), file: path)
  }

  /// The list of tensors of a `.npz` whose arrays are called `arr_0`, `arr_1` … in whatever order.
  ///
  /// - Throws: As `tensor(_:)` does; of the kind `invalid` if the arrays have other names.
  public static func list(_ path: String) throws -> [Tensor] {
    try require([.npz], path, for: "a list of tensors")
    let named = try tensors(path).tensors
    return try named.indices.map { index in
      guard let entry = named.first(where: { $0.path == listName(index) }) else {
        throw InterchangeError(
          .invalid, file: path,
          reason: "is no list: there is no '\(listName(index))' among its \(named.count) arrays",
          remedy: "read its tensors by name")
      }
      return entry.tensor
    }
  }

  /// The tensors by name and the texts of a `.npz` or `.safetensors`, in the file's order.
  ///
  /// - Throws: As `tensor(_:)` does.
  public static func tensors(_ path: String) throws -> (tensors: [NamedTensor], metadata: [String: String]) {
    switch try require([.npz, .safetensors], path, for: "tensors by name") {
    case .safetensors:
      let contents = try Safetensors.contents(FileOperations.contents(of: path), file: path)
      return (contents.tensors, contents.metadata)
    case .npy, .npz:
      return (try NPZ.tensors(FileOperations.contents(of: path), file: path), [:])
    }
  }

  private static func listName(_ index: Int) -> String { "arr_\(index)" }

  /// The format of a path, which must be one of these.
  @discardableResult
  private static func require(_ formats: [Format], _ path: String, for what: String) throws -> Format {
    guard let format = Format(of: path), formats.contains(format) else {
      let endings = formats.map { "." + $0.rawValue }.joined(separator: " or ")
      throw InterchangeError(.invalid, file: path, reason: "\(what): the name must end in \(endings)")
    }
    return format
  }
}
