import Tensors

/// The distributions of groups of values in a grid: a row for each setting, a column for each group.
///
/// A cell counts its values in bins. The axis of a column reaches from the smallest to the largest of its cells' 0.1 %
/// and 99.9 % quantiles, so that single values do not set it; those beyond it are counted in one more bin at either
/// end, of another color. All bins of a column have one width, so heights and widths can be compared by eye. A cell
/// of few values shows each of them as a line.
package struct HistogramGrid: Figure, Equatable {
  /// One setting's values, one tensor for each column; `nil` where the setting has no such group.
  package struct Row: Sendable, Equatable {
    /// What the row is.
    package var label: String
    /// One for each of the figure's columns, of any shape; missing ones at the end count as `nil`.
    package var cells: [Tensor?]

    /// A row from its label and cells.
    package init(label: String, cells: [Tensor?]) {
      self.label = label
      self.cells = cells
    }
  }

  /// How far the horizontal axes reach.
  package enum Ranges: Sendable, Equatable {
    /// Each cell has its own axis and bins.
    case perCell
    /// The cells of a column share one axis and their bins' width.
    case perColumn
  }

  /// Title, digests, remark.
  package var caption: Caption
  /// The columns' headings.
  package var columns: [String]
  /// From top to bottom.
  package var rows: [Row]
  /// What is counted, with its unit if it has one; the label of the horizontal axes.
  package var xLabel: String
  /// Whether counts are on a logarithmic axis, which begins at 0.5.
  package var logarithmicCounts: Bool
  /// How far the horizontal axes reach.
  package var ranges: Ranges

  /// A grid from its parts.
  package init(
    caption: Caption, columns: [String], rows: [Row], xLabel: String = "value",
    logarithmicCounts: Bool = true, ranges: Ranges = .perColumn
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.xLabel = xLabel
    self.logarithmicCounts = logarithmicCounts
    self.ranges = ranges
  }

  private static let panel = (width: 204.0, height: 124.0)
  /// Three pixels each.
  private static let bins = 68
  /// At most so many values are drawn one by one.
  private static let fewValues = 64

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let count = max(1, columns.count)
    let headings = columns.map { Page.lines($0, in: Self.panel.width + 20, size: Page.headingSize) }
    let labels = rows.map { Page.lines($0.label, in: Self.panel.height + 20) }
    let x = Page.lines(xLabel, in: Self.panel.width)
    let cells = cells(count)
    let above = Page.roomAbove(note: cells.joined().map(\.note.count).max() ?? 0)
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        rows: rows.count, columns: count, panel: Self.panel,
        left: 20 + (cells.joined().compactMap { $0.countAxis?.labelWidth }.max() ?? 0), right: 16,
        above: above, below: 42,
        header: Page.roomAbove(title: headings.map(\.count).max() ?? 0, note: 1) - Page.roomAbove(note: 1),
        footer: Page.height(lines: x.count),
        leading: 8 + Page.height(lines: 1 + (labels.map(\.count).max() ?? 0))))
    for (index, row) in cells.enumerated() {
      for (column, cell) in row.enumerated() {
        var panel = Page.Panel(commands: [])
        if index == 0, column < headings.count { panel.title = headings[column] }
        if index == rows.count - 1 { panel.xLabel = x }
        if column == 0 { panel.yLabel = labels[index] + (cell.countAxis == nil ? [] : ["count"]) }
        panel.note = cell.note
        if cell.hasNotFinite { panel.noteColor = OkabeIto.vermillion.rawValue }
        panel.commands = commands(for: cell, named: "row_\(index + 1)_column_\(column + 1)", on: &page)
        page.add(panel)
      }
    }
    return page.finished()
  }
}

extension HistogramGrid {
  /// What one panel shows.
  private struct Cell {
    /// `nil` where the setting has no such group.
    var tensor: Tensor?
    var note: [String] = []
    var hasNotFinite = false
    /// Where the bins begin and end; `nil` where the axis has no value to show.
    var range: ClosedRange<Double>?
    /// `nil` where values are drawn one by one.
    var counts: ValueCounts?
    var countAxis: Axis?
  }

  /// All panels, row by row.
  private func cells(_ count: Int) -> [[Cell]] {
    var cells = rows.map { row in
      (0..<count).map { column in
        Cell(tensor: column < row.cells.count ? row.cells[column] : nil)
      }
    }
    for column in 0..<count {
      let robust = cells.map { $0[column].tensor.flatMap(RobustRange.init) }
      for row in rows.indices {
        let shown = (self.ranges == .perCell ? [robust[row]] : robust).compactMap { $0 }
        if let lower = shown.map(\.lower).min(), let upper = shown.map(\.upper).max() {
          cells[row][column].range = Self.range(from: lower, to: upper)
        }
        fill(&cells[row][column])
      }
    }
    return cells
  }

  /// A range that can be drawn, and to 0 where that is near.
  private static func range(from lower: Double, to upper: Double) -> ClosedRange<Double> {
    let near = (upper / 2 - lower / 2) * 0.4
    let axis = Axis(
      from: lower > 0 && lower <= near ? 0 : lower, to: upper < 0 && -upper <= near ? 0 : upper,
      extendsToTicks: false)
    return axis.lower...axis.upper
  }

