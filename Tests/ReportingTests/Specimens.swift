import Foundation
import Reporting

/// Figures and texts that many tests share.
enum Specimens {
  /// Everything in one title that has ever started a command, ended a string or broken XML.
  static let hostile =
    "it's \"x\" `touch pwned` $(touch pwned) @system \\ EOD\nEOD\n!touch pwned\n<&> {/=20 b}^2 %s \\"

  static let digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

  static func caption(_ title: String = "A title") -> Caption {
    Caption(title: title, digests: [digest], remark: "A remark.")
  }

  static func epochs(_ count: Int) -> [LossAccuracyFigure.Epoch] {
    (0..<count).map {
      let left = exp(-Double($0) / 7)
      return LossAccuracyFigure.Epoch(
        number: $0, trainingLoss: 0.2 + 2.1 * left, validationLoss: 0.25 + 2.05 * left,
        trainingAccuracy: 0.93 - 0.83 * left, validationAccuracy: 0.89 - 0.79 * left)
    }
  }

  static let same = LossAccuracyFigure.Epoch(
    number: 3, trainingLoss: 2.5, validationLoss: 2.5, trainingAccuracy: 0.1, validationAccuracy: 0.1)
  static let diverged = LossAccuracyFigure.Epoch(
    number: 4, trainingLoss: .nan, validationLoss: .infinity, trainingAccuracy: .nan,
    validationAccuracy: .nan)

  static func loss(_ epochs: [LossAccuracyFigure.Epoch], title: String = "A title") -> LossAccuracyFigure {
    LossAccuracyFigure(caption: caption(title), runs: [.init(label: title, epochs: epochs)], lossName: title)
  }

  static func grid(_ cells: [Histogram?], title: String = "A title", log: Bool = true) -> HistogramGrid {
    HistogramGrid(
      caption: caption(title), columns: [title, "b"], rows: [.init(label: title, cells: cells)],
      valueName: title, logarithmicCounts: log)
  }

  static func mosaic(title: String = "A title") throws -> ImageMosaic {
    try ImageMosaic(
      caption: caption(title),
      rows: [
        .init(label: title, images: [[0, 1, 2, 3, 4, 255], [9, 8, 7, 6, 5, 4]]), .init(label: "", images: []),
      ],
      columns: [title], width: 3, height: 2)
  }

  static func curves(_ values: [Double], title: String = "A title", log: Bool = false) -> CurvesFigure {
    let marks: [Series.Mark] = [.line, .dashes, .points, .dots, .linesAndPoints]
    let panel = CurvesFigure.Panel(
      title: title, xName: title, yName: title,
      series: marks.map {
        Series(name: title, x: values.indices.map { Double($0 + 1) }, y: values, mark: $0)
      }, xIsLogarithmic: log, yIsLogarithmic: log)
    return CurvesFigure(caption: caption(title), panels: [panel, panel, panel])
  }

  static func bars(_ values: [Double], title: String = "A title") -> BarsFigure {
    BarsFigure(
      caption: caption(title), categories: values.map { _ in title },
      groups: [.init(name: title, values: values), .init(name: "b", values: values)],
      categoryName: title, valueName: title)
  }

  /// One of each kind of figure, with `title` in every place that takes text.
  static func all(title: String) throws -> [(String, any Figure)] {
    let histogram = Histogram(of: (0..<500).map { sin(Double($0)) }, bins: 20)
    return [
      ("loss", loss(epochs(6), title: title)), ("grid", grid([histogram, nil], title: title)),
      ("mosaic", try mosaic(title: title)), ("curves", curves([1, 4, 9], title: title)),
      ("bars", bars([0.5, -2, 3], title: title)),
    ]
  }

  /// Figures of values at the edge of what can be drawn.
  static func extremes() throws -> [(String, any Figure)] {
    let image = ImageMosaic.Row(label: "dot", images: [[200]])
    return [
      ("loss-none", loss([])), ("loss-one", loss([same])), ("loss-diverged", loss([same, diverged, same])),
      ("loss-never-finite", loss([diverged])), ("loss-101", loss(epochs(101))),
      (
        "loss-large",
        loss([
          .init(
            number: 1, trainingLoss: 1e300, validationLoss: -1e-300, trainingAccuracy: 1,
            validationAccuracy: 0)
        ])
      ),
      ("no-runs", LossAccuracyFigure(caption: Caption(title: ""), runs: [])),
      ("grid-empty", grid([nil, Histogram(of: [Double](), bins: 3)])),
      ("grid-nan", grid([Histogram(of: [Double.nan], bins: 3)], log: false)),
      ("grid-constant", grid([Histogram(of: [Double](repeating: 0, count: 9), bins: 100)])),
      (
        "grid-tiny",
        grid([
          Histogram(of: [Double.leastNonzeroMagnitude, 1e-300], bins: 4),
          Histogram(of: [1e300, -1e300], bins: 4),
        ])
      ),
      ("grid-none", HistogramGrid(caption: Caption(title: "x"), columns: [], rows: [])),
      ("mosaic-dot", try ImageMosaic(caption: caption(), rows: [image], width: 1, height: 1)),
      (
        "mosaic-colour",
        try ImageMosaic(
          caption: caption(), rows: [.init(label: "", images: [[255, 0, 0]])], width: 1, height: 1,
          channels: 3)
      ),
      ("curves-none", curves([])), ("curves-nan", curves([.nan, .infinity])), ("curves-one", curves([7])),
      ("curves-log", curves([-1, 0, 1e-9, 1e12], log: true)), ("curves-log-none", curves([-1], log: true)),
      ("bars-none", bars([])), ("bars-nan", bars([.nan, 0])),
    ]
  }
}
