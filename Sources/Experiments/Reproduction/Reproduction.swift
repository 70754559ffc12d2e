import Archive
import Datasets
import Files
import Foundation
import Synchronization
import Tensors

/// Runs every experiment of a selection that is not up to date, or all of them again, several at a time.
///
/// Experiments are independent, so each has one thread and they share the data. Toward the end, when fewer experiments
/// than cores are left, cores idle; threads do not change a result, so a single experiment has them all.
package struct Reproduction: Sendable {
  /// An experiment and what is to be done about it.
  package struct Item: Sendable {
    /// The experiment's name.
    package let name: String
    /// Its run.
    package let run: ExperimentRun
    /// Why it is run; `nil` if it is up to date.
    package let reason: String?
    /// Whether it was made by another build of this program; it counts as up to date all the same.
    package let isOfAnotherBuild: Bool
    /// What a run of another configuration, which is in the way, will be moved aside as.
    let movesAsideAs: String?
    /// What a finished run that is made again came out as.
    let earlier: DigestLock.Entry?
  }

  /// What became of an experiment.
  package enum Outcome: Sendable {
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
  package let items: [Item]
  private let lockFile: String
  private let isFresh: Bool

  /// Reads the selected configurations and looks at what is there; changes nothing.
  ///
  /// - Parameter fresh: Whether what is up to date is run again too. The new run is made beside the old one and takes
  ///   its place when it is finished; an interrupted one goes on if the same build began it.
  /// - Throws: `SettingsError`, `RunError.unknown`, `DatasetError`, `ArchiveError`, `FileError`.
  package init(
    _ catalog: Catalog, selection: [String], fresh: Bool = false, library: DatasetLibrary
  ) throws {
    lockFile = "\(catalog.root)/results/digests.lock"
    isFresh = fresh
    _ = try DigestLock(contentsOf: lockFile)  // a damaged one is told before hours are spent
    items = try catalog.experiments(in: selection).map { entry in
      let configuration = try ExperimentConfiguration(contentsOf: entry.file)
      let run = try ExperimentRun(
        configuration, data: library.dataset(configuration.dataset),
        directory: catalog.directory(of: entry.name))
      return try Self.item(entry.name, run, fresh: fresh)
    }
  }

  private static func item(_ name: String, _ run: ExperimentRun, fresh: Bool) throws -> Item {
    func item(
      _ reason: String?, movesAsideAs suffix: String? = nil, isOfAnotherBuild: Bool = false,
      _ earlier: DigestLock.Entry? = nil
    ) -> Item {
      Item(
        name: name, run: run, reason: reason, isOfAnotherBuild: isOfAnotherBuild,
        movesAsideAs: suffix.map { "\(run.directory).\($0)" }, earlier: earlier)
    }
    switch try RunStatus(of: run) {
    case .missing: return item("not run yet")
    case .interrupted: return item("was interrupted")
    case .finished(let archive, let ofThisBuild):
      guard fresh else { return item(nil, isOfAnotherBuild: !ofThisBuild) }
      return item("all are run again", try DigestLock.Entry(archive, run.configuration))
    case .otherIdentity(let identity):
      return item(
        "its configuration or its data changed", movesAsideAs: String(identity.hexadecimal.prefix(12)))
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
  package func perform(
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

  /// Compares a finished run with what its configuration expects, then with the lock file and, if that does not
  /// know it, with what it came out as before.
  private func compare(_ item: Item, _ lock: inout DigestLock) throws -> DigestLock.Comparison {
    let archive = try RunArchive(RunDirectory.archivePath(in: item.run.directory))
    let checks = try item.run.checks(of: archive, on: Processor())
    if let check = checks.first(where: { !$0.holds }) {
      return .differs("\(check.name) sha256 is \(check.actual), but \(check.expected) is expected")
    }
    let entry = try DigestLock.Entry(archive, item.run.configuration)
    let known = lock
    let comparison = lock.compare(item.name, entry)
    guard let earlier = item.earlier, let difference = entry.difference(from: earlier) else {
      return comparison
    }
    let kept = "the earlier result is kept in \(ReplacedRun.earlierDirectory(of: item.run))"
    switch comparison {
    case .equal: return .equal
    case .differs(let how): return .differs("\(how); \(kept)")
    case .recorded:
      lock = known  // nobody has said which of the two is right
      return .differs("\(difference), compared with the run that was there; \(kept)")
    }
  }

  private func perform(
    _ item: Item, threads: Int, _ interruption: Interruption, report: (RunEvent) -> Void
  ) throws {
    let processor = try Processor(threads: threads)
    let run = item.run
    if let earlier = item.earlier {
      try ReplacedRun(run, earlier).perform(on: processor, interruption, report)
      return
    }
    if let aside = item.movesAsideAs {
      let lock = try DirectoryLock(run.directory)
      try FileOperations.system.removeAll(aside)
      try FileOperations.system.rename(run.directory, to: aside)
      withExtendedLifetime(lock) {}
    } else if isFresh {
      try run.discardUnlessOfThisBuild()
    }
    try run.perform(on: processor, interruption: interruption, report: report)
  }
}
