extension ReportPage {
  /// The claims as a table for a terminal, at most 120 columns wide, with the counts below it; ends with a line feed.
  ///
  /// A column is as wide as its longest text, but the measured value takes at most 34 columns, the reported one
  /// 22 and the figure's name 16; the claim takes the rest. What is longer ends with `…`.
  package func claimsTable() -> String {
    let heading = ["", "figure", "claim", "reported", "measured"]
    let rows = claims.map { _, section, claim in
      [claim.verdict.mark, section.name, claim.says, claim.reported ?? "", claim.measured].map(Self.oneLine)
    }
    let limits = [1, 16, 120, 22, 34]
    var widths = limits.indices.map { column in
      min(limits[column], ([heading] + rows).map { $0[column].count }.max() ?? 0)
    }
    let gap = 2
    let others = widths.reduce(0, +) - widths[2] + gap * (widths.count - 1)
    widths[2] = min(widths[2], 120 - others)
    let lines = ([heading] + rows).map { row in
      var line = zip(row, widths).map(Self.fitted).joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    return (lines + ["", counts]).map { $0 + "\n" }.joined()
  }

  /// A text cut or filled with spaces to `width` characters.
  private static func fitted(_ text: String, to width: Int) -> String {
    text.count > width
      ? text.prefix(width - 1) + "…" : text + String(repeating: " ", count: width - text.count)
  }

  /// A text on one line, without control characters, which could steer a terminal.
  private static func oneLine(_ text: String) -> String {
    GnuplotScript.printable(text).split(separator: " ").joined(separator: " ")
  }
}
