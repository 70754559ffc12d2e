/// Histograms in a grid: a row for each setting, a column for each group of values.
public struct HistogramGrid: Figure, Equatable {
  /// One setting's histograms, one for each column; `nil` where the setting has no such group.
  public struct Row: Sendable, Equatable {
    /// What the row is.
    public var label: String
    /// One for each of the figure's columns; missing ones at the end count as `nil`.
    public var cells: [Histogram?]

    /// A row from its label and cells.
    public init(label: String, cells: [Histogram?]) {
      self.label = label
      self.cells = cells
    }
  }

  /// How far the horizontal axes reach.
  public enum Ranges: Sendable, Equatable {
    /// Each cell shows its own bins.
    case perCell
    /// The cells of a column share one axis, so that widths can be compared by eye.
    case perColumn
  }

  /// Title, digests, remark.
  public var caption: Caption
  /// The columns' headings.
  public var columns: [String]
  /// From top to bottom.
  public var rows: [Row]
  /// What is counted, with its unit if it has one; the label of the horizontal axes.
  public var valueName: String
  /// Whether counts are on a logarithmic axis, which begins at 0.5.
  public var logarithmicCounts: Bool
  /// How far the horizontal axes reach.
  public var ranges: Ranges

  /// A grid from its parts.
  public init(
    caption: Caption, columns: [String], rows: [Row], valueName: String = "value",
    logarithmicCounts: Bool = true, ranges: Ranges = .perColumn
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.valueName = valueName
    self.logarithmicCounts = logarithmicCounts
    self.ranges = ranges
  }

  private static let cell = (width: 204.0, height: 118.0)
  private static let gap = (across: 62.0, down: 54.0)
  private static let heading = 24.0
  private static let axisName = 26.0

  /// The script that draws this figure; the same values always give the same bytes.
  public func script(named name: String) -> GnuplotScript {
    let (cell, gap) = (Self.cell, Self.gap)
    let columnCount = max(1, columns.count)
    let labels = rows.map { GnuplotScript.wrapped($0.label, to: 18) }
    let left = 106 + 16 * Double(labels.map(\.count).max() ?? 1)
    let width = left + Double(columnCount) * (cell.width + gap.across) + 8
    let height = Self.heading + Double(rows.count) * (cell.height + gap.down) + Self.axisName
    var page = Page(named: name, caption: caption, width: Int(width), contentHeight: height)
    let content = page.content
    for row in rows.indices {
      let top = content.top + Self.heading + 18 + Double(row) * (cell.height + gap.down)
      for (line, text) in labels[row].enumerated() {
        page.write(
          text, x: content.left + 8 + 17 * Double(line), y: top + cell.height / 2, size: Page.bodySize,
          align: .center,
          rotated: true)
      }
      for column in 0..<columnCount {
        let x = left + Double(column) * (cell.width + gap.across)
        let frame = Rectangle(left: x, top: top, width: cell.width, height: cell.height)
        if row == 0, columns.indices.contains(column) {
          page.write(
            columns[column], x: frame.left + cell.width / 2, y: content.top + 6, size: Page.bodySize,
            align: .center)
        }
        draw(row, column, in: frame, on: &page)
      }
    }
    return page.finished()
  }

  private func histogram(_ row: Int, _ column: Int) -> Histogram? {
    rows[row].cells.indices.contains(column) ? rows[row].cells[column] : nil
  }

  private func draw(_ row: Int, _ column: Int, in frame: Rectangle, on page: inout Page) {
    let histogram = histogram(row, column)
    let counts = countAxis(histogram)
    let axes = (valueAxis(row, column).thinned(toWidth: frame.width), counts)
    let names = (row == rows.count - 1 ? valueName : "", column == 0 ? "count" : "")
    guard let histogram, histogram.total > 0 else {
      let reason = histogram == nil ? "does not exist here" : "no finite values"
      page.write(
        reason, x: frame.left + frame.width / 2, y: frame.top + frame.height / 2, size: Page.smallSize,
        align: .center,
        colour: "#777777")
      write(histogram, above: frame, on: &page)
      page.panel(frame, axes: axes, names: names, ["plot NaN notitle"])
      return
    }
    write(histogram, above: frame, on: &page)
    // Each bin's two upper corners, between two on the ground: one closed outline is a sixth of the size
    // of a box for each bin, and shows no seams between them.
    let corners = histogram.counts.indices.flatMap { bin in
      [histogram.edges[bin], histogram.edges[bin + 1]].map { [$0, Double(histogram.counts[bin])] }
    }
    let ground = [histogram.edges[0], histogram.edges[histogram.counts.count]].map { [$0, 0] }
    let block = page.script.addBlock(
      "row_\(row + 1)_column_\(column + 1)", columns: ["edge", "count"],
      rows: [ground[0]] + corners + [ground[1]])
    let floor = GnuplotScript.number(counts.lower)
    page.panel(
      frame, axes: axes, names: names,
      [
        "plot \(block) using 1:($2 > \(floor) ? $2 : \(floor)) with filledcurves closed "
          + "linecolor rgb '\(OkabeIto.blue.rawValue)' notitle"
      ])
  }

  private func valueAxis(_ row: Int, _ column: Int) -> Axis {
    let rowsShown = ranges == .perCell ? [row] : Array(rows.indices)
    let shown = rowsShown.compactMap { histogram($0, column) }.filter { $0.total > 0 }
    return Axis(
      from: shown.compactMap(\.edges.first).min() ?? 0, to: shown.compactMap(\.edges.last).max() ?? 1,
      maximalTicks: 6, extendsToTicks: false)
  }

  private func countAxis(_ histogram: Histogram?) -> Axis {
    let most = Double(histogram?.counts.max() ?? 1)
    return logarithmicCounts
      ? Axis(logarithmicFrom: 0.5, to: max(most * 1.5, 10))
      : Axis(from: 0, to: max(most, 1), maximalTicks: 5, minimalStep: 1)
  }

  /// Says above a panel how wide its values lie.
  private func write(_ histogram: Histogram?, above frame: Rectangle, on page: inout Page) {
    guard let histogram else { return }
    var text = ""
    if let summary = histogram.summary {
      text =
        "σ \(Axis.short(summary.standardDeviation)), "
        + "\(Axis.short(summary.minimum)) … \(Axis.short(summary.maximum))"
    }
    if histogram.notFinite > 0 {
      text += (text.isEmpty ? "" : ", ") + "\(histogram.notFinite) not finite"
    }
    page.write(
      text, x: frame.left + frame.width / 2, y: frame.top - 9, size: 9.5, align: .center,
      colour: histogram.notFinite > 0 ? OkabeIto.vermillion.rawValue : "#555555")
  }
}
