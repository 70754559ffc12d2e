/// Builds the script of a figure that consists of equal panels in a grid: gnuplot's multiplot layout with
/// title, legend and notes.
///
/// gnuplot sets all text; only where the panels lie is computed here, from estimates of what the texts beside
/// them need, since gnuplot guesses that differently for each terminal.
struct Page {
  /// Equal panels and the room in pixels that each needs around it for its tick labels and texts.
  struct Grid {
    var rows = 1
    var columns = 1
    var panel: (width: Double, height: Double)
    var left: Double
    var right: Double
    var above: Double
    var below: Double
    /// What the first row needs above it, for a legend or for titles that no other row has.
    var header = 0.0
    /// What the last row needs below it.
    var footer = 0.0
    /// What the first column needs at its left.
    var leading = 0.0
    /// Room between each panel and the texts above it, part of `above`.
    var lift = 0.0
  }

  /// Texts and commands of one panel; texts are lists of lines.
  struct Panel {
    var title: [String] = []
    /// Small, between the title and the panel.
    var note: [String] = []
    var noteColor = "#555555"
    var xLabel: [String] = []
    var yLabel: [String] = []
    /// What else sets it up; the last one is its `plot`. Labels, arrows, a legend and logarithmic axes that
    /// they set are for this panel only.
    var commands: [String]
  }

  /// The script so far.
  var script: GnuplotScript
  private let grid: Grid
  private let titleHeight: Double
  private var texts: [String: String] = [:]
  /// What the next panel has to take back; `nil` before the first one.
  private var leftovers: [String]?

  /// Font sizes in pixels: the figure's title, a panel's title, axes and labels, numbers in panels, notes.
  static let titleSize = 17.0
  static let headingSize = 14.0
  static let bodySize = 13.0
  static let smallSize = 10.5
  static let noteSize = 9.5
  private static let margin = 14.0
  private static let gray = "#777777"

  /// The room that a text takes, in pixels, with wide fonts in mind.
  static func width(of text: String, size: Double = bodySize) -> Double { Double(text.count) * size * 0.6 }

  /// What `count` lines below each other take, in pixels.
  static func height(lines count: Int, size: Double = bodySize) -> Double { Double(count) * size * 1.45 }

