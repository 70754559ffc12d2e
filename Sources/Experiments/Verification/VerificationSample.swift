import Archive
import Datasets
import Tensors

/// Single epochs of a finished run that are trained again, each from the state before it.
struct VerificationSample {
  private let archive: RunArchive
  private let archived: ArchivedEpochs
  private let trainer: Trainer

  /// - Throws: What making a trainer throws; `ArchiveError`.
  init(
    of archive: RunArchive, _ configuration: ExperimentConfiguration, data: Dataset, on processor: Processor
  ) throws {
    self.archive = archive
    archived = try ArchivedEpochs(archive)
    trainer = try Trainer(configuration, data: data, on: processor)
  }

  private var last: Int { trainer.configuration.epochs }

  /// The epochs that can be trained again alone, ascending: the first one, which starts anew, and those after a kept
  /// state.
  private var candidates: [Int] {
    Set([1] + archive.stateEpochs.map { $0 + 1 }).filter { (1...last).contains($0) }.sorted()
  }

  /// `count` of the epochs that can be trained again, ascending; all if they are not more.
  ///
  /// They are the first of the candidates in the order that the Philox stream (shuffling, `verify <identity>`) of the
  /// seed puts them in.
  func epochs(_ count: Int, seed: UInt64) -> [Int] {
    let candidates = candidates
    let order = PhiloxSource(seed: seed).splitOrder(
      of: candidates.count, name: "verify \(archive.identity.hexadecimal)")
    return order.prefix(count).map { candidates[$0] }.sorted()
  }

  /// Trains epochs again, in the order given, up to the first difference; before epoch 1 the state before training is
  /// compared too.
  ///
  /// - Parameter epochs: Ascending.
  /// - Throws: `ArchiveError` of the kind `foreign` for a state that does not fit the configuration;
  ///   `RunError.verificationInterrupted`.
  func perform(
    _ epochs: [Int], interruption: Interruption, report: (RunEvent) -> Void
  ) throws -> Verification.Result {
    var trained: [Int] = []
    for epoch in epochs {
      var difference = try start(before: epoch)
      if difference == nil {
        difference = try train(epoch, interruption, report)
        trained.append(epoch)
      }
      if difference != nil {
        return .init(trained: trained, epochs: last, isWhole: false, difference: difference)
      }
    }
    return .init(trained: trained, epochs: last, isWhole: false, difference: nil)
  }

  /// Goes to where an epoch starts; gives what is not as the archive says there.
  private func start(before epoch: Int) throws -> BitDifference? {
    if epoch == 1 { return try archived.difference(from: trainer.measureEpoch(nil)) }
    try restore(archive.checkpoint(at: epoch - 1))
    let kept = trainer.memory.modelDigest
    guard let model = archived.model(after: epoch - 1), model != kept else { return nil }
    return BitDifference(
      .model, epoch: epoch - 1, archived: model.hexadecimal, computed: kept.hexadecimal)
  }

  private func restore(_ checkpoint: Checkpoint) throws {
    func foreign(_ reason: String) -> ArchiveError {
      ArchiveError(
        .foreign, file: archive.path, object: "/run/states/\(checkpoint.epoch)",
        reason: "does not fit the configuration: \(reason)")
    }
    do {
      try trainer.restore(checkpoint)
    } catch RunError.foreignCheckpoint(let why) {
      throw foreign(why)
    } catch {
      throw foreign("\(error)")
    }
    let size = trainer.memory.capacity
    let steps = checkpoint.epoch * ((trainer.data.training.count + size - 1) / size)
    guard checkpoint.step == steps else {
      throw foreign("\(checkpoint.step) steps, and \(checkpoint.epoch) epochs are \(steps)")
    }
    guard trainer.partial == nil else { throw foreign("it is from within an epoch") }
  }

  private func train(
    _ epoch: Int, _ interruption: Interruption, _ report: (RunEvent) -> Void
  ) throws -> BitDifference? {
    let trained = try trainer.trainEpoch { done, batches in
      report(.batch(epoch: epoch, done: done, of: batches, loss: trainer.runningLoss))
      return !interruption.isRequested
    }
    guard let trained else { throw RunError.verificationInterrupted(archive.path) }
    let measured = try trainer.measureEpoch(trained)
    report(
      .epoch(
        EpochSummary(epoch: epoch, of: last, metrics: measured.record.metrics, examplesPerSecond: 0)))
    return try archived.difference(from: measured)
  }
}
