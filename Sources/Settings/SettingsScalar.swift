/// A single value of a configuration, typed by the core schema of YAML 1.2.
///
/// Plain `yes`, `on` and `1_000` are texts there, `010` is ten, and `1e-2` is a number; a quoted
/// value is always a text. Source: YAML 1.2.2, section 10.3.2 (https://yaml.org/spec/1.2.2/).
package struct SettingsScalar: Hashable, Sendable {
  /// What the core schema takes a plain value for.
  package enum Kind: Hashable, Sendable {
    /// Nothing: an empty value, `~` or `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// Decimal, `0x` hexadecimal or `0o` octal digits.
    case integer
    /// A decimal fraction, a power of ten, an infinity or not-a-number.
    case number
    /// Everything else, and everything in quotes.
    case text
  }

  /// The value as written, without quotes.
  package let text: String
  /// What the value is.
  package let kind: Kind

  /// A value that was written without quotes: its kind follows from its characters.
  package init(plain text: String) {
    self.text = text
    kind = Self.kind(of: text)
  }

  /// A value that was written in quotes or as a block: always a text.
  package init(quoted text: String) {
    self.text = text
    kind = .text
  }

  /// What an error calls this value: `the integer 5`, `the text 'yes'`, `nothing`.
  package var explanation: String {
    switch kind {
    case .null: "nothing"
    case .boolean(let value): "\(value)"
    case .integer: "the integer \(text)"
    case .number: "the number \(text)"
    case .text: "the text '\(text.count > 60 ? text.prefix(57) + "…" : text[...])'"
    }
  }

  private static func kind(of text: String) -> Kind {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    case ".nan", ".NaN", ".NAN": return .number
    default: break
    }
    let bytes = Array(text.utf8)
    if bytes.starts(with: [0x30, 0x6F]), bytes.count > 2 {  // 0o
      return bytes.dropFirst(2).allSatisfy { (0x30...0x37).contains($0) } ? .integer : .text
    }
    if bytes.starts(with: [0x30, 0x78]), bytes.count > 2 {  // 0x
      return text.dropFirst(2).allSatisfy { $0.isASCII && $0.isHexDigit } ? .integer : .text
    }
    let unsigned = bytes.first == 0x2B || bytes.first == 0x2D ? bytes.dropFirst() : bytes[...]
    if [".inf", ".Inf", ".INF"].contains(where: { unsigned.elementsEqual($0.utf8) }) { return .number }
    return decimalKind(of: unsigned)
  }

  /// `[0-9]+` is an integer, `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?` a number.
  private static func decimalKind(of bytes: ArraySlice<UInt8>) -> Kind {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    let whole = bytes.prefix(while: isDigit)
    var rest = bytes.dropFirst(whole.count)
    if !whole.isEmpty, rest.isEmpty { return .integer }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !whole.isEmpty || !fraction.isEmpty else { return .text }
      rest = rest.dropFirst(1 + fraction.count)
    } else if whole.isEmpty {
      return .text
    }
    guard let mark = rest.first else { return .number }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return .text }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit) ? .number : .text
  }
}

extension SettingsScalar {
  /// Why a value is not the number that was asked for.
  enum NumberFailure: Error {
    /// It is no number of that kind at all.
    case otherKind
    /// It is one, but cannot be held; the text says why.
    case outOfRange(String)
  }

  /// The value as an integer; a number with a fraction or a power of ten is not one.
  func integer<Value: FixedWidthInteger>(as type: Value.Type) throws(NumberFailure) -> Value {
    guard case .integer = kind else { throw .otherKind }
    let value =
      switch text.prefix(2) {
      case "0o": Value(text.dropFirst(2), radix: 8)
      case "0x": Value(text.dropFirst(2), radix: 16)
      default: Value(text, radix: 10)
      }
    guard let value else {
      throw .outOfRange("an integer from \(Value.min) to \(Value.max)")
    }
    return value
  }

  /// The value as a finite number of type `Value`, correctly rounded; integers are numbers too.
  ///
  /// Infinities, not-a-number, and values that would become infinite or vanish to zero are refused.
  func number<Value: BinaryFloatingPoint & LosslessStringConvertible>(
    as type: Value.Type
  ) throws(NumberFailure) -> Value {
    let value: Value?
    switch kind {
    case .integer where text.hasPrefix("0o") || text.hasPrefix("0x"):
      value = Value(exactly: try integer(as: UInt64.self))
    case .integer, .number:
      value = Value(text.hasSuffix(".") ? text + "0" : Self.withDigits(text))
    default: throw .otherKind
    }
    guard let value, value.isFinite else { throw .outOfRange("a finite number that \(Value.self) can hold") }
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    guard value != 0 || !mantissa.contains(where: { ("1"..."9").contains($0) }) || text.hasPrefix("0o") else {
      throw .outOfRange("a number that does not vanish to zero as a \(Value.self)")
    }
    return value
  }

  /// Swift reads neither `1.e5` nor `.5` everywhere: digits are put where YAML lets them be left out.
  private static func withDigits(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == ".", !(result.last?.isNumber ?? false) { result += "0" }
      if character == "e" || character == "E", result.last == "." { result += "0" }
      result.append(character)
    }
    return result
  }
}
