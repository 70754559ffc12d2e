/// Bars for named categories: one series, or several side by side or stacked.
package struct BarsFigure: Figure, Equatable {
  /// One value for each category under one name.
  package struct Group: Sendable, Equatable {
    /// Stands in the legend where there are several groups.
    package var name: String
    /// One for each category; NaN is no bar.
    package var values: [Double]
    /// What each value ranges over, such as over seeds, as a thin line with ends; missing ones at the end count as
    /// `nil`. Stacked bars show none.
    package var ranges: [ClosedRange<Double>?]
    /// What was reported elsewhere for each category, as a hollow mark at the bar's right; NaN is none, and so are
    /// missing ones at the end. Stacked bars show none.
    package var reported: [Double]

    /// A group from its parts.
    package init(
      name: String = "", values: [Double], ranges: [ClosedRange<Double>?] = [], reported: [Double] = []
    ) {
      self.name = name
      self.values = values
      self.ranges = ranges
      self.reported = reported
    }
  }

  /// How the groups' bars stand.
  package enum Arrangement: Sendable, Equatable {
    /// Stacked bars add up from 0, positive and negative ones apart.
    case sideBySide, stacked
  }

  /// Title, digests, remark.
  package var caption: Caption
  /// From left to right.
  package var categories: [String]
  /// The series.
  package var groups: [Group]
  /// What the categories are; may be empty.
  package var xLabel: String
  /// What the values are, with their unit.
  package var yLabel: String
  /// Whether values are fractions to be shown in percent.
  package var isPercentage: Bool
  /// Where the axis begins and ends; `nil` for from 0 to what the bars need.
  package var range: ClosedRange<Double>?
  /// How the groups' bars stand.
  package var arrangement: Arrangement
  /// What the legend calls the groups' `reported` values.
  package var reportedName: String

  /// A figure from its parts.
  package init(
    caption: Caption, categories: [String], groups: [Group], xLabel: String = "", yLabel: String,
    isPercentage: Bool = false, range: ClosedRange<Double>? = nil, arrangement: Arrangement = .sideBySide,
    reportedName: String = "reported"
  ) {
    self.caption = caption
    self.categories = categories
    self.groups = groups
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.isPercentage = isPercentage
    self.range = range
    self.arrangement = arrangement
    self.reportedName = reportedName
  }

  private static let height = 264.0
  private var factor: Double { isPercentage ? 100 : 1 }
  private var isStacked: Bool { arrangement == .stacked }

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let count = Double(max(1, categories.count))
    let names = groups.count > 1 ? groups.map(\.name).filter { !$0.isEmpty } : []
    // A bar is wide enough for its value, a category for its name.
    let widest = categories.map { Page.width(of: $0) }.max() ?? 0
    let slot = max(widest + 16, 52 * (isStacked ? 1.6 : Double(groups.count + 1)))
    let width = max(280, slot * count)
    let (x, y) = (Page.lines(xLabel, in: width), Page.lines(yLabel, in: Self.height))
    let axis = axis
    let ranges = ranges, reported = reported
    let legend = names + (reported.isEmpty ? [] : [reportedName])
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        panel: (width, Self.height), left: 34 + Page.height(lines: y.count) + axis.labelWidth,
        right: legend.isEmpty ? 24 : Page.legendWidth(legend), above: 24,
        below: 44 + Page.height(lines: x.count)))

    let ticks = categories.enumerated().map { GnuplotScript.tick($1, at: Double($0)) }
    var commands = [
      "set xrange [-0.5:\(GnuplotScript.number(count - 0.5))]; "
        + "set xtics scale 0 (\(ticks.joined(separator: ", ")))",
      axis.commands("y"),
      isStacked
        ? "set style histogram rowstacked; set boxwidth 0.6"
        // Marks beside the bars need a gap between them.
        : "set style histogram clustered gap 1" + (reported.isEmpty ? "" : "; set boxwidth 0.7 relative"),
    ]
    if !legend.isEmpty {
      // A stack's legend has its order.
      commands.append(page.legendBeside(legend) + (isStacked ? " invert" : ""))
    }
    let rows = categories.indices.map { category in groups.map { value($0, category) } }
    let block = page.script.addBlock("bars", columns: groups.map(\.name), rows: rows)
    if isStacked { commands += stackedFunctions(axis) }
    var plots: [String] = []
    // gnuplot cannot plot histograms without any value.
    if rows.joined().contains(where: \.isFinite) {
      plots = bars(block, named: !names.isEmpty)
      plots +=
        ranges.isEmpty && reported.isEmpty
        ? groups.indices.flatMap(valueLabels) : valueLabels(axis, ranges, reported, on: &page.script)
    }
    if !ranges.isEmpty {
      let block = page.script.addBlock(
        "ranges", columns: ["place", "lower", "upper"],
        rows: ranges.map { [$0.x, $0.range.lowerBound, $0.range.upperBound] })
      plots.append(
        "\(block) using 1:\(scaled(2)):(0):(\(factor == 1 ? "" : "100*")($3 - $2)) with vectors "
          + "heads size graph 0.006,90 linewidth 1.2 linecolor rgb '#333333' notitle")
    }
    if !reported.isEmpty {
      let block = page.script.addBlock(
        "reported", columns: ["place", "value"], rows: reported.map { [$0.x + 0.42 * barSlot, $0.value] })
      plots.append(
        "\(block) using 1:\(scaled(2)) with points pointtype 6 pointsize 0.8 linewidth 1.2 "
          + "linecolor rgb '#000000' title \(GnuplotScript.quoted(reportedName))")
    }
    commands.append("plot " + (plots.isEmpty ? "NaN notitle" : plots.joined(separator: ", \\\n  ")))
    page.add(Page.Panel(xLabel: x, yLabel: y, commands: commands))
    return page.finished()
  }

  private func value(_ group: Group, _ category: Int) -> Double {
    category < group.values.count && group.values[category].isFinite
      // In a stack, what is missing has no height.
      ? group.values[category] : isStacked ? 0 : .nan
  }

  private func bars(_ block: String, named: Bool) -> [String] {
    groups.enumerated().map { index, group in
      let title = named && !group.name.isEmpty ? "title " + GnuplotScript.quoted(group.name) : "notitle"
      return "\(index == 0 ? block : "''") using (\(value(index))) with histograms "
        + "linetype \(OkabeIto.series(index).lineType) \(title)"
    }
  }

  /// gnuplot's words for a group's value in a row of the table.
  private func value(_ group: Int) -> String { isPercentage ? "100*$\(group + 1)" : "$\(group + 1)" }

  /// gnuplot's words for a column of a table.
  private func scaled(_ column: Int) -> String { isPercentage ? "(100*$\(column))" : "\(column)" }

  /// gnuplot's words for a value as text.
  private func labelText(_ y: String) -> String {
    "gprintf('\(isPercentage ? "%.4g %%" : "%.3g")', \(y))"
  }

  private static let labelStyle = "with labels font ',\(GnuplotScript.number(Page.smallSize))'"

  /// From a category's middle to that of a group's bar, as gnuplot places the bars of a cluster.
  private func offset(_ group: Int) -> Double {
    (Double(group) - Double(groups.count - 1) / 2) * barSlot
  }

  /// From one bar of a cluster to the next; the distance of two categories is 1.
  private var barSlot: Double { 1 / Double(groups.count + 1) }

  /// A bar, by its place on the horizontal axis.
  private typealias Bar = (category: Int, group: Int, x: Double, value: Double)

  private var allBars: [Bar] {
    isStacked
      ? []
      : groups.indices.flatMap { group in
        categories.indices.map { ($0, group, Double($0) + offset(group), value(groups[group], $0)) }
      }
  }

  /// The ranges of bars that are drawn.
  private var ranges: [(x: Double, range: ClosedRange<Double>)] {
    allBars.compactMap { bar in
      let ranges = groups[bar.group].ranges
      guard bar.category < ranges.count, let range = ranges[bar.category], bar.value.isFinite,
        range.lowerBound.isFinite, range.upperBound.isFinite
      else { return nil }
      return (bar.x, range)
    }
  }

  /// The reported values, by the place of their bar.
  private var reported: [(x: Double, value: Double)] {
    allBars.compactMap { bar in
      let values = groups[bar.group].reported
      guard bar.category < values.count, values[bar.category].isFinite else { return nil }
      return (bar.x, values[bar.category])
    }
  }

  /// Plots all values as text clear of ranges and reported marks: above what stands on the bar, or below it where
  /// the value is negative.
  private func valueLabels(
    _ axis: Axis, _ ranges: [(x: Double, range: ClosedRange<Double>)],
    _ reported: [(x: Double, value: Double)], on script: inout GnuplotScript
  ) -> [String] {
    let pixel = (axis.upper - axis.lower) / factor / Self.height
    let rows = allBars.filter(\.value.isFinite).map { bar -> [Double] in
      let sign: Double = bar.value < 0 ? -1 : 1
      var height = sign * bar.value
      for range in ranges where range.x == bar.x {
        height = max(height, sign * (sign < 0 ? range.range.lowerBound : range.range.upperBound))
      }
      for mark in reported where mark.x == bar.x {
        // A mark that would stand in the text, or just below it.
        let mark = sign * mark.value
        if mark > height - 4 * pixel, mark < height + 18 * pixel { height = mark + 2 * pixel }
      }
      return [bar.x, sign * height, bar.value]
    }
    return [false, true].compactMap { isNegative in
      let shown = rows.filter { ($0[2] < 0) == isNegative }
      guard !shown.isEmpty else { return nil }
      let block = script.addBlock(
        isNegative ? "labels_below" : "labels", columns: ["place", "height", "value"], rows: shown)
      return "\(block) using 1:\(scaled(2)):(\(labelText(value(2)))) \(Self.labelStyle) "
        + "offset 0,\(isNegative ? "-0.6" : "0.6") notitle"
    }
  }

  /// Plots a group's values as text: above the bars or below negative ones, or in the middle of stacked ones.
  private func valueLabels(_ group: Int) -> [String] {
    let y = value(group)
    let (text, style) = (labelText(y), Self.labelStyle)
    if isStacked {
      let bottom = (0..<group).map { "same(\(value($0)), \(y)) + " }.joined()
      return [
        "'' using 0:(\(bottom)\(y)/2):(fits(\(y)) ? \(text) : '') \(style) "
          + "textcolor rgb '\(OkabeIto.series(group).textColor)' notitle"
      ]
    }
    let offset = offset(group)
    let distance = GnuplotScript.number((abs(offset) * 1e4).rounded() / 1e4)
    let x = offset == 0 ? "0" : "($0 \(offset < 0 ? "-" : "+") \(distance))"
    guard groups[group].values.contains(where: { $0 < 0 }) else {
      return ["'' using \(x):(\(y)):(\(text)) \(style) offset 0,0.6 notitle"]
    }
    return [
      "'' using \(x):(\(y) < 0 ? NaN : \(y)):(\(text)) \(style) offset 0,0.6 notitle",
      "'' using \(x):(\(y) < 0 ? \(y) : NaN):(\(text)) \(style) offset 0,-0.6 notitle",
    ]
  }

  /// gnuplot's functions that say where the values of stacked bars stand.
  private func stackedFunctions(_ axis: Axis) -> [String] {
    let least = (axis.upper - axis.lower) * Page.smallSize / Self.height
    return [
      "fits(y) = abs(y) > \(GnuplotScript.number(least))  # whether a bar is high enough for its value",
      "same(a, b) = a*b > 0 ? a : 0  # what lies below: bars of the same sign",
    ]
  }

  private var axis: Axis {
    var ends = categories.indices.flatMap { category -> [Double] in
      let values = groups.map { value($0, category) * factor }.filter(\.isFinite)
      return isStacked
        ? [values.filter { $0 < 0 }.reduce(0, +), values.filter { $0 > 0 }.reduce(0, +)] : values
    }
    ends += ranges.flatMap { [$0.range.lowerBound * factor, $0.range.upperBound * factor] }
    ends += reported.map { $0.value * factor }
    // Below the lowest bar there must be room for its value.
    let lower = range.map { $0.lowerBound * factor } ?? min(0, (ends.min() ?? 0) * (isStacked ? 1 : 1.1))
    let upper = range.map { $0.upperBound * factor } ?? max(0, ends.max() ?? 1)
    return isPercentage
      ? .percentage(from: lower, to: upper, isExact: range != nil)
      : Axis(from: lower, to: upper, extendsToTicks: range == nil)
  }
}
