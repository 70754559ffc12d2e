import Archive
import Datasets
import Foundation
import Reporting
import Tensors

/// Turns declarations into figures: fetches the values from archives and data sets, and draws.
public struct FigureBuilder: Sendable {
  private let catalogue: Catalogue
  private let gnuplot: Gnuplot
  private let library: DatasetLibrary

  /// A builder for a catalogue's figures.
  ///
  /// - Throws: `GnuplotError` when there is no gnuplot.
  public init(_ catalogue: Catalogue, library: DatasetLibrary) throws {
    self.catalogue = catalogue
    self.library = library
    gnuplot = try Gnuplot.find()
  }

  /// Draws a figure as script, SVG and PNG; does nothing if all are there and the script is the same.
  ///
  /// - Returns: Whether anything was written.
  /// - Throws: `RunError.missingRun` if a run of it has not been made, `ArchiveError`, `GnuplotError`.
  public func draw(_ declaration: FigureDeclaration) throws -> Bool {
    let path = catalogue.path(of: declaration)
    let folder = (path as NSString).deletingLastPathComponent
    let script = try figure(declaration).script(named: declaration.name)
    let outcome = try gnuplot.draw(script, into: URL(fileURLWithPath: folder))
    return outcome.scriptChanged || !outcome.drawn.isEmpty
  }

  private func archive(_ run: String, for declaration: FigureDeclaration) throws -> RunArchive {
    let path = "\(catalogue.directory(of: run))/run.h5"
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunError.missingRun(run, figure: declaration.name)
    }
    return try RunArchive(path)
  }

  private func figure(_ declaration: FigureDeclaration) throws -> any Figure {
    let archives = try declaration.content.runs.map { try archive($0, for: declaration) }
    let caption = Caption(
      title: declaration.title, digests: try archives.map { try $0.modelDigests().last!.hexadecimal })
    switch declaration.content {
    case .lossAccuracy: return try lossAccuracy(archives, caption)
    case .parameters(let content): return try parameters(content, archives, caption)
    case .samples(let content): return try samples(content, declaration, caption)
    }
  }

  private func lossAccuracy(_ archives: [RunArchive], _ caption: Caption) throws -> LossAccuracyFigure {
    LossAccuracyFigure(
      caption: caption,
      runs: try archives.map { archive in
        let trainingLoss = try archive.metric(Metrics.trainingLoss)
        let validationLoss = try archive.metric(Metrics.validationLoss)
        let trainingAccuracy = try archive.metric(Metrics.trainingAccuracy)
        let validationAccuracy = try archive.metric(Metrics.validationAccuracy)
        return LossAccuracyFigure.Run(
          label: archives.count > 1 ? try archive.title() : "",
          epochs: archive.epochs.enumerated().map { row, epoch in
            LossAccuracyFigure.Epoch(
              number: epoch, trainingLoss: trainingLoss[row], validationLoss: validationLoss[row],
              trainingAccuracy: trainingAccuracy[row], validationAccuracy: validationAccuracy[row])
          })
      })
  }

  private func parameters(
    _ content: FigureContent.Parameters, _ archives: [RunArchive], _ caption: Caption
  ) throws -> HistogramGrid {
    HistogramGrid(
      caption: caption, columns: content.columns.map(\.label),
      rows: try zip(content.rows, archives).map { row, archive in
        HistogramGrid.Row(
          label: row.label,
          cells: try content.columns.map { column in
            let values = try archive.parameter(column.path, at: archive.epochs.last!)
            return values.floats.map { Reporting.Histogram(of: $0, bins: 100) }
          })
      },
      valueName: "parameter value")
  }

  private func samples(
    _ content: FigureContent.Samples, _ declaration: FigureDeclaration, _ caption: Caption
  ) throws -> ImageMosaic {
    let data = try library.dataset(content.dataset)
    let images = data.training
    let size = images.height * images.width * images.channels
    let random = PhiloxSource(seed: content.seed)
    var caption = caption
    caption.remark =
      "Training images, chosen at random in each class; data \(data.digest.hexadecimal.prefix(12))."
    return try ImageMosaic(
      caption: caption,
      rows: images.classNames.enumerated().map { label, name in
        let members = images.labels.indices.filter { images.labels[$0] == label }
        let order = random.stream(.dataGeneration, site: RandomSite(path: "\(declaration.name)/\(name)"))
          .permutation(of: members.count)
        return ImageMosaic.Row(
          label: name,
          images: order.prefix(content.count).map { index in
            let start = members[index] * size
            return Array(images.pixels[start..<start + size])
          })
      },
      width: images.width, height: images.height, channels: images.channels)
  }
}
