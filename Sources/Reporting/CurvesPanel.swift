extension CurvesFigure {
  /// A straight line through a panel with its name.
  package struct Guide: Sendable, Equatable {
    /// Where it crosses its axis; a fraction on an axis in percent.
    package var place: Double
    /// Small, beside the line; may be empty.
    package var label: String

    /// A line at a place.
    package init(at place: Double, label: String = "") {
      self.place = place
      self.label = label
    }
  }

  /// One pair of axes with its series.
  package struct Panel: Sendable, Equatable {
    /// Stands above the panel; may be empty.
    package var title: String
    /// What the horizontal axis shows, with its unit.
    package var xLabel: String
    /// What the vertical axis shows, with its unit.
    package var yLabel: String
    /// Drawn in this order, the last on top, all above their bands.
    package var series: [Series]
    /// Count for the axes as if they were drawn, so that two panels that each have the other's series here have the
    /// same axes.
    package var axesAlsoFit: [Series]
    /// `nil` for what the series need; half a unit more on both sides where all values are whole numbers.
    package var xRange: ClosedRange<Double>?
    /// `nil` for what the series and references need; fractions for a percentage.
    package var yRange: ClosedRange<Double>?
    /// Whether the horizontal axis is logarithmic; values that are not positive are then not drawn.
    package var xIsLogarithmic: Bool
    /// Whether the vertical axis is logarithmic; values that are not positive are then not drawn.
    package var yIsLogarithmic: Bool
    /// Whether vertical values are fractions to be shown in percent, on a linear axis.
    package var yIsPercentage: Bool
    /// Whether a linear vertical axis without a given range reaches to 0.
    package var yIncludesZero: Bool
    /// Whether each series' last value stands as a number at the panel's right, in its color; a series whose last
    /// point is not drawn, or belongs to its lead-in, has none.
    package var showsLastValues: Bool
    /// Horizontal lines, such as reported values; they count for the vertical axis.
    package var references: [Guide]
    /// Vertical lines, such as the epochs of an event; those outside the horizontal axis are not drawn.
    package var events: [Guide]
    /// A warning that stands small and red above the panel; may be empty.
    package var notice: String

    /// A panel from its parts.
    package init(
      title: String = "", xLabel: String, yLabel: String, series: [Series], axesAlsoFit: [Series] = [],
      xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil,
      xIsLogarithmic: Bool = false, yIsLogarithmic: Bool = false, yIsPercentage: Bool = false,
      yIncludesZero: Bool = false, showsLastValues: Bool = false, references: [Guide] = [],
      events: [Guide] = [], notice: String = ""
    ) {
      self.title = title
      self.xLabel = xLabel
      self.yLabel = yLabel
      self.series = series
      self.axesAlsoFit = axesAlsoFit
      self.xRange = xRange
      self.yRange = yRange
      self.xIsLogarithmic = xIsLogarithmic
      self.yIsLogarithmic = yIsLogarithmic
      self.yIsPercentage = yIsPercentage
      self.yIncludesZero = yIncludesZero
      self.showsLastValues = showsLastValues
      self.references = references
      self.events = events
      self.notice = notice
    }
  }
}

// MARK: Axes

extension CurvesFigure.Panel {
  /// The names that a legend has.
  var legend: [String] { series.map(\.name).filter { !$0.isEmpty } }

  /// What a legend says about the series; panels that agree in it can share one.
  var looks: [Series] {
    series.map { Series(name: $0.name, x: [], y: [], mark: $0.mark, color: $0.color) }
  }

  private func isDrawn(_ x: Double, _ y: Double) -> Bool {
    x.isFinite && y.isFinite && !(xIsLogarithmic && x <= 0) && !(yIsLogarithmic && y <= 0)
  }

