/// One self-contained gnuplot script: a head, inline data, commands; its text depends on its values only.
///
/// The script writes its drawing to standard output, so it holds no path:
///
///     gnuplot -d 001-15.gp > 001-15.svg
///     gnuplot -d -e "drawing='png'" 001-15.gp > 001-15.png
///
/// `drawing` may be `svg` (default), `png`, `pdf`, or `window` for gnuplot's own default terminal.
/// Text is never enhanced, and stands in single quotes only (see ``quoted(_:)``), so no text can start a
/// command; data blocks hold numbers and packed pixels only, so none can end its block.
package struct GnuplotScript: Sendable, Equatable {
  /// The figure's name, such as `001-15`: the stem of its files' names.
  package let name: String
  /// Width of the drawing in pixels (SVG units); a PNG has twice as many.
  package let width: Int
  /// Height of the drawing in pixels (SVG units); a PNG has twice as many.
  package let height: Int

  private var remarks: [String]
  private var blocks: [String] = []
  private var commands: [String] = []

  /// An empty script.
  ///
  /// - Parameters:
  ///   - name: the figure's name.
  ///   - width: pixels.
  ///   - height: pixels.
  ///   - remarks: lines for the script's head, written as comments.
  package init(named name: String, width: Int, height: Int, remarks: [String] = []) {
    self.name = name
    self.width = width
    self.height = height
    self.remarks = remarks
  }

  /// Appends commands, each one line whose texts went through ``quoted(_:)``.
  package mutating func append(_ commands: String...) {
    self.commands += commands
  }

  /// Adds a block of numbers, `rows` × `columns`, and returns the name to plot it by, such as `$loss`.
  ///
  /// Values that are not finite are written as `NaN`, which gnuplot draws as a gap.
  /// Without rows the block holds one of `NaN`, since gnuplot does not plot an empty block.
  package mutating func addBlock(_ name: String, columns: [String], rows: [[Double]]) -> String {
    let rows = rows.isEmpty ? [columns.map { _ in Double.nan }] : rows
    return addBlock(
      name,
      lines: [Self.comment(columns.joined(separator: " "))]
        + rows.map { $0.map(Self.number).joined(separator: " ") })
  }

  /// Adds a block of curves, each a list of points with one value a column; returns the name of the block.
  ///
  /// A blank line ends a curve, so that gnuplot does not join it to the next one.
  package mutating func addBlock(_ name: String, columns: [String], curves: [[[Double]]]) -> String {
    let curves = curves.filter { !$0.isEmpty }
    guard !curves.isEmpty else { return addBlock(name, columns: columns, rows: []) }
    let lines = curves.map { $0.map { $0.map(Self.number).joined(separator: " ") } }
    return addBlock(
      name, lines: [Self.comment(columns.joined(separator: " "))] + lines.joined(separator: [""]))
  }

  /// Adds a block of pixels, one line a row, packed by `code`; returns the name of the block.
  package mutating func addBlock(_ name: String, pixels rows: [some Collection<UInt8>], _ code: PixelCode)
    -> String
  {
    addBlock(name, lines: rows.map { code.packed($0) })
  }

  /// The digits of counts in blocks, from 0 to 35.
  static let countDigits = "0123456789abcdefghijklmnopqrstuvwxyz"

  /// Adds a block of counts, one of ``countDigits`` each, larger ones as the last, one line a row; zeros at the end of
  /// a row are left out but for one that stands alone. Returns the name of the block.
  mutating func addBlock(_ name: String, counts rows: [[Int]]) -> String {
    let digits = Array(Self.countDigits.utf8)
    return addBlock(
      name,
      lines: rows.map { row in
        let shown = row.prefix((row.lastIndex { $0 > 0 } ?? 0) + 1)
        return String(decoding: shown.map { digits[min(max($0, 0), digits.count - 1)] }, as: UTF8.self)
      })
  }

  private mutating func addBlock(_ name: String, lines: [String]) -> String {
    let variable = "$" + Self.identifier(name)
    blocks.append("\(variable) << EOD\n" + lines.map { $0 + "\n" }.joined() + "EOD")
    return variable
  }

  /// The whole script; ends with a line feed.
  package var text: String {
    let head = [
      "\(name): drawn from this file alone by gnuplot 5.4 or later.",
      "  gnuplot -d \(name).gp > \(name).svg",
      "  gnuplot -d -e \"drawing='png'\" \(name).gp > \(name).png",
      "Titles, labels, ranges, colors and values can be edited by hand.",
    ]
    let lines =
      (head + remarks).map(Self.comment) + ["", "if (!exists('drawing')) drawing = 'svg'"] + terminals
      + [""] + Self.style + [""] + blocks + (blocks.isEmpty ? [] : [""]) + commands
    return lines.map { $0 + "\n" }.joined()
  }

  // The generic family is known to every viewer and to fontconfig; a named font might be missing.
  private var terminals: [String] {
    // SVG sizes are pixels; cairo's are points at 96 dots per inch, hence 1.5 for twice the pixels.
    let font = "font 'sans-serif,\(Self.number(Page.bodySize))' noenhanced"
    let size = "size \(width),\(height)"
    let inches = "size \(Self.number(Double(width) / 96)),\(Self.number(Double(height) / 96))"
    return [
      "if (drawing eq 'svg') set terminal svg \(size) fixed \(font) background rgb 'white' "
        + "name '\(Self.identifier("figure_" + name))'",
      "if (drawing eq 'png') set terminal pngcairo size \(2 * width),\(2 * height) \(font) "
        + "fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'",
      "if (drawing eq 'pdf') set terminal pdfcairo \(inches) \(font) fontscale 0.75",
    ]
  }

  // What all figures have in common.
  private static let style =
    [
      "set encoding utf8",
      "set minussign",
      "LF = sprintf('%c', 10)  # breaks a text: 'first line'.LF.'second line'",
      "# Labels of logarithmic axes: power(3) is 1000, power(-7) is 10⁻⁷.",
      "raised(n) = (n < 10 ? '' : raised(n/10)).word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n%10 + 1)",
      "power(k) = abs(k) < 4 ? sprintf('%g', 10.0**k) : '10'.(k < 0 ? '⁻' : '').raised(abs(k))",
      "# The colors of Okabe and Ito; change one here, and it changes in all panels.",
    ]
    + OkabeIto.allCases.map {
      "set linetype \($0.lineType) linecolor rgb '\($0.rawValue)' linewidth 1.6 pointtype 7"
    } + [
      "set border 3 linewidth 1 linecolor rgb '#555555'",
      "set tics out nomirror scale 0.5",
      "set grid ytics back linetype 1 linewidth 1 linecolor rgb '#E6E6E6'",
      "set style fill solid 1 noborder",
      "set title font ',\(number(Page.headingSize))'",
      "set x2label font ',\(number(Page.smallSize))'",
      "set key Left reverse samplen 2; unset key",
    ]
}

