import Archive
import Datasets
import Foundation
import Tensors

/// One experiment on its way from a configuration to a finished archive.
public struct ExperimentRun: Sendable {
  /// What is run.
  public let configuration: ExperimentConfiguration
  /// SHA-256 of the resolved configuration.
  public let identity: Digest
  /// The run's directory.
  public let directory: String

  /// A run of a configuration in a directory.
  public init(_ configuration: ExperimentConfiguration, directory: String) throws {
    self.configuration = configuration
    self.directory = directory
    identity = try configuration.identity()
  }

  /// Runs what is missing, and gives the finished archive.
  ///
  /// An interrupted run goes on from its checkpoint; a finished one is not touched.
  ///
  /// - Parameters:
  ///   - data: The configuration's data set.
  ///   - processor: What computes; it has no influence on the result.
  ///   - interruption: When requested, the step at hand is finished, the state saved, and
  ///     `RunError.interrupted` thrown.
  ///   - report: Told what happens, on the calling thread.
  /// - Throws: `ArchiveError`, `GraphError`, `RunError`.
  @discardableResult
  public func perform(
    data: ImageDataset, on processor: Processor, interruption: Interruption = Interruption(),
    report: (RunEvent) -> Void = { _ in }
  ) throws -> RunArchive {
    let files = try RunDirectory(directory, identity: identity)
    let state: RunDirectory.State
    do {
      state = try files.state()
    } catch let error as ArchiveError where error.kind == .damaged || error.kind == .notFound {
      // The run is deterministic: what is damaged is made again, with the same bytes.
      report(.restarted(reason: error.description))
      try files.discardProgress()
      state = .empty
    }
    if state == .finished { return try RunArchive(files.archivePath) }

    try files.writeHost(Host().json)
    let trainer = try Trainer(configuration, data: data, on: processor)
    switch state {
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
    try files.finish(try header(data))
    return try RunArchive(files.archivePath)
  }

  private func commitEpoch(
    of trainer: Trainer, trainingLoss: Double?, seconds: Double, _ files: RunDirectory,
    _ report: (RunEvent) -> Void
  ) throws {
    let training = trainer.evaluateTraining()
    let trainingLoss = trainingLoss ?? training.loss  // before training there were no batches
    let validation = trainer.evaluateValidation()
    if trainer.epoch > 0 { trainer.endEpoch(validationLoss: validation.loss) }
    let keeps = configuration.record.keeps(trainer.epoch, of: configuration.epochs)
    let record = EpochRecord(
      epoch: trainer.epoch,
      metrics: [
        NamedValue(Metrics.trainingLoss, trainingLoss),
        NamedValue(Metrics.validationLoss, validation.loss),
        NamedValue(Metrics.trainingAccuracy, training.accuracy),
        NamedValue(Metrics.validationAccuracy, validation.accuracy),
        NamedValue(Metrics.learningRate, trainer.learningRate),
      ],
      gradientNorms: trainer.gradientNorms(),
      parameters: keeps
        ? trainer.graph.parameters.map { NamedArray($0.slot.path, trainer.array(of: $0.slot)) } : [],
      activations: keeps ? trainer.activations(ofFirst: configuration.record.probe) : [],
      modelDigest: trainer.memory.modelDigest)
    try files.commit(record, checkpoint: try trainer.checkpoint())

    let rate = seconds > 0 ? Double(trainer.training.count) / seconds : 0
    if seconds > 0 {
      try files.appendTiming(
        try canonicalJSON(EpochTiming(epoch: trainer.epoch, seconds: seconds, samplesPerSecond: rate)))
    }
    report(
      .epoch(
        EpochSummary(
          epoch: trainer.epoch, of: configuration.epochs, trainingLoss: trainingLoss,
          trainingAccuracy: training.accuracy, validationLoss: validation.loss,
          validationAccuracy: validation.accuracy, samplesPerSecond: rate)))
  }

  private func header(_ data: ImageDataset) throws -> RunHeader {
    let count = min(configuration.record.probe, data.test.count)
    let images = data.test.prefix(count)
    return RunHeader(
      title: configuration.title, creator: "Reprise \(Provenance.version)",
      configuration: try configuration.json(),
      provenance: try canonicalJSON(Provenance(data: data)),
      units: ["loss": configuration.loss.unit],
      probe: count == 0
        ? nil
        : Probe(
          images: ArchiveArray(
            images.pixels,
            shape: images.channels == 1
              ? [count, images.height, images.width] : [count, images.channels, images.height, images.width]),
          labels: images.labels.map(Int64.init), indices: (0..<count).map(Int64.init)))
  }
}

/// One epoch's wall clock, for `timing.jsonl`.
private struct EpochTiming: Encodable {
  let epoch: Int
  let seconds: Double
  let samplesPerSecond: Double
}

/// The machine, for `host.json`.
private struct Host: Encodable {
  let cores = ProcessInfo.processInfo.activeProcessorCount
  let memoryBytes = ProcessInfo.processInfo.physicalMemory
  let system = ProcessInfo.processInfo.operatingSystemVersionString
  let name = ProcessInfo.processInfo.hostName
  let instructionSets = InstructionSet.available.map(\.rawValue)

  var json: String { (try? canonicalJSON(self)) ?? "{}" }
}