  /// Both axes as wide as the series need or the ranges say.
  var axes: (x: Axis, y: Axis) {
    let all = series + axesAlsoFit
    let x = all.flatMap { zip($0.x, $0.y).filter(isDrawn).map(\.0) }
    var y = all.flatMap { series -> [Double] in
      let ends = [series.y, series.band?.lower ?? [], series.band?.upper ?? []]
      return ends.flatMap { zip(series.x, $0).dropFirst(series.leadIn).filter(isDrawn).map(\.1) }
    }
    // A lead-in alone is better seen than nothing.
    if y.isEmpty { y = all.flatMap { zip($0.x, $0.y).filter(isDrawn).map(\.1) } }
    y += references.map(\.place).filter { isDrawn(1, $0) }
    return (xAxis(x), yAxis(y))
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
    var low = (yRange?.lowerBound ?? values.min()).map { $0 * factor }
    var high = (yRange?.upperBound ?? values.max()).map { $0 * factor }
    if yIsLogarithmic { return Axis(logarithmicFrom: low ?? 1, to: high ?? 10, extendsToTicks: true) }
    if yIncludesZero, yRange == nil { (low, high) = (min(0, low ?? 0), max(0, high ?? factor)) }
    let (lower, upper) = (low ?? 0, high ?? factor)
    return yIsPercentage
      ? .percentage(from: lower, to: upper, isExact: yRange != nil)
      : Axis(from: lower, to: upper, extendsToTicks: yRange == nil)
  }

  /// By what values are multiplied to be drawn.
  private var factor: Double { yIsPercentage && !yIsLogarithmic ? 100 : 1 }
}

// MARK: Texts and lines

extension CurvesFigure.Panel {
  /// A text at the right of a panel, and the height at which it would stand alone, as a part of the panel's.
  typealias MarginText = (text: String, color: String, height: Double)

  private static var gray: String { "#555555" }

  /// Names of horizontal lines and last values of series, the former first.
  func marginTexts(_ y: Axis) -> [MarginText] {
    let names = shownReferences(y).filter { !$0.label.isEmpty }.map { reference -> MarginText in
      (reference.label, Self.gray, y.position(of: reference.place * factor))
    }
    guard showsLastValues else { return names }
    let values = series.enumerated().compactMap { index, series -> MarginText? in
      guard let x = series.x.last, let value = series.y.last, series.leadIn < series.x.count,
        isDrawn(x, value)
      else { return nil }
      let text = factor == 100 ? NumberText.percent(value) : NumberText.short(value, padded: true)
      return (text, (series.color ?? .series(index)).ink, min(max(y.position(of: value * factor), 0), 1))
    }
    return names + values
  }

  private func shownReferences(_ y: Axis) -> [CurvesFigure.Guide] {
    references.filter { isDrawn(1, $0.place) && (0...1).contains(y.position(of: $0.place * factor)) }
  }

  /// The vertical lines that are drawn: where they stand and where their texts end, in pixels from the panel's left,
  /// and how high the texts stand above it.
  func flags(_ x: Axis, width: Double) -> [(guide: CurvesFigure.Guide, start: Double, end: Double, lane: Int)]
  {
    let shown = events.filter { isDrawn($0.place, 1) && (0...1).contains(x.position(of: $0.place)) }
    let spans = shown.map { event in
      let start = x.position(of: event.place) * width
      let text = event.label.isEmpty ? 0 : 8 + Page.width(of: event.label, size: Page.smallSize)
      return (start: start, end: start + text)
    }
    let lanes = LabelPlacement.lanes(spans)
    return shown.indices.map { (shown[$0], spans[$0].start, spans[$0].end, lanes[$0]) }
  }

  /// The commands for everything but the series.
  func guides(
    _ axes: (x: Axis, y: Axis), _ texts: [MarginText], on page: Page, size: (width: Double, height: Double)
  ) -> [String] {
    let number = GnuplotScript.number
    let style = "nohead dashtype 3 linewidth 1 linecolor rgb '\(Self.gray)' back"
    var commands = shownReferences(axes.y).map { reference in
      let y = number(reference.place * factor)
      return "set arrow from graph 0, first \(y) to graph 1, first \(y) \(style)"
    }
    for flag in flags(axes.x, width: size.width) {
      let (x, lane) = (number(flag.guide.place), Double(flag.lane))
      let top = flag.guide.label.isEmpty ? 0 : (lane + 1) * LabelPlacement.lineHeight
      commands.append(
        "set arrow from first \(x), graph 0 to first \(x), graph \(Page.fraction(1 + top / size.height)) \(style)"
      )
      guard !flag.guide.label.isEmpty else { continue }
      commands.append(
        page.smallLabel(
          flag.guide.label, x: flag.start + 4, y: size.height + (lane + 0.5) * LabelPlacement.lineHeight + 1,
          color: Self.gray))
    }
    let heights = LabelPlacement.spread(
      texts.map { $0.height * size.height }, apart: LabelPlacement.lineHeight, within: 0...size.height)
    for (text, height) in zip(texts, heights) {
      commands.append(
        page.smallLabel(text.text, x: size.width + Page.marginDistance, y: height, color: text.color))
    }
    return commands
  }
}

