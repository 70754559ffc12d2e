/// One self-contained gnuplot script: a head, inline data, commands; its text depends on its values only.
///
/// The script writes its drawing to standard output, so it holds no path:
///
///     gnuplot -d 001-15.gp > 001-15.svg
///     gnuplot -d -e "drawing='png'" 001-15.gp > 001-15.png
///
/// `drawing` may be `svg` (default), `png`, `pdf`, or `window` for gnuplot's own default terminal.
/// Text is never enhanced, and stands in single quotes only (see ``quoted(_:)``), so no text can start a
/// command; data blocks hold numbers and hexadecimal digits only, so none can end its block.
public struct GnuplotScript: Sendable, Equatable {
  /// The figure's name, such as `001-15`: the stem of its files' names.
  public let name: String
  /// Width of the drawing in pixels (SVG units); a PNG has twice as many.
  public let width: Int
  /// Height of the drawing in pixels (SVG units); a PNG has twice as many.
  public let height: Int

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
  public init(named name: String, width: Int, height: Int, remarks: [String] = []) {
    self.name = name
    self.width = width
    self.height = height
    self.remarks = remarks
  }

  /// Appends one command, which must be one line whose texts went through ``quoted(_:)``.
  public mutating func append(_ command: String) {
    commands.append(command)
  }

  /// Appends commands, each one line.
  public mutating func append(_ commands: [String]) {
    self.commands += commands
  }

  /// Adds a block of numbers, `rows` × `columns`, and returns the name to plot it by, such as `$loss`.
  ///
  /// Values that are not finite are written as `NaN`, which gnuplot draws as a gap.
  /// Without rows the block holds one of `NaN`, since gnuplot does not plot an empty block.
  public mutating func addBlock(_ name: String, columns: [String], rows: [[Double]]) -> String {
    let rows = rows.isEmpty ? [columns.map { _ in Double.nan }] : rows
    return addBlock(
      name,
      lines: [Self.comment(columns.joined(separator: " "))]
        + rows.map { $0.map(Self.number).joined(separator: " ") })
  }

  /// Adds a block of bytes, two hexadecimal digits each, one line a row; returns the name of the block.
  public mutating func addBlock(_ name: String, bytes rows: [[UInt8]]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return addBlock(
      name,
      lines: rows.map { row in
        String(decoding: row.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
      })
  }

  private mutating func addBlock(_ name: String, lines: [String]) -> String {
    let variable = "$" + Self.identifier(name)
    blocks.append("\(variable) << EOD\n" + lines.map { $0 + "\n" }.joined() + "EOD")
    return variable
  }

  /// The whole script; ends with a line feed.
  public var text: String {
    let head = [
      "\(name): drawn from this file alone by gnuplot 5.4 or later.",
      "  gnuplot -d \(name).gp > \(name).svg",
      "  gnuplot -d -e \"drawing='png'\" \(name).gp > \(name).png",
    ]
    let lines =
      (head + remarks).map(Self.comment) + ["", "if (!exists('drawing')) drawing = 'svg'"] + terminals
      + [""] + blocks + (blocks.isEmpty ? [] : [""]) + Self.style + [""] + commands
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
  private static let style = [
    "set encoding utf8",
    "set border 3 linewidth 1 linecolor rgb '#555555'",
    "set tics out nomirror scale 0.5",
    "set grid ytics back linetype 1 linewidth 1 linecolor rgb '#E6E6E6'",
    "set style fill solid 1 noborder",
    "set errorbars 0",
    "unset key",
  ]
}
