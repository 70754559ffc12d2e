import Foundation
import Reporting
import Tensors

/// Small figures and hostile texts that many tests share; ``Gallery`` has those with realistic values.
enum Specimens {
  /// Everything in one title that has ever started a command, ended a string or broken XML.
  static let hostile =
    "it's \"x\" `touch pwned` $(touch pwned) @system \\ EOD\nEOD\n!touch pwned\n<&> {/=20 b}^2 %s \\"

  static let digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

  static func caption(_ title: String = "A title") -> Caption {
    Caption(title: title, digests: [digest], remark: "A remark.")
  }

  static func histogram(_ values: [Double], bins: Int = 20) -> Histogram {
    Histogram(of: Tensor(values), bins: bins)
  }

  static func grid(_ cells: [Histogram?], title: String = "A title", log: Bool = true) -> HistogramGrid {
    HistogramGrid(
      caption: caption(title), columns: [title, "b"], rows: [.init(label: title, cells: cells)],
      xLabel: title, logarithmicCounts: log)
  }

  static func image(_ bytes: [UInt8], shape: Shape) -> Tensor { Tensor(bytes, shape: shape) }

  static func mosaic(title: String = "A title") throws -> ImageMosaic {
    let images = [[0, 1, 2, 3, 4, 255], [9, 8, 7, 6, 5, 4]].map { image($0, shape: [2, 3]) }
    return try ImageMosaic(
      caption: caption(title), rows: [.init(label: title, images: images), .init(label: "", images: [])],
      columns: [title])
  }

  /// Three panels of five series each, each series in another manner.
  static func curves(_ values: [Double], title: String = "A title", log: Bool = false) -> CurvesFigure {
    let marks: [Series.Mark] = [.line, .dashes, .points, .dots, .linesAndPoints]
    let panel = CurvesFigure.Panel(
      title: title, xLabel: title, yLabel: title,
      series: marks.map {
        Series(name: title, x: values.indices.map { Double($0 + 1) }, y: values, mark: $0)
      }, xIsLogarithmic: log, yIsLogarithmic: log, notice: title)
    return CurvesFigure(caption: caption(title), panels: [panel, panel, panel], rowLabels: [title])
  }

  static func bars(
    _ values: [Double], title: String = "A title", arrangement: BarsFigure.Arrangement = .sideBySide
  ) -> BarsFigure {
    BarsFigure(
      caption: caption(title), categories: values.map { _ in title },
      groups: [.init(name: title, values: values), .init(name: "b", values: values)],
      xLabel: title, yLabel: title, arrangement: arrangement)
  }

  /// One of each kind of figure, with `title` in every place that takes text.
  static func all(title: String) throws -> [(String, any Figure)] {
    [
      ("bars", bars([0.5, -2, 3], title: title)), ("curves", curves([1, 4, 9], title: title)),
      ("grid", grid([histogram((0..<500).map { sin(Double($0)) }), nil], title: title)),
      ("mosaic", try mosaic(title: title)),
      ("stack", bars([0.5, -2, .nan], title: title, arrangement: .stacked)),
    ]
  }

  /// Figures of values at the edge of what can be drawn.
  static func extremes() throws -> [(String, any Figure)] {
    let large = Gallery.Run(label: "", loss: ([1e300], [-1e-300]), accuracy: ([1], [0]))
    let dot = ImageMosaic.Row(label: "dot", images: [image([200], shape: [1, 1])])
    let red = ImageMosaic.Row(label: "", images: [image([255, 0, 0], shape: [3, 1, 1])])
    return [
      ("curves-none", curves([])), ("curves-nan", curves([.nan, .infinity])), ("curves-one", curves([7])),
      ("curves-log", curves([-1, 0, 1e-9, 1e12], log: true)), ("curves-log-none", curves([-1], log: true)),
      ("no-panels", CurvesFigure(caption: caption(), panels: [])),
      ("no-series", CurvesFigure(caption: caption(), panels: [.init(xLabel: "", yLabel: "", series: [])])),
      ("no-title", CurvesFigure(caption: Caption(title: ""), panels: [])),
      ("loss-large", Gallery.lossAccuracy([large])),
      ("loss-one", Gallery.lossAccuracy([Gallery.run(epochs: 1)])),
      ("grid-empty", grid([nil, histogram([])])), ("grid-nan", grid([histogram([.nan])], log: false)),
      ("grid-constant", grid([histogram([Double](repeating: 0, count: 9), bins: 100)])),
      (
        "grid-tiny",
        grid([
          histogram([Double.leastNonzeroMagnitude, 1e-300], bins: 4), histogram([1e300, -1e300], bins: 4),
        ])
      ),
      ("grid-none", HistogramGrid(caption: Caption(title: "x"), columns: [], rows: [])),
      ("mosaic-dot", try ImageMosaic(caption: caption(), rows: [dot])),
      ("mosaic-color", try ImageMosaic(caption: caption(), rows: [red])),
      ("bars-none", bars([])), ("bars-nan", bars([.nan, 0])), ("bars-never-finite", bars([.nan, .infinity])),
      ("stack-never-finite", bars([.nan], arrangement: .stacked)),
      ("stack-none", bars([], arrangement: .stacked)),
      ("bars-large", bars([1e300, -1e-300])),
      ("no-groups", BarsFigure(caption: caption(), categories: ["a"], groups: [], yLabel: "")),
    ]
  }
}
