/// Builds the script of a figure that consists of panels: places title, notes and panels by the pixel.
///
/// gnuplot's own layout guesses the width of texts, and each terminal guesses another; with every margin
/// given, SVG and PNG look the same and nothing is cut off.
struct Page {
  /// The script so far.
  var script: GnuplotScript
  /// Where content may go: below the title, above the notes.
  let content: Rectangle

  private var pending: [String]

  /// Font sizes in pixels: the figure's title, a panel's title, axes and labels, numbers in panels, notes.
  static let titleSize = 17.0
  static let headingSize = 14.0
  static let bodySize = 13.0
  static let smallSize = 10.5
  static let noteSize = 9.5
  /// Line height and mean width of a character, as multiples of the font size; wide fonts included.
  static let lineHeight = 1.4
  static let characterWidth = 0.6

  /// The room that a text of the body's size takes, in pixels.
  static func width(of text: String) -> Double { Double(text.count) * bodySize * characterWidth }

  /// A page as wide as said and high enough for its title, `contentHeight` pixels and its notes.
  init(named name: String, caption: Caption, width: Int, contentHeight: Double) {
    let margin = 14.0
    let fit = { (size: Double) in Int((Double(width) - 2 * margin) / (size * Page.characterWidth)) }
    let titles = GnuplotScript.wrapped(caption.title, to: fit(Page.titleSize))
    let digests = caption.shortDigests
    let besideDigests = fit(Page.noteSize) - digests.count - 4
    let sharesLine = caption.remark.count <= besideDigests
    var notes = caption.remark.isEmpty ? [] : GnuplotScript.wrapped(caption.remark, to: fit(Page.noteSize))
    let digestLines = digests.isEmpty ? [] : GnuplotScript.wrapped(digests, to: fit(Page.noteSize))
    let noteLines = sharesLine ? max(notes.count, digestLines.count) : notes.count + digestLines.count

    let titleHeight = Double(titles.count) * Page.titleSize * Page.lineHeight + margin + 6
    let noteHeight = Double(noteLines) * Page.noteSize * Page.lineHeight + 10
    let height = Int((titleHeight + contentHeight + noteHeight).rounded(.up))
    content = Rectangle(
      left: margin, top: titleHeight, width: Double(width) - 2 * margin, height: contentHeight)
    script = GnuplotScript(
      named: name, width: width, height: height, remarks: caption.digests.map { "run \($0)" })
    pending = []

    for (line, text) in titles.enumerated() {
      let y = margin + (Double(line) + 0.5) * Page.titleSize * Page.lineHeight
      write(text, x: margin, y: y, size: Page.titleSize, colour: "#000000")
    }
    let grey = "#777777"
    let noteY = { (line: Int) in Double(height) - 6 - (Double(line) + 0.5) * Page.noteSize * Page.lineHeight }
    for (line, text) in digestLines.reversed().enumerated() {
      write(text, x: Double(width) - margin, y: noteY(line), size: Page.noteSize, align: .right, colour: grey)
    }
    notes.reverse()
    for (line, text) in notes.enumerated() {
      write(
        text, x: margin, y: noteY(line + (sharesLine ? 0 : digestLines.count)), size: Page.noteSize,
        colour: grey)
    }
    script.append("set multiplot")
  }

  /// Where a text lies relative to its point.
  enum Alignment: String { case left, center, right }

  /// Writes a text at a place of the page, vertically centred on `y`.
  mutating func write(
    _ text: String, x: Double, y: Double, size: Double, align: Alignment = .left,
    colour: String = "#000000", rotated: Bool = false
  ) {
    guard !text.isEmpty else { return }
    pending.append(
      "set label \(GnuplotScript.quoted(text)) at screen \(across(x)), screen \(up(y)) \(align.rawValue)"
        + (rotated ? " rotate by 90" : "")
        + " front font ',\(GnuplotScript.number(size))' textcolor rgb '\(colour)'")
  }

  /// Draws one panel; what was written so far appears with it.
  ///
  /// - Parameters:
  ///   - frame: where its data are drawn; tick labels and axis names lie outside, to the left and below.
  ///   - axes: the horizontal and the vertical one.
  ///   - names: what stands at each; may be empty.
  ///   - commands: what else sets it up; the last one is its `plot`.
  mutating func panel(
    _ frame: Rectangle, axes: (x: Axis, y: Axis), names: (x: String, y: String), _ commands: [String]
  ) {
    write(names.x, x: frame.left + frame.width / 2, y: frame.bottom + 40, size: Page.bodySize, align: .center)
    write(
      names.y, x: frame.left - axes.y.labelWidth - 26, y: frame.top + frame.height / 2, size: Page.bodySize,
      align: .center, rotated: true)
    panel(frame, axes.x.commands("x") + axes.y.commands("y") + commands)
  }

  /// Draws one panel whose axes, if it has any, are among its commands; the last one is its `plot`.
  mutating func panel(_ frame: Rectangle, _ commands: [String]) {
    script.append("")
    script.append([
      "set lmargin at screen \(across(frame.left)); set rmargin at screen \(across(frame.right))",
      "set tmargin at screen \(up(frame.top)); set bmargin at screen \(up(frame.bottom))",
    ])
    script.append(pending)
    script.append(commands)
    script.append("unset label; unset key")
    pending = []
  }

  /// Where a legend's upper left corner goes, as gnuplot's `set key` says it.
  func keyPosition(x: Double, y: Double) -> String {
    "at screen \(across(x)), screen \(up(y))"
  }

  /// The finished script.
  func finished() -> GnuplotScript {
    var script = script
    script.append(["", "unset multiplot"])
    return script
  }

  /// Pixels from the left as a fraction of the width, to a hundredth of a pixel or better.
  private func across(_ x: Double) -> String { fraction(x / Double(script.width)) }

  /// Pixels from the top as gnuplot's fraction of the height from the bottom.
  private func up(_ y: Double) -> String { fraction(1 - y / Double(script.height)) }

  private func fraction(_ value: Double) -> String {
    GnuplotScript.number((value * 100_000).rounded() / 100_000)
  }
}
