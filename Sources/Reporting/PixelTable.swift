/// Small matrices as tables of their numbers, each number in a cell of its color: a picture's pixels, its
/// channels one beside the other, the result of a convolution.
package struct PixelTable: Figure, Equatable {
  /// How the cells look.
  package enum Look: Sendable, Equatable {
    /// Filled with the color of their values.
    case colored
    /// Filled with light blues, from each table's own smallest number to its largest, whatever the range and the tints
    /// are: numbers that are no pixels.
    case shaded
    /// Numbers only.
    case numbers

    /// A cell's least side in pixels.
    fileprivate var cellSide: Double {
      switch self {
      case .colored: 44
      case .shaded: 34
      case .numbers: 30
      }
    }
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

    fileprivate var size: Size { Size(rows: rows.count, columns: rows.first?.count ?? 0) }
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
  /// That of the largest table; smaller ones stand in the middle of as much room.
  private let size: Size

  fileprivate struct Size: Sendable, Equatable {
    let rows, columns: Int
  }

  /// A figure of at least one table.
  ///
  /// - Parameter columns: how many tables stand in a row; `nil` for all of them.
  /// - Throws: ``FigureError`` when there is no table, when one has no cell, rows of several lengths, or more than
  ///   2500 cells.
  package init(
    caption: Caption, tables: [Table], look: Look = .colored, range: ClosedRange<Double> = 0...255,
    decimals: Int = 0, showsIndices: Bool = false, columns: Int? = nil
  ) throws {
    guard !tables.isEmpty else {
      throw FigureError(description: "a figure of tables needs at least one")
    }
    for (index, table) in tables.enumerated() {
      let size = table.size
      guard (1...2500).contains(size.rows * size.columns) else {
        throw FigureError(
          description:
            "a table of \(size.rows) × \(size.columns) numbers cannot be drawn: it needs 1…2500 cells")
      }
      guard table.rows.allSatisfy({ $0.count == size.columns }) else {
        throw FigureError(
          description: "table \(index) “\(table.title)” has not \(size.rows) rows of \(size.columns) numbers")
      }
    }
    size = Size(
      rows: tables.map(\.size.rows).max() ?? 1, columns: tables.map(\.size.columns).max() ?? 1)
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
    let least = size.columns > 12 ? 22.0 : look.cellSide
    let cell = (width: max(least, ((widest ?? 0) + 8).rounded()), height: look == .numbers ? 20 : least)
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
    // Half of the room that a smaller table leaves, in cells.
    let own = table.size
    let beside = Double(size.columns - own.columns) / 2, above = Double(size.rows - own.rows) / 2
    let (left, right) = (number(-0.5 - beside), number(Double(own.columns) + beside - 0.5))
    let (top, bottom) = (number(-0.5 - above), number(Double(own.rows) + above - 0.5))
    let indices = { (letter: String, count: Int) in
      "set \(letter)tics scale 0 0,1,\(max(1, count - 1)) font ',\(number(min(fontSize, Page.smallSize)))' "
        + "textcolor rgb '#555555'"
    }
    let labels = { (condition: String, color: String) in
      "\(block) using (\(condition) ? $1 : NaN):2:(gprintf('%.\(decimals)f', $3)) with labels \(font) "
        + "textcolor rgb '\(color)' notitle"
    }
    let commands = [
      "unset border; unset colorbox; unset xtics; unset grid",
      showsIndices
        ? "\(indices("x2", own.columns)); \(indices("y", own.rows))" : "unset x2tics; unset ytics",
      "set xrange [\(left):\(right)]; set x2range [\(left):\(right)]; set yrange [\(bottom):\(top)]",
    ]
    // gnuplot cannot color by values of which none is finite.
    guard table.rows.joined().contains(where: \.isFinite) else { return commands + ["plot NaN notitle"] }
    let cells = "plot \(block) using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \\\n  "
    switch look {
    case .numbers: return commands + ["plot " + labels("1", "black")]
    case .shaded:
      let numbers = table.rows.joined().filter(\.isFinite)
      let range = span((numbers.min() ?? 0)...(numbers.max() ?? 0))
      return commands + [
        "set palette defined (0 '#EEF2F8', 1 '#7FB2DD')", "set cbrange [\(range)]",
        cells + labels("1", "black"),
      ]
    case .colored:
      let threshold = range.lowerBound + table.tint.leastForBlackText * (range.upperBound - range.lowerBound)
      return commands + [
        "set palette defined (0 '#000000', 1 '\(table.tint.color)')", "set cbrange [\(span(range))]",
        cells + labels("$3 < \(number(threshold))", "white") + ", \\\n  "
          + labels("$3 >= \(number(threshold))", "black"),
      ]
    }
  }

  /// A range of colors as gnuplot has it, which must not be empty.
  private func span(_ range: ClosedRange<Double>) -> String {
    let upper = range.upperBound > range.lowerBound ? range.upperBound : range.lowerBound + 1
    return "\(GnuplotScript.number(range.lowerBound)):\(GnuplotScript.number(upper))"
  }

  /// How many characters a number has.
  private func width(of value: Double) -> Double {
    var (whole, digits) = (abs(value), 1.0)
    while whole >= 10 { (whole, digits) = (whole / 10, digits + 1) }
    return digits + (decimals > 0 ? Double(decimals) + 1 : 0) + (value < 0 ? 1 : 0)
  }
}
