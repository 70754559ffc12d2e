import Foundation

/// A committed table of `function,input,output` lines in hexadecimal; lines with # say where it is from.
struct ElementaryTable {
  struct Row {
    let function: String
    let input: UInt64
    let output: UInt64
  }

  let rows: [Row]

  /// Reads the table of that name beside this file.
  ///
  /// - Throws: `ElementaryTableError` naming the line that is not a row.
  init(named name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    rows = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let fields = line.split(separator: ",")
      guard fields.count == 3, let input = UInt64(fields[1], radix: 16),
        let output = UInt64(fields[2], radix: 16)
      else { throw ElementaryTableError(line: String(line)) }
      return Row(function: String(fields[0]), input: input, output: output)
    }
  }
}
