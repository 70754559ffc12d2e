/// Named series of points or lines, in one panel or several beside and below each other.
///
/// Where all panels have the same series, one legend stands above them; else each has its own at its right,
/// where it hides no data. A value that is not finite leaves a gap; one that stands alone between gaps is seen.
/// Last values of series and names of horizontal lines stand at a panel's right, each as near to its height as the
/// others allow.
package struct CurvesFigure: Figure, Equatable {
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
      let axes = layout.axes[index]
      let texts = panel.marginTexts(axes.y)
      if layout.legendRows == 0, panel.legend.count > 1 {
        commands.append(
          page.legendBeside(panel.legend, distance: max(6, Page.roomForMargin(texts.map(\.text)))))
      }
      commands.append(axes.x.thinned(toWidth: layout.grid.panel.width).commands("x"))
      commands.append(axes.y.commands("y"))
      commands += panel.guides(axes, texts, on: page, size: layout.grid.panel)
      commands.append(panel.plot(number: index + 1, axes.y, on: &page.script))
      var around = layout.texts[index]
      around.commands = commands
      page.add(around)
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
        below: 52 + Page.height(lines: most(\.xLabel)))
      let flags = zip(panels, axes).map { $0.flags($1.x, width: size.width) }
      if let lanes = flags.joined().map(\.lane).max() {
        grid.lift = Double(lanes + 1) * LabelPlacement.lineHeight + 4
        grid.above += grid.lift
      }
      let margins = zip(panels, axes).map { Page.roomForMargin($0.marginTexts($1.y).map(\.text)) }
      grid.right = max(
        grid.right, 8 + (margins.max() ?? 0), 4 + (flags.joined().map(\.end).max() ?? 0) - size.width)

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
