import Archive
import Datasets
import Foundation
import Settings
import Tensors

/// One experiment on its way from a configuration and data to a finished archive.
public struct ExperimentRun: Sendable {
  /// What is run.
  public let configuration: any ExperimentSettings
  /// What it is run on, in the parts that are measured; `nil` for a computation without data.
  public let data: Dataset?
  /// What the result depends on.
  public let identity: RunIdentity
  /// The run's directory.
  public let directory: String

  /// A training in a directory.
  ///
  /// - Parameter data: The parts that the configuration's declaration makes, or a user's own in their place; they
  ///   are part of the identity.
  public init(_ configuration: ExperimentConfiguration, data: Dataset, directory: String) throws {
    try self.init(settings: configuration, data: data, directory: directory)
  }

  /// A training or a computation in a directory, on the data that its settings declare.
  ///
  /// - Throws: `DatasetError` for data that cannot be had.
  package init(
    _ settings: any ExperimentSettings, from library: DatasetLibrary, directory: String
  ) throws {
    try self.init(settings: settings, data: settings.data.map(library.dataset), directory: directory)
  }

  /// A training or a computation in a directory, on data that are in memory.
  init(settings: any ExperimentSettings, data: Dataset?, directory: String) throws {
    self.configuration = settings
    self.data = data
    self.directory = directory
    identity = try RunIdentity(settings, data: data?.digests ?? [:])
  }

  /// The same run in another directory.
  func moved(to directory: String) throws -> ExperimentRun {
    try ExperimentRun(settings: configuration, data: data, directory: directory)
  }

  /// Runs what is missing, and gives the finished archive.
  ///
  /// An interrupted run goes on from its checkpoint; of a finished one only a missing table of metrics is written.
  ///
  /// - Parameters:
  ///   - processor: What computes; it has no influence on the result.
  ///   - interruption: When requested, the step at hand is finished, the state saved, and
  ///     `RunError.interrupted` thrown.
  ///   - savingEvery: How long training within an epoch goes on until its state is saved, which a kill then leaves; a
  ///     longer step's is saved after it. No bit of the result depends on it.
  ///   - report: Told what happens, on the calling thread.
  /// - Throws: `ArchiveError`, `FileError`, `GraphError`, `RunError`.
  @discardableResult
  public func perform(
    on processor: Processor, interruption: Interruption = Interruption(),
    savingEvery interval: Duration = .seconds(30), report: (RunEvent) -> Void = { _ in }
  ) throws -> RunArchive {
    try perform(on: processor, interruption, savingEvery: interval, report)
  }

  /// The same, with each epoch shown before it is committed; what `inspect` throws ends the run.
  ///
  /// - Parameter budget: The memory that it shares with others.
  @discardableResult
  package func perform(
    on processor: Processor, within budget: MemoryBudget = .alone, _ interruption: Interruption,
    savingEvery interval: Duration = .seconds(30), _ report: (RunEvent) -> Void,
    inspecting inspect: (MeasuredEpoch) throws -> Void = { _ in }
  ) throws -> RunArchive {
    let files = try RunDirectory(directory, identity: identity.digest)
    var progress: RunDirectory.Progress
    do {
      progress = try files.state()
    } catch let error as ArchiveError where error.kind == .damaged {
      // The run is deterministic: what is damaged is made again, with the same bytes.
      report(.restarted(reason: "\(error.file) \(error.reason)"))
      try files.discardProgress()
      progress = .empty
    }
    if progress == .finished {
      let archive = try RunArchive(files.archivePath)
      try writeMissingMetrics(of: archive)
      return archive
    }

    let earlier = progress == .empty ? nil : HostRecord(in: directory)
    try files.writeHost(canonicalJSON(HostRecord(after: earlier, instructionSet: processor.instructionSet)))
    if let training = configuration as? ExperimentConfiguration, let data {
      try withoutActuallyEscaping(report) { report in
        try withoutActuallyEscaping(inspect) { inspect in
          let run = TrainingRun(
            self, in: files, interruption, savingEvery: interval, report: report, inspecting: inspect)
          try run.perform(training, data, on: processor, within: budget, from: &progress)
        }
      }
    } else if let computation = configuration as? ComputationConfiguration {
      let context = ComputationContext(
        data: data, random: PhiloxSource(seed: computation.seed), processor: processor)
      try files.finish(header(), computed: computation.compute.compute(context))
    } else {
      throw RunError.unfitData("a training needs data")
    }
    let archive = try RunArchive(files.archivePath)
    try writeMetrics(of: archive)
    return archive
  }

  func header(metrics: [MetricDescription] = [], probe: Probe? = nil) throws -> RunHeader {
    RunHeader(
      title: configuration.title, creator: "Reprise \(Reprise.version)",
      configuration: try configuration.json(), identity: identity.text,
      provenance: try canonicalJSON(Provenance(data: identity.data)),
      metrics: metrics, probe: probe)
  }
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
    guard let configuration = configuration as? ExperimentConfiguration, let data,
      let expect = configuration.expect
    else { return [] }
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
