/// Small matrices as tables of their numbers, each number in a cell of its color: a picture's pixels, its
/// channels one beside the other, the result of a convolution.
package struct PixelTable: Figure, Equatable {
  /// How the cells look.
  package enum Look: Sendable, Equatable {
    /// Filled with the color of their values.
    case colored
    /// Numbers only.
    case numbers
  }

  /// One matrix.
  package struct Table: Sendable, Equatable {
    /// Stands above it; may be empty.
    package var title: String
    /// From top to bottom, all of one length; a value that is not finite leaves its cell empty.
    package var rows: [[Double]]
    /// The color of the greatest value.
    package var tint: Tint

    /// A table from its parts.
    package init(title: String = "", rows: [[Double]], tint: Tint = .gray) {
      self.title = title
      self.rows = rows
      self.tint = tint
    }
  }

  /// Title, digests, remark.
  package let caption: Caption
  /// From left to right, then from top to bottom.
  package let tables: [Table]
  /// How the cells look.
  package let look: Look
  /// The values drawn black and in full color; those beyond are drawn as these.
  package let range: ClosedRange<Double>
  /// How many decimals the numbers have.
  package let decimals: Int
  /// Whether rows and columns have their indices, from 0, beside them.
  package let showsIndices: Bool
  /// How many tables stand in a row.
  package let columns: Int
  private let size: Size

  private struct Size: Sendable, Equatable {
    let rows, columns: Int
  }

  /// A figure of at least one table.
  ///
  /// - Parameter columns: how many tables stand in a row; `nil` for all of them.
  /// - Throws: ``FigureError`` when there is no table, when one has no cell, rows of several lengths or another
  ///   size than the first, or more than 2500 cells.
  package init(
    caption: Caption, tables: [Table], look: Look = .colored, range: ClosedRange<Double> = 0...255,
    decimals: Int = 0, showsIndices: Bool = false, columns: Int? = nil
  ) throws {
    guard let first = tables.first else {
      throw FigureError(description: "a figure of tables needs at least one")
    }
    size = Size(rows: first.rows.count, columns: first.rows.first?.count ?? 0)
    let cells = size.rows * size.columns
    guard (1...2500).contains(cells) else {
      throw FigureError(
        description:
          "a table of \(size.rows) × \(size.columns) numbers cannot be drawn: it needs 1…2500 cells")
    }
    for (index, table) in tables.enumerated()
    where table.rows.count != size.rows || !table.rows.allSatisfy({ $0.count == first.rows[0].count }) {
      throw FigureError(
        description: "table \(index) “\(table.title)” has not \(size.rows) rows of \(size.columns) numbers")
    }
    self.caption = caption
    self.tables = tables
    self.look = look
    self.range = range
    self.decimals = min(max(decimals, 0), 12)
    self.showsIndices = showsIndices
    self.columns = min(max(columns ?? tables.count, 1), tables.count)
  }

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let fontSize = size.columns > 12 ? 9.0 : Page.bodySize
    let widest = tables.flatMap(\.rows).joined().filter(\.isFinite).map { width(of: $0) * fontSize * 0.6 }
      .max()
    let least = size.columns > 12 ? 22.0 : look == .colored ? 44 : 30
    let cell = (width: max(least, ((widest ?? 0) + 8).rounded()), height: look == .colored ? least : 20)
    let panel = (width: cell.width * Double(size.columns), height: cell.height * Double(size.rows))
    let titles = tables.map { Page.lines($0.title, in: panel.width + 10, size: Page.headingSize) }
    let room = showsIndices ? 22.0 : 0
    let right = max(12, (330 / Double(columns) - panel.width - 12 - room).rounded())
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        rows: (tables.count + columns - 1) / columns, columns: columns, panel: panel, left: 12 + room,
        right: right,
        above: (Page.roomAbove(title: titles.map(\.count).max() ?? 0) + room).rounded(), below: 14))
    for (index, table) in tables.enumerated() {
      let cells = table.rows.enumerated().flatMap { y, row in
        row.enumerated().filter { $1.isFinite }.map { [Double($0), Double(y), $1] }
      }
      let block = page.script.addBlock(
        "table_\(index + 1)", columns: ["column", "row", "value"], rows: cells)
      page.add(Page.Panel(title: titles[index], commands: commands(table, block, fontSize)))
    }
    return page.finished()
  }

  private func commands(_ table: Table, _ block: String, _ fontSize: Double) -> [String] {
    let number = GnuplotScript.number
    let font = "font ',\(number(fontSize))'"
    let (right, bottom) = (number(Double(size.columns) - 0.5), number(Double(size.rows) - 0.5))
    let indices = { (letter: String, count: Int) in
      "set \(letter)tics scale 0 0,1,\(max(1, count - 1)) font ',\(number(min(fontSize, Page.smallSize)))' "
        + "textcolor rgb '#555555'"
    }
    let labels = { (condition: String, color: String) in
      "\(block) using (\(condition) ? $1 : NaN):2:(gprintf('%.\(decimals)f', $3)) with labels \(font) "
        + "textcolor rgb '\(color)' notitle"
    }
    var commands = [
      "unset border; unset colorbox; unset xtics; unset grid",
      showsIndices
        ? "\(indices("x2", size.columns)); \(indices("y", size.rows))" : "unset x2tics; unset ytics",
      "set xrange [-0.5:\(right)]; set x2range [-0.5:\(right)]; set yrange [\(bottom):-0.5]",
    ]
    // gnuplot cannot color by values of which none is finite.
    guard table.rows.joined().contains(where: \.isFinite) else { return commands + ["plot NaN notitle"] }
    guard look == .colored else {
      return commands + ["plot " + labels("1", "black")]
    }
    let upper = range.upperBound > range.lowerBound ? range.upperBound : range.lowerBound + 1
    let threshold = range.lowerBound + table.tint.leastForBlackText * (range.upperBound - range.lowerBound)
    commands += [
      "set palette defined (0 '#000000', 1 '\(table.tint.color)')",
      "set cbrange [\(number(range.lowerBound)):\(number(upper))]",
      "plot \(block) using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \\\n  "
        + labels("$3 < \(number(threshold))", "white") + ", \\\n  "
        + labels("$3 >= \(number(threshold))", "black"),
    ]
    return commands
  }

  /// How many characters a number has.
  private func width(of value: Double) -> Double {
    var (whole, digits) = (abs(value), 1.0)
    while whole >= 10 { (whole, digits) = (whole / 10, digits + 1) }
    return digits + (decimals > 0 ? Double(decimals) + 1 : 0) + (value < 0 ? 1 : 0)
  }
}
