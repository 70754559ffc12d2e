import Archive
import Datasets
import Settings

/// What a configuration file declares: a network that is trained, or something that is computed without one.
public protocol ExperimentSettings: Codable, Sendable {
  /// What the experiment shows, in a few words; no part of its identity.
  var title: String { get }
  /// The data that it works on; `nil` for none.
  var data: DatasetDeclaration? { get }
  /// The same settings without what a result does not depend on.
  var withoutWords: Self { get }
}

extension ExperimentSettings {
  /// The settings as canonical JSON: keys sorted, what is at its default left out.
  public func json() throws -> String { try canonicalJSON(self, leavingOutDefaults: true) }
}

extension ExperimentConfiguration: ExperimentSettings {
  /// The data and how they are parted.
  public var data: DatasetDeclaration? { dataset }
}

/// A configuration file of either kind, before it is known which seed is meant.
///
/// `seeds: [0, 1, 2]` in it makes an experiment of as many runs, each with one of them as its `seed`.
package struct ExperimentFile: Sendable {
  private let tree: SettingsTree
  /// The seeds of the runs; `nil` if the file is one run, or an assignment chose one of them.
  package let seeds: [UInt64]?
  /// The seed that an assignment chose among those that the file names.
  package let chosenSeed: UInt64?

  /// Reads a file with its base and with assignments laid over it.
  ///
  /// - Throws: `SettingsError`, which names file, line and the way out.
  package init(contentsOf path: String, assignments: [String] = []) throws {
    var tree = try SettingsTree(contentsOf: path, assignments: assignments)
    let entry = tree.removeEntry("seeds")
    self.tree = tree
    guard let entry else {
      (seeds, chosenSeed) = (nil, nil)
      return
    }
    let list = try? StrictDecoder().decode([UInt64].self, from: entry.value)
    guard let list, !list.isEmpty, Set(list).count == list.count else {
      throw SettingsError(
        "'seeds' must be a list of different whole numbers, 0 or more, found \(entry.value.explanation)",
        at: entry.location)
    }
    let isChosen = assignments.contains { $0.hasPrefix("seed=") }
    seeds = isChosen ? nil : list
    let chosen = isChosen ? try tree["seed"].map { try StrictDecoder().decode(UInt64.self, from: $0) } : nil
    chosenSeed = chosen.flatMap { list.contains($0) ? $0 : nil }
  }

  /// The settings of one run.
  ///
  /// - Parameter seed: One of `seeds`; `nil` where there are none.
  /// - Throws: `SettingsError`; also where the file has seeds and none is chosen.
  package func settings(seed: UInt64? = nil) throws -> any ExperimentSettings {
    var tree = tree
    if let seed {
      try tree.assign("seed=\(seed)", precedence: .max)
    } else if let seeds {
      throw SettingsError(
        "is \(seeds.count) runs, one a seed: choose one with --set seed=\(seeds[0]), or make all with 'reprise "
          + "reproduce'", at: tree.location)
    }
    return try Self.settings(in: tree)
  }

  /// The settings in the text that a run's archive keeps.
  ///
  /// - Throws: `SettingsError`; `ArchiveError` for an archive that cannot be read.
  static func settings(of archive: RunArchive) throws -> any ExperimentSettings {
    try settings(in: SettingsTree(yaml: archive.configuration(), source: .wholeFile(path: archive.path)))
  }

  private static func settings(in tree: SettingsTree) throws -> any ExperimentSettings {
    tree["compute"] == nil
      ? try StrictDecoder().decode(ExperimentConfiguration.self, from: tree)
      : try StrictDecoder().decode(ComputationConfiguration.self, from: tree)
  }

  /// The name of a seed's run below the experiment's.
  package static func runName(_ seed: UInt64) -> String { "seed-\(seed)" }
}
