import Archive
import Datasets
import Networks
import Settings
import Tensors

/// The epochs of a run: trained, measured, committed, and made into the archive.
final class TrainingRun {
  private let run: ExperimentRun
  private let files: RunDirectory
  private let interruption: Interruption
  /// How long training goes on until its state is saved.
  private let interval: Duration
  private let report: (RunEvent) -> Void
  private let inspect: (MeasuredEpoch) throws -> Void

  /// The epoch of the state on disk; `nil` before there is one.
  private var savedEpoch: Int?
  private var lastSave = ContinuousClock.now
  /// How long it took.
  private var saving = Duration.zero

  init(
    _ run: ExperimentRun, in files: RunDirectory, _ interruption: Interruption,
    savingEvery interval: Duration,
    report: @escaping (RunEvent) -> Void, inspecting inspect: @escaping (MeasuredEpoch) throws -> Void
  ) {
    self.run = run
    self.files = files
    self.interruption = interruption
    self.interval = interval
    self.report = report
    self.inspect = inspect
  }

  /// Trains what is missing, and finishes the archive.
  ///
  /// - Parameter progress: What is there; emptied once it is used, since a checkpoint takes memory.
  /// - Throws: `RunError.interrupted`, and what else a run throws.
  func perform(
    _ configuration: ExperimentConfiguration, _ data: Dataset, on processor: Processor,
    within budget: MemoryBudget, from progress: inout RunDirectory.Progress
  ) throws {
    do {
      // The archive is composed in memory: the trainer's is given back before, but not to other trainings.
      let (header, reservation) = try train(
        configuration, data, on: processor, within: budget, from: &progress)
      report(.doing(.writingArchive))
      try files.finish(header) { [interruption] in try interruption.check() }
      withExtendedLifetime(reservation) {}
    } catch is InterruptionRequest {
      throw RunError.interrupted(directory: run.directory, epoch: savedEpoch)
    }
  }

  private func train(
    _ configuration: ExperimentConfiguration, _ data: Dataset, on processor: Processor,
    within budget: MemoryBudget, from progress: inout RunDirectory.Progress
  ) throws -> (RunHeader, MemoryBudget.Reservation) {
    if case .interrupted(let checkpoint) = progress { savedEpoch = checkpoint.epoch }
    let trainer = try Trainer(configuration, data: data, on: processor, within: budget, interruption) {
      report(.doing($0))
    }
    var header = try run.header(
      metrics: Metrics(loss: configuration.loss, data: data).descriptions, probe: trainer.probe())
    try files.check(header)
    try trainer.needs.requireArchivable(configuration, trainer.graph)
    let space = ArchiveSpace(configuration, data, trainer.graph, trainer.needs)
    if let warning = try space.problem(in: run.directory) { report(.warning(warning)) }
    switch progress {
    case .interrupted(let checkpoint):
      try trainer.restore(checkpoint)
      report(.resumed(epoch: trainer.epoch, of: configuration.epochs))
    case .empty, .finished:
      try commitEpoch(of: trainer, trained: nil, seconds: 0)
    }
    progress = .empty
    while trainer.epoch < configuration.epochs {
      try interruption.check()
      let start = ContinuousClock.now, epoch = trainer.epoch + 1
      lastSave = start
      report(.doing(.training(epoch: epoch, done: trainer.batchesDone, of: trainer.batches)))
      let trained = try trainer.trainEpoch { done, batches in
        report(.batch(epoch: epoch, done: done, of: batches, loss: trainer.runningLoss))
        if interruption.isRequested || saveIsDue { try save(trainer.checkpoint(), done, batches) }
        return !interruption.isRequested
      }
      guard let trained else { throw InterruptionRequest() }
      try commitEpoch(of: trainer, trained: trained, seconds: start.duration(to: .now) / .seconds(1))
    }
    header.bestEpoch = trainer.best?.epoch
    return (header, trainer.reservation)
  }

  /// Whether the state of the epoch at hand is to be saved: at most a tenth of the time goes into it.
  private var saveIsDue: Bool { lastSave.duration(to: .now) >= max(interval, saving * 10) }

  private func save(_ checkpoint: Checkpoint, _ done: Int, _ batches: Int) throws {
    let start = ContinuousClock.now
    try files.commit(partial: checkpoint)
    lastSave = .now
    saving = start.duration(to: lastSave)
    report(.saved(epoch: checkpoint.epoch, batches: done, of: batches))
  }

  private func commitEpoch(of trainer: Trainer, trained: Trainer.TrainedEpoch?, seconds: Double) throws {
    let epoch = trainer.epoch, last = trainer.configuration.epochs
    let measured: MeasuredEpoch
    do {
      measured = try trainer.measureEpoch(trained) {
        report(.doing($0))
        try interruption.check()
      }
    } catch let request as InterruptionRequest {
      if let checkpoint = try trainer.unmeasuredCheckpoint() {
        try save(checkpoint, trainer.batches, trainer.batches)
      }
      throw request
    }
    try inspect(measured)
    try files.commit(measured.record, checkpoint: measured.checkpoint)
    savedEpoch = epoch
    report(.saved(epoch: epoch, batches: 0, of: 0))

    let rate = seconds > 0 ? Double(trainer.data.training.count) / seconds : 0
    if seconds > 0 {
      try files.appendTiming(
        canonicalJSON(EpochTiming(epoch: epoch, seconds: seconds, examplesPerSecond: rate)))
    }
    report(
      .epoch(
        EpochSummary(epoch: epoch, of: last, metrics: measured.record.metrics, examplesPerSecond: rate)))
  }
}
