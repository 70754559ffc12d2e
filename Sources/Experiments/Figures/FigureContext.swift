import Archive
import Datasets
import Files
import Foundation
import Reporting
import Settings
import Synchronization
import Tensors

/// The finished runs of a catalog: what all its figures and claims read from, each looked up and checked once.
///
/// To be made after the runs: one that is made again later is not seen.
final class FinishedRuns: Sendable {
  let catalog: Catalog
  let data: DatasetLibrary
  private let archives: ArchiveLibrary
  private let groups = Mutex<[String: RunGroup]>([:])

  init(_ catalog: Catalog, data: DatasetLibrary, archives: ArchiveLibrary) {
    self.catalog = catalog
    self.data = data
    self.archives = archives
  }

  /// The archives of an experiment's runs, one for each seed, by its name with the document.
  ///
  /// - Throws: `RunError.missingRun` if a run has not been made as its configuration says, `FileError`.
  func group(_ name: String) throws -> RunGroup {
    if let known = groups.withLock({ $0[name] }) { return known }
    let entries = catalog.runs(of: name)
    guard !entries.isEmpty else { throw RunError.unknown(name, among: catalog.runs.map(\.experiment)) }
    let group = RunGroup(
      archives: try entries.map { entry in
        let status = try RunStatus(of: entry.settings, in: catalog.directory(of: entry.name), archives)
        guard case .finished(let archive, _) = status else {
          throw RunError.missingRun(entry.name, state: status.description)
        }
        return archive
      })
    groups.withLock { $0[name] = group }
    return group
  }
}

/// What a figure and its claims read from: finished runs and data sets, by their names as written.
package struct FigureContext: Sendable {
  /// The figure's declaration.
  package let declaration: FigureDeclaration
  private let finished: FinishedRuns

  init(_ declaration: FigureDeclaration, _ finished: FinishedRuns) {
    self.declaration = declaration
    self.finished = finished
  }

  /// The archives of an experiment's runs, one for each seed, by the experiment's name as written.
  ///
  /// - Throws: `RunError.missingRun` if a run has not been made as its configuration says, `FileError`.
  package func runs(_ experiment: String) throws -> RunGroup {
    try finished.group(FigureDeclaration.qualified(experiment, in: declaration.document))
  }

  /// What the first run of an experiment was told; `nil` for a name that there is not.
  package func settings(of experiment: String) -> (any ExperimentSettings)? {
    finished.catalog.runs(of: FigureDeclaration.qualified(experiment, in: declaration.document)).first?
      .settings
  }

  /// The data of an experiment's first run, in their parts; `nil` for none.
  package func data(of experiment: String) throws -> Dataset? {
    try settings(of: experiment)?.data.map(finished.data.dataset)
  }

  /// A whole data set.
  package func dataset(_ kind: any DatasetKind) throws -> Dataset { try finished.data.whole(kind) }

  /// The figure's title, the digests of the results that it shows, and a remark.
  ///
  /// - Parameter groups: What is drawn, in the order of the kind's `runs`.
  package func caption(of groups: [RunGroup] = [], _ remark: String = "") throws -> Caption {
    let seeds = groups.map(\.archives.count).max() ?? 1
    let trained = groups.contains { !$0.archives[0].epochs.isEmpty }
    let luck =
      !trained
      ? "" : seeds > 1 ? "Median and range of \(seeds) seeds." : "One seed: another one gives other numbers."
    return Caption(
      title: declaration.title,
      digests: try groups.flatMap { try $0.archives.map { try $0.resultDigest().hexadecimal } },
      remark: [remark, luck].filter { !$0.isEmpty }.joined(separator: " "))
  }
}

/// The runs of an experiment: one, or one for each of its seeds.
package struct RunGroup: Sendable {
  /// In the order of the seeds, at least one.
  package let archives: [RunArchive]

  /// The first seed's run.
  package var first: RunArchive { archives[0] }

  /// A metric over the epochs: of each epoch the median of the runs, and the smallest and the largest value.
  ///
  /// - Throws: `ArchiveError` if there is no such metric, naming those there are.
  package func metric(_ name: String) throws -> [Spread] {
    let values = try archives.map { try $0.metric(name) }
    return values[0].indices.map { epoch in Spread(values.map { $0[epoch] }) }
  }
}

/// A number as several runs have it.
package struct Spread: Sendable, Equatable {
  /// Of each run.
  package let values: [Double]
  /// The middle one, or the mean of the two middle ones; NaN if a value is NaN.
  package let median: Double
  /// The smallest and the largest value; NaN if a value is NaN.
  package let lower, upper: Double

  /// The spread of at least one value.
  package init(_ values: [Double]) {
    self.values = values
    guard !values.isEmpty, !values.contains(where: \.isNaN) else {
      (median, lower, upper) = (.nan, .nan, .nan)
      return
    }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    (lower, upper) = (sorted[0], sorted[sorted.count - 1])
  }
}

extension RunArchive {
  /// What a result is told by: the digest of the model after the last epoch, or of the contents where nothing was
  /// trained.
  package func resultDigest() throws -> Digest { try modelDigests().last ?? contentDigest }

  /// A parameter after the last epoch that keeps it.
  func lastParameter(_ path: String) throws -> Tensor {
    try parameter(path, at: parameterEpochs(path).last ?? 0)
  }

  /// A value of the network on the probe after the last epoch that keeps it.
  func lastActivation(_ path: String) throws -> Tensor {
    try activation(path, at: activationEpochs(path).last ?? 0)
  }
}

/// Draws declared figures.
package struct FigureDrawer: Sendable {
  private let finished: FinishedRuns
  private let gnuplot: Gnuplot

  /// A drawer of a catalog's figures.
  ///
  /// - Throws: `GnuplotError` when there is no gnuplot.
  package init(_ catalog: Catalog, library: DatasetLibrary, archives: ArchiveLibrary = ArchiveLibrary())
    throws
  {
    finished = FinishedRuns(catalog, data: library, archives: archives)
    gnuplot = try Gnuplot.find()
  }

  /// Draws a figure as script, SVG and PNG; does nothing if all are there and the script is the same, or if it has no
  /// drawing.
  ///
  /// - Returns: Whether anything was written.
  /// - Throws: `RunError.missingRun` if a run of it has not been made, `ArchiveError`, `GnuplotError`.
  package func draw(_ declaration: FigureDeclaration) throws -> Bool {
    guard let content = declaration.content else { return false }
    let folder = FileOperations.parent(of: finished.catalog.path(of: declaration))
    let figure = try content.figure(FigureContext(declaration, finished))
    let outcome = try gnuplot.draw(figure.script(named: declaration.name), into: folder)
    return outcome.scriptChanged || !outcome.drawn.isEmpty
  }
}
