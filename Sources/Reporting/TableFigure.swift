/// Tables of texts and numbers side by side, each with headings above its columns: an input and what a neuron
/// makes of it, the shapes and classes of a data set.
package struct TableFigure: Figure, Equatable {
  /// One column of a table.
  package struct Column: Sendable, Equatable {
    /// Stands above it; may be empty.
    package var heading: String
    /// From top to bottom; where another column of the table is longer, the rest is empty.
    package var cells: [String]
    /// Numbers stand at the column's right, texts at its left.
    package var isNumeric: Bool

    /// A column of texts.
    package init(_ heading: String, texts: [String]) {
      self.heading = heading
      cells = texts
      isNumeric = false
    }

    /// A column of numbers as they are to be read, such as `0.731`, all with as many decimals.
    package init(_ heading: String, numbers: [String]) {
      self.heading = heading
      cells = numbers
      isNumeric = true
    }

    /// What the widest text needs, in pixels.
    fileprivate var width: Double {
      ([heading] + cells).map { Page.width(of: $0) }.max() ?? 0
    }
  }

  /// One table.
  package struct Table: Sendable, Equatable {
    /// Stands above it; may be empty.
    package var title: String
    /// From left to right.
    package var columns: [Column]

    /// A table from its parts.
    package init(title: String = "", columns: [Column]) {
      self.title = title
      self.columns = columns
    }

    fileprivate var rowCount: Int { columns.map(\.cells.count).max() ?? 0 }

    /// The columns' widths and what lies between them, but no less than the title's.
    fileprivate var width: Double {
      let columns = columns.map { $0.width + TableFigure.gap }.reduce(0, +)
      return max(columns, Page.width(of: title, size: Page.headingSize)).rounded(.up)
    }
  }

  /// Title, digests, remark.
  package var caption: Caption
  /// From left to right.
  package var tables: [Table]

  /// A figure from its parts.
  package init(caption: Caption, tables: [Table]) {
    self.caption = caption
    self.tables = tables
  }

  /// Pixels between two columns, half of it at each side, and between two tables; the height of a row.
  private static let gap = 24.0
  private static let tableGap = 30.0
  private static let rowHeight = 24.0

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let rows = tables.map(\.rowCount).max() ?? 0
    let titleHeight = tables.allSatisfy(\.title.isEmpty) ? 0 : Self.rowHeight + 4
    let hasHeadings = !tables.allSatisfy { $0.columns.allSatisfy(\.heading.isEmpty) }
    let top = titleHeight + (hasHeadings ? Self.rowHeight : 0)
    let width = tables.map { $0.width + Self.tableGap }.reduce(-Self.tableGap, +)
    let panel = (width: max(width, 1), height: max(top + Double(rows) * Self.rowHeight, 1) + 2)
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(panel: panel, left: 0, right: max(0, 330 - panel.width), above: 8, below: 12))

    var (labels, stripes, rules): ([String], [[Double]], [[Double]]) = ([], [], [])
    var left = 0.0
    for table in tables {
      let right = left + table.width
      for row in stride(from: 1, to: table.rowCount, by: 2) {
        stripes.append([
          left, right, top + Double(row) * Self.rowHeight, top + Double(row + 1) * Self.rowHeight,
        ])
      }
      if !table.columns.isEmpty {
        let bottom = top + Double(table.rowCount) * Self.rowHeight
        rules += (hasHeadings ? [top, bottom] : [bottom]).map { [left, $0, table.width] }
      }
      labels += self.labels(table, from: left, headings: titleHeight, cells: top)
      left = right + Self.tableGap
    }
    let stripeBlock = page.script.addBlock(
      "stripes", columns: ["left", "right", "top", "bottom"], rows: stripes)
    let ruleBlock = page.script.addBlock("rules", columns: ["left", "y", "width"], rows: rules)
    page.add(
      Page.Panel(
        commands: [
          "unset border; unset tics; unset grid",
          "# Pixels, from the upper left corner.",
          "set xrange [0:\(GnuplotScript.number(panel.width))]; "
            + "set yrange [\(GnuplotScript.number(panel.height)):0]",
        ] + labels + [
          "plot \(stripeBlock) using 1:3:1:2:3:4 with boxxyerror fillcolor rgb '#F2F4F7' notitle, \\\n"
            + "  \(ruleBlock) using 1:2:3:(0) with vectors nohead linewidth 1 linecolor rgb '#777777' notitle"
        ]))
    return page.finished()
  }

  /// The commands for a table's title, headings and cells, at the given distances from the top.
  private func labels(_ table: Table, from left: Double, headings: Double, cells top: Double) -> [String] {
    var labels: [String] = []
    func add(_ text: String, x: Double, y: Double, _ style: String) {
      guard !text.isEmpty else { return }
      labels.append(
        "set label \(GnuplotScript.quoted(text)) at \(GnuplotScript.number(x)), \(GnuplotScript.number(y)) \(style) front"
      )
    }
    add(
      table.title, x: left + Self.gap / 2, y: Self.rowHeight / 2,
      "left font ',\(GnuplotScript.number(Page.headingSize))'")
    var start = left
    for column in table.columns {
      let width = column.width + Self.gap
      let x = column.isNumeric ? start + width - Self.gap / 2 : start + Self.gap / 2
      let side = column.isNumeric ? "right" : "left"
      add(column.heading, x: x, y: headings + Self.rowHeight / 2, "\(side) textcolor rgb '#555555'")
      for (row, cell) in column.cells.enumerated() {
        add(cell, x: x, y: top + (Double(row) + 0.5) * Self.rowHeight, side)
      }
      start += width
    }
    return labels
  }
}
