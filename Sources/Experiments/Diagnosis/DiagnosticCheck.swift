import Archive
import Datasets
import Files
import Foundation

/// One thing that was looked at: a line of `reprise doctor`.
package struct DiagnosticCheck: Encodable, Sendable {
  /// How it stands.
  package enum State: String, Encodable, Sendable {
    /// As it should be.
    case good
    /// Something to know that keeps nothing from working and changes no result.
    case note
    /// Something does not work, or results would not repeat.
    case bad
  }

  /// What a fault is a fault of.
  package enum Area: String, Encodable, Sendable {
    /// What the program is made of and runs on.
    case machine
    /// What bits depend on.
    case arithmetic
    /// Data sets.
    case data
    /// Disks, locks and what is written.
    case files
    /// Drawings.
    case drawing
  }

  /// What was looked at.
  package let name: String
  /// What a fault would be a fault of.
  package let area: Area
  /// How it stands.
  package let state: State
  /// What was found: no path, no name of a user or a host.
  package let found: String
  /// The path that it is about, if there is one.
  package var place: String?
  /// The way out, where it is not good.
  package var remedy: String?

  init(
    _ name: String, _ area: Area, _ state: State, _ found: String, place: String? = nil, remedy: String? = nil
  ) {
    (self.name, self.area, self.state, self.found) = (name, area, state, found)
    (self.place, self.remedy) = (place, remedy)
  }
}

/// Where a diagnosis looks.
package struct Surroundings: Sendable {
  /// The variables that are set.
  package var environment: [String: String]
  /// The folder that the configurations, results and plots lie in.
  package var root: String
  /// Where data sets are looked for.
  package var sources: DatasetSources
  /// How files are written and renamed.
  package var operations: FileOperations
  /// Takes a lock on a folder, which is held until what it gives is gone; a second one throws.
  package var lock: @Sendable (_ directory: String) throws -> any Sendable

  /// This process's surroundings, in the working directory.
  package init(
    environment: [String: String] = ProcessInfo.processInfo.environment, root: String = ".",
    sources: DatasetSources? = nil, operations: FileOperations = .system,
    lock: @escaping @Sendable (_ directory: String) throws -> any Sendable = { try DirectoryLock($0) }
  ) {
    self.environment = environment
    self.root = root
    self.sources = sources ?? .standard(environment: environment)
    self.operations = operations
    self.lock = lock
  }

  /// Where a program is that the environment's `PATH` leads to.
  func program(_ name: String) -> String? { Program.find(name, in: environment["PATH"] ?? "") }

  /// How to install something with the package manager that is here, or with each that is known.
  func install(apt: String, dnf: String, brew: String) -> String {
    let known = [
      ("apt-get", "apt-get install \(apt)"), ("dnf", "dnf install \(dnf)"), ("brew", "brew install \(brew)"),
    ]
    let here = known.filter { program($0.0) != nil }.map(\.1)
    return "install it: " + (here.isEmpty ? known.map(\.1) : [here[0]]).joined(separator: ", or ")
  }
}
