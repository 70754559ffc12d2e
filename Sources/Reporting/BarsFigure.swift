/// Bars for named categories: one series, or several side by side or stacked.
package struct BarsFigure: Figure, Equatable {
  /// One value for each category under one name.
  package struct Group: Sendable, Equatable {
    /// Stands in the legend where there are several groups.
    package var name: String
    /// One for each category; NaN is no bar.
    package var values: [Double]

    /// A group from its name and values.
    package init(name: String = "", values: [Double]) {
      self.name = name
      self.values = values
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

  /// A figure from its parts.
  package init(
    caption: Caption, categories: [String], groups: [Group], xLabel: String = "", yLabel: String,
    isPercentage: Bool = false, range: ClosedRange<Double>? = nil, arrangement: Arrangement = .sideBySide
  ) {
    self.caption = caption
    self.categories = categories
    self.groups = groups
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.isPercentage = isPercentage
    self.range = range
    self.arrangement = arrangement
  }

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
    let (x, y) = (Page.lines(xLabel, in: width), Page.lines(yLabel, in: 264))
    let axis = axis
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        panel: (width, 264), left: 34 + Page.height(lines: y.count) + axis.labelWidth,
        right: names.isEmpty ? 24 : Page.legendWidth(names), above: 24,
        below: 44 + Page.height(lines: x.count)))

    let ticks = categories.enumerated().map { GnuplotScript.tick($1, at: Double($0)) }
    var commands = [
      "set xrange [-0.5:\(GnuplotScript.number(count - 0.5))]; "
        + "set xtics scale 0 (\(ticks.joined(separator: ", ")))",
      axis.commands("y"),
      isStacked
        ? "set style histogram rowstacked; set boxwidth 0.6" : "set style histogram clustered gap 1",
    ]
    if !names.isEmpty {
      // A stack's legend has its order.
      commands.append(page.legendBeside(names) + (isStacked ? " invert" : ""))
    }
    let rows = categories.indices.map { category in groups.map { value($0, category) } }
    let block = page.script.addBlock("bars", columns: groups.map(\.name), rows: rows)
    if isStacked { commands += stackedFunctions(axis) }
    var plots: [String] = []
    // gnuplot cannot plot histograms without any value.
    if rows.joined().contains(where: \.isFinite) {
      plots = bars(block, named: !names.isEmpty) + groups.indices.flatMap(valueLabels)
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

  /// Plots a group's values as text: above the bars or below negative ones, or in the middle of stacked ones.
  private func valueLabels(_ group: Int) -> [String] {
    let y = value(group)
    let text = "gprintf('\(isPercentage ? "%.4g %%" : "%.3g")', \(y))"
    let style = "with labels font ',\(GnuplotScript.number(Page.smallSize))'"
    if isStacked {
      let bottom = (0..<group).map { "same(\(value($0)), \(y)) + " }.joined()
      return [
        "'' using 0:(\(bottom)\(y)/2):(fits(\(y)) ? \(text) : '') \(style) "
          + "textcolor rgb '\(OkabeIto.series(group).textColor)' notitle"
      ]
    }
    // As gnuplot places the bars of a cluster.
    let offset = (Double(group) - Double(groups.count - 1) / 2) / Double(groups.count + 1)
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
    let least = (axis.upper - axis.lower) * Page.smallSize / 264
    return [
      "fits(y) = abs(y) > \(GnuplotScript.number(least))  # whether a bar is high enough for its value",
      "same(a, b) = a*b > 0 ? a : 0  # what lies below: bars of the same sign",
    ]
  }

  private var axis: Axis {
    let ends = categories.indices.flatMap { category -> [Double] in
      let values = groups.map { value($0, category) * factor }.filter(\.isFinite)
      return isStacked
        ? [values.filter { $0 < 0 }.reduce(0, +), values.filter { $0 > 0 }.reduce(0, +)] : values
    }
    // Below the lowest bar there must be room for its value.
    let lower = range.map { $0.lowerBound * factor } ?? min(0, (ends.min() ?? 0) * (isStacked ? 1 : 1.1))
    let upper = range.map { $0.upperBound * factor } ?? max(0, ends.max() ?? 1)
    return isPercentage ? .percentage(from: lower, to: upper) : Axis(from: lower, to: upper)
  }
}
