import Tensors

extension RunArchive {
  /// The parameters' paths in declared order; none if no epoch kept weights.
  public func parameterPaths() throws -> [String] { try paths("parameters") }

  /// The activations' paths in declared order.
  public func activationPaths() throws -> [String] { try paths("activations") }

  /// The paths of the parameters whose gradient norms are recorded, in declared order.
  public func gradientPaths() throws -> [String] { try paths("gradients") }

  /// The series' paths in declared order.
  public func seriesPaths() throws -> [String] { try paths("series") }

  /// The epochs at which a parameter is kept, ascending.
  public func parameterEpochs(_ path: String) throws -> [Int] {
    try keptEpochs(RunTree.parameter(path))
  }

  /// The epochs at which an activation is kept, ascending.
  public func activationEpochs(_ path: String) throws -> [Int] {
    try keptEpochs(RunTree.activation(path))
  }

  /// A parameter after an epoch, in its own shape.
  ///
  /// - Throws: `ArchiveError` if that epoch kept no weights, naming those that did.
  public func parameter(_ path: String, at epoch: Int) throws -> ArchiveArray {
    try array(RunTree.parameter(path), at: epoch)
  }

  /// All parameters after an epoch, in declared order: what `Digest(ofModel:)` is taken over.
  public func parameters(at epoch: Int) throws -> [NamedArray] {
    try parameterPaths().map { NamedArray($0, try parameter($0, at: epoch)) }
  }

  /// An activation on the probe after an epoch, [sample, unit…].
  public func activation(_ path: String, at epoch: Int) throws -> ArchiveArray {
    try array(RunTree.activation(path), at: epoch)
  }

  /// The gradient's norm of a parameter, one value for each of ``epochs``; NaN where an epoch has none.
  public func gradientNorms(_ path: String) throws -> [Double] { try doubles(RunTree.gradient(path)) }

  /// A series, [row, …], and the epoch of each row.
  public func series(_ path: String) throws -> (values: ArchiveArray, epochs: [Int]) {
    let object = RunTree.series(path)
    return (try file.array(object), try keptEpochs(object))
  }

  /// How a parameter's values are spread at each epoch that kept it.
  public func histogram(_ path: String) throws -> Histogram {
    let group = RunTree.histogram(path)
    let counts = try integers(group + "/count")
    let nonFinite = try file.integers(attribute: "non_finite", of: group + "/count")
    let epochs = try keptEpochs(group + "/count")
    guard counts.count == epochs.count * Histogram.binCount, nonFinite.count == epochs.count else {
      throw ArchiveError(.foreign, file: self.path, object: group, reason: "is no histogram")
    }
    let rows = epochs.indices.map {
      Array(counts[($0 * Histogram.binCount)..<(($0 + 1) * Histogram.binCount)])
    }
    return Histogram(
      epochs: epochs, edges: try doubles(group + "/edge"), centers: try doubles(group + "/center"),
      counts: rows, nonFinite: nonFinite)
  }

  /// The content digest computed again from what the file holds; equal to ``contentDigest``.
  public func computedContentDigest() throws -> Digest {
    var content = ContentDigest()
    try file.addContent(below: "", depth: 0, to: &content)
    return content.finalize()
  }

  private func paths(_ kind: String) throws -> [String] {
    guard try file.names(in: "/run").contains(kind) else { return [] }
    return try file.text(attribute: "paths", of: "/run/" + kind).split(separator: "\n").map(String.init)
  }

  private func keptEpochs(_ object: String) throws -> [Int] {
    try integers(RunTree.epochs(beside: object)).map { Int($0) }
  }

  private func array(_ object: String, at epoch: Int) throws -> ArchiveArray {
    let epochs = try keptEpochs(object)
    guard let index = epochs.firstIndex(of: epoch) else {
      let kept = epochs.map(String.init).joined(separator: ", ")
      throw ArchiveError(
        .notFound, file: path, object: object, reason: "epoch \(epoch) is not kept",
        remedy: "kept are: \(kept)")
    }
    let dataset = try HDF5Dataset(open: object, in: file)
    return try dataset.array(at: index)
  }
}

extension HDF5File {
  /// Adds every dataset below a group; the depth ends a file that contains itself.
  fileprivate func addContent(below group: String, depth: Int, to content: inout ContentDigest) throws {
    guard depth < 64 else { throw place(group).error(.foreign, "groups lie too deep") }
    for name in try names(in: group.isEmpty ? "/" : group) {
      let object = group + "/" + name
      if try isGroup(object) {
        try addContent(below: object, depth: depth + 1, to: &content)
        continue
      }
      let dataset = try HDF5Dataset(open: object, in: self)
      if try dataset.elementType() != nil {
        content.add(object, try dataset.array())
      } else {
        content.add(object, texts: try dataset.texts(), shape: dataset.shape)
      }
    }
  }
}
