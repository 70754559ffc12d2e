/// Named series of points or lines, in one panel or several beside and below each other.
///
/// Where all panels have the same series, one legend stands above them; else each has its own at its right,
/// where it hides no data. A value that is not finite leaves a gap; one that stands alone between gaps is seen.
package struct CurvesFigure: Figure, Equatable {
  /// One pair of axes with its series.
  package struct Panel: Sendable, Equatable {
    /// Stands above the panel; may be empty.
    package var title: String
    /// What the horizontal axis shows, with its unit.
    package var xLabel: String
    /// What the vertical axis shows, with its unit.
    package var yLabel: String
    /// Drawn in this order, the last on top.
    package var series: [Series]
    /// `nil` for what the series need; half a unit more on both sides where all values are whole numbers.
    package var xRange: ClosedRange<Double>?
    /// `nil` for what the series need; fractions for a percentage.
    package var yRange: ClosedRange<Double>?
    /// Whether the horizontal axis is logarithmic; values that are not positive are then not drawn.
    package var xIsLogarithmic: Bool
    /// Whether the vertical axis is logarithmic; values that are not positive are then not drawn.
    package var yIsLogarithmic: Bool
    /// Whether vertical values are fractions to be shown in percent, on a linear axis.
    package var yIsPercentage: Bool
    /// Whether a linear vertical axis without a given range reaches to 0.
    package var yIncludesZero: Bool
    /// A warning that stands small and red above the panel; may be empty.
    package var notice: String

    /// A panel from its parts.
    package init(
      title: String = "", xLabel: String, yLabel: String, series: [Series],
      xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil,
      xIsLogarithmic: Bool = false, yIsLogarithmic: Bool = false, yIsPercentage: Bool = false,
      yIncludesZero: Bool = false, notice: String = ""
    ) {
      self.title = title
      self.xLabel = xLabel
      self.yLabel = yLabel
      self.series = series
      self.xRange = xRange
      self.yRange = yRange
      self.xIsLogarithmic = xIsLogarithmic
      self.yIsLogarithmic = yIsLogarithmic
      self.yIsPercentage = yIsPercentage
      self.yIncludesZero = yIncludesZero
      self.notice = notice
    }
  }

  /// Title, digests, remark.
  package var caption: Caption
  /// Row by row.
  package var panels: [Panel]
  /// How many panels stand side by side.
  package var columns: Int
  /// What stands above each row, such as the title of a run; rows without one, or an empty one, have none.
  package var rowLabels: [String]

  /// A figure from its panels.
  package init(caption: Caption, panels: [Panel], columns: Int = 2, rowLabels: [String] = []) {
    self.caption = caption
    self.panels = panels
    self.columns = columns
    self.rowLabels = rowLabels
  }

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let layout = Layout(self)
    var page = Page(named: name, caption: caption, grid: layout.grid)
    for (index, panel) in panels.enumerated() {
      let row = index / layout.grid.columns
      let rowLabel =
        index % layout.grid.columns == 0 && row < layout.rowLabels.count ? layout.rowLabels[row] : []
      var commands: [String] = []
      if !rowLabel.isEmpty { commands.append(page.rowLabel(rowLabel)) }
      if index == 0, layout.legendRows > 0 { commands.append(page.legend(rows: layout.legendRows)) }
      if layout.legendRows == 0, panel.legend.count > 1 { commands.append(page.legendBeside(panel.legend)) }
      let axes = layout.axes[index]
      commands.append(axes.x.thinned(toWidth: layout.grid.panel.width).commands("x"))
      commands.append(axes.y.commands("y"))
      commands.append(panel.plot(number: index + 1, on: &page.script))
      var texts = layout.texts[index]
      texts.commands = commands
      page.add(texts)
    }
    return page.finished()
  }
}

extension CurvesFigure {
  /// What has to be known of all panels before the first can be drawn.
  private struct Layout {
    var grid: Page.Grid
    /// Of the legend above the panels; 0 where each panel has its own or none is needed.
    var legendRows = 0
    var rowLabels: [[String]]
    var axes: [(x: Axis, y: Axis)]
    var texts: [Page.Panel]