  private static func binWidth(_ range: ClosedRange<Double>) -> Double {
    (range.upperBound / 2 - range.lowerBound / 2) / Double(bins) * 2
  }

  /// Counts a cell's values in its range and says what they are: standard deviation, smallest and largest, how many
  /// lie outside or are not finite.
  private func fill(_ cell: inout Cell) {
    guard let tensor = cell.tensor else { return }
    let whole = Histogram(of: tensor, bins: 1)
    var parts: [String] = []
    if whole.total > Self.fewValues, let range = cell.range {
      let counts = ValueCounts(of: tensor, in: range, bins: Self.bins)
      cell.counts = counts
      cell.countAxis =
        logarithmicCounts
        ? Axis(logarithmicFrom: 0.5, to: max(Double(counts.largest) * 1.5, 10), extendsToTicks: true)
        : Axis(from: 0, to: Double(max(counts.largest, 1)), maximalTicks: 5, minimalStep: 1)
    } else if whole.total > 0 {
      parts.append("\(whole.total) value\(whole.total == 1 ? "" : "s")")
    }
    if let summary = whole.summary {
      parts.append("σ \(NumberText.short(summary.standardDeviation))")
      parts.append("\(NumberText.short(summary.minimum)) … \(NumberText.short(summary.maximum))")
    }
    if let outside = cell.counts?.outside, outside > 0 {
      parts.append("\(NumberText.grouped(Double(outside))) outside")
    }
    if whole.notFinite > 0 { parts.append("\(NumberText.grouped(Double(whole.notFinite))) not finite") }
    cell.hasNotFinite = whole.notFinite > 0
    cell.note = Page.lines(parts.joined(separator: ", "), in: Self.panel.width + 30, size: Page.smallSize)
  }

  private func commands(for cell: Cell, named name: String, on page: inout Page) -> [String] {
    // A tick without a label: without any the next panel's would not look as before.
    var x = "set xrange [0:1]; set xtics ('' 0)"
    let noCounts = "set yrange [0:1]; set ytics ('' 0)"
    if let range = cell.range {
      // With room for the outer bins, and for lines at the ends.
      let width = Self.binWidth(range)
      let axis = Axis(from: range.lowerBound - width, to: range.upperBound + width, extendsToTicks: false)
      x = axis.thinned(toWidth: Self.panel.width + 20).commands("x")
    }
    let values = cell.tensor?.finiteDoubles ?? []
    guard let range = cell.range, !values.isEmpty else {
      let reason = cell.tensor == nil ? "does not exist here" : "no finite values"
      return [
        x, noCounts,
        page.smallLabel(
          reason, x: Self.panel.width / 2, y: Self.panel.height / 2, color: "#555555", placed: "center"),
        "plot NaN notitle",
      ]
    }
    guard let counts = cell.counts, let countAxis = cell.countAxis else {
      let block = page.script.addBlock(name, columns: ["value"], rows: values.sorted().map { [$0] })
      return [
        x, noCounts, "plot \(block) using 1:(0.5) with impulses linetype 1 linewidth 1.2 notitle",
      ]
    }
    return [x, countAxis.commands("y"), plot(counts, in: range, countAxis, name, on: &page)]
  }

  /// One closed outline: a sixth of the size of a box for each bin, and no seams between them; another one of each
  /// outer bin.
  private func plot(
    _ counts: ValueCounts, in range: ClosedRange<Double>, _ countAxis: Axis, _ name: String,
    on page: inout Page
  ) -> String {
    let (lower, upper, width) = (
      range.lowerBound, range.upperBound, Self.binWidth(range)
    )
    let edges = (0...Self.bins).map { $0 == Self.bins ? upper : lower + Double($0) * width }
    var outlines = [(name, "linetype 1", Self.outline(edges, counts.inside))]
    if counts.below > 0 {
      outlines.append((name + "_below", "linetype 2", Self.outline([lower - width, lower], [counts.below])))
    }
    if counts.above > 0 {
      outlines.append((name + "_above", "linetype 2", Self.outline([upper, upper + width], [counts.above])))
    }
    let ground = GnuplotScript.number(countAxis.lower)
    let height = logarithmicCounts ? "($2 > \(ground) ? $2 : \(ground))" : "2"
    return "plot "
      + outlines.map { name, look, corners in
        let block = page.script.addBlock(name, columns: ["edge", "count"], rows: corners)
        return "\(block) using 1:\(height) with filledcurves closed \(look) notitle"
      }.joined(separator: ", \\\n  ")
  }

  /// The corners of the outline of bars that touch each other.
  private static func outline(_ edges: [Double], _ counts: [Int]) -> [[Double]] {
    var corners: [[Double]] = []
    var previous = 0
    for (edge, count) in zip(edges, counts + [0]) {
      if count != previous || corners.isEmpty {
        corners += [[edge, Double(previous)], [edge, Double(count)]]
      }
      previous = count
    }
    return corners
  }
}
