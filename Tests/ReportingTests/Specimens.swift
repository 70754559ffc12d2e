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

  static func grid(
    _ cells: [[Double]?], title: String = "A title", log: Bool = true,
    ranges: HistogramGrid.Ranges = .perColumn
  ) -> HistogramGrid {
    HistogramGrid(
      caption: caption(title), columns: [title, "b"],
      rows: [.init(label: title, cells: cells.map { $0.map { Tensor($0) } })], xLabel: title,
      logarithmicCounts: log, ranges: ranges)
  }

  static func image(_ bytes: [UInt8], shape: Shape) -> Tensor { Tensor(bytes, shape: shape) }

  static func mosaic(title: String = "A title") throws -> ImageMosaic {
    let images = [[0, 1, 2, 3, 4, 255], [9, 8, 7, 6, 5, 4]].map { image($0, shape: [2, 3]) }
    return try ImageMosaic(
      caption: caption(title), rows: [.init(label: title, images: images), .init(label: "", images: [])],
      columns: [title])
  }

  /// Three panels of six series each, each series in another manner, with everything that a panel can have.
  static func curves(_ values: [Double], title: String = "A title", log: Bool = false) -> CurvesFigure {
    let marks: [Series.Mark] = [.line, .dashes, .points, .dots, .linesAndPoints, .steps]
    let panel = CurvesFigure.Panel(
      title: title, xLabel: title, yLabel: title,
      series: marks.map {
        Series(
          name: title, x: values.indices.map { Double($0 + 1) }, y: values, mark: $0,
          leadIn: $0 == .line ? 0 : 1,
          band: .init(lower: values.map { $0 - 1 }, upper: values.map { $0 + 1 }))
      }, xIsLogarithmic: log, yIsLogarithmic: log, showsLastValues: true,
      references: values.prefix(1).map { .init(at: $0, label: title) },
      events: values.prefix(1).map { .init(at: $0, label: title) }, notice: title)
    return CurvesFigure(caption: caption(title), panels: [panel, panel, panel], rowLabels: [title])
  }

  static func bars(
    _ values: [Double], title: String = "A title", arrangement: BarsFigure.Arrangement = .sideBySide
  ) -> BarsFigure {
    BarsFigure(
      caption: caption(title), categories: values.map { _ in title },
      groups: [
        .init(
          name: title, values: values,
          ranges: values.map { $0.isFinite ? $0...($0 + abs($0)) : nil }, reported: values),
        .init(name: "b", values: values),
      ], xLabel: title, yLabel: title, arrangement: arrangement, reportedName: title)
  }

  static func dots(_ values: [Double], title: String = "A title", range: ClosedRange<Double> = 0...1)
    -> DotsFigure
  {
    let panel = DotsFigure.Panel(
      title: title, xLabel: title, yLabel: title, x: values.indices.map(Double.init), y: values, yRange: range
    )
    return DotsFigure(caption: caption(title), panels: [panel, panel])
  }

  static func pictures(title: String) throws -> PicturesFigure {
    try PicturesFigure(
      caption: caption(title), pictures: [.init(title: title, image: image([1, 2, 3], shape: [3, 1, 1]))])
  }

  static func pixels(title: String) throws -> PixelTable {
    try PixelTable(caption: caption(title), tables: [.init(title: title, rows: [[0, 255], [-1, .nan]])])
  }

  static func planes(title: String) throws -> ContourFigure {
    let field = try ScalarField({ $0 * $0 + $1 }, x: 0...1, y: 0...1, count: 5)
    return ContourFigure(
      caption: caption(title),
      panels: [
        .init(
          title: title, xLabel: title, yLabel: title, xRange: 0...1, yRange: 0...1,
          contours: [.init(field, levels: [0.5])], outlines: [.circle(name: title, radius: 1)],
          paths: [.init(name: title, points: [.init(0, 0), .init(.nan, 1), .init(1, 1)])],
          labels: [.init(.init(0.5, 0.5), title)])
      ])
  }

  static func table(title: String) -> TableFigure {
    TableFigure(
      caption: caption(title),
      tables: [
        .init(title: title, columns: [.init(title, texts: [title, "a"]), .init("n", numbers: ["1"])]),
        .init(columns: []),
      ])
  }

  /// One of each kind of figure, with `title` in every place that takes text.
  static func all(title: String) throws -> [(String, any Figure)] {
    [
      ("bars", bars([0.5, -2, 3], title: title)), ("curves", curves([1, 4, 9], title: title)),
      ("dots", dots([0.5, 0.25, 3], title: title)),
      ("grid", grid([(0..<500).map { sin(Double($0)) }, nil], title: title)),
      ("mosaic", try mosaic(title: title)), ("pictures", try pictures(title: title)),
      ("pixels", try pixels(title: title)), ("planes", try planes(title: title)),
      ("stack", bars([0.5, -2, .nan], title: title, arrangement: .stacked)),
      ("table", table(title: title)),
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
      ("grid-empty", grid([nil, []])), ("grid-nan", grid([[.nan]], log: false)),
      ("grid-constant", grid([[Double](repeating: 0, count: 99), [Double](repeating: 1e300, count: 9)])),
      ("grid-tiny", grid([[.leastNonzeroMagnitude, 1e-300], [1e300, -1e300]])),
      (
        "grid-large",
        grid(
          [(0..<5000).map { $0 == 0 ? .greatestFiniteMagnitude : Double($0) }, [.infinity, 1]], log: false)
      ),
      ("dots-none", dots([])), ("dots-nan", dots([.nan, .infinity])), ("dots-above", dots([7, 8, 9])),
      ("dots-large", dots([1e300, -1e300, 0], range: -1e300...1e300)),
      ("dots-flat", dots([1, 2], range: 1...1)),
      ("dots-no-panels", DotsFigure(caption: caption(), panels: [])),
      ("grid-none", HistogramGrid(caption: Caption(title: "x"), columns: [], rows: [])),
      ("mosaic-dot", try ImageMosaic(caption: caption(), rows: [dot])),
      ("table-none", TableFigure(caption: caption(), tables: [])),
      ("planes-none", ContourFigure(caption: caption(), panels: [])),
      (
        "planes-empty",
        ContourFigure(
          caption: caption(),
          panels: [.init(xLabel: "", yLabel: "", xRange: 1...1, yRange: -1e300...1e300)])
      ),
      (
        "pixels-never-finite",
        try PixelTable(caption: caption(), tables: [.init(rows: [[.nan]])], range: 1...1)
      ),
      ("mosaic-color", try ImageMosaic(caption: caption(), rows: [red])),
      ("bars-none", bars([])), ("bars-nan", bars([.nan, 0])), ("bars-never-finite", bars([.nan, .infinity])),
      ("stack-never-finite", bars([.nan], arrangement: .stacked)),
      ("stack-none", bars([], arrangement: .stacked)),
      ("bars-large", bars([1e300, -1e-300])),
      ("no-groups", BarsFigure(caption: caption(), categories: ["a"], groups: [], yLabel: "")),
    ]
  }
}
