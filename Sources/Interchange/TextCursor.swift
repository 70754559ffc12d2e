/// Goes through the text of a file's header, which a program of someone else wrote.
struct TextCursor {
  private var rest: ArraySlice<UInt8>
  private let file: String
  private let start: Int

  /// A cursor before the first byte of a header.
  init(_ header: ArraySlice<UInt8>, file: String) {
    rest = header
    start = header.startIndex
    self.file = file
  }

  /// Whether only blanks are left, which are then passed.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return rest.isEmpty
  }

  /// An error about the place that the cursor is at.
  func failure(_ reason: String) -> InterchangeError {
    InterchangeError(
      .unreadable, file: file,
      reason: "its header cannot be read: \(reason) at byte \(rest.startIndex - start)")
  }

  /// Passes blanks and then a character, if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard let next = rest.first, next == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Passes blanks and a character, which must be the next one.
  mutating func expect(_ character: Unicode.Scalar) throws {
    guard take(character) else { throw failure("'\(character)' is missing") }
  }

  /// Passes blanks and the letters that follow, which it gives.
  mutating func word() -> String {
    skipBlanks()
    let letters = rest.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
    rest = rest.dropFirst(letters.count)
    return String(decoding: letters, as: UTF8.self)
  }

  /// Passes blanks and a whole number of decimal digits, which has no sign and no superfluous zeros.
  mutating func wholeNumber() throws -> Int {
    skipBlanks()
    let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0"),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { throw failure("a whole number is missing or too large") }
    rest = rest.dropFirst(digits.count)
    return number
  }

  /// Passes blanks and whole numbers between brackets, separated by commas; one comma may follow the last.
  mutating func wholeNumbers(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar) throws -> [Int] {
    try expect(opening)
    var numbers: [Int] = []
    while !take(closing) {
      numbers.append(try wholeNumber())
      if !take(",") {
        try expect(closing)
        break
      }
    }
    return numbers
  }

  /// Passes blanks and a text in quotation marks.
  ///
  /// - Parameter escapes: Whether JSON's escapes are read; without, a backslash is an error.
  mutating func quoted(_ mark: Unicode.Scalar, escapes: Bool) throws -> String {
    try expect(mark)
    var text: [UInt8] = []
    while let byte = rest.popFirst(), byte >= 0x20 {
      switch byte {
      case UInt8(ascii: mark):
        let string = String(decoding: text, as: UTF8.self)
        guard string.utf8.elementsEqual(text) else { throw failure("a text that is not UTF-8 ends") }
        return string
      case UInt8(ascii: "\\"):
        guard escapes else { throw failure("a backslash stands") }
        text += Array(String(try escapedScalar()).utf8)
      default: text.append(byte)
      }
    }
    throw failure("a text does not end, or holds a control character,")
  }

  /// What a backslash, which was passed, and what follows it stand for.
  private mutating func escapedScalar() throws -> Unicode.Scalar {
    let plain: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    guard let letter = rest.popFirst() else { throw failure("a text does not end") }
    if let scalar = plain[letter] { return scalar }
    guard letter == UInt8(ascii: "u") else { throw failure("an unknown escape ends") }
    var code = try fourDigits()
    // Above U+FFFF a character is two escapes, each with ten of its bits.
    if 0xD800..<0xDC00 ~= code {
      guard rest.starts(with: Array("\\u".utf8)) else { throw failure("half a character ends") }
      rest = rest.dropFirst(2)
      let low = try fourDigits()
      guard 0xDC00..<0xE000 ~= low else { throw failure("half a character ends") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw failure("half a character ends") }
    return scalar
  }

  private mutating func fourDigits() throws -> UInt32 {
    let digits = rest.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are missing") }
    rest = rest.dropFirst(4)
    return number
  }

  private mutating func skipBlanks() {
    rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
