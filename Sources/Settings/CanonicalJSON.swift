/// The one JSON text of a value: equal values have equal texts on every machine, so its SHA-256 is an
/// identity.
///
/// The form of RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785): no blanks, keys sorted by UTF-16 code
/// units, shortest digits that read back as the same number (`0.1`, `1`, `1e-7`), only needed escapes.
/// −0 is written as 0. Two additions: integers are written in full even above 2⁵³, and a `Float` has the
/// shortest digits that read back as that `Float`. Keys are spelled as in a configuration (`learningRate` is
/// `learning-rate`), except a dictionary's; so the text is itself a configuration.
///
/// - Parameter leavingOutDefaults: Whether a key is left out where the value's type reads the same value without it.
///   So the text does not change when a type gets another option with a default, whatever wrote it. A key is
///   tried by reading its block again, one key after the other in the order of the text.
/// - Throws: `EncodingError` for numbers that are not finite, and what the value's `encode(to:)` throws.
package func canonicalJSON(_ value: some Encodable, leavingOutDefaults: Bool = false) throws -> String {
  let writer = CanonicalWriter(path: [], leavesOutDefaults: leavingOutDefaults)
  try writer.write(value)
  var text = ""
  writer.value.append(to: &text)
  return text
}

/// A JSON value in the making; objects and arrays are shared with the containers that fill them.
indirect enum CanonicalValue {
  case literal(String)
  case text(String)
  case array([CanonicalWriter])
  case object([String: CanonicalWriter])

  /// The value as a configuration that was written so.
  var tree: SettingsTree {
    let nowhere = SettingsLocation.text(line: 1)
    switch self {
    case .literal(let literal): return SettingsTree(.scalar(SettingsScalar(plain: literal)), at: nowhere)
    case .text(let text): return SettingsTree(.scalar(SettingsScalar(quoted: text)), at: nowhere)
    case .array(let items): return SettingsTree(.sequence(items.map(\.value.tree)), at: nowhere)
    case .object(let members):
      let entries = members.map {
        SettingsTree.Entry(key: $0.key, location: nowhere, value: $0.value.value.tree, precedence: 1)
      }
      return SettingsTree(.mapping(entries), at: nowhere)
    }
  }

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
