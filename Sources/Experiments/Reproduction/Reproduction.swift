import Archive
import Datasets
import Foundation
import Synchronization
import Tensors

/// Runs every experiment of a selection that is not up to date, several at a time.
///
/// Experiments are independent, so each has one thread and they share the data; the last ones left have the
/// machine's remaining cores idle. The bits do not know the difference.
public struct Reproduction: Sendable {
  /// An experiment and what is to be done about it.
  public struct Item: Sendable {
    /// The experiment's name.
    public let name: String
    /// Its run.
    public let run: ExperimentRun
    /// Why it is run; `nil` if it is up to date.
    public let reason: String?
    /// Where a run of another configuration, which is in the way, will be moved.
    let obstacle: (from: String, to: String)?
  }

  /// What became of an experiment.
  public enum Outcome: Sendable {
    /// It had been run before.
    case upToDate(DigestLock.Comparison)
    /// It was run now.
    case done(DigestLock.Comparison)
    /// It was interrupted, its state saved.
    case interrupted
    /// It failed.
    case failed(any Error)
  }

  /// The experiments in order.
  public let items: [Item]
  private let catalogue: Catalogue
  private let library: DatasetLibrary

  /// Reads the selected configurations and looks at what is there.
  ///
  /// - Throws: `SettingsError`, `RunError.unknownExperiment`.
  public init(_ catalogue: Catalogue, selection: [String], library: DatasetLibrary) throws {
    self.catalogue = catalogue
    self.library = library
    items = try catalogue.experiments(in: selection).map { entry in
      let configuration = try ExperimentConfiguration(contentsOf: entry.file)
      return Self.item(
        entry.name, try ExperimentRun(configuration, directory: catalogue.directory(of: entry.name)))
    }
  }

  private static func item(_ name: String, _ run: ExperimentRun) -> Item {
    func item(_ reason: String?, movesAsideAs suffix: String? = nil) -> Item {
      Item(
        name: name, run: run, reason: reason,
        obstacle: suffix.map { (run.directory, "\(run.directory).\($0)") })
    }
    switch RunState(of: run) {
    case .missing: return item("not run yet")
    case .interrupted: return item("was interrupted")
    case .finished: return item(nil)
    case .otherConfiguration(let identity):
      return
        item("its configuration changed", movesAsideAs: String(identity.hexadecimal.prefix(12)))
    case .damaged(let reason): return item("cannot be read (\(reason))", movesAsideAs: "damaged")
    }
  }

  /// Runs what has a reason to, compares every result with the lock file and updates it.
  ///
  /// Goes on after a failed experiment. When interrupted, no further one is started.
  ///
  /// - Parameters:
  ///   - jobs: How many at a time; each with one thread, or with all if there is only one to run.
  ///   - report: Told what happens, possibly from several threads at once.
  /// - Returns: The outcome of each item.
  public func perform(
    jobs: Int, threads: Int, interruption: Interruption,
    report: @escaping @Sendable (_ name: String, RunEvent) -> Void
  ) throws -> [(name: String, outcome: Outcome)] {
    let pending = items.indices.filter { items[$0].reason != nil }
    let outcomes = Mutex<[Int: Result<Void, any Error>]>([:])
    let next = Atomic<Int>(0)
    let jobs = max(1, min(jobs, pending.count))
    let threadsEach = pending.count == 1 ? threads : 1
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let position = next.add(1, ordering: .relaxed).oldValue
        guard position < pending.count, !interruption.isRequested else { return }
        let item = items[pending[position]]
        let result = Result {
          try self.perform(item, threads: threadsEach, interruption) { report(item.name, $0) }
        }
        outcomes.withLock { $0[pending[position]] = result }
      }
    }
    let results = outcomes.withLock { $0 }

    let lockFile = "\(catalogue.root)/results/digests.lock"
    var lock = try DigestLock(contentsOf: lockFile)
    let list = items.indices.map { index -> (String, Outcome) in
      let item = items[index]
      switch results[index] {
      case .failure(RunError.interrupted): return (item.name, .interrupted)
      case .failure(let error): return (item.name, .failed(error))
      case nil where item.reason != nil: return (item.name, .interrupted)
      default:
        do {
          let comparison = try compare(item, &lock)
          return (item.name, item.reason == nil ? .upToDate(comparison) : .done(comparison))
        } catch {
          return (item.name, .failed(error))
        }
      }
    }
    try lock.write(to: lockFile)
    return list
  }

  /// Compares a finished run with what its configuration expects, then with the lock file.
  private func compare(_ item: Item, _ lock: inout DigestLock) throws -> DigestLock.Comparison {
    let archive = try RunArchive("\(item.run.directory)/run.h5")
    let data = try library.dataset(item.run.configuration.dataset.name)
    let checks = try item.run.checks(of: archive, data: data, on: Processor())
    if let check = checks.first(where: { !$0.holds }) {
      return .differs("\(check.name) sha256 is \(check.actual), but \(check.expected) is expected")
    }
    return lock.compare(item.name, try DigestLock.Entry(archive, data: data.digest))
  }

  private func perform(
    _ item: Item, threads: Int, _ interruption: Interruption, report: (RunEvent) -> Void
  ) throws {
    if let (from, to) = item.obstacle {
      try? FileManager.default.removeItem(atPath: to)
      try FileManager.default.moveItem(atPath: from, toPath: to)
    }
    let data = try library.dataset(item.run.configuration.dataset.name)
    try item.run.perform(
      data: data, on: Processor(threads: threads), interruption: interruption, report: report)
  }
}
