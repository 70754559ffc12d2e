import Archive
import Experiments
import Tensors

/// The archive of a finished run with other values and every digest of the file made anew, so that only computing it
/// again shows it.
///
/// - Parameter change: May change what the archive gets of an epoch, and the state after the last one.
func forgedArchive(
  of archive: RunArchive, in directory: String,
  _ change: (inout EpochRecord, inout Checkpoint) throws -> Void = { _, _ in }
) throws -> RunArchive {
  let files = try RunDirectory(directory, identity: archive.identity)
  let series = try archive.seriesNames().map { try archive.series($0) }
  for (row, epoch) in archive.epochs.enumerated() {
    let keeps = try archive.parameterEpochs(archive.parameterPaths()[0]).contains(epoch)
    let keepsState = archive.stateEpochs.contains(epoch)
    var state =
      keepsState
      ? try archive.checkpoint(at: epoch) : Checkpoint(epoch: epoch, step: 0, arrays: [], state: "{}")
    let isLast = epoch == archive.epochs.last
    var record = EpochRecord(
      epoch: epoch,
      metrics: try archive.metrics.map { NamedValue($0.name, try archive.metric($0.name)[row]) },
      gradientNorms: try archive.gradientPaths().map {
        NamedValue($0, try archive.gradientNorms($0)[row])
      },
      parameters: keeps ? try archive.parameters(at: epoch) : [],
      activations: keeps
        ? try archive.activationPaths().map { NamedTensor($0, try archive.activation($0, at: epoch)) } : [],
      series: series.map { series, epochs in
        let rows = epochs.indices.filter { epochs[$0] == epoch }
        return StepSeries(
          series.description, steps: rows.map { series.steps[$0] }, values: rows.map { series.values[$0] })
      },
      modelDigest: try archive.modelDigests()[row])
    try change(&record, &state)
    if keepsState, !isLast { record.state = state }
    try files.commit(record, checkpoint: state)
  }
  var header = RunHeader(
    title: try archive.title(), creator: "a test", configuration: try archive.configuration(),
    identity: try archive.identityText(), provenance: try archive.provenance(), metrics: archive.metrics,
    probe: try archive.probe())
  header.bestEpoch = try archive.bestEpoch()
  try files.finish(header)
  return try RunArchive(files.archivePath)
}

extension [NamedTensor] {
  /// Flips the lowest bit of one element of a tensor of Floats.
  mutating func flip(_ path: String, _ element: Int = 0) {
    guard let index = firstIndex(where: { $0.path == path }), var values = self[index].tensor.floats else {
      return
    }
    values[element] = Float(bitPattern: values[element].bitPattern ^ 1)
    self[index].tensor = Tensor(values, shape: self[index].tensor.shape)
  }
}
