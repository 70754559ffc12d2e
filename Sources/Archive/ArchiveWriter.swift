import CHDF5
import Files
import Tensors

/// Composes one file: groups on demand, datasets with their part of the content digest, and dimension scales.
struct ArchiveWriter: ~Copyable {
  private let file: HDF5File
  private let path: String
  private var groups: [String] = []
  private var created: Set<String> = [""]
  private var declared: [String: [HDF5Attribute]] = [:]
  /// Datasets and the axis of each of their dimensions, in the order of writing.
  private var attached: [(array: String, axes: [String])] = []
  private var content = ContentDigest()
  private let willWrite: () throws -> Void

  /// Starts a file that is to be written to `path` when it is complete.
  ///
  /// - Parameter willWrite: Called before each array and each row of one; what it throws ends the writing, and nothing
  ///   is left of it.
  init(_ path: String, willWrite: @escaping () throws -> Void = {}) throws {
    self.path = path
    self.willWrite = willWrite
    file = try HDF5File(composing: path)
  }

  /// Says which attributes a group gets; groups of which nothing is said are plain collections.
  mutating func declare(_ group: String, _ attributes: [HDF5Attribute]) { declared[group] = attributes }

  /// Creates a group (and those above it) unless it is there.
  mutating func group(_ group: String) throws {
    guard created.insert(group).inserted else { return }
    try self.group(ArchivePath.parent(of: group))
    try file.createGroup(group)
    groups.append(group)
  }

  /// A group that viewers plot (NXdata): its title, what is plotted and over which axes.
  ///
  /// - Parameters:
  ///   - signal: the dataset that is plotted, and `others` those plotted with it.
  ///   - axes: the dataset along each dimension of the signal.
  ///   - beside: further datasets along one of its dimensions.
  mutating func plot(
    _ group: String, title: String, signal: String, others: [String] = [], axes: [String],
    beside: [(name: String, dimension: Int)] = []
  ) throws {
    var attributes = [
      HDF5Attribute("NX_class", "NXdata"), HDF5Attribute("signal", signal),
      HDF5Attribute("axes", names: axes),
    ]
    if !others.isEmpty { attributes.append(HDF5Attribute("auxiliary_signals", names: others)) }
    let indices = axes.enumerated().map { ($1, $0) } + beside
    attributes += indices.map { HDF5Attribute($0 + "_indices", .integer(Int64($1))) }
    declare(group, attributes)
    try text(group + "/title", title)
  }

  /// Writes a tensor whole.
  ///
  /// - Parameter axes: the datasets beside it that say what each dimension counts; or none at all.
  mutating func dataset(
    _ object: String, _ tensor: Tensor, storage: HDF5Storage = .contiguous,
    _ attributes: [HDF5Attribute] = [], axes: [String] = []
  ) throws {
    try willWrite()
    let group = ArchivePath.parent(of: object)
    try self.group(group)
    let elements = tensor.elements.canonical
    let shape = tensor.shape.dimensions
    let dataset = try HDF5Dataset(create: object, in: file, elements.type, shape: shape, storage: storage)
    try dataset.write(elements)
    try dataset.add(attributes)
    attach(axes, to: object, in: group, rank: shape.count)
    content.add(object, elements, shape: shape)
  }

  /// Writes one tensor for each index of the first axis, fetched one at a time.
  ///
  /// - Parameter row: the tensor at an index; its type and shape must be those of the first.
  mutating func dataset(
    _ object: String, _ type: Tensor.ElementType, shape: [Int], storage: HDF5Storage,
    _ attributes: [HDF5Attribute], axes: [String], rows row: (Int) throws -> Tensor
  ) throws {
    let group = ArchivePath.parent(of: object)
    try self.group(group)
    let dataset = try HDF5Dataset(create: object, in: file, type, shape: shape, storage: storage)
    var hasher = Digest.Hasher()
    for index in 0..<shape[0] {
      try willWrite()
      let elements = try row(index).elements.canonical
      try dataset.write(elements, at: index)
      elements.withUnsafeBytes { hasher.update($0) }
    }
    try dataset.add(attributes)
    attach(axes, to: object, in: group, rank: shape.count)
    content.add(object, type: type.rawValue, shape: shape, values: hasher.finalize())
  }

  /// Writes one text.
  mutating func text(_ object: String, _ text: String) throws { try texts(object, [text], shape: []) }

  /// Writes a list of texts.
  mutating func texts(_ object: String, _ texts: [String], axis: String) throws {
    try self.texts(object, texts, shape: [texts.count])
    attach([axis], to: object, in: ArchivePath.parent(of: object), rank: 1)
  }

  /// Writes a JSON text as an NXnote, whose type is a dataset too.
  mutating func note(_ group: String, _ json: String) throws {
    declare(group, [HDF5Attribute("NX_class", "NXnote")])
    try text(group + "/type", "application/json")
    try text(group + "/data", json)
  }

  private mutating func texts(_ object: String, _ texts: [String], shape: [Int]) throws {
    try group(ArchivePath.parent(of: object))
    let (bytes, width) = try HDF5Text.padded(texts, file.place(object))
    let dataset = try HDF5Dataset(createText: object, in: file, shape: shape, width: width)
    try dataset.write(padded: bytes)
    content.add(object, texts: texts, shape: shape)
  }

  private mutating func attach(_ axes: [String], to array: String, in group: String, rank: Int) {
    guard !axes.isEmpty else { return }
    precondition(axes.count == rank, "\(array) has \(rank) dimensions and the axes \(axes)")
    attached.append((array, axes.map { group + "/" + $0 }))
  }

  /// Adds attributes to the root group.
  func root(_ attributes: [HDF5Attribute]) throws { try file.add(attributes, to: "/") }

  /// Writes the file durably, its content digest in the root's `content_sha256` and in the label.
  ///
  /// - Returns: the content digest.
  @discardableResult
  consuming func finish(
    _ kind: ArchiveLabel.Kind, identity: Digest?, _ operations: FileOperations
  ) throws -> Digest {
    for group in groups {
      try file.add(declared[group] ?? [HDF5Attribute("NX_class", "NXcollection")], to: group)
    }
    try attachScales()
    let digest = content.finalize()
    try file.add([HDF5Attribute("content_sha256", digest.hexadecimal)], to: "/")
    let path = path
    try file.close { bytes in
      try LabeledFile.write(
        bytes, kind: kind, identity: identity, content: digest, to: path, operations)
    }
    return digest
  }

  /// Makes every axis an HDF5 dimension scale of the arrays it stands beside, by which xarray and netCDF4
  /// name dimensions.
  private func attachScales() throws {
    var scales: [String] = []
    var uses: [String: (arrays: [UInt64], dimensions: [Int32])] = [:]
    for (array, axes) in attached {
      let reference = try file.reference(to: array)
      for (dimension, axis) in axes.enumerated() {
        if uses[axis] == nil { scales.append(axis) }
        uses[axis, default: ([], [])].arrays.append(reference)
        uses[axis]?.dimensions.append(Int32(dimension))
      }
      let references = try axes.map { try file.reference(to: $0) }
      let owner = try file.openObject(array)
      try HDF5.call("attach the axes", at: file.place(array)) {
        chdf5_write_dimensions(owner.raw, references, references.count)
      }
    }
    for scale in scales {
      guard let use = uses[scale] else { continue }
      try file.add(HDF5Attribute.scale(ArchivePath.name(of: scale)), to: scale)
      let owner = try file.openObject(scale)
      try HDF5.call("list the uses", at: file.place(scale)) {
        chdf5_write_references(owner.raw, use.arrays, use.dimensions, use.arrays.count)
      }
    }
  }
}