// MARK: Series

extension CurvesFigure.Panel {
  /// Adds the values to the script and gives the command that plots them: bands, lead-ins, lines.
  ///
  /// Series over the same horizontal values stand in one table, others in one each.
  func plot(number: Int, _ y: Axis, on script: inout GnuplotScript) -> String {
    guard let first = series.first else { return "plot NaN notitle" }
    let xName = xLabel.isEmpty ? "x" : xLabel
    let tables = series.allSatisfy { $0.x == first.x } ? [series] : series.map { [$0] }
    var places: [(block: String, column: Int)] = []
    for (index, table) in tables.enumerated() {
      let name = tables.count == 1 ? "panel_\(number)" : "panel_\(number)_series_\(index + 1)"
      var columns = [(xName, table[0].x)]
      var starts: [Int] = []
      for series in table {
        starts.append(columns.count + 1)
        columns.append((series.name, series.y))
        if let band = series.band {
          columns += [(series.name + " lower", band.lower), (series.name + " upper", band.upper)]
        }
      }
      let block = script.addBlock(
        name, columns: columns.map(\.0), rows: table[0].x.indices.map { row in columns.map { $0.1[row] } })
      places += starts.map { (block, $0) }
    }

    var plots: [(block: String, rest: String)] = []
    for (place, (index, series)) in zip(places, series.enumerated())
    where series.band != nil && series.leadIn < series.x.count {
      let ground = GnuplotScript.number(y.lower)
      let ends = [place.column + 1, place.column + 2].map { column in
        // What is not positive has no place on a logarithmic axis, but its band reaches to the ground.
        yIsLogarithmic ? "($\(column) > 0 ? $\(column) : \(ground))" : scaled(column)
      }
      plots.append(
        (
          place.block,
          "\(Self.every(series))using 1:\(ends[0]):\(ends[1]) with filledcurves "
            + "fillstyle transparent solid 0.2 noborder linetype \(lineType(series, index)) notitle"
        ))
    }
    for (place, (index, series)) in zip(places, series.enumerated()) where series.leadIn > 0 {
      plots.append(
        (
          place.block,
          "every ::0::\(series.leadIn - 1) using 1:\(scaled(place.column)) with points pointtype 7 "
            + "pointsize 0.5 linecolor rgb '\((series.color ?? .series(index)).faint)' notitle"
        ))
    }
    for (place, (index, series)) in zip(places, series.enumerated()) {
      let title = series.name.isEmpty ? "notitle" : "title \(GnuplotScript.quoted(series.name))"
      let look = "with \(series.style(isDrawn)) linetype \(lineType(series, index)) \(title)"
      // Without a point there is still a name for the legend.
      let isEmpty = series.leadIn == series.x.count && series.leadIn > 0
      plots.append(
        isEmpty
          ? ("NaN", look) : (place.block, "\(Self.every(series))using 1:\(scaled(place.column)) \(look)"))
    }
    var previous = ""
    let commands = plots.map { plot in
      let block = plot.block == previous ? "''" : plot.block
      if plot.block != "NaN" { previous = plot.block }
      return "\(block) \(plot.rest)"
    }
    return "plot " + commands.joined(separator: ", \\\n  ")
  }

  private func lineType(_ series: Series, _ index: Int) -> Int { (series.color ?? .series(index)).lineType }

  private func scaled(_ column: Int) -> String { factor == 1 ? "\(column)" : "(100*$\(column))" }

  private static func every(_ series: Series) -> String {
    series.leadIn == 0 ? "" : "every ::\(series.leadIn) "
  }
}
