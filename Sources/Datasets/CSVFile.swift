import Tensors

/// A table of numbers as text: lines of fields that commas separate, with or without a first line of names.
///
/// Fields may have spaces and tabs around them; there are no quotes. A line ends in a line feed, before which a
/// carriage return may stand, or with the file. Empty lines are allowed at the end only. The first line holds names
/// if its first field is no number.
///
/// Source: RFC 4180, of which this is the part that tables of numbers need.
package struct CSVFile {
  /// The names in the first line, if it has any.
  let names: [String]?
  /// Lines of numbers.
  let rowCount: Int
  /// Fields of each line.
  let columnCount: Int

  /// Where the names stand.
  private let columns: [String: Int]
  private let bytes: UnsafeRawBufferPointer
  private let name: String
  /// Where the first line of numbers begins, and which line it is, counted from 1.
  private let start: (offset: Int, line: Int)

  private static let comma = UInt8(ascii: ","), lineFeed = UInt8(ascii: "\n")

  /// Looks at a file's first lines and counts its lines.
  ///
  /// - Parameters:
  ///   - bytes: The whole file; it must stay where it is as long as the value is used.
  ///   - name: What an error calls it.
  /// - Throws: `DatasetError.damaged` for a file without numbers, and for names that are empty or stand twice.
  package init(_ bytes: UnsafeRawBufferPointer, name: String) throws {
    var end = bytes.count
    while end > 0, [Self.lineFeed, UInt8(ascii: "\r")].contains(bytes[end - 1]) { end -= 1 }
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    self.name = name
    let text = self.bytes
    let first = text.prefix { $0 != Self.lineFeed }
    let fields = first.split(separator: Self.comma, omittingEmptySubsequences: false).map {
      String(decoding: Self.trimmed($0), as: UTF8.self)
    }
    let hasNames = fields.first.map { Double($0) == nil } ?? false
    columnCount = fields.count
    start = hasNames ? (min(first.count + 1, text.count), 2) : (0, 1)
    names = hasNames ? fields : nil
    let rest = text[start.offset...]
    guard !rest.isEmpty else {
      throw DatasetError.damaged(file: name, reason: "has no lines of numbers")
    }
    rowCount = rest.reduce(1) { $0 + ($1 == Self.lineFeed ? 1 : 0) }
    var columns: [String: Int] = [:]
    if hasNames,
      let bad = fields.enumerated().first(where: { $1.isEmpty || columns.updateValue($0, forKey: $1) != nil })
    {
      throw DatasetError.damaged(
        file: name,
        reason: "line 1, column \(bad.offset + 1): the name '\(bad.element)' is empty or stands twice")
    }
    self.columns = columns
  }

  /// The column of a name.
  ///
  /// - Throws: `DatasetError.damaged` that lists the names, if there is none of this name.
  package func column(named wanted: String) throws -> Int {
    guard let column = columns[wanted] else {
      throw DatasetError.damaged(
        file: name,
        reason: names.map { "has no column '\(wanted)'; its columns are: \($0.joined(separator: ", "))" }
          ?? "has no line of names, so no column '\(wanted)'")
    }
    return column
  }

  /// Calls `body` with the row and the column (both from 0) and the text of every field, line by line.
  ///
  /// - Parameter body: Returns whether it could use the field.
  /// - Throws: `DatasetError.damaged` with line and column for a line of another length, and for a field that `body`
  ///   cannot use.
  @inline(__always)
  func forEachField(
    mustBe expected: String, _ body: (_ row: Int, _ column: Int, UnsafeRawBufferPointer) -> Bool
  ) throws {
    var row = 0, column = 0, fieldStart = start.offset
    func damaged(_ reason: String) -> DatasetError {
      .damaged(file: name, reason: "line \(row + start.line), column \(column + 1): \(reason)")
    }
    for offset in start.offset...bytes.count {
      let byte = offset < bytes.count ? bytes[offset] : Self.lineFeed
      guard byte == Self.comma || byte == Self.lineFeed else { continue }
      let field = UnsafeRawBufferPointer(rebasing: bytes[fieldStart..<offset])
      if column >= columnCount { throw damaged("there are more than \(columnCount) fields") }
      if !body(row, column, field) {
        throw damaged("'\(String(decoding: field.prefix(40), as: UTF8.self))' is not \(expected)")
      }
      fieldStart = offset + 1
      column += 1
      guard byte == Self.lineFeed else { continue }
      if column < columnCount { throw damaged("the line ends after \(column) of \(columnCount) fields") }
      (row, column) = (row + 1, 0)
    }
  }

  /// The most lines that can be whole, which is what memory is taken for: behind each field is a comma or a line's end.
  private var mostWholeRows: Int { min(rowCount, (bytes.count + 1) / columnCount) }

  /// All numbers as Floats, each decimal text rounded once: (rows, columns).
  ///
  /// - Throws: As ``forEachField(mustBe:_:)`` does, also for infinities and NaN.
  package func floats() throws -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(mostWholeRows * columnCount)
    try forEachField(mustBe: "a finite number") { _, _, field in
      guard let value = Float(String(decoding: Self.trimmed(field[...]), as: UTF8.self)), value.isFinite
      else {
        return false
      }
      values.append(value)
      return true
    }
    return values
  }

  /// Whole numbers from 0 to 255: the first of each line apart from the others, as the CSV form of MNIST has them.
  ///
  /// - Throws: As ``forEachField(mustBe:_:)`` does.
  package func labelsAndBytes() throws -> (labels: [UInt8], bytes: [UInt8]) {
    var labels: [UInt8] = [], pixels: [UInt8] = []
    labels.reserveCapacity(mostWholeRows)
    pixels.reserveCapacity(mostWholeRows * (columnCount - 1))
    try forEachField(mustBe: "a whole number from 0 to 255") { _, column, field in
      guard let value = Self.byte(field) else { return false }
      if column == 0 { labels.append(value) } else { pixels.append(value) }
      return true
    }
    return (labels, pixels)
  }

  private static func byte(_ field: UnsafeRawBufferPointer) -> UInt8? {
    // The usual field has nothing but digits.
    var value = 0
    let digits = field.allSatisfy { $0 &- 48 < 10 } ? field[...] : trimmed(field[...])
    guard (1...3).contains(digits.count) else { return nil }
    for digit in digits {
      guard digit &- 48 < 10 else { return nil }
      value = value * 10 + Int(digit &- 48)
    }
    return UInt8(exactly: value)
  }

  private static func trimmed(_ field: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
    var field = field
    while let last = field.last, isSpace(last) { field.removeLast() }
    return field.drop(while: isSpace)
  }

  /// Lines of a label and bytes, as ``labelsAndBytes()`` reads them: the CSV form of MNIST.
  ///
  /// - Precondition: Each label has as many bytes.
  static func text(labels: [UInt8], bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let size = labels.isEmpty ? 0 : bytes.count / labels.count
    precondition(bytes.count == size * labels.count, "\(bytes.count) bytes for \(labels.count) labels")
    let words = (0...255).map { Array(String($0).utf8) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3)
    for (row, label) in labels.enumerated() {
      text += words[Int(label)]
      for byte in bytes[row * size..<(row + 1) * size] {
        text.append(comma)
        text += words[Int(byte)]
      }
      text.append(lineFeed)
    }
    return text
  }
}
