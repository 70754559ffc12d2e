import Tensors

/// NumPy's format of several arrays: a ZIP archive of `.npy` files, as `numpy.savez` writes it.
///
/// Written are stored entries in the order given, each `name.npy`; read are those of `numpy.savez_compressed` too. The same
/// tensors are the same bytes. There is no place for texts.
package enum NPZ {
  private static let ending = ".npy"

  /// A file's bytes.
  ///
  /// - Parameter file: What an error calls it.
  /// - Throws: `InterchangeError` of the kind `invalid` for a name that is empty, stands twice or holds a zero
  ///   character, which ends names in ZIP archives for some readers; for 4 GB or more.
  package static func bytes(of tensors: [NamedTensor], file: String) throws -> [UInt8] {
    try NamedTensor.checkNames(of: tensors, file: file)
    let entries = try tensors.map { named in
      guard !named.path.utf8.contains(0) else {
        throw InterchangeError(.invalid, file: file, reason: "a name holds a zero character")
      }
      return ZIPArchive.Entry(
        name: named.path + ending, bytes: try NPY.bytes(of: named.tensor, file: file))
    }
    return try ZIPArchive.bytes(of: entries, file: file)
  }

  /// The arrays that a file's bytes hold, in the archive's order.
  ///
  /// - Parameter file: What an error calls it.
  /// - Throws: `InterchangeError` of the kind `unreadable` for anything but a ZIP archive of `.npy` files.
  package static func tensors(_ bytes: [UInt8], file: String) throws -> [NamedTensor] {
    try ZIPArchive.entries(bytes, file: file).map { entry in
      guard entry.name.hasSuffix(ending) else {
        throw InterchangeError(.unreadable, file: file, reason: "'\(entry.name)' in it is no \(ending) file")
      }
      return NamedTensor(
        String(entry.name.dropLast(ending.count)),
        try NPY.tensor(entry.bytes, file: "\(file): '\(entry.name)'"))
    }
  }
}
