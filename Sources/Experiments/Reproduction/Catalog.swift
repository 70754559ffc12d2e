import Datasets
import Files
import Foundation
import Settings

/// All experiments and figures that a folder of configurations declares.
///
/// `configs/<document>/<experiment>.yaml` is an experiment, unless another file builds on it with `base:`; it is one run,
/// or one for each of its `seeds`. `configs/<document>/figures.yaml` declares the document's figures and claims.
///
/// A document whose experiments all work on an image folder of the user's own (`configs/food11`) is there only if the folder
/// is. Nobody else has its results, so it has a lock file and a page of its own, which are not committed.
package struct Catalog: Sendable {
  /// A run by name: `001/batch-32`, or `001/lr-high/seed-3` of an experiment with several seeds.
  package struct Entry: Sendable {
    /// The document's number, the experiment's name, and the seed's where there are several.
    package let name: String
    /// The document's number and the experiment's name.
    package let experiment: String
    /// The configuration file.
    package let file: String
    /// What the file declares for this run.
    package let settings: any ExperimentSettings

    /// The document's number.
    var document: String { Catalog.document(of: name) }
  }

  /// The folder that the configurations, results and plots lie in.
  package let root: String
  /// The runs of all experiments whose data are not left out, sorted by name.
  package let runs: [Entry]
  /// Why the experiments of a document are left out, by its number.
  package let leftOut: [String: DatasetError]
  /// The documents that work on data of the user's own.
  package let ownDocuments: Set<String>
  /// The documents with their figures, by number.
  package let documents: [DocumentDeclaration]

  /// Reads the folder `configs` of `root`.
  ///
  /// - Parameter sources: Where image folders are looked for.
  /// - Throws: `SettingsError` for a file that cannot be used, or when there are no configurations.
  package init(root: String = ".", sources: DatasetSources = .standard()) throws {
    self.root = root
    let folder = "\(root)/configs"
    let documents = try FileOperations.names(in: folder).filter {
      try FileOperations.isDirectory("\(folder)/\($0)")
    }
    let files = try documents.flatMap { document in
      try FileOperations.names(in: "\(folder)/\(document)").filter { $0.hasSuffix(".yaml") }.map { file in
        (name: "\(document)/\(file.dropLast(5))", path: "\(folder)/\(document)/\(file)")
      }
    }
    func resolved(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
    let bases = try Set(files.compactMap { try SettingsTree.base(of: $0.path).map(resolved) })
    let runs = try files.filter { !$0.name.hasSuffix("/figures") && !bases.contains(resolved($0.path)) }
      .flatMap { try Self.runs($0.name, $0.path) }
    guard !runs.isEmpty else {
      throw SettingsError("\(folder): no configurations here; run this in the project's folder")
    }
    func folders(_ document: String) -> [ImageFolder?] {
      runs.filter { $0.document == document }.map { $0.settings.data?.kind as? ImageFolder }
    }
    ownDocuments = Set(documents.filter { !folders($0).contains { $0 == nil } && !folders($0).isEmpty })
    leftOut = Dictionary(
      uniqueKeysWithValues: ownDocuments.compactMap { document in
        folders(document).lazy.compactMap { $0?.absence(from: sources) }.first.map { (document, $0) }
      })
    self.runs = runs.filter { [leftOut] in leftOut[$0.document] == nil }.sorted { $0.name < $1.name }
    self.documents = try files.filter { $0.name.hasSuffix("/figures") }.map {
      try DocumentDeclaration(
        contentsOf: $0.path, number: String($0.name.dropLast(8)), experiments: Set(runs.map(\.experiment)))
    }.filter { [leftOut] in leftOut[$0.number] == nil }
  }

  /// The runs that a file declares: one, or one for each of its seeds.
  private static func runs(_ name: String, _ path: String) throws -> [Entry] {
    let file = try ExperimentFile(contentsOf: path)
    guard let seeds = file.seeds else {
      return [Entry(name: name, experiment: name, file: path, settings: try file.settings())]
    }
    return try seeds.map {
      Entry(
        name: "\(name)/\(ExperimentFile.runName($0))", experiment: name, file: path,
        settings: try file.settings(seed: $0))
    }
  }

  /// The runs of an experiment, one for each of its seeds, sorted by name; none for a name that there is not.
  package func runs(of experiment: String) -> [Entry] {
    runs.filter { $0.experiment == experiment }
  }

  /// All figures, document by document.
  package var figures: [FigureDeclaration] { documents.flatMap(\.figures) }

  /// The file with the digests that an experiment is compared with.
  package func lockFile(of name: String) -> String {
    let document = Self.document(of: name)
    return ownDocuments.contains(document)
      ? "\(root)/results/\(document)/digests.lock" : "\(root)/results/digests.lock"
  }

  /// The directory of an experiment's run.
  package func directory(of name: String) -> String { "\(root)/results/\(name)" }

  /// A figure's path without the ending.
  package func path(of figure: FigureDeclaration) -> String {
    "\(root)/plots/\(figure.document)/\(figure.name)"
  }

  /// The runs that a selection names: documents (`001`), experiments (`001/lr-high`) or single runs
  /// (`001/lr-high/seed-3`); all if empty.
  ///
  /// - Throws: `RunError.unknown`.
  package func runs(in selection: [String]) throws -> [Entry] {
    for name in selection where !runs.contains(where: { Self.matches($0.name, name) }) {
      throw leftOut[Self.document(of: name)] ?? RunError.unknown(name, among: names)
    }
    return selection.isEmpty
      ? runs : runs.filter { entry in selection.contains { Self.matches(entry.name, $0) } }
  }

  /// The figures that a selection names: documents, figures (`001-15`), experiments or runs that they show.
  ///
  /// - Throws: `RunError.unknown`.
  package func figures(in selection: [String]) throws -> [FigureDeclaration] {
    func matches(_ figure: FigureDeclaration, _ name: String) -> Bool {
      figure.document == name || figure.name == name
        || figure.runs.contains { $0 == name || name.hasPrefix($0 + "/") }
    }
    for name in selection where !figures.contains(where: { matches($0, name) }) {
      guard runs.contains(where: { Self.matches($0.name, name) }) else {
        throw RunError.unknown(name, among: names + figures.map(\.name))
      }
    }
    return selection.isEmpty
      ? figures : figures.filter { figure in selection.contains { matches(figure, $0) } }
  }

  /// What a selection of runs can name.
  private var names: [String] {
    Set(runs.flatMap { [$0.document, $0.experiment, $0.name] }).sorted()
  }

  /// The number of the document in front of a run's name.
  private static func document(of name: String) -> String { String(name.prefix { $0 != "/" }) }

  private static func matches(_ run: String, _ name: String) -> Bool {
    run == name || run.hasPrefix(name + "/")
  }
}
