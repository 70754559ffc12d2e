import Archive
import Foundation

/// The finished runs of a folder beside the committed digests; nothing is run and nothing changed.
///
/// Experiments on the user's own data are left out: nobody else has their digests.
package struct LockComparison: Sendable {
  /// A run that has not the committed digests.
  package struct Deviation: Sendable {
    /// The run.
    package let name: String
    /// The first digest that differs.
    package let difference: DigestLock.Difference
    /// What the committed one was made with; `nil` if the file does not say.
    package let recorded: Machine?
    /// What made the run; `nil` if it is not known.
    package let made: Machine?
  }

  /// How many runs are finished and as committed, and how many are finished and have no committed digests.
  package let equal: Int, unknown: Int
  /// Those that are not as committed.
  package let deviations: [Deviation]
  /// Runs that are begun, changed or damaged, each with its state.
  package let others: [(name: String, state: String)]

  private enum Outcome: Sendable {
    case missing, equal, unknown, deviation(Deviation), other(String)
  }

  /// Looks at every run of a catalog, on all cores, since checking an archive is hashing it.
  ///
  /// - Throws: `ArchiveError` for a lock file that is damaged, `FileError`.
  package init(_ catalog: Catalog) throws {
    let entries = catalog.runs.filter { !catalog.ownDocuments.contains($0.document) }
    let file = entries.first.map { catalog.lockFile(of: $0.name) } ?? "\(catalog.root)/results/digests.lock"
    let lock = try DigestLock(contentsOf: file)
    let outcomes = ParallelJobs.results(
      of: entries.count, atATime: ProcessInfo.processInfo.activeProcessorCount, Interruption()
    ) { index in
      Self.outcome(
        entries[index].name, entries[index].settings, catalog.directory(of: entries[index].name), lock)
    }
    var (equal, unknown) = (0, 0)
    var deviations: [Deviation] = []
    var others: [(String, String)] = []
    for (entry, outcome) in zip(entries, outcomes) {
      switch try outcome?.get() {
      case nil, .missing?: break
      case .equal?: equal += 1
      case .unknown?: unknown += 1
      case .deviation(let deviation)?: deviations.append(deviation)
      case .other(let state)?: others.append((entry.name, state))
      }
    }
    (self.equal, self.unknown, self.deviations, self.others) = (equal, unknown, deviations, others)
  }

  private static func outcome(
    _ name: String, _ settings: some ExperimentSettings, _ directory: String, _ lock: DigestLock
  ) -> Outcome {
    do {
      let status = try RunStatus(of: settings, in: directory)
      switch status {
      case .missing: return .missing
      case .interrupted, .otherIdentity, .damaged: return .other(status.description)
      case .finished(let archive, _):
        let entry = try DigestLock.Entry(archive, settings)
        guard lock.knows(name, entry), let known = lock.experiments[name] else { return .unknown }
        guard let difference = entry.difference(from: known) else { return .equal }
        return .deviation(
          Deviation(
            name: name, difference: difference, recorded: lock.machine(of: name),
            made: HostRecord(in: directory)?.machine))
      }
    } catch {
      // What an error says may hold a path.
      return .other("cannot be read")
    }
  }
}
