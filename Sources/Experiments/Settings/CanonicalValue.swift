/// A JSON value in the making; objects and arrays are shared with the containers that fill them.
indirect enum CanonicalValue {
  case literal(String)
  case text(String)
  case array([CanonicalWriter])
  case object([String: CanonicalWriter])

  /// Appends the canonical text.
  func append(to text: inout String) {
    switch self {
    case .literal(let literal): text += literal
    case .text(let value): Self.append(quoted: value, to: &text)
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        item.value.append(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { text += "," }
        Self.append(quoted: member.key, to: &text)
        text += ":"
        member.value.value.append(to: &text)
      }
      text += "}"
    }
  }

  private static func append(quoted value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\r": text += "\\r"
      case _ where scalar.value < 0x20:
        text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// The text of a finite number from its shortest digits, laid out as ECMAScript does (RFC 8785, 3.2.2.3).
  ///
  /// - Parameter shortest: Swift's description, whose digits are the shortest that read back as the number;
  ///   only its digits and exponent are used.
  static func number(shortest: String) -> String {
    let isNegative = shortest.hasPrefix("-")
    let parts = shortest.drop { $0 == "-" }.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var digits = Array((mantissa[0] + fraction).utf8)
    // The value is 0.d₁d₂… × 10^point.
    var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.first == 0x30 {
      digits.removeFirst()
      point -= 1
    }
    while digits.last == 0x30 { digits.removeLast() }
    guard !digits.isEmpty else { return "0" }
    return (isNegative ? "-" : "") + layout(digits: digits.map { String(UnicodeScalar($0)) }, point: point)
  }

  private static func layout(digits: [String], point: Int) -> String {
    let count = digits.count
    switch point {
    case count...21: return digits.joined() + String(repeating: "0", count: point - count)
    case 1..<max(count, 1) where point <= 21:
      return digits[..<point].joined() + "." + digits[point...].joined()
    case -5...0: return "0." + String(repeating: "0", count: -point) + digits.joined()
    default:
      let exponent = point - 1
      let fraction = count > 1 ? "." + digits.dropFirst().joined() : ""
      return digits[0] + fraction + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
    }
  }
}
