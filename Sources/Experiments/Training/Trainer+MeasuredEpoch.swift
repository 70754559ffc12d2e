import Archive
import Datasets
import Tensors

/// An epoch as a run commits it, and as a verification compares it.
struct MeasuredEpoch: Sendable {
  /// What the archive gets of it.
  let record: EpochRecord
  /// The state from which the next epoch starts.
  let checkpoint: Checkpoint
}

extension Trainer {
  /// Measures the epoch that was just trained, or the state before training, and ends it: the schedule and the best
  /// epoch learn of it. To be called once an epoch.
  ///
  /// Every part is measured, the test part after the last epoch only. Parameters, activations and the state are in the
  /// record where `record:` keeps them; the state of the last epoch is in the checkpoint alone.
  ///
  /// - Parameter trained: What training it measured; `nil` before training.
  /// - Throws: What `checkpoint()` throws.
  func measureEpoch(_ trained: TrainedEpoch?) throws -> MeasuredEpoch {
    let metrics = Metrics(loss: configuration.loss, data: data)
    let last = configuration.epochs
    var values: [Dataset.Part: [Double]] = [:]
    for part in metrics.parts(measuredAt: epoch, of: last) {
      // What was measured while training, where there was any; the rest now.
      if part == .training, let trained, let accuracy = trained.accuracy {
        values[part] = [trained.loss, accuracy]
      } else {
        values[part] = evaluate(part)
        if part == .training, let trained { values[part]?[0] = trained.loss }
      }
    }
    endEpoch(validation: values[.validation])
    let keeps = configuration.record.keeps(epoch, of: last) || best?.epoch == epoch
    let checkpoint = try checkpoint()
    let record = EpochRecord(
      epoch: epoch, metrics: metrics.values(values, learningRate: learningRate),
      gradientNorms: gradientNorms(), parameters: keeps ? parameters() : [],
      activations: keeps && configuration.record.probe > 0 ? probeActivations() : [],
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
