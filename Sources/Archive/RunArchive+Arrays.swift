import Tensors

extension RunArchive {
  /// The parameters' paths in declared order; none if no epoch kept weights.
  public func parameterPaths() -> [String] { index.parameters }

  /// The activations' paths in declared order.
  public func activationPaths() -> [String] { index.activations }

  /// The paths of the parameters whose gradient norms are recorded, in declared order.
  public func gradientPaths() -> [String] { index.gradients }

  /// The names of the series in declared order.
  public func seriesNames() -> [String] { index.series.map(\.name) }

  /// The epochs at which a parameter is kept, ascending.
  public func parameterEpochs(_ path: String) throws -> [Int] {
    try require(path, in: index.parameters, "parameter")
    return try keptEpochs(RunTree.parameter(path))
  }

  /// The epochs at which an activation is kept, ascending.
  public func activationEpochs(_ path: String) throws -> [Int] {
    try require(path, in: index.activations, "activation")
    return try keptEpochs(RunTree.activation(path))
  }

  /// A parameter after an epoch, in its own shape.
  ///
  /// - Throws: `ArchiveError` if that epoch kept no weights, naming those that did.
  public func parameter(_ path: String, at epoch: Int) throws -> Tensor {
    try require(path, in: index.parameters, "parameter")
    return try tensor(RunTree.parameter(path), at: epoch)
  }

  /// All parameters after an epoch, in declared order: what `Digest(ofModel:)` is taken over.
  public func parameters(at epoch: Int) throws -> [NamedTensor] {
    try parameterPaths().map { NamedTensor($0, try parameter($0, at: epoch)) }
  }

  /// An activation on the probe after an epoch, [sample, unit…].
  public func activation(_ path: String, at epoch: Int) throws -> Tensor {
    try require(path, in: index.activations, "activation")
    return try tensor(RunTree.activation(path), at: epoch)
  }

  /// The gradient's norm of a parameter, one value for each of ``epochs``; NaN where an epoch has none.
  public func gradientNorms(_ path: String) throws -> [Double] {
    try require(path, in: index.gradients, "gradient")
    return try doubles(RunTree.gradient(path))
  }

  /// A series over all epochs, and the epoch of each of its rows.
  public func series(_ name: String) throws -> (series: StepSeries, epochs: [Int]) {
    try require(name, in: seriesNames(), "series")
    let object = RunTree.series(name)
    let steps = try integers(ArchivePath.parent(of: object) + "/step").map { Int($0) }
    let epochs = try keptEpochs(object)
    guard let description = index.series.first(where: { $0.name == name }),
      let values = try file.tensor(object).floats, values.count == steps.count, epochs.count == steps.count
    else { throw ArchiveError(.foreign, file: path, object: object, reason: "is no series") }
    return (StepSeries(description, steps: steps, values: values), epochs)
  }

  /// How a parameter's values were spread after an epoch: what `Histogram(of:)` counted.
  ///
  /// - Throws: `ArchiveError` if that epoch kept no weights, naming those that did.
  public func histogram(_ path: String, at epoch: Int) throws -> Histogram {
    try require(path, in: index.parameters, "parameter")
    let top = RunTree.histograms(path), group = RunTree.histogram(path, at: epoch)
    func number(_ name: String) throws -> Double {
      try tensor("\(top)/\(name)", at: epoch).doubles?.first ?? .nan
    }
    let summary = Histogram.Summary(
      minimum: try number("minimum"), maximum: try number("maximum"), mean: try number("mean"),
      standardDeviation: try number("standard_deviation"))
    let hasValues = !summary.minimum.isNaN
    guard let notFinite = try tensor(top + "/not_finite", at: epoch).integers?.first,
      let histogram = Histogram(
        edges: hasValues ? try doubles(group + "/edge") : [],
        counts: hasValues ? try integers(group + "/count").map { Int($0) } : [],
        notFinite: Int(notFinite), summary: hasValues ? summary : nil)
    else { throw ArchiveError(.foreign, file: self.path, object: group, reason: "is no histogram") }
    return histogram
  }

  /// The content digest computed anew from every value in the file, for a check that takes neither the label
  /// nor the file's SHA-256 at its word; equal to ``contentDigest`` in an intact archive.
  public func computedContentDigest() throws -> Digest { try file.contentDigest() }

  private func keptEpochs(_ object: String) throws -> [Int] {
    try integers(RunTree.epochs(beside: object)).map { Int($0) }
  }

  /// What stands at an epoch's place in an array.
  private func tensor(_ object: String, at epoch: Int) throws -> Tensor {
    let epochs = try keptEpochs(object)
    guard let index = epochs.firstIndex(of: epoch) else {
      let kept = epochs.map(String.init).joined(separator: ", ")
      throw ArchiveError(
        .notFound, file: path, object: object, reason: "epoch \(epoch) is not kept",
        remedy: "kept are: \(kept)")
    }
    let dataset = try HDF5Dataset(open: object, in: file)
    return try dataset.tensor(at: index)
  }
}
