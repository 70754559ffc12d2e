import Tensors

/// Composes one file: groups on demand, datasets with their part of the content digest.
struct ArchiveWriter: ~Copyable {
  private let file: HDF5File
  private let path: String
  private var created: Set<String> = ["/"]
  private var planned: [String: [HDF5Attribute]] = [:]
  private var content = ContentDigest()

  /// Starts a file that is to be written to `path` when it is complete.
  init(_ path: String) throws {
    self.path = path
    file = try HDF5File(composing: path)
  }

  /// Says which attributes a group gets when it is created; others are plain collections.
  mutating func plan(_ group: String, _ attributes: [HDF5Attribute]) { planned[group] = attributes }

  /// Creates a group (and those above it) unless it is there.
  mutating func group(_ group: String) throws {
    guard !created.contains(group), !group.isEmpty else { return }
    try self.group(ArchivePath.parent(of: group))
    try file.createGroup(group, planned[group] ?? [HDF5Attribute("NX_class", "NXcollection")])
    created.insert(group)
  }

  /// Creates a group with attributes.
  mutating func group(_ group: String, _ attributes: [HDF5Attribute]) throws {
    plan(group, attributes)
    try self.group(group)
  }

  /// Writes an array whole.
  mutating func dataset(
    _ object: String, _ array: ArchiveArray, storage: HDF5Storage = .contiguous,
    _ attributes: [HDF5Attribute] = []
  ) throws {
    try group(ArchivePath.parent(of: object))
    let elements = array.elements.canonical
    let dataset = try HDF5Dataset(
      create: object, in: file, elements.type, shape: array.shape, storage: storage)
    try dataset.write(elements)
    try dataset.add(attributes)
    content.add(object, ArchiveArray(shape: array.shape, elements: elements))
  }

  /// Writes one array for each index of the first axis, fetched one at a time.
  ///
  /// - Parameter row: the array at an index; its type and shape must be those of the first.
  mutating func dataset(
    _ object: String, _ type: ElementType, shape: [Int], storage: HDF5Storage,
    _ attributes: [HDF5Attribute] = [], rows row: (Int) throws -> ArchiveArray
  ) throws {
    try group(ArchivePath.parent(of: object))
    let dataset = try HDF5Dataset(create: object, in: file, type, shape: shape, storage: storage)
    var hasher = Digest.Hasher()
    for index in 0..<shape[0] {
      let elements = try row(index).elements.canonical
      try dataset.write(elements, at: index)
      elements.withUnsafeBytes { hasher.update($0) }
    }
    try dataset.add(attributes)
    content.add(object, type: type.rawValue, shape: shape, values: hasher.finalize())
  }

  /// Writes one text.
  mutating func text(_ object: String, _ text: String, _ attributes: [HDF5Attribute] = []) throws {
    try texts(object, [text], shape: [], attributes)
  }

  /// Writes a list of texts.
  mutating func texts(
    _ object: String, _ texts: [String], shape: [Int], _ attributes: [HDF5Attribute] = []
  ) throws {
    try group(ArchivePath.parent(of: object))
    let (bytes, width) = try HDF5Text.padded(texts, file.place(object))
    let isASCII = texts.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } }
    let dataset = try HDF5Dataset(
      createText: object, in: file, shape: shape, width: width, isASCII: isASCII)
    try dataset.write(padded: bytes)
    try dataset.add(attributes)
    content.add(object, texts: texts, shape: shape)
  }

  /// Adds attributes to the root group.
  func root(_ attributes: [HDF5Attribute]) throws { try file.addToRoot(attributes) }

  /// Writes the file durably, its content digest in the root's `content_sha256` and in the label.
  ///
  /// - Returns: the content digest.
  @discardableResult
  consuming func finish(
    _ kind: ArchiveLabel.Kind, identity: Digest?, _ operations: FileOperations
  ) throws -> Digest {
    let digest = content.finalize()
    try file.addToRoot([HDF5Attribute("content_sha256", digest.hexadecimal)])
    try file.withBytes { bytes in
      try LabelledFile.write(
        bytes, kind: kind, identity: identity, content: digest, to: path, operations)
    }
    return digest
  }
}
