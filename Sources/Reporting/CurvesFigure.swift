/// Named series of points or lines, in one panel or several beside and below each other.
public struct CurvesFigure: Figure, Equatable {
  /// One pair of axes with its series.
  public struct Panel: Sendable, Equatable {
    /// Stands above the panel; may be empty.
    public var title: String
    /// What the horizontal axis shows, with its unit.
    public var xName: String
    /// What the vertical axis shows, with its unit.
    public var yName: String
    /// Drawn in this order, the last on top.
    public var series: [Series]
    /// `nil` for what the series need.
    public var xRange: ClosedRange<Double>?
    /// `nil` for what the series need.
    public var yRange: ClosedRange<Double>?
    /// Whether the horizontal axis is logarithmic; values that are not positive are then not drawn.
    public var xIsLogarithmic: Bool
    /// Whether the vertical axis is logarithmic; values that are not positive are then not drawn.
    public var yIsLogarithmic: Bool
    /// Whether vertical values are fractions to be shown in per cent.
    public var yIsPercentage: Bool

    /// A panel from its parts.
    public init(
      title: String = "", xName: String, yName: String, series: [Series],
      xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil,
      xIsLogarithmic: Bool = false, yIsLogarithmic: Bool = false, yIsPercentage: Bool = false
    ) {
      self.title = title
      self.xName = xName
      self.yName = yName
      self.series = series
      self.xRange = xRange
      self.yRange = yRange
      self.xIsLogarithmic = xIsLogarithmic
      self.yIsLogarithmic = yIsLogarithmic
      self.yIsPercentage = yIsPercentage
    }
  }

  /// Title, digests, remark.
  public var caption: Caption
  /// Row by row.
  public var panels: [Panel]
  /// How many panels stand side by side.
  public var columns: Int

  /// A figure from its panels.
  public init(caption: Caption, panels: [Panel], columns: Int = 2) {
    self.caption = caption
    self.panels = panels
    self.columns = columns
  }

  /// The script that draws this figure; the same values always give the same bytes.
  public func script(named name: String) -> GnuplotScript {
    let columns = max(1, min(columns, panels.count))
    let rows = (panels.count + columns - 1) / columns
    let size = columns == 1 ? (width: 520.0, height: 300.0) : (width: 320.0, height: 220.0)
    let legend = panels.map(legendWidth).max() ?? 0
    let titleHeight = panels.contains { !$0.title.isEmpty } ? 26.0 : 6.0
    let cell = (width: 92 + size.width + 12 + legend, height: titleHeight + size.height + 62)
    var page = Page(
      named: name, caption: caption, width: Int(28 + cell.width * Double(columns)),
      contentHeight: cell.height * Double(rows))
    for (index, panel) in panels.enumerated() {
      let frame = Rectangle(
        left: page.content.left + 86 + cell.width * Double(index % columns),
        top: page.content.top + titleHeight + cell.height * Double(index / columns),
        width: size.width, height: size.height)
      page.write(
        panel.title, x: frame.left + frame.width / 2, y: frame.top - 15, size: Page.headingSize,
        align: .center)
      draw(panel, index, in: frame, on: &page)
    }
    return page.finished()
  }

  /// The legend stands right of its panel, where it hides no data; none is needed for one series.
  private func legendWidth(_ panel: Panel) -> Double {
    let names = panel.series.map(\.name).filter { !$0.isEmpty }
    guard panel.series.count > 1, let longest = names.map(\.count).max() else { return 0 }
    return Double(longest) * Page.bodySize * Page.characterWidth + 44
  }

  private func draw(_ panel: Panel, _ index: Int, in frame: Rectangle, on page: inout Page) {
    let factor = panel.yIsPercentage ? 100.0 : 1
    let shown = panel.series.flatMap { series in
      zip(series.x, series.y).filter { x, y in
        x.isFinite && y.isFinite && !(panel.xIsLogarithmic && x <= 0) && !(panel.yIsLogarithmic && y <= 0)
      }
    }
    let x = axis(shown.map(\.0), panel.xRange, isLogarithmic: panel.xIsLogarithmic, growsToTicks: false)
    let y: Axis
    if panel.yIsPercentage {
      let values = shown.map { 100 * $0.1 }
      y = .percentage(
        from: panel.yRange.map { 100 * $0.lowerBound } ?? values.min() ?? 0,
        to: panel.yRange.map { 100 * $0.upperBound } ?? values.max() ?? 100)
    } else {
      y = axis(shown.map(\.1), panel.yRange, isLogarithmic: panel.yIsLogarithmic, growsToTicks: true)
    }
    var plots: [String] = []
    for (number, series) in panel.series.enumerated() {
      let block = page.script.addBlock(
        "panel_\(index + 1)_series_\(number + 1)", columns: [series.name, "x", "y"],
        rows: zip(series.x, series.y).map { [$0, $1] })
      let colour = (series.colour ?? .series(number)).rawValue
      let title = series.name.isEmpty ? "notitle" : "title " + GnuplotScript.quoted(series.name)
      let column = factor == 1 ? "2" : "(100*$2)"
      plots.append("\(block) using 1:\(column) with \(series.style) linecolor rgb '\(colour)' \(title)")
    }
    var commands: [String] = []
    if legendWidth(panel) > 0 {
      commands.append(
        "set key \(page.keyPosition(x: frame.right + 6, y: frame.top)) left top Left reverse samplen 2")
    }
    commands.append("plot " + (plots.isEmpty ? "NaN notitle" : plots.joined(separator: ", \\\n  ")))
    page.panel(
      frame, axes: (x.thinned(toWidth: frame.width), y), names: (panel.xName, panel.yName), commands)
  }

  private func axis(
    _ values: [Double], _ range: ClosedRange<Double>?, isLogarithmic: Bool, growsToTicks: Bool
  ) -> Axis {
    let lower = range?.lowerBound ?? values.min() ?? (isLogarithmic ? 1 : 0)
    let upper = range?.upperBound ?? values.max() ?? (isLogarithmic ? 10 : 1)
    if isLogarithmic { return Axis(logarithmicFrom: lower, to: upper) }
    let margin = range == nil && !growsToTicks ? (upper / 2 - lower / 2) * 0.04 : 0
    // Epochs, layers and steps are counted; half of one means nothing.
    let areWhole = !growsToTicks && !values.isEmpty && values.allSatisfy { $0 == $0.rounded() }
    return Axis(
      from: lower - margin, to: upper + margin, maximalTicks: 7,
      extendsToTicks: range == nil && growsToTicks, minimalStep: areWhole ? 1 : 0)
  }
}
