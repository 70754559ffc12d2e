import Archive
import Datasets
import Files
import Foundation
import Synchronization
import Tensors

/// Runs every experiment of a selection that is not up to date, or all of them again, several at a time.
///
/// Experiments are independent, so each has one thread and they share the data; those that take longest come first, so
/// that the cores end together. Threads do not change a result, so a single experiment has them all.
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
    /// About how many seconds a core works on all of it.
    package let cost: Double
    /// The file that its digests are compared with.
    package let lockFile: String
    /// Whether its data are the user's own.
    let isOfOwnData: Bool

    /// What messages call the lock file.
    var lockName: String { lockFile.hasPrefix("./") ? String(lockFile.dropFirst(2)) : lockFile }
  }

  /// What became of an experiment.
  package enum Outcome: Sendable {
    /// It had been run before.
    case upToDate(DigestLock.Comparison)
    /// It was run now.
    case done(DigestLock.Comparison)
    /// It was interrupted, its state saved.
    case interrupted
    /// An interruption came before it.
    case notStarted
    /// It failed.
    case failed(any Error)
  }

  /// The experiments in order.
  package let items: [Item]
  private let isFresh: Bool
  let archives: ArchiveLibrary

  /// Reads the selected configurations and looks at what is there; changes nothing.
  ///
  /// - Parameter fresh: Whether what is up to date is run again too. The new run is made beside the old one and takes
  ///   its place when it is finished; an interrupted one goes on if the same build began it.
  /// - Throws: `SettingsError`, `RunError.unknown`, `DatasetError`, `ArchiveError`, `FileError`.
  package init(
    _ catalog: Catalog, selection: [String], fresh: Bool = false, library: DatasetLibrary,
    archives: ArchiveLibrary = ArchiveLibrary()
  ) throws {
    isFresh = fresh
    self.archives = archives
    let entries = try catalog.runs(in: selection)
    for file in Set(entries.map { catalog.lockFile(of: $0.name) }) {
      _ = try DigestLock(contentsOf: file)  // a damaged one is told before hours are spent
    }
    let looked = Mutex<[Int: Result<Item, any Error>]>([:])
    // Checking archives is hashing them, which all cores do at once.
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      let entry = entries[index]
      let item = Result {
        try Self.item(
          entry.name,
          ExperimentRun(entry.settings, from: library, directory: catalog.directory(of: entry.name)),
          lockFile: catalog.lockFile(of: entry.name),
          isOfOwnData: catalog.ownDocuments.contains(entry.document), fresh: fresh, archives)
      }
      looked.withLock { $0[index] = item }
    }
    let results = looked.withLock { $0 }
    items = try entries.indices.map { try results[$0]!.get() }
  }

  private static func item(
    _ name: String, _ run: ExperimentRun, lockFile: String, isOfOwnData: Bool, fresh: Bool,
    _ archives: ArchiveLibrary
  ) throws -> Item {
    func item(_ reason: String?, isOfAnotherBuild: Bool = false) -> Item {
      Item(
        name: name, run: run, reason: reason, isOfAnotherBuild: isOfAnotherBuild,
        cost: reason == nil ? 0 : CostEstimate(of: run).seconds, lockFile: lockFile,
        isOfOwnData: isOfOwnData)
    }
    switch try RunStatus(of: run, archives) {
    case .missing: return item("not run yet")
    case .interrupted: return item("was interrupted")
    case .finished(_, let ofThisBuild):
      return fresh ? item("all are run again") : item(nil, isOfAnotherBuild: !ofThisBuild)
    case .otherIdentity: return item("its configuration or its data changed")
    case .damaged(let reason): return item("cannot be read (\(reason))")
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
    let pending = items.indices.filter { items[$0].reason != nil }.sorted {
      (items[$1].cost, $0) < (items[$0].cost, $1)
    }
    let threadsEach = pending.count == 1 ? threads : 1
    // Where memory does not suffice for so many at a time, some wait.
    let budget = MemoryBudget(sharing: .now())
    let done = ParallelJobs.results(of: pending.count, atATime: jobs, interruption) { position in
      let item = items[pending[position]]
      defer { report(item.name, .ended) }
      try self.perform(item, threads: threadsEach, within: budget, interruption) { report(item.name, $0) }
    }
    let results = Dictionary(
      uniqueKeysWithValues: zip(pending, done).compactMap { index, result in result.map { (index, $0) } })

    // What takes time comes before the file is read, so that two programs hardly write over each other's entries.
    let findings = items.indices.map { index in
      Result<Finding?, any Error> {
        if items[index].reason != nil {
          guard let result = results[index] else { return nil }
          try result.get()
        }
        let run = items[index].run
        return try Finding(run, archives.archive(RunDirectory.archivePath(in: run.directory)))
      }
    }
    var locks: [String: DigestLock] = [:]
    for item in items where locks[item.lockFile] == nil {
      locks[item.lockFile] = try DigestLock(contentsOf: item.lockFile)
    }
    let list = zip(items, findings).map { item, finding -> (String, Outcome) in
      do {
        guard let finding = try finding.get() else { return (item.name, .notStarted) }
        let comparison = finding.compare(item, &locks[item.lockFile, default: DigestLock()])
        return (item.name, item.reason == nil ? .upToDate(comparison) : .done(comparison))
      } catch RunError.interrupted {
        return (item.name, .interrupted)
      } catch {
        return (item.name, .failed(error))
      }
    }
    for (file, lock) in locks.sorted(by: { $0.key < $1.key }) { try lock.write(to: file) }
    return list
  }

  private func perform(
    _ item: Item, threads: Int, within budget: MemoryBudget, _ interruption: Interruption,
    report: (RunEvent) -> Void
  ) throws {
    let processor = try Processor(threads: threads)
    try item.run.makeRoom()
    if isFresh {
      try FreshRun(item.run).perform(on: processor, within: budget, interruption, report)
    } else {
      try item.run.perform(on: processor, within: budget, interruption, report)
    }
  }

  /// What a finished run came out as, and what its configuration and an earlier result say to that.
  private struct Finding {
    let entry: DigestLock.Entry
    /// What contradicts it, in words, whatever the lock file says.
    let contradiction: String?
    /// How it differs from an earlier result that is kept beside it.
    let change: String?
    /// What made it, and this machine's gnuplot, which draws it.
    let machine: Machine

    init(_ run: ExperimentRun, _ archive: RunArchive) throws {
      try run.writeMissingMetrics(of: archive)
      let entry = try DigestLock.Entry(archive, run.configuration)
      contradiction = try run.checks(of: archive, on: Processor()).first { !$0.holds }.map {
        "\($0.name) sha256 is \($0.actual), but \($0.expected) is expected"
      }
      let earlier = try FreshRun.earlier(of: run).map { try DigestLock.Entry($0, run.configuration) }
      change = earlier.flatMap { entry.difference(from: $0) }.map {
        "\($0), compared with the earlier result in \(FreshRun.earlierDirectory(of: run)); "
          + "remove that folder if this result is to be recorded"
      }
      self.entry = entry
      machine = run.machine
    }

    /// Compares with the lock file, which takes in what nothing speaks against.
    func compare(_ item: Item, _ lock: inout DigestLock) -> DigestLock.Comparison {
      if let contradiction { return .differs(contradiction) }
      if let change, !lock.knows(item.name, entry) { return .differs(change) }
      return lock.compare(
        item.name, entry, madeWith: machine, in: item.lockName, isOfOwnData: item.isOfOwnData)
    }
  }
}
