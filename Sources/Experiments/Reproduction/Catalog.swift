import Files
import Foundation
import Settings

/// All experiments and figures that a folder of configurations declares.
///
/// `configs/<document>/<experiment>.yaml` is an experiment, unless another file of its folder builds on it
/// with `base:`; `configs/<document>/figures.yaml` declares the document's figures.
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
    var experiments: [Entry] = []
    var figures: [FigureDeclaration] = []
    for document in try Self.list(folder) {
      let files = ((try? Self.list("\(folder)/\(document)")) ?? []).filter { $0.hasSuffix(".yaml") }
      let bases = try files.compactMap { try SettingsTree.base(namedIn: "\(folder)/\(document)/\($0)") }
      for file in files where !bases.contains(file) {
        if file == "figures.yaml" {
          figures += try FigureDeclaration.read("\(folder)/\(document)/\(file)", document: document)
        } else {
          experiments.append(
            Entry(name: "\(document)/\(file.dropLast(5))", file: "\(folder)/\(document)/\(file)"))
        }
      }
    }
    guard !experiments.isEmpty else {
      throw SettingsError("\(folder): no configurations here; run this in the project's folder")
    }
    self.experiments = experiments.sorted { $0.name < $1.name }
    self.figures = figures
  }

  private static func list(_ folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw SettingsError("\(folder): cannot be read; run this in the project's folder")
    }
  }

  /// The directory of an experiment's run.
  package func directory(of name: String) -> String { "\(root)/results/\(name)" }

  /// A figure's path without the ending.
  package func path(of figure: FigureDeclaration) -> String {
    "\(root)/plots/\(figure.document)/\(figure.name)"
  }

  /// The experiments that a selection names: documents (`001`) or experiments (`001/batch-32`); all if empty.
  ///
  /// - Throws: `RunError.unknownExperiment`.
  package func experiments(in selection: [String]) throws -> [Entry] {
    for name in selection where !experiments.contains(where: { Self.matches($0.name, name) }) {
      let near = experiments.map(\.name).filter { $0.hasPrefix(name.prefix(3)) }
      throw RunError.unknownExperiment(name, near: near.isEmpty ? documents : near)
    }
    return selection.isEmpty
      ? experiments
      : experiments.filter { entry in selection.contains { Self.matches(entry.name, $0) } }
  }

  /// The figures that a selection names: documents, figures (`001-15`) or experiments that they show.
  ///
  /// - Throws: `RunError.unknownExperiment`.
  package func figures(in selection: [String]) throws -> [FigureDeclaration] {
    func matches(_ figure: FigureDeclaration, _ name: String) -> Bool {
      figure.document == name || figure.name == name || figure.runs.contains(name)
    }
    for name in selection where !figures.contains(where: { matches($0, name) }) {
      guard experiments.contains(where: { Self.matches($0.name, name) }) else {
        throw RunError.unknownExperiment(name, near: figures.map(\.name))
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
