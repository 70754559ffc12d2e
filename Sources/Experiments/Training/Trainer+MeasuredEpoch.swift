import Archive
import Datasets
import Tensors

/// An epoch as a run commits it, and as a verification compares it.
package struct MeasuredEpoch: Sendable {
  /// What the archive gets of it.
  package let record: EpochRecord
  /// The state from which the next epoch starts.
  package let checkpoint: Checkpoint
}

extension Trainer {
  /// Measures the epoch that was just trained, or the state before training, and ends it: the schedule and the best
  /// epoch learn of it. To be called once an epoch.
  ///
  /// Every part is measured, the test part after the last epoch only. Parameters, activations and the state are in the
  /// record where `record:` keeps them; the state of the last epoch is in the checkpoint alone.
  ///
  /// - Parameters:
  ///   - trained: What training it measured; `nil` before training.
  ///   - willDo: Called before whatever may take long, evaluations batch by batch. What it throws ends this, and the
  ///     trainer is as it was before.
  /// - Throws: What `checkpoint()` and `willDo` throw.
  package func measureEpoch(
    _ trained: TrainedEpoch?, willDo: (RunActivity) throws -> Void = { _ in }
  ) throws -> MeasuredEpoch {
    let before = (validationLosses, best)
    do {
      let measured = try measure(trained, willDo)
      unmeasured = nil
      return measured
    } catch {
      (validationLosses, best) = before
      throw error
    }
  }

  private func measure(
    _ trained: TrainedEpoch?, _ willDo: (RunActivity) throws -> Void
  ) throws -> MeasuredEpoch {
    let metrics = Metrics(loss: configuration.loss, data: data)
    let last = configuration.epochs
    var values: [Dataset.Part: [Double]] = [:]
    for part in metrics.parts(measuredAt: epoch, of: last) {
      // What was measured while training, where there was any; the rest now.
      if part == .training, let trained, let accuracy = trained.accuracy {
        values[part] = [trained.loss, accuracy]
      } else {
        values[part] = try evaluate(part) { done, batches in
          try willDo(.evaluating(part, epoch: epoch, done: done, of: batches))
        }
        if part == .training, let trained { values[part]?[0] = trained.loss }
      }
    }
    endEpoch(validation: values[.validation])
    let keeps = configuration.record.keeps(epoch, of: last) || best?.epoch == epoch
    try willDo(.recording(epoch: epoch))
    let checkpoint = try checkpoint()
    let gradientNorms =
      unmeasured?.gradientNorms.map { zip(graph.parameters, $0).map { NamedValue($0.path, $1) } }
      ?? gradientNorms()
    let record = EpochRecord(
      epoch: epoch, metrics: metrics.values(values, learningRate: learningRate), gradientNorms: gradientNorms,
      parameters: keeps
        // They are the checkpoint's first arrays, which take no second room.
        ? zip(graph.parameters, checkpoint.arrays).map { NamedTensor($0.path, $1.tensor) } : [],
      activations: keeps && configuration.record.probe > 0
        ? try probeActivations { try willDo(.recording(epoch: epoch)) } : [],
      series: configuration.record.stepLosses == nil
        ? []
        : [
          StepSeries(
            MetricDescription(
              name: "loss", title: "Training \(configuration.loss.title.lowercased())",
              unit: configuration.loss.unit), steps: stepLosses.steps, values: stepLosses.values)
        ],
      // The last state comes from the checkpoint itself.
      state: epoch < last && configuration.record.keepsState(epoch, of: last) ? checkpoint : nil,
      modelDigest: memory.modelDigest)
    return MeasuredEpoch(record: record, checkpoint: checkpoint)
  }
}
