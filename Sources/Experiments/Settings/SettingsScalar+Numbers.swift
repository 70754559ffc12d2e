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
