import Archive
import Files
import Foundation

/// The first result of a reproduction that has not the digests of the lock file, and what both were made with: what
/// somebody needs who looks for the cause on two machines.
package struct FirstDifference: Sendable {
  /// The experiment.
  package let name: String
  /// The first digest that differs.
  package let difference: DigestLock.Difference
  /// The lock file.
  package let lockFile: String
  /// What the file's entry was made with; `nil` if the file does not say.
  package let recorded: Machine?
  /// What made the result that is here.
  package let here: Machine
  /// The earlier result that the run was compared with, and where they part, a sentence a line; `nil` if none is kept.
  package let earlier: (path: String, places: [String])?

  /// - Throws: `ArchiveError`, `FileError` for an earlier result that cannot be read.
  init(_ item: Reproduction.Item, _ difference: DigestLock.Difference, _ archives: ArchiveLibrary) throws {
    name = item.name
    self.difference = difference
    lockFile = item.lockName
    recorded = try DigestLock(contentsOf: item.lockFile).machine(of: item.name)
    here = item.run.machine
    earlier = try FreshRun.earlier(of: item.run).map { earlier in
      let archive = try archives.archive(RunDirectory.archivePath(in: item.run.directory))
      return (earlier.path, try RunComparison(earlier, archive).divergence())
    }
  }

  /// What differs, where, and what both were made with side by side; ends with what helps to report it.
  package func text() -> String {
    var lines = [
      "First difference: \(name), \(difference.place); SHA-256",
      "  \(lockFile): \(difference.earlier ?? "none")",
      "  here: \(difference.later ?? "none")",
    ]
    if let earlier {
      lines.append("Compared with the earlier result \(earlier.path) (A; B is the one here):")
      lines += earlier.places.map { "  " + $0 }
    }
    lines += [""] + Self.table(recorded, lockFile, here) + ["", "To report it: reprise doctor --report"]
    return lines.joined(separator: "\n")
  }

  /// The two machines' properties side by side; those that differ are marked.
  static func table(_ recorded: Machine?, _ name: String, _ here: Machine) -> [String] {
    let rows = here.properties.enumerated().map { index, property in
      (property.label, recorded?.properties[index].value ?? "not recorded", property.value)
    }
    let labels = rows.map(\.0.count).max() ?? 0
    let values = max(rows.map(\.1.count).max() ?? 0, name.count)
    func line(_ mark: String, _ label: String, _ recorded: String, _ here: String) -> String {
      "\(mark) \(padded(label, to: labels))  \(padded(recorded, to: values))  \(here)"
    }
    return [line(" ", "", name, "here")]
      + rows.map { line($0.1 == $0.2 ? " " : "≠", $0.0, $0.1, $0.2) }
  }
}

extension Reproduction {
  /// The first of the outcomes, in the order of the items, whose digests are not those of its lock file; `nil` if there
  /// is none.
  ///
  /// - Throws: `ArchiveError`, `FileError`.
  package func firstDifference(_ outcomes: [(name: String, outcome: Outcome)]) throws -> FirstDifference? {
    for (item, result) in zip(items, outcomes) {
      switch result.outcome {
      case .upToDate(.differs(_, let difference?)), .done(.differs(_, let difference?)):
        return try FirstDifference(item, difference, archives)
      default: continue
      }
    }
    return nil
  }
}