    init(_ figure: CurvesFigure) {
      let panels = figure.panels
      let columns = max(1, min(figure.columns, panels.count))
      let rows = (panels.count + columns - 1) / columns
      let size =
        columns == 1 ? (width: 520.0, height: 300.0) : (width: columns == 2 ? 340 : 280, height: 230.0)
      axes = panels.map { $0.axes }
      texts = panels.map { panel in
        Page.Panel(
          title: Page.lines(panel.title, in: size.width, size: Page.headingSize),
          note: Page.lines(panel.notice, in: size.width, size: Page.smallSize),
          noteColor: OkabeIto.vermillion.rawValue,
          xLabel: Page.lines(panel.xLabel, in: size.width), yLabel: Page.lines(panel.yLabel, in: size.height),
          commands: [])
      }
      let texts = texts
      func most(_ lines: (Page.Panel) -> [String]) -> Int { texts.map { lines($0).count }.max() ?? 0 }
      grid = Page.Grid(
        rows: rows, columns: columns, panel: size,
        left: 34 + Page.height(lines: most(\.yLabel)) + (axes.map(\.y.labelWidth).max() ?? 0), right: 24,
        above: Page.roomAbove(title: most(\.title), note: most(\.note)),
        below: 44 + Page.height(lines: most(\.xLabel)))

      let legends = panels.map(\.legend)
      let isShared = panels.dropFirst().allSatisfy { $0.looks == panels[0].looks }
      if let names = legends.first, names.count > 1, isShared {
        let width = Double(columns) * (grid.left + size.width + grid.right)
        let beside = max(1, Int(width / Page.legendColumnWidth(names)))
        legendRows = (names.count + beside - 1) / beside
        grid.header = 10 + 20 * Double(legendRows)
      } else {
        grid.right += legends.filter { $0.count > 1 }.map(Page.legendWidth).max() ?? 0
      }
      let rowWidth = Double(columns) * (grid.left + size.width + grid.right)
      rowLabels = figure.rowLabels.prefix(rows).map { Page.lines($0, in: rowWidth, size: Page.headingSize) }
      let lines = rowLabels.map(\.count).max() ?? 0
      grid.above += lines == 0 ? 0 : 8 + Page.height(lines: lines, size: Page.headingSize)
    }
  }
}

extension CurvesFigure.Panel {
  /// The names that a legend has.
  fileprivate var legend: [String] { series.map(\.name).filter { !$0.isEmpty } }

  /// What a legend says about the series; panels that agree in it can share one.
  fileprivate var looks: [Series] {
    series.map { Series(name: $0.name, x: [], y: [], mark: $0.mark, color: $0.color) }
  }

  private func isDrawn(_ x: Double, _ y: Double) -> Bool {
    x.isFinite && y.isFinite && !(xIsLogarithmic && x <= 0) && !(yIsLogarithmic && y <= 0)
  }

  /// Both axes as wide as the series need or the ranges say.
  fileprivate var axes: (x: Axis, y: Axis) {
    let drawn = series.flatMap { zip($0.x, $0.y).filter(isDrawn) }
    return (xAxis(drawn.map(\.0)), yAxis(drawn.map(\.1)))
  }

  private func xAxis(_ values: [Double]) -> Axis {
    let (low, high) = (xRange?.lowerBound ?? values.min(), xRange?.upperBound ?? values.max())
    if xIsLogarithmic { return Axis(logarithmicFrom: low ?? 1, to: high ?? 10) }
    let (lower, upper) = (low ?? 0, high ?? 1)
    // Epochs, layers and steps are counted; half of one means nothing.
    let areWhole = !values.isEmpty && values.allSatisfy { $0 == $0.rounded() }
    let margin = xRange == nil ? max(areWhole ? 0.5 : 0, (upper / 2 - lower / 2) * 0.04) : 0
    return Axis(
      from: lower - margin, to: upper + margin, maximalTicks: 7, extendsToTicks: false,
      minimalStep: areWhole ? 1 : 0)
  }

  private func yAxis(_ values: [Double]) -> Axis {
    let factor = yIsPercentage ? 100.0 : 1
    var low = (yRange?.lowerBound ?? values.min()).map { $0 * factor }
    var high = (yRange?.upperBound ?? values.max()).map { $0 * factor }
    if yIsLogarithmic { return Axis(logarithmicFrom: low ?? 1, to: high ?? 10) }
    if yIncludesZero, yRange == nil { (low, high) = (min(0, low ?? 0), max(0, high ?? factor)) }
    let (lower, upper) = (low ?? 0, high ?? factor)
    return yIsPercentage
      ? .percentage(from: lower, to: upper) : Axis(from: lower, to: upper, extendsToTicks: yRange == nil)
  }

  /// Adds the values to the script and gives the command that plots them.
  ///
  /// Series over the same horizontal values stand in one table, others in one each.
  fileprivate func plot(number: Int, on script: inout GnuplotScript) -> String {
    guard let first = series.first else { return "plot NaN notitle" }
    let xName = xLabel.isEmpty ? "x" : xLabel
    let isTable = series.allSatisfy { $0.x == first.x }
    var table = ""
    if isTable {
      table = script.addBlock(
        "panel_\(number)", columns: [xName] + series.map(\.name),
        rows: first.x.indices.map { row in [first.x[row]] + series.map { $0.y[row] } })
    }
    let plots = series.enumerated().map { index, series in
      let block =
        isTable
        ? (index == 0 ? table : "''")
        : script.addBlock(
          "panel_\(number)_series_\(index + 1)", columns: [xName, series.name],
          rows: zip(series.x, series.y).map { [$0, $1] })
      let column = isTable ? index + 2 : 2
      let y = yIsPercentage ? "(100*$\(column))" : "\(column)"
      let title = series.name.isEmpty ? "notitle" : "title \(GnuplotScript.quoted(series.name))"
      return "\(block) using 1:\(y) with \(series.style(isDrawn)) "
        + "linetype \((series.color ?? .series(index)).lineType) \(title)"
    }
    return "plot " + plots.joined(separator: ", \\\n  ")
  }
}