// MARK: Text

extension GnuplotScript {
  /// A text as a gnuplot string in single quotes that means exactly that text.
  ///
  /// Nothing is special between single quotes but the quote itself, which is doubled: no back-quote,
  /// macro or backslash is interpreted. gnuplot 5.4 misreads a doubled quote at the start and after another
  /// one, so such a quote is joined to the rest by its code. Control characters and what XML cannot hold
  /// become spaces, so the string stays on its line and the SVG stays well-formed.
  package static func quoted(_ text: String) -> String {
    // By scalars: a quote with a combining accent is another character, but the same byte.
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "'"
    func endPart() {
      if !part.isEmpty { parts.append("'" + String(part) + "'") }
      part.removeAll()
    }
    for scalar in printable(text).unicodeScalars {
      if scalar == "'", previous == "'" {
        endPart()
        parts.append("sprintf('%c', 39)")
      } else {
        part.append(scalar)
        if scalar == "'" { part.append(scalar) }
      }
      previous = scalar
    }
    endPart()
    return parts.isEmpty ? "''" : parts.joined(separator: ".")
  }

  /// A text at a place of an axis, for `set xtics (…)`.
  ///
  /// A tick's label is a format, so its `%` are doubled; gnuplot cuts one that has any after 49 bytes.
  static func tick(_ label: String, at position: Double) -> String {
    quoted(label.replacing("%", with: "%%")) + " " + number(position)
  }

  /// Lines below each other as one gnuplot string: `'first line'.LF.'second line'`.
  static func quoted(lines: [String]) -> String {
    lines.isEmpty ? "''" : lines.map(quoted).joined(separator: ".LF.")
  }

  /// The shortest decimal number that reads back as `value`: `0.1`, `10`, `1e-05`; `NaN` if not finite.
  package static func number(_ value: Double) -> String {
    guard value.isFinite else { return "NaN" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A text as one comment line.
  ///
  /// A backslash at its end would join the next line to the comment; so a full stop follows it.
  private static func comment(_ text: String) -> String {
    let line = "# " + printable(text)
    return line.unicodeScalars.last == "\\" ? line + "." : line
  }

  /// A text as an identifier: every character but ASCII letters and digits becomes `_`.
  private static func identifier(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// A text without control characters, line separators and characters that XML excludes.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
      default: result.append(scalar.value & 0xFFFE == 0xFFFE ? " " : scalar)
      }
    }
    return String(result)
  }
}
