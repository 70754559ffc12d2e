extension GnuplotScript {
  /// A text as a single-quoted gnuplot string that means exactly that text.
  ///
  /// Nothing is special between single quotes but the quote itself, which is doubled: no back-quote,
  /// macro or backslash is interpreted. Control characters and what XML cannot hold become spaces, so
  /// the string stays on its line and the SVG stays well-formed.
  public static func quoted(_ text: String) -> String {
    // By scalars: a quote with a combining accent is another character, but the same byte.
    var result = String.UnicodeScalarView("'".unicodeScalars)
    for scalar in printable(text).unicodeScalars {
      if scalar == "'" { result.append("'") }
      result.append(scalar)
    }
    result.append("'")
    return String(result)
  }

  /// The shortest decimal number that reads back as `value`: `0.1`, `10`, `1e-05`; `NaN` if not finite.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return "NaN" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A text as one comment line.
  ///
  /// A backslash at its end would join the next line to the comment; so a full stop follows it.
  static func comment(_ text: String) -> String {
    let line = "# " + printable(text)
    return line.unicodeScalars.last == "\\" ? line + "." : line
  }

  /// A text as an identifier: every character but ASCII letters and digits becomes `_`.
  static func identifier(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// A text without control characters, line separators and characters that XML excludes.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
      default: result.append(scalar.value & 0xFFFE == 0xFFFE ? " " : scalar)
      }
    }
    return String(result)
  }

  /// The text in lines of at most `limit` characters where it has spaces to break at; at least one line.
  static func wrapped(_ text: String, to limit: Int) -> [String] {
    var lines = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= limit {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
