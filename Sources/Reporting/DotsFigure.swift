/// Very many faint dots, such as the loss of each step, in one panel or several, with the line of their medians.
///
/// The dots are counted into the cells of a raster, 2 pixels wide, so a script's size does not depend on their number:
/// at most 50 kB for one panel, and 60 kB for two to six, whose cells are fewer and 3 pixels high.
/// A cell's opacity is that of as many dots above each other. Dots above the vertical range are counted in a strip at
/// the panel's upper edge, in another color, and the note says how many they are.
package struct DotsFigure: Figure, Equatable {
  /// One pair of axes with its dots.
  package struct Panel: Sendable, Equatable {
    /// Stands above the panel; may be empty.
    package var title: String
    /// What the horizontal axis shows, with its unit.
    package var xLabel: String
    /// What the vertical axis shows, with its unit.
    package var yLabel: String
    /// Horizontal values, ascending.
    package var x: [Double]
    /// Vertical values, as many as `x`.
    package var y: [Double]
    /// What the vertical axis shows; where the ends are equal or not finite, more.
    package var yRange: ClosedRange<Double>
    /// Where the vertical axis has ticks and lines; none for round numbers.
    package var yTicks: [Double]

    /// A panel from its parts.
    package init(
      title: String = "", xLabel: String, yLabel: String, x: [Double], y: [Double],
      yRange: ClosedRange<Double>,
      yTicks: [Double] = []
    ) {
      self.title = title
      self.xLabel = xLabel
      self.yLabel = yLabel
      self.x = x
      self.y = y
      self.yRange = yRange
      self.yTicks = yTicks
    }
  }

  /// Title, digests, remark.
  package var caption: Caption
  /// Row by row.
  package var panels: [Panel]
  /// How many panels stand side by side.
  package var columns: Int
  /// The most points that a line of medians has.
  package var medians: Int

  /// A figure from its panels.
  package init(caption: Caption, panels: [Panel], columns: Int = 2, medians: Int = 40) {
    self.caption = caption
    self.panels = panels
    self.columns = columns
    self.medians = medians
  }

  /// The opacity of one dot.
  private static let opacity = 0.3
  /// Rows of the strip at the upper edge, and one that is empty below it.
  private static let stripRows = 3

  private var cells: (columns: Int, rows: Int, height: Int) {
    panels.count <= 1 ? (360, 120, 2) : (150, 52, 3)
  }

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let cells = cells
    let size = (
      width: Double(2 * cells.columns), height: Double(cells.height * (cells.rows + Self.stripRows))
    )
    let drawings = panels.map { Drawing($0, cells: (cells.columns, cells.rows), medians: medians) }
    let notes = drawings.map { Page.lines($0.note, in: size.width + 20, size: Page.smallSize) }
    let titles = panels.map { Page.lines($0.title, in: size.width, size: Page.headingSize) }
    let (xLabels, yLabels) = (
      panels.map { Page.lines($0.xLabel, in: size.width) },
      panels.map { Page.lines($0.yLabel, in: size.height) }
    )
    func most(_ texts: [[String]]) -> Int { texts.map(\.count).max() ?? 0 }
    let columns = max(1, min(columns, panels.count))
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        rows: (panels.count + columns - 1) / columns, columns: columns, panel: size,
        left: 34 + Page.height(lines: most(yLabels)) + (drawings.map(\.labelWidth).max() ?? 0), right: 34,
        above: Page.roomAbove(title: most(titles), note: most(notes)),
        below: 52 + Page.height(lines: most(xLabels))))
    for (index, drawing) in drawings.enumerated() {
      var commands = index == 0 ? Self.functions : []
      commands += drawing.axes(size)
      commands.append(drawing.plot(number: index + 1, on: &page.script))
      page.add(
        Page.Panel(
          title: titles[index], note: notes[index], xLabel: xLabels[index], yLabel: yLabels[index],
          commands: commands))
    }
    return page.finished()
  }

  private static let functions = [
    "# Rasters: a line of text a column from the bottom up, a character a cell, without empty cells at the end;",
    "# after the columns a line that counts what lies above the range.",
    "digits = '\(GnuplotScript.countDigits)'",
    "cell(line, n) = n > strlen(line) ? 0 : strstrt(digits, line[n:n]) - 1",
    "opacity(count) = count == 0 ? 0 : 255*(1 - \(GnuplotScript.number(1 - opacity))**count)",
  ]
}

