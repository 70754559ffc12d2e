import Archive
import Datasets
import Foundation
import Settings
import Tensors

/// One experiment on its way from a configuration and data to a finished archive.
public struct ExperimentRun: Sendable {
  /// What is run.
  public let configuration: ExperimentConfiguration
  /// What it is run on, in the parts that are measured.
  public let data: Dataset
  /// What the result depends on.
  public let identity: RunIdentity
  /// The run's directory.
  public let directory: String

  /// A run of a configuration in a directory.
  ///
  /// - Parameter data: The parts that the configuration's declaration makes, or a user's own in their place; they
  ///   are part of the identity.
  public init(_ configuration: ExperimentConfiguration, data: Dataset, directory: String) throws {
    self.configuration = configuration
    self.data = data
    self.directory = directory
    identity = try RunIdentity(configuration, data: data.digests)
  }

  /// The same run in another directory.
  func moved(to directory: String) throws -> ExperimentRun {
    try ExperimentRun(configuration, data: data, directory: directory)
  }

  /// Runs what is missing, and gives the finished archive.
  ///
  /// An interrupted run goes on from its checkpoint; a finished one is not touched.
  ///
  /// - Parameters:
  ///   - processor: What computes; it has no influence on the result.
  ///   - interruption: When requested, the step at hand is finished, the state saved, and
  ///     `RunError.interrupted` thrown.
  ///   - report: Told what happens, on the calling thread.
  /// - Throws: `ArchiveError`, `FileError`, `GraphError`, `RunError`.
  @discardableResult
  public func perform(
    on processor: Processor, interruption: Interruption = Interruption(),
    report: (RunEvent) -> Void = { _ in }
  ) throws -> RunArchive {
    let files = try RunDirectory(directory, identity: identity.digest)
    let progress: RunDirectory.Progress
    do {
      progress = try files.state()
    } catch let error as ArchiveError where error.kind == .damaged {
      // The run is deterministic: what is damaged is made again, with the same bytes.
      report(.restarted(reason: "\(error.file) \(error.reason)"))
      try files.discardProgress()
      progress = .empty
    }
    if progress == .finished { return try RunArchive(files.archivePath) }

    let earlier = progress == .empty ? nil : HostRecord(in: directory)
    try files.writeHost(canonicalJSON(HostRecord(after: earlier)))
    let trainer = try Trainer(configuration, data: data, on: processor)
    let header = try self.header(trainer)
    try files.check(header)
    switch progress {
    case .interrupted(let checkpoint):
      try trainer.restore(checkpoint)
      report(.resumed(epoch: trainer.epoch))
    case .empty, .finished:
      try commitEpoch(of: trainer, trainingLoss: nil, seconds: 0, files, report)
    }
    while trainer.epoch < configuration.epochs {
      let start = ContinuousClock.now
      let epoch = trainer.epoch + 1
      let loss = try trainer.trainEpoch { done, batches in
        report(.batch(epoch: epoch, done: done, of: batches))
        return !interruption.isRequested
      }
      guard let loss else {
        try files.commit(partial: trainer.checkpoint())
        throw RunError.interrupted(directory: directory, epoch: trainer.epoch)
      }
      try commitEpoch(
        of: trainer, trainingLoss: loss, seconds: start.duration(to: .now) / .seconds(1), files, report)
      if interruption.isRequested, trainer.epoch < configuration.epochs {
        throw RunError.interrupted(directory: directory, epoch: trainer.epoch)
      }
    }
    try files.finish(header)
    return try RunArchive(files.archivePath)
  }

  private func commitEpoch(
    of trainer: Trainer, trainingLoss: Double?, seconds: Double, _ files: RunDirectory,
    _ report: (RunEvent) -> Void
  ) throws {
    let metrics = Metrics(loss: configuration.loss, data: data)
    var values = metrics.parts.map(trainer.evaluate)
    if let trainingLoss { values[0][0] = trainingLoss }  // before training there were no batches
    let validation = metrics.parts.firstIndex(of: .validation)
    if trainer.epoch > 0 { trainer.endEpoch(validationLoss: validation.map { values[$0][0] }) }
    let measured = metrics.values(values, learningRate: trainer.learningRate)
    let epoch = trainer.epoch, last = configuration.epochs
    let keeps = configuration.record.keeps(epoch, of: last)
    let checkpoint = try trainer.checkpoint()
    let steps = trainer.stepLosses
    let record = EpochRecord(
      epoch: epoch, metrics: measured, gradientNorms: trainer.gradientNorms(),
      parameters: keeps ? trainer.parameters() : [],
      activations: keeps && configuration.record.probe > 0 ? trainer.probeActivations() : [],
      series: configuration.record.stepLosses == nil
        ? []
        : [
          StepSeries(
            MetricDescription(
              name: "loss", title: "Training \(configuration.loss.title.lowercased())",
              unit: configuration.loss.unit), steps: steps.steps, values: steps.values)
        ],
      // The last state comes from the checkpoint itself.
      state: epoch < last && configuration.record.keepsState(epoch, of: last) ? checkpoint : nil,
      modelDigest: trainer.memory.modelDigest)
    try files.commit(record, checkpoint: checkpoint)

    let rate = seconds > 0 ? Double(data.training.count) / seconds : 0
    if seconds > 0 {
      try files.appendTiming(
        canonicalJSON(EpochTiming(epoch: epoch, seconds: seconds, examplesPerSecond: rate)))
    }
    report(.epoch(EpochSummary(epoch: epoch, of: last, metrics: measured, examplesPerSecond: rate)))
  }

  private func header(_ trainer: Trainer) throws -> RunHeader {
    RunHeader(
      title: configuration.title, creator: "Reprise \(Reprise.version)",
      configuration: try configuration.json(), identity: identity.text,
      provenance: try canonicalJSON(Provenance(data: identity.data)),
      metrics: Metrics(loss: configuration.loss, data: data).descriptions, probe: trainer.probe())
  }
}

/// One epoch's wall clock, for `timing.jsonl`.
private struct EpochTiming: Encodable {
  let epoch: Int
  let seconds: Double
  let examplesPerSecond: Double
}

extension ExperimentRun {
  /// A digest that a run arrived at, beside the one that was expected.
  public struct Check: Sendable {
    /// What was digested.
    public let name: String
    /// What the configuration expects.
    public let expected: String
    /// What came out.
    public let actual: String
    /// Whether they are equal.
    public var holds: Bool { expected == actual }
  }

  /// Compares a finished run with the digests that its configuration expects.
  public func checks(of archive: RunArchive, on processor: Processor) throws -> [Check] {
    guard let expect = configuration.expect else { return [] }
    var checks: [Check] = []
    let models = try archive.modelDigests().map(\.hexadecimal)
    if let expected = expect.initialModel {
      checks.append(Check(name: "initial model", expected: expected, actual: models[0]))
    }
    if let expected = expect.trainedModel {
      checks.append(Check(name: "trained model", expected: expected, actual: models[models.count - 1]))
    }
    if let expected = expect.testLogits {
      let trainer = try Trainer(configuration, data: data, on: processor)
      try trainer.restore(archive.checkpoint())
      checks.append(
        Check(name: "test logits", expected: expected, actual: trainer.outputDigest().hexadecimal))
    }
    return checks
  }
}
