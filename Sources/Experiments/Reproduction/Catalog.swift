import Files
import Foundation
import Settings

/// All experiments and figures that a folder of configurations declares.
///
/// `configs/<document>/<experiment>.yaml` is an experiment, unless another file builds on it with `base:`;
/// `configs/<document>/figures.yaml` declares the document's figures.
package struct Catalog: Sendable {
  /// An experiment by name: `001/batch-32`.
  package struct Entry: Sendable, Hashable {
    /// The document's number and the experiment's name.
    package let name: String
    /// The configuration file.
    package let file: String
  }

  /// The folder that the configurations, results and plots lie in.
  package let root: String
  /// All experiments, sorted by name.
  package let experiments: [Entry]
  /// The documents' figures, in the order in which they are declared.
  package let figures: [FigureDeclaration]

  /// Reads the folder `configs` of `root`.
  ///
  /// - Throws: `SettingsError` for a file that cannot be used, or when there are no configurations.
  package init(root: String = ".") throws {
    self.root = root
    let folder = "\(root)/configs"
    let documents = try FileOperations.names(in: folder).filter {
      FileOperations.isDirectory("\(folder)/\($0)")
    }
    let files = try documents.flatMap { document in
      try FileOperations.names(in: "\(folder)/\(document)").filter { $0.hasSuffix(".yaml") }.map { file in
        Entry(name: "\(document)/\(file.dropLast(5))", file: "\(folder)/\(document)/\(file)")
      }
    }
    func resolved(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
    let bases = try Set(files.compactMap { try SettingsTree.base(of: $0.file).map(resolved) })
    let experiments = files.filter { !$0.name.hasSuffix("/figures") && !bases.contains(resolved($0.file)) }
    guard !experiments.isEmpty else {
      throw SettingsError("\(folder): no configurations here; run this in the project's folder")
    }
    self.experiments = experiments.sorted { $0.name < $1.name }
    figures = try files.filter { $0.name.hasSuffix("/figures") }.flatMap {
      try FigureDeclaration.read(
        $0.file, document: String($0.name.dropLast(8)), experiments: experiments.map(\.name))
    }
  }

  /// An experiment by its name; `nil` if there is none of this name.
  package func experiment(_ name: String) -> Entry? { experiments.first { $0.name == name } }

  /// The directory of an experiment's run.
  package func directory(of name: String) -> String { "\(root)/results/\(name)" }

  /// A figure's path without the ending.
  package func path(of figure: FigureDeclaration) -> String {
    "\(root)/plots/\(figure.document)/\(figure.name)"
  }

  /// The experiments that a selection names: documents (`001`) or experiments (`001/batch-32`); all if empty.
  ///
  /// - Throws: `RunError.unknown`.
  package func experiments(in selection: [String]) throws -> [Entry] {
    for name in selection where !experiments.contains(where: { Self.matches($0.name, name) }) {
      throw RunError.unknown(name, among: documents + experiments.map(\.name))
    }
    return selection.isEmpty
      ? experiments
      : experiments.filter { entry in selection.contains { Self.matches(entry.name, $0) } }
  }

  /// The figures that a selection names: documents, figures (`001-15`) or experiments that they show.
  ///
  /// - Throws: `RunError.unknown`.
  package func figures(in selection: [String]) throws -> [FigureDeclaration] {
    func matches(_ figure: FigureDeclaration, _ name: String) -> Bool {
      figure.document == name || figure.name == name || figure.runs.contains(name)
    }
    for name in selection where !figures.contains(where: { matches($0, name) }) {
      guard experiments.contains(where: { Self.matches($0.name, name) }) else {
        throw RunError.unknown(name, among: documents + experiments.map(\.name) + figures.map(\.name))
      }
    }
    return selection.isEmpty
      ? figures : figures.filter { figure in selection.contains { matches(figure, $0) } }
  }

  private var documents: [String] {
    Set(experiments.map { String($0.name.prefix { $0 != "/" }) }).sorted()
  }

  private static func matches(_ experiment: String, _ name: String) -> Bool {
    experiment == name || experiment.hasPrefix(name + "/")
  }
}
