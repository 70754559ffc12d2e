import Archive
import Datasets
import Files
import Foundation
import Reporting
import Settings
import Tensors

/// A kind of figure, as a value that holds its options: which runs it needs, and how it is drawn from archives, data
/// sets or computed values.
package protocol FigureKind: Kind {
  /// The runs that must be finished before it can be drawn, as they are written: `batch-32`, `001/batch-32`.
  var runs: [String] { get }

  /// The figure.
  ///
  /// - Throws: `RunError`, `ArchiveError`, `DatasetError`, `FigureError`.
  func figure(_ context: FigureContext) throws -> any Figure
}

extension FigureKind {
  /// None.
  package var runs: [String] { [] }
}

/// The kinds of figure that there are.
package enum FigureKinds: Kinds {
  /// What an error calls one of them.
  package static let noun = "figure"
  /// Every kind.
  package static let all: [any Kind.Type] = [
    MetricsFigure.self, MetricCurvesFigure.self, MetricBarsFigure.self, StepLossesFigure.self,
    ParametersFigure.self, SamplesFigure.self,
  ]
  /// Any of them.
  package typealias Value = any FigureKind
}

/// A run of a figure and what it is called there.
package struct LabeledRun: Codable, Sendable, Equatable {
  /// The run: `batch-32`, or `001/batch-32` for another document's.
  let run: String
  /// What the figure calls it.
  let label: String
}

/// A figure as a configuration declares it: what it shows, of which runs.
package struct FigureDeclaration: Sendable {
  /// The document's number.
  package let document: String
  /// The figure's name, which its files have: `001-15`.
  package let name: String
  /// One sentence that says what is shown.
  package let title: String
  /// What is drawn.
  package let content: any FigureKind

  /// The runs that must be there to draw it, each with its document: `001/batch-32`.
  package var runs: [String] { content.runs.map { Self.qualified($0, in: document) } }

  /// A run's name with its document in front.
  static func qualified(_ run: String, in document: String) -> String {
    run.contains("/") ? run : "\(document)/\(run)"
  }

  /// Reads a document's `figures.yaml`: a mapping from each figure's name to its declaration.
  ///
  /// - Parameter experiments: The names that its runs may have.
  /// - Throws: `SettingsError`.
  static func read(_ file: String, document: String, experiments: [String]) throws -> [FigureDeclaration] {
    try SettingsTree(contentsOf: file).entries.map { entry in
      guard entry.key.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]*/) != nil else {
        throw SettingsError(
          "a figure's name is its files': letters, digits, '.', '_' and '-'; found '\(entry.key)'",
          at: entry.location)
      }
      let block = try StrictDecoder().decode(Block.self, from: entry.value)
      let figure = FigureDeclaration(
        document: document, name: entry.key, title: block.title, content: block.content)
      for run in figure.content.runs {
        let name = qualified(run, in: document)
        guard !experiments.contains(name) else { continue }
        throw SettingsError(
          "no experiment is called '\(name)'\(KeySpelling.hint(for: name, among: experiments))",
          at: entry.value["content"]?.location(of: run) ?? entry.location)
      }
      return figure
    }
  }

  private struct Block: Decodable {
    let title: String
    @OneOf<FigureKinds> var content: any FigureKind
  }
}

/// What a kind of figure is drawn from.
package struct FigureContext: Sendable {
  /// The figure's declaration.
  package let declaration: FigureDeclaration
  private let catalog: Catalog
  private let library: DatasetLibrary

  init(_ declaration: FigureDeclaration, _ catalog: Catalog, _ library: DatasetLibrary) {
    self.declaration = declaration
    self.catalog = catalog
    self.library = library
  }

  /// The archive of a finished run, by its name as written.
  ///
  /// - Throws: `RunError.missingRun` if the run has not been made as its configuration says, `FileError`.
  package func archive(_ run: String) throws -> RunArchive {
    let name = FigureDeclaration.qualified(run, in: declaration.document)
    guard let entry = catalog.experiment(name) else {
      throw RunError.unknown(name, among: catalog.experiments.map(\.name))
    }
    let status = try RunStatus(
      of: ExperimentConfiguration(contentsOf: entry.file), in: catalog.directory(of: name))
    guard case .finished(let archive, _) = status else {
      throw RunError.missingRun(name, state: status.description)
    }
    return archive
  }

  /// A whole data set.
  package func dataset(_ kind: any DatasetKind) throws -> Dataset { try library.whole(kind) }

  /// The figure's title, the digests of the models that it shows, and a remark.
  ///
  /// - Parameter archives: What is drawn, in the order of the kind's `runs`.
  package func caption(of archives: [RunArchive] = [], _ remark: String = "") throws -> Caption {
    let digests = try archives.map { try $0.modelDigests().last!.hexadecimal }
    return Caption(title: declaration.title, digests: digests, remark: remark)
  }
}

/// Draws declared figures.
package struct FigureDrawer: Sendable {
  private let catalog: Catalog
  private let gnuplot: Gnuplot
  private let library: DatasetLibrary

  /// A drawer of a catalog's figures.
  ///
  /// - Throws: `GnuplotError` when there is no gnuplot.
  package init(_ catalog: Catalog, library: DatasetLibrary) throws {
    self.catalog = catalog
    self.library = library
    gnuplot = try Gnuplot.find()
  }

  /// Draws a figure as script, SVG and PNG; does nothing if all are there and the script is the same.
  ///
  /// - Returns: Whether anything was written.
  /// - Throws: `RunError.missingRun` if a run of it has not been made, `ArchiveError`, `GnuplotError`.
  package func draw(_ declaration: FigureDeclaration) throws -> Bool {
    let folder = (catalog.path(of: declaration) as NSString).deletingLastPathComponent
    let figure = try declaration.content.figure(FigureContext(declaration, catalog, library))
    let outcome = try gnuplot.draw(
      figure.script(named: declaration.name), into: folder)
    return outcome.scriptChanged || !outcome.drawn.isEmpty
  }
}
