/// Bars for named categories: one series, or several side by side or stacked.
public struct BarsFigure: Figure, Equatable {
  /// One value for each category under one name.
  public struct Group: Sendable, Equatable {
    /// Stands in the legend where there are several groups.
    public var name: String
    /// One for each category; NaN is no bar.
    public var values: [Double]

    /// A group from its name and values.
    public init(name: String = "", values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// How the groups' bars stand.
  public enum Arrangement: Sendable, Equatable {
    case sideBySide, stacked
  }

  /// Title, digests, remark.
  public var caption: Caption
  /// From left to right.
  public var categories: [String]
  /// The series.
  public var groups: [Group]
  /// What the categories are; may be empty.
  public var categoryName: String
  /// What the values are, with their unit.
  public var valueName: String
  /// Whether values are fractions to be shown in per cent.
  public var isPercentage: Bool
  /// Where the axis begins and ends; `nil` for from 0 to what the bars need.
  public var range: ClosedRange<Double>?
  /// How the groups' bars stand.
  public var arrangement: Arrangement

  /// A figure from its parts.
  public init(
    caption: Caption, categories: [String], groups: [Group], categoryName: String = "", valueName: String,
    isPercentage: Bool = false, range: ClosedRange<Double>? = nil, arrangement: Arrangement = .sideBySide
  ) {
    self.caption = caption
    self.categories = categories
    self.groups = groups
    self.categoryName = categoryName
    self.valueName = valueName
    self.isPercentage = isPercentage
    self.range = range
    self.arrangement = arrangement
  }

  /// One bar, `factor` included, as it is drawn.
  private struct Bar {
    var centre: Double
    var width: Double
    var bottom: Double
    var top: Double
    var value: Double
  }

  /// The script that draws this figure; the same values always give the same bytes.
  public func script(named name: String) -> GnuplotScript {
    let count = max(1, categories.count)
    let longest = categories.map(\.count).max() ?? 0
    let perGroup = arrangement == .sideBySide ? max(1, groups.count) : 1
    let slot = max(Double(longest) * Page.bodySize * Page.characterWidth + 16, Double(48 * perGroup) + 20)
    let names = groups.count > 1 ? groups.map(\.name.count).max() ?? 0 : 0
    let legend = names > 0 ? Double(names) * Page.bodySize * Page.characterWidth + 44 : 0
    let plotWidth = max(280, min(slot, 180) * Double(count))
    var page = Page(
      named: name, caption: caption, width: Int(28 + 92 + plotWidth + 10 + legend), contentHeight: 346)
    let frame = Rectangle(
      left: page.content.left + 86, top: page.content.top + 18, width: plotWidth, height: 264)

    let bars = bars()
    let y = axis(bars.joined().flatMap { [$0.bottom, $0.top] })
    var x = Axis(from: -0.5, to: Double(count) - 0.5, extendsToTicks: false)
    x.ticks = categories.enumerated().map { Axis.Tick(position: Double($0), label: $1) }
    var plots: [String] = []
    for (index, group) in groups.enumerated() {
      let block = page.script.addBlock(
        "group_\(index + 1)", columns: ["centre", "bottom", "top", "width"],
        rows: bars[index].filter(\.value.isFinite).map { [$0.centre, $0.bottom, $0.top, $0.width] })
      let title = legend > 0 ? "title " + GnuplotScript.quoted(group.name) : "notitle"
      plots.append(
        "\(block) using 1:2:($1-$4/2):($1+$4/2):2:3 with boxxyerror fillstyle solid 1 noborder "
          + "linecolor rgb '\(OkabeIto.series(index).rawValue)' \(title)")
      for bar in bars[index] where bar.value.isFinite { label(bar, frame, x, y, on: &page) }
    }
    var commands: [String] = []
    if legend > 0 {
      commands.append(
        "set key \(page.keyPosition(x: frame.right + 6, y: frame.top)) left top Left reverse samplen 1")
    }
    commands.append("plot " + (plots.isEmpty ? "NaN notitle" : plots.joined(separator: ", \\\n  ")))
    page.panel(frame, axes: (x, y), names: (categoryName, valueName), commands)
    return page.finished()
  }

  private func bars() -> [[Bar]] {
    let factor = isPercentage ? 100.0 : 1
    let width = arrangement == .sideBySide ? 0.8 / Double(max(1, groups.count)) : 0.6
    var heights = [Double](repeating: 0, count: categories.count)
    return groups.enumerated().map { index, group in
      categories.indices.map { category in
        let value = group.values.indices.contains(category) ? group.values[category] * factor : .nan
        let offset = arrangement == .sideBySide ? (Double(index) + 0.5) * width - 0.4 : 0
        let bottom = arrangement == .stacked ? heights[category] : 0
        if value.isFinite { heights[category] += value }
        return Bar(
          centre: Double(category) + offset, width: width * (arrangement == .stacked ? 1 : 0.92),
          bottom: bottom, top: bottom + value, value: value)
      }
    }
  }

  private func axis(_ ends: [Double]) -> Axis {
    let factor = isPercentage ? 100.0 : 1
    let finite = ends.filter(\.isFinite)
    let lower = range.map { $0.lowerBound * factor } ?? min(0, finite.min() ?? 0)
    let upper = range.map { $0.upperBound * factor } ?? max(0, finite.max() ?? 1)
    return isPercentage ? .percentage(from: lower, to: upper) : Axis(from: lower, to: upper)
  }

  /// Writes a bar's value: above it, or in its middle where bars are stacked.
  private func label(_ bar: Bar, _ frame: Rectangle, _ x: Axis, _ y: Axis, on page: inout Page) {
    let across = frame.left + frame.width * (bar.centre - x.lower) / (x.upper - x.lower)
    let height = { (value: Double) in
      let shown = min(max(value, y.lower), y.upper)
      return frame.bottom - frame.height * (shown - y.lower) / (y.upper - y.lower)
    }
    let text = isPercentage ? Axis.decimals(bar.value, 2) + " %" : Axis.short(bar.value)
    let stacked = arrangement == .stacked
    if stacked && abs(height(bar.bottom) - height(bar.top)) < Page.smallSize { return }
    let y =
      stacked ? height(bar.bottom / 2 + bar.top / 2) : height(bar.top) + (bar.value < 0 ? 9 : -9)
    page.write(
      text, x: across, y: y, size: Page.smallSize, align: .center, colour: stacked ? "#FFFFFF" : "#000000")
  }
}
