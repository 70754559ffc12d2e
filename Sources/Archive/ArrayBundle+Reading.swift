/// A bundle on disk, checked when opened, whose parts are read when asked for.
struct ArrayBundleReader: ~Copyable {
  let label: ArchiveLabel
  let file: HDF5File

  /// Opens a file after checking every byte of it.
  init(_ path: String, _ kind: ArchiveLabel.Kind) throws {
    let labelled = try LabelledFile(path)
    try labelled.verify(as: kind)
    let file = try HDF5File(reading: path)
    label = labelled.label
    self.file = file
  }

  func arrayPaths() throws -> [String] { try file.order("/array_order") }

  func array(_ path: String) throws -> ArchiveArray { try file.array("/arrays/\(path)") }

  func bundle() throws -> ArrayBundle { try file.bundle(below: "") }
}

extension HDF5File {
  /// The lines of a text dataset; none if it is empty.
  func order(_ object: String) throws -> [String] {
    try text(object).split(separator: "\n").map(String.init)
  }

  /// Reads a scalar text dataset.
  func text(_ object: String) throws -> String {
    let dataset = try HDF5Dataset(open: object, in: self)
    guard dataset.shape.isEmpty, let text = try dataset.texts().first else {
      throw place(object).error(.foreign, "not a single text")
    }
    return text
  }

  /// Reads a dataset whole.
  func array(_ object: String) throws -> ArchiveArray {
    let dataset = try HDF5Dataset(open: object, in: self)
    return try dataset.array()
  }

  /// Reads the bundle below a group.
  func bundle(below group: String) throws -> ArrayBundle {
    ArrayBundle(
      arrays: try order(group + "/array_order").map {
        NamedArray($0, try array("\(group)/arrays/\($0)"))
      },
      texts: try order(group + "/text_order").map {
        ArrayBundle.NamedText($0, try text("\(group)/texts/\($0)"))
      })
  }
}