extension DotsFigure {
  /// A panel with all that is computed of it.
  private struct Drawing {
    let panel: Panel
    let x: Axis
    let y: Axis
    let raster: DotRaster
    let medians: WindowMedians

    init(_ panel: Panel, cells: (columns: Int, rows: Int), medians count: Int) {
      self.panel = panel
      let finite = panel.x.filter(\.isFinite)
      let (first, last) = (finite.min() ?? 0, finite.max() ?? 1)
      // Steps begin at 0 even where only every tenth is known.
      x = Axis(
        from: first > 0 && first < last / 20 ? 0 : first, to: last, maximalTicks: 6, extendsToTicks: false)
      y = Axis(from: panel.yRange.lowerBound, to: panel.yRange.upperBound, extendsToTicks: false)
      raster = DotRaster(
        x: panel.x, y: panel.y, xRange: x.lower...x.upper, yRange: y.lower...y.upper, columns: cells.columns,
        rows: cells.rows)
      medians = WindowMedians(x: panel.x, y: panel.y, count: count)
    }

    var labelWidth: Double {
      max(y.labelWidth, panel.yTicks.map { Page.width(of: GnuplotScript.number($0)) }.max() ?? 0)
    }

    /// How many points there are, how many of them the raster does not show, and what the line is.
    var note: String {
      let text = { (count: Int) in NumberText.grouped(Double(count)) }
      let above = raster.above.reduce(0, +)
      var parts = ["\(text(min(panel.x.count, panel.y.count))) points"]
      if above > 0 { parts.append("\(text(above)) above \(NumberText.short(y.upper))") }
      if raster.below > 0 { parts.append("\(text(raster.below)) below \(NumberText.short(y.lower))") }
      if raster.notFinite > 0 { parts.append("\(text(raster.notFinite)) not finite") }
      parts.append("line: medians of \(text(medians.size))")
      return parts.joined(separator: ", ")
    }

    /// The height of a cell on the vertical axis.
    private var cellHeight: Double { (y.upper - y.lower) / Double(raster.counts.count) }

    func axes(_ size: (width: Double, height: Double)) -> [String] {
      var yAxis = y.commands("y")
      if !panel.yTicks.isEmpty {
        yAxis += "; " + Axis.ticks("y", panel.yTicks.map { (GnuplotScript.number($0), $0) })
      }
      let top = GnuplotScript.number(y.upper + Double(DotsFigure.stripRows) * cellHeight)
      return [
        x.thinned(toWidth: size.width).commands("x"),
        yAxis + "; set yrange [\(GnuplotScript.number(y.lower)):\(top)]",
      ]
    }

    /// Adds raster and medians to the script and gives the command that plots them.
    func plot(number: Int, on script: inout GnuplotScript) -> String {
      let (rows, columns) = (raster.counts.count, raster.above.count)
      let lines = (0..<columns).map { column in raster.counts.map { $0[column] } } + [raster.above]
      let block = script.addBlock("dots_\(number)", counts: lines)
      let line = script.addBlock(
        "medians_\(number)", columns: [panel.xLabel.isEmpty ? "x" : panel.xLabel, "median"],
        rows: zip(medians.x, medians.y).map { [NumberText.rounded($0), NumberText.rounded($1)] })
      let text = GnuplotScript.number
      let place = { (axis: Axis, count: Int, column: Int) in
        "(\(text(axis.lower)) + ($\(column) + 0.5)*\(text((axis.upper - axis.lower) / Double(count))))"
      }
      let inStrip = "$2 > \(rows)"
      let (dots, strip) = (OkabeIto.blue.components, OkabeIto.vermillion.components)
      let color = zip(dots, strip).map { "(\(inStrip) ? \($1) : \($0))" }.joined(separator: ":")
      let count =
        "(\(inStrip) ? cell(\(block)[\(columns + 1)], int($1 + 1.5)) "
        + ": cell(\(block)[int($1 + 1.5)], int($2 + 1.5)))"
      return "set samples \(columns); set isosamples \(rows + DotsFigure.stripRows)\n"
        + "plot sample [u=0:\(columns - 1)][v=0:\(rows + DotsFigure.stripRows - 1)] '++' using "
        + "\(place(x, columns, 1)):\(place(y, rows, 2)):\(color):(opacity\(count)) with rgbalpha notitle, \\\n  "
        + "\(line) using 1:2 with lines linetype 7 linewidth 1.6 notitle"
    }
  }
}
