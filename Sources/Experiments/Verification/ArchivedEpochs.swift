import Archive
import Tensors

/// What an archive says of its epochs, to compare epochs with that are computed again.
struct ArchivedEpochs {
  private let archive: RunArchive
  private let models: [Digest]
  /// Each metric's and each gradient norm's values, one an epoch, in the archive's order.
  private let metrics: [(name: String, values: [Double])]
  private let norms: [(name: String, values: [Double])]
  private let series: [(name: String, series: StepSeries, epochs: [Int])]

  /// - Throws: `ArchiveError` for an archive without the values of an epoch.
  init(_ archive: RunArchive) throws {
    self.archive = archive
    models = try archive.modelDigests()
    metrics = try archive.metrics.map { ($0.name, try archive.metric($0.name)) }
    norms = try archive.gradientPaths().map { ($0, try archive.gradientNorms($0)) }
    series = try archive.seriesNames().map {
      let (series, epochs) = try archive.series($0)
      return ($0, series, epochs)
    }
    let counts = [models.count] + (metrics + norms).map(\.values.count)
    guard counts.allSatisfy({ $0 == archive.epochs.count }) else {
      throw ArchiveError(
        .foreign, file: archive.path, reason: "does not have one digest, metric and norm for each epoch")
    }
  }

  /// The model's digest after an epoch; `nil` for an epoch that there is not.
  func model(after epoch: Int) -> Digest? { row(of: epoch).map { models[$0] } }

  /// The first difference from an epoch that was computed again: of the model (element by element where the archive
  /// keeps that epoch's parameters), the metrics, the gradient norms, and then of whatever else is kept of the epoch:
  /// parameters, activations, the training state, observations within it; `nil` if there is none.
  ///
  /// - Throws: `ArchiveError` for values that cannot be read.
  func difference(from epoch: MeasuredEpoch) throws -> BitDifference? {
    let record = epoch.record, number = record.epoch
    guard let row = row(of: number) else {
      return BitDifference(.epoch, epoch: number, archived: "missing", computed: "there")
    }
    let model =
      models[row] == record.modelDigest
      ? nil
      : BitDifference(
        .model, epoch: number, archived: models[row].hexadecimal, computed: record.modelDigest.hexadecimal)
    if let model { return try parameters(of: record) ?? model }
    return try values(.metric, metrics, row, record.metrics, number)
      ?? values(.gradientNorm, norms, row, record.gradientNorms, number)
      ?? parameters(of: record) ?? activations(of: record) ?? state(of: epoch.checkpoint)
      ?? observations(of: record)
  }

  private func row(of epoch: Int) -> Int? { archive.epochs.firstIndex(of: epoch) }

  /// A value that one of both does not have is NaN there: of the test part all but the last epoch's.
  private func values(
    _ subject: BitDifference.Subject, _ archived: [(name: String, values: [Double])], _ row: Int,
    _ computed: [NamedValue], _ epoch: Int
  ) -> BitDifference? {
    let known = Set(archived.map(\.name))
    let pairs =
      archived.map { name, values in
        (name, values[row], computed.first { $0.name == name }?.value ?? .nan)
      } + computed.filter { !known.contains($0.name) }.map { ($0.name, .nan, $0.value) }
    return pairs.lazy.compactMap {
      BitDifference(subject, $0.0, epoch: epoch, archived: $0.1, computed: $0.2)
    }.first
  }

  private func parameters(of record: EpochRecord) throws -> BitDifference? {
    try tensors(
      .parameter, record.parameters, record.epoch, kept: archive.parameterPaths(),
      epochs: archive.parameterEpochs, archive.parameter)
  }

  private func activations(of record: EpochRecord) throws -> BitDifference? {
    try tensors(
      .activation, record.activations, record.epoch, kept: archive.activationPaths(),
      epochs: archive.activationEpochs, archive.activation)
  }

  /// The first difference of the tensors that both have of an epoch.
  private func tensors(
    _ subject: BitDifference.Subject, _ computed: [NamedTensor], _ epoch: Int, kept: [String],
    epochs: (String) throws -> [Int], _ archived: (String, Int) throws -> Tensor
  ) throws -> BitDifference? {
    for named in computed where try kept.contains(named.path) && epochs(named.path).contains(epoch) {
      let difference = BitDifference(
        subject, named.path, epoch: epoch, archived: try archived(named.path, epoch), computed: named.tensor)
      if let difference { return difference }
    }
    return nil
  }

  /// The state's parameters are those of its epoch, which are compared as such.
  private func state(of computed: Checkpoint) throws -> BitDifference? {
    guard archive.stateEpochs.contains(computed.epoch) else { return nil }
    let archived = try archive.checkpoint(at: computed.epoch), epoch = computed.epoch
    for named in computed.arrays where !named.path.hasPrefix("parameters/") {
      guard let tensor = archived.array(named.path) else {
        return BitDifference(
          .state, named.path, epoch: epoch, archived: "missing", computed: "\(named.tensor.shape)")
      }
      if let difference = BitDifference(
        .state, named.path, epoch: epoch, archived: tensor, computed: named.tensor)
      {
        return difference
      }
    }
    if archived.step != computed.step {
      return BitDifference(
        .state, "step", epoch: epoch, archived: "\(archived.step)", computed: "\(computed.step)")
    }
    guard archived.state != computed.state else { return nil }
    return BitDifference(.state, "state", epoch: epoch, archived: archived.state, computed: computed.state)
  }

  private func observations(of record: EpochRecord) -> BitDifference? {
    for (name, archived, epochs) in series {
      guard let computed = record.series.first(where: { $0.description.name == name }) else { continue }
      let rows = epochs.indices.filter { epochs[$0] == record.epoch }
      let steps = BitDifference(
        .series, name + "/step", epoch: record.epoch,
        archived: Tensor(rows.map { Int64(archived.steps[$0]) }),
        computed: Tensor(computed.steps.map { Int64($0) }))
      let values = BitDifference(
        .series, name, epoch: record.epoch, archived: Tensor(rows.map { archived.values[$0] }),
        computed: Tensor(computed.values))
      if let difference = steps ?? values { return difference }
    }
    return nil
  }
}
