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
    let series = StepSeries(
      name: name, title: description.title, unit: description.unit, steps: steps, values: values)
    return (series, epochs)
  }

  /// How a parameter's values were spread after an epoch: what `Histogram(of:)` counted.
  ///
  /// - Throws: `ArchiveError` if that epoch kept no weights, naming those that did.
  public func histogram(_ path: String, at epoch: Int) throws -> Histogram {
    try require(path, in: index.parameters, "parameter")
    let group = RunTree.histogram(path)
    func row(_ name: String) throws -> Tensor { try tensor("\(group)/\(name)", at: epoch) }
    func number(_ name: String) throws -> Double { try row(name).doubles?.first ?? .nan }
    let edges = try row("edge").doubles ?? []
    let hasValues = edges.first.map { !$0.isNaN } ?? false
    let summary = Histogram.Summary(
      minimum: try number("minimum"), maximum: try number("maximum"), mean: try number("mean"),
      standardDeviation: try number("standard_deviation"))
    guard let counts = try row("count").integers, let notFinite = try row("not_finite").integers?.first,
      let histogram = Histogram(
        edges: hasValues ? edges : [], counts: hasValues ? counts.map { Int($0) } : [],
        notFinite: Int(notFinite), summary: hasValues ? summary : nil)
    else { throw ArchiveError(.foreign, file: self.path, object: group, reason: "is no histogram") }
    return histogram
  }

  /// The content digest computed again from what the file holds; equal to ``contentDigest``.
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