  /// The text in lines that fit into `width` pixels where it has spaces to break at; none for no text.
  static func lines(_ text: String, in width: Double, size: Double = bodySize) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let line = lines.last, Self.width(of: line + " " + word, size: size) <= width {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The room above panels with at most so many lines of title and note.
  static func roomAbove(title: Int = 0, note: Int = 0) -> Double {
    8 + height(lines: note, size: smallSize) + (title == 0 ? 0 : 12 + height(lines: title, size: headingSize))
  }

  /// A page that has room for the grid, its title and its notes.
  init(named name: String, caption: Caption, grid: Grid) {
    self.grid = grid
    let margin = Self.margin
    let (columns, rows) = (Double(max(1, grid.columns)), Double(max(1, grid.rows)))
    let (cellWidth, cellHeight) = (
      grid.left + grid.panel.width + grid.right, grid.above + grid.panel.height + grid.below
    )
    let width = (2 * margin + grid.leading + columns * cellWidth).rounded(.up)
    let inner = width - 2 * margin
    let title = Self.lines(caption.title, in: inner, size: Self.titleSize)
    let digests = Self.lines(caption.shortDigests, in: inner, size: Self.noteSize)
    let remark = Self.lines(caption.remark, in: inner, size: Self.noteSize)
    let sharesLine =
      Self.width(of: (digests.last ?? "") + "    " + (remark.last ?? ""), size: Self.noteSize) <= inner
    let noteLines = digests.count + remark.count - (sharesLine && !digests.isEmpty && !remark.isEmpty ? 1 : 0)
    let noteHeight = 1.6 * Self.noteSize

    titleHeight = 10 + Self.height(lines: title.count, size: Self.titleSize)
    let top = titleHeight + grid.header
    let height = (top + rows * cellHeight + grid.footer + 8 + Double(noteLines) * noteHeight).rounded(.up)
    script = GnuplotScript(
      named: name, width: Int(width), height: Int(height), remarks: caption.digests.map { "run \($0)" })

    let left = across(margin + grid.leading + grid.left)
    let right = across(width - margin - grid.right)
    let bottom = up(top + rows * cellHeight - grid.below)
    script.append(
      "set multiplot layout \(Int(rows)),\(Int(columns)) "
        + (title.isEmpty
          ? "" : "title \(GnuplotScript.quoted(lines: title)) font ',\(number(Self.titleSize))' ")
        + "margins screen \(left),\(right),\(bottom),\(up(top + grid.above)) "
        + "spacing screen \(across(grid.left + grid.right)),\(fraction((grid.above + grid.below) / height))")
    // The last line of each stands at the bottom, the digests' at the right, the remark's at the left.
    let style = "font ',\(number(Self.noteSize))' textcolor rgb '\(Self.gray)'"
    if !digests.isEmpty {
      let y = up(height - 4 - (Double(digests.count) - 0.5) * noteHeight)
      script.append(
        "set label 1 \(GnuplotScript.quoted(lines: digests)) at screen \(across(width - margin)), screen \(y) "
          + "right \(style)")
    }
    if !remark.isEmpty {
      let y = up(height - 4 - (Double(noteLines) - 0.5) * noteHeight)
      script.append(
        "set label 2 \(GnuplotScript.quoted(lines: remark)) at screen \(across(margin)), screen \(y) "
          + "left \(style)")
    }
  }

  /// Draws the next panel of the grid, row by row.
  mutating func add(_ panel: Panel) {
    script.append("")
    if let leftovers, !leftovers.isEmpty { script.append(leftovers.joined(separator: "; ")) }
    let lift = grid.lift == 0 ? "" : " offset graph 0, graph \(fraction(grid.lift / grid.panel.height))"
    set("title", panel.title, lift)
    set("x2label", panel.note, " textcolor rgb '\(panel.noteColor)'" + lift)
    set("xlabel", panel.xLabel)
    // gnuplot leaves room for the first line only.
    let shift = 1 - panel.yLabel.count
    set("ylabel", panel.yLabel, shift < 0 ? " offset \(shift)" : "")
    for command in panel.commands { script.append(command) }
    let isFirst = leftovers == nil  // with the page's notes among its labels
    leftovers = ["label", "arrow", "key", "logscale"].filter { setting in
      isFirst && setting == "label" || panel.commands.contains { $0.hasPrefix("set \(setting) ") }
    }.map { "unset \($0)" }
  }

  /// Sets a text that stays for the following panels, unless it is that text already.
  private mutating func set(_ what: String, _ lines: [String], _ options: String = "") {
    let text = GnuplotScript.quoted(lines: lines) + (lines.isEmpty ? "" : options)
    guard text != texts[what] ?? "''" else { return }
    texts[what] = text
    script.append("set \(what) \(text)")
  }

  /// The command for a label of a whole row above its first panel, at the left edge of the page.
  func rowLabel(_ lines: [String]) -> String {
    let x = fraction(-grid.left / grid.panel.width)
    let y = fraction(1 + (grid.above - 6 - Self.headingSize / 2) / grid.panel.height)
    return "set label 3 \(GnuplotScript.quoted(lines: lines)) at graph \(x), graph \(y) left "
      + "font ',\(number(Self.headingSize))'"
  }

  /// The command for a legend in so many rows between the title and the first row of panels.
  func legend(rows: Int) -> String {
    "set key at screen \(across(Self.margin + grid.left - 20)), screen \(up(titleHeight)) left top vertical "
      + "maxrows \(rows)"
  }

  /// The command for a legend at the right of the next panel, one name a line, so many pixels off it.
  func legendBeside(_ names: [String], distance: Double = 6) -> String {
    "set key at graph \(fraction(1 + distance / grid.panel.width)), graph 1 left top vertical "
      + "maxrows \(names.count)"
  }

  /// The command for a small text at a place of the next panel, in pixels from its lower left corner.
  func smallLabel(_ text: String, x: Double, y: Double, color: String, placed side: String = "left") -> String
  {
    "set label \(GnuplotScript.quoted(text)) at graph \(fraction(x / grid.panel.width)), "
      + "graph \(fraction(y / grid.panel.height)) \(side) font ',\(number(Self.smallSize))' "
      + "textcolor rgb '\(color)'"
  }

  /// From a panel to the small texts at its right, in pixels.
  static let marginDistance = 6.0

  /// The room for small texts at the right of a panel; none for none.
  static func roomForMargin(_ texts: [String]) -> Double {
    texts.map { marginDistance + width(of: $0, size: smallSize) }.max() ?? 0
  }

  /// The room for a legend at the right of a panel: sample, longest name and gaps.
  static func legendWidth(_ names: [String]) -> Double { 58 + (names.map { width(of: $0) }.max() ?? 0) }

  /// The room that gnuplot takes for one column of a legend.
  static func legendColumnWidth(_ names: [String]) -> Double {
    Double((names.map(\.count).max() ?? 0) + 7) * 8.5
  }

  /// The finished script.
  func finished() -> GnuplotScript {
    var page = self
    // Without a panel gnuplot would not show the notes.
    if leftovers == nil {
      page.add(
        Panel(commands: ["unset border; unset tics; set xrange [0:1]; set yrange [0:1]; plot NaN notitle"]))
    }
    page.script.append("", "unset multiplot")
    return page.script
  }

  /// Pixels from the left as a fraction of the width.
  private func across(_ x: Double) -> String { fraction(x / Double(script.width)) }

  /// Pixels from the top as gnuplot's fraction of the height from the bottom.
  private func up(_ y: Double) -> String { fraction(1 - y / Double(script.height)) }

  /// To a hundredth of a pixel or better.
  private func fraction(_ value: Double) -> String { Self.fraction(value) }

  /// A number to five decimals.
  static func fraction(_ value: Double) -> String {
    GnuplotScript.number((value * 100_000).rounded() / 100_000)
  }

  private func number(_ value: Double) -> String { GnuplotScript.number(value) }
}
