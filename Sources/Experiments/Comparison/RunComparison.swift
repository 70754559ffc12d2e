import Archive
import Settings
import Tensors

/// Two finished runs, compared to the last bit: where they part, and how far they are apart.
///
/// Parameters, activations and states are read array by array. Runs of different lengths, networks or kinds are compared
/// as far as they have names, shapes and epochs in common.
package struct RunComparison: Encodable, Sendable {
  /// One of the two.
  package struct Run: Encodable, Sendable {
    /// The archive's path.
    package let path: String
    /// The run's identity and its content digest.
    package let identity, content: String
    /// The last epoch, and the model's digest after it; `nil` for a run that only computed.
    package let lastEpoch: Int?, model: String?

    init(_ archive: RunArchive) throws {
      (path, identity) = (archive.path, archive.identity.hexadecimal)
      (content, lastEpoch) = (archive.contentDigest.hexadecimal, archive.epochs.last)
      model = try archive.modelDigests().last?.hexadecimal
    }
  }

  /// The models' digests, epoch by epoch.
  package struct Models: Encodable, Sendable {
    /// The epochs that both have.
    package let epochs: Int
    /// The first one of them with different digests; `nil` for none.
    package let parted: Int?
    /// The first epoch from there on whose parameters both keep; `nil` for none.
    package let kept: Int?
  }

  /// A group of datasets below `/run`, in which something differs.
  package struct Group: Encodable, Equatable, Sendable {
    /// The group: `loss`, `histograms`, `config`.
    package let name: String
    /// How many datasets both have with different values, types or shapes, and how many only one has.
    package internal(set) var differing = 0, onlyInA = 0, onlyInB = 0
    /// The first of them by its path.
    package let first: String
  }

  /// The runs.
  package let a, b: Run
  /// Whether every bit is the same that the content digest covers.
  package let isSame: Bool
  /// Keys of the configurations.
  package let configuration: [KeyDifference]
  /// Keys of the identities' texts: the data's digests, the contract's version, the layout of random numbers. Settings
  /// are left out where the configurations already say what differs.
  package let identity: [KeyDifference]
  /// Epochs that only one has.
  package let epochsOnlyInA, epochsOnlyInB: [Int]
  /// The models' digests; `nil` where one of the runs has none.
  package let models: Models?
  /// Every part that one of them has, in a fixed order.
  package let parts: [PartComparison]
  /// Of every parameter at every epoch that both keep, and of computed arrays.
  package let distances: [ArrayDistance]
  /// Everything that the content digest covers but parameters and activations.
  package let contents: [Group]

  /// Compares two archives.
  ///
  /// - Throws: `ArchiveError`, `FileError`, and `SettingsError` for a configuration that is no JSON.
  package init(_ a: RunArchive, _ b: RunArchive) throws {
    self.a = try Run(a)
    self.b = try Run(b)
    configuration = try KeyDifference.between(
      SettingsTree(archived: a.configuration(), in: a, at: "config"),
      SettingsTree(archived: b.configuration(), in: b, at: "config"))
    let isConfigured = !configuration.isEmpty
    identity = try KeyDifference.between(
      SettingsTree(archived: a.identityText(), in: a, at: "identity"),
      SettingsTree(archived: b.identityText(), in: b, at: "identity")
    ).filter { !isConfigured || !$0.key.hasPrefix("settings.") }
    let epochs = Overlap(a.epochs, b.epochs)
    (epochsOnlyInA, epochsOnlyInB) = (epochs.onlyInA, epochs.onlyInB)

    var distances: [ArrayDistance] = []
    let parameters = try PartComparison(.parameters, .parameters(of: a), .parameters(of: b)) {
      distances.append($0)
      return true
    }
    let activations = try PartComparison(.activations, .activations(of: a), .activations(of: b)) {
      $0.distance.differing == 0
    }
    let computed = try PartComparison.computed(a, b) { distances.append($0) }
    self.distances = distances
    parts = [
      parameters, try .metrics(a, b), try .gradientNorms(a, b), try .series(a, b), activations,
      try .states(a, b), computed,
    ].filter { $0.compared > 0 || !$0.isSame }
    models = try Self.models(a, b, epochs.common, kept: parameters.epochs)
    contents = Self.groups(try a.datasetsBesideArrays(), try b.datasetsBesideArrays())
    isSame = contents.isEmpty && parameters.isSame && activations.isSame
  }

  private static func models(_ a: RunArchive, _ b: RunArchive, _ epochs: [Int], kept: [Int]) throws -> Models?
  {
    func digests(_ archive: RunArchive) throws -> [Int: Digest] {
      Dictionary(zip(archive.epochs, try archive.modelDigests()), uniquingKeysWith: { first, _ in first })
    }
    guard !epochs.isEmpty else { return nil }
    let x = try digests(a), y = try digests(b)
    let parted = epochs.first { x[$0] != y[$0] }
    return Models(
      epochs: epochs.count, parted: parted, kept: parted.flatMap { parted in kept.first { $0 >= parted } })
  }

  /// What differs, group by group in the order of the paths, which are sorted.
  private static func groups(_ a: [StoredDataset], _ b: [StoredDataset]) -> [Group] {
    let inA = Dictionary(a.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let inB = Dictionary(b.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let paths = (a.map(\.path) + b.map(\.path).filter { inA[$0] == nil }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    var groups: [Group] = []
    for path in paths where inA[path] != inB[path] {
      let name = path.split(separator: "/").dropFirst().first.map(String.init) ?? path
      if groups.last?.name != name { groups.append(Group(name: name, first: path)) }
      let last = groups.count - 1
      if inA[path] == nil {
        groups[last].onlyInB += 1
      } else if inB[path] == nil {
        groups[last].onlyInA += 1
      } else {
        groups[last].differing += 1
      }
    }
    return groups
  }

  /// A part's comparison; `nil` if neither run has it.
  package subscript(part: PartComparison.Part) -> PartComparison? { parts.first { $0.part == part } }
}
