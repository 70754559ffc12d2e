import Foundation
import Tensors

/// Histograms in a grid: a row for each setting, a column for each group of values.
package struct HistogramGrid: Figure, Equatable {
  /// One setting's histograms, one for each column; `nil` where the setting has no such group.
  package struct Row: Sendable, Equatable {
    /// What the row is.
    package var label: String
    /// One for each of the figure's columns; missing ones at the end count as `nil`.
    package var cells: [Histogram?]

    /// A row from its label and cells.
    package init(label: String, cells: [Histogram?]) {
      self.label = label
      self.cells = cells
    }
  }

  /// How far the horizontal axes reach.
  package enum Ranges: Sendable, Equatable {
    /// Each cell shows its own bins.
    case perCell
    /// The cells of a column share one axis, so that widths can be compared by eye.
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

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let count = max(1, columns.count)
    let headings = columns.map { Page.lines($0, in: Self.panel.width + 20, size: Page.headingSize) }
    let labels = rows.map { Page.lines($0.label, in: Self.panel.height + 20) + ["count"] }
    let x = Page.lines(xLabel, in: Self.panel.width)
    let counts = rows.map { row in (0..<count).map { countAxis(cell(row, $0)) } }
    let above = Page.roomAbove(note: 1)
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        rows: rows.count, columns: count, panel: Self.panel,
        left: 20 + (counts.joined().map(\.labelWidth).max() ?? 0), right: 16, above: above, below: 42,
        header: Page.roomAbove(title: headings.map(\.count).max() ?? 0, note: 1) - above,
        footer: Page.height(lines: x.count),
        leading: 8 + Page.height(lines: labels.map(\.count).max() ?? 1)))
    for (index, row) in rows.enumerated() {
      for column in 0..<count {
        let histogram = cell(row, column)
        let axes = (
          x: valueAxis(row, column).thinned(toWidth: Self.panel.width + 20), y: counts[index][column]
        )
        var panel = Page.Panel(commands: [axes.x.commands("x"), axes.y.commands("y")])
        if index == 0, column < headings.count { panel.title = headings[column] }
        if index == rows.count - 1 { panel.xLabel = x }
        if column == 0 { panel.yLabel = labels[index] }
        panel.note = note(histogram)
        if let histogram, histogram.notFinite > 0 { panel.noteColor = OkabeIto.vermillion.rawValue }
        if let histogram, histogram.total > 0 {
          let name = "row_\(index + 1)_column_\(column + 1)"
          panel.commands.append(plot(histogram, name, axes, on: &page))
        } else {
          let reason = histogram == nil ? "does not exist here" : "no finite values"
          panel.commands += [
            "set label 3 \(GnuplotScript.quoted(reason)) at graph 0.5, graph 0.5 center "
              + "font ',\(GnuplotScript.number(Page.smallSize))'",
            "plot NaN notitle",
          ]
        }
        page.add(panel)
      }
    }
    return page.finished()
  }

  private func cell(_ row: Row, _ column: Int) -> Histogram? {
    column < row.cells.count ? row.cells[column] : nil
  }

  /// One closed outline: a sixth of the size of a box for each bin, and no seams between them.
  ///
  /// The table holds the corners of the outline. Where bins are about as narrow as a pixel it has a border,
  /// without which some of them would not be seen.
  private func plot(
    _ histogram: Histogram, _ name: String, _ axes: (x: Axis, y: Axis), on page: inout Page
  ) -> String {
    var corners: [[Double]] = []
    var previous = 0
    for (edge, count) in zip(histogram.edges, histogram.counts + [0]) {
      if count != previous || corners.isEmpty {
        corners += [[edge, Double(previous)], [edge, Double(count)]]
      }
      previous = count
    }
    let block = page.script.addBlock(name, columns: ["edge", "count"], rows: corners)
    let ground = GnuplotScript.number(axes.y.lower)
    let share = (histogram.edges.last! - histogram.edges[0]) / (axes.x.upper - axes.x.lower)
    let isFine = Self.panel.width * share / Double(histogram.counts.count) < 1.5
    let count = logarithmicCounts ? "($2 > \(ground) ? $2 : \(ground))" : "2"
    return "plot \(block) using 1:\(count) with filledcurves closed linetype 1"
      + (isFine ? " linewidth 0.5 fillstyle solid 1 border notitle" : " notitle")
  }

  private func valueAxis(_ row: Row, _ column: Int) -> Axis {
    let rowsShown = ranges == .perCell ? [row] : rows
    let shown = rowsShown.compactMap { cell($0, column) }.filter { $0.total > 0 }
    return Axis(
      from: shown.compactMap(\.edges.first).min() ?? 0, to: shown.compactMap(\.edges.last).max() ?? 1,
      extendsToTicks: false)
  }

  private func countAxis(_ histogram: Histogram?) -> Axis {
    let most = Double(histogram?.counts.max() ?? 1)
    return logarithmicCounts
      ? Axis(logarithmicFrom: 0.5, to: max(most * 1.5, 10))
      : Axis(from: 0, to: max(most, 1), maximalTicks: 5, minimalStep: 1)
  }

  /// Standard deviation and range of the values, and how many are not finite.
  private func note(_ histogram: Histogram?) -> [String] {
    var parts: [String] = []
    if let summary = histogram?.summary {
      parts.append("σ \(Self.short(summary.standardDeviation))")
      parts.append("\(Self.short(summary.minimum)) … \(Self.short(summary.maximum))")
    }
    if let count = histogram?.notFinite, count > 0 { parts.append("\(count) not finite") }
    return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
  }

  /// A number in at most three significant digits: `0.0312`, `−4.5`, `2.31·10⁻⁷`.
  private static func short(_ value: Double) -> String {
    // Without a locale this is C's printf, with a point on every machine.
    let text = String(format: "%.3g", value).replacing("-", with: "−")
    guard let e = text.firstIndex(of: "e"), value.isFinite else { return text }
    let exponent = text[text.index(after: e)...].replacing("+", with: "")
    let sign = exponent.hasPrefix("−") ? "⁻" : ""
    let digits = exponent.drop { $0 == "−" || $0 == "0" }
    let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return text[..<e] + "·10" + sign
      + String(digits.compactMap { $0.wholeNumberValue.map { superscripts[$0] } })
  }
}
