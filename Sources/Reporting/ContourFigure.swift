/// Planes with the contour lines of a function, and what lies on them: paths of gradient descent, norm balls,
/// named points.
package struct ContourFigure: Figure, Equatable {
  /// A point of the plane.
  package typealias Point = ScalarField.Point

  /// Contour lines of one function, from dark at the lowest level to light at the highest.
  package struct Contours: Sendable, Equatable {
    /// The function.
    package var field: ScalarField
    /// Where it is drawn.
    package var levels: [Double]

    /// Contour lines from their parts.
    package init(_ field: ScalarField, levels: [Double]) {
      self.field = field
      self.levels = levels
    }
  }

  /// A way through the plane, each of its points marked.
  package struct Path: Sendable, Equatable {
    /// Stands in the legend; an empty one leaves it out.
    package var name: String
    /// In order; a point that is not finite makes a gap.
    package var points: [Point]
    /// Its color.
    package var color: OkabeIto

    /// A path from its parts.
    package init(name: String = "", points: [Point], color: OkabeIto = .vermillion) {
      self.name = name
      self.points = points
      self.color = color
    }

    fileprivate var style: String { "linespoints pointsize 0.4 linetype \(color.lineType)" }
  }

  /// A closed curve, lightly filled.
  package struct Outline: Sendable, Equatable {
    /// Stands in the legend; an empty one leaves it out.
    package var name: String
    /// The corners in order; the last one is joined to the first.
    package var points: [Point]
    /// Of the line and, lighter, of the area.
    package var color: OkabeIto

    /// An outline from its corners.
    package init(name: String = "", points: [Point], color: OkabeIto = .bluishGreen) {
      self.name = name
      self.points = points
      self.color = color
    }

    fileprivate var style: String {
      "filledcurves closed linetype \(color.lineType) fillstyle transparent solid 0.15 border"
    }

    /// |x| + |y| = radius.
    package static func diamond(name: String = "", radius: Double, color: OkabeIto = .bluishGreen) -> Outline
    {
      Outline(
        name: name,
        points: [Point(radius, 0), Point(0, radius), Point(-radius, 0), Point(0, -radius)], color: color)
    }

    /// x² + y² = radius².
    ///
    /// A quarter's points are ((1 − t²), 2t) · radius / (1 + t²) with t in 0…1.
    package static func circle(name: String = "", radius: Double, color: OkabeIto = .bluishGreen) -> Outline {
      let quarter = (0..<24).map { index in
        let t = Double(index) / 24
        return Point(radius * (1 - t * t) / (1 + t * t), radius * 2 * t / (1 + t * t))
      }
      let turned = { (points: [Point]) in points.map { Point(-$0.y, $0.x) } }
      let (second, third) = (turned(quarter), turned(turned(quarter)))
      return Outline(name: name, points: quarter + second + third + turned(third), color: color)
    }
  }

  /// A point with a text at its right.
  package struct Label: Sendable, Equatable {
    /// Where it is marked.
    package var point: Point
    /// What it is called.
    package var text: String

    /// A label from its parts.
    package init(_ point: Point, _ text: String) {
      self.point = point
      self.text = text
    }
  }

  /// One plane.
  package struct Panel: Sendable, Equatable {
    /// Stands above it; may be empty.
    package var title: String
    /// What the axes show.
    package var xLabel, yLabel: String
    /// What is shown; where the aspect is equal, one of them grows.
    package var xRange, yRange: ClosedRange<Double>
    package var contours: [Contours]
    /// Below the contour lines.
    package var outlines: [Outline]
    /// Above the contour lines.
    package var paths: [Path]
    /// Above all.
    package var labels: [Label]

    /// A panel from its parts.
    package init(
      title: String = "", xLabel: String, yLabel: String, xRange: ClosedRange<Double>,
      yRange: ClosedRange<Double>, contours: [Contours] = [], outlines: [Outline] = [], paths: [Path] = [],
      labels: [Label] = []
    ) {
      self.title = title
      self.xLabel = xLabel
      self.yLabel = yLabel
      self.xRange = xRange
      self.yRange = yRange
      self.contours = contours
      self.outlines = outlines
      self.paths = paths
      self.labels = labels
    }

    fileprivate var legend: [LegendEntry] {
      (outlines.map { LegendEntry(name: $0.name, style: $0.style) }
        + paths.map { LegendEntry(name: $0.name, style: $0.style) }).filter { !$0.name.isEmpty }
    }
  }

  /// Title, digests, remark.
  package var caption: Caption
  /// From left to right, then from top to bottom.
  package var panels: [Panel]
  /// How many stand in a row, at least 1.
  package var columns: Int
  /// Whether both axes of a panel have one scale, so that a circle is round.
  package var isEqualAspect: Bool

  /// A figure from its parts.
  package init(caption: Caption, panels: [Panel], columns: Int = 3, isEqualAspect: Bool = true) {
    self.caption = caption
    self.panels = panels
    self.columns = columns
    self.isEqualAspect = isEqualAspect
  }

  /// A name of the legend and gnuplot's words for its sample.
  fileprivate struct LegendEntry: Equatable {
    var name, style: String
  }

  private static let side = 290.0

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let columns = max(1, min(columns, panels.count))
    let axes = panels.map(axes)
    let titles = panels.map { Page.lines($0.title, in: Self.side, size: Page.headingSize) }
    let xLabels = panels.map { Page.lines($0.xLabel, in: Self.side) }
    let yLabels = panels.map { Page.lines($0.yLabel, in: Self.side) }
    // One legend for all panels, each name once.
    let legend = panels.flatMap(\.legend).reduce(into: [LegendEntry]()) { entries, entry in
      if !entries.contains(entry) { entries.append(entry) }
    }
    var grid = Page.Grid(
      rows: (panels.count + columns - 1) / columns, columns: columns, panel: (Self.side, Self.side),
      left: 30 + Page.height(lines: yLabels.map(\.count).max() ?? 0)
        + (axes.map(\.y.labelWidth).max() ?? 0),
      right: 20,
      above: Page.roomAbove(title: titles.map(\.count).max() ?? 0),
      below: 42 + Page.height(lines: xLabels.map(\.count).max() ?? 0))
    let width = Double(columns) * (grid.left + grid.panel.width + grid.right)
    let beside = max(1, Int(width / Page.legendColumnWidth(legend.map(\.name))))
    let legendRows = (legend.count + beside - 1) / beside
    if legendRows > 0 { grid.header = 10 + 20 * Double(legendRows) }
    var page = Page(named: name, caption: caption, grid: grid)
    for (index, panel) in panels.enumerated() {
      var commands = [axes[index].x.commands("x"), axes[index].y.commands("y"), "set border 15; unset grid"]
      if index == 0, legendRows > 0 { commands.append(page.legend(rows: legendRows)) }
      commands += panel.labels.map { label in
        "set label \(GnuplotScript.quoted(label.text)) at \(GnuplotScript.number(label.point.x)), "
          + "\(GnuplotScript.number(label.point.y)) left offset 0.6,0.5 front point pointtype 7 pointsize 0.7"
      }
      var plots = plots(panel, axes[index], prefix: "panel_\(index + 1)", on: &page)
      if index == 0 {
        plots += legend.map { "keyentry with \($0.style) title \(GnuplotScript.quoted($0.name))" }
      }
      commands.append("plot " + (plots.isEmpty ? "NaN notitle" : plots.joined(separator: ", \\\n  ")))
      page.add(
        Page.Panel(
          title: titles[index], xLabel: xLabels[index], yLabel: yLabels[index], commands: commands))
    }
    return page.finished()
  }

  private func axes(_ panel: Panel) -> (x: Axis, y: Axis) {
    var ranges = (x: panel.xRange, y: panel.yRange)
    let widths = (x: ranges.x.upperBound - ranges.x.lowerBound, y: ranges.y.upperBound - ranges.y.lowerBound)
    if isEqualAspect {
      let widened = { (range: ClosedRange<Double>, by: Double) in
        (range.lowerBound - max(0, by) / 2)...(range.upperBound + max(0, by) / 2)
      }
      ranges = (widened(ranges.x, widths.y - widths.x), widened(ranges.y, widths.x - widths.y))
    }
    let axis = { (range: ClosedRange<Double>) in
      Axis(from: range.lowerBound, to: range.upperBound, extendsToTicks: false)
    }
    return (axis(ranges.x).thinned(toWidth: Self.side), axis(ranges.y))
  }

  private func plots(_ panel: Panel, _ axes: (x: Axis, y: Axis), prefix: String, on page: inout Page)
    -> [String]
  {
    // A tenth of a pixel.
    let pixel = (
      x: (axes.x.upper - axes.x.lower) / Self.side / 10, y: (axes.y.upper - axes.y.lower) / Self.side / 10
    )
    func block(_ name: String, _ curves: [[Point]]) -> String {
      page.script.addBlock(
        "\(prefix)_\(name)", columns: [panel.xLabel, panel.yLabel],
        curves: curves.map { curve in
          curve.map { [Self.rounded($0.x, to: pixel.x), Self.rounded($0.y, to: pixel.y)] }
        })
    }

    var plots: [String] = []
    for (index, outline) in panel.outlines.enumerated() {
      // gnuplot leaves the last side of a closed curve without a border.
      let block = block("outline_\(index + 1)", [outline.points + outline.points.prefix(1)])
      plots.append("\(block) using 1:2 with \(outline.style) notitle")
    }
    for (index, contours) in panel.contours.enumerated() {
      for (rank, level) in contours.levels.sorted().enumerated() {
        let lines = contours.field.contours(at: level).map { Point.simplified($0, tolerance: pixel) }
        let block = block("contours_\(index + 1)_level_\(rank + 1)", lines)
        plots.append(
          "\(block) using 1:2 with lines linewidth 1 "
            + "linecolor rgb '\(Self.shade(rank, of: contours.levels.count))' notitle")
      }
    }
    for (index, path) in panel.paths.enumerated() {
      let block = block("path_\(index + 1)", [path.points])
      plots.append("\(block) using 1:2 with \(path.style) notitle")
    }
    return plots
  }

  /// The color of the line at `rank` of `count`: from a dark blue to a light one that is still seen on white.
  private static func shade(_ rank: Int, of count: Int) -> String {
    let (dark, light) = ([0x1F, 0x3F, 0x66], [0x9F, 0xB7, 0xD2])
    let last = max(1, count - 1)
    let digits = Array("0123456789ABCDEF")
    return zip(dark, light).reduce("#") { text, ends in
      let value = ends.0 + (ends.1 - ends.0) * min(rank, last) / last
      return text + String([digits[value / 16], digits[value % 16]])
    }
  }

  /// The number rounded to few decimals, not off by more than `tolerance`.
  private static func rounded(_ value: Double, to tolerance: Double) -> Double {
    guard value.isFinite, tolerance > 0, tolerance.isFinite else { return value }
    // At most the tolerance; rounding takes half of it.
    let unit = Axis.Step(atLeast: tolerance / 2.5)
    let count = (value / unit.times(1)).rounded()
    return abs(count) < 1e15 ? unit.times(count) : value
  }
}
