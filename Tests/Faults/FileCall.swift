import Foundation

/// A file call that a program made or was refused, as `CFaultInjection` writes it down.
package struct FileCall: Sendable {
  /// Its place among the calls, from 0.
  package let number: Int
  /// `open`, `write`, `rename` …
  package let name: String
  /// What it answered; −1 for one that failed.
  let answer: Int
  let descriptor: Int
  /// The offset of what was written, the length that a file was cut to, or the flags of `open`.
  let offset: Int
  /// The path below the tree, and the new one of a renaming.
  package let path: String
  let target: String
  /// What was written.
  let bytes: [UInt8]

  /// Whether it writes bytes.
  var writes: Bool { name == "write" }

  /// Whether it transfers bytes, of which it may be done with a part.
  var transfers: Bool { ["write", "read", "pread"].contains(name) }

  /// Whether what is on disk, or will be there after a power loss, may be another afterwards.
  var changes: Bool {
    switch name {
    case "open": offset != 0
    case "write", "ftruncate", "fsync", "fdatasync", "mkdir", "rename", "remove": true
    default: false
    }
  }

  /// Reads a journal, whose form `CFaultInjection.h` says.
  ///
  /// - Returns: `nil` for one that is not of this form.
  static func journal(_ path: String) throws -> [FileCall]? {
    let data = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    var calls: [FileCall] = []
    var place = 0
    while place < data.count {
      guard let end = data[place...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let fields = String(decoding: data[place..<end], as: UTF8.self)
        .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 9 else { return nil }
      let numbers = [fields[0]] + fields[2...5]
      let values = numbers.compactMap { Int($0) }
      guard values.count == 5, end + 1 + values[4] < data.count else { return nil }
      calls.append(
        FileCall(
          number: values[0], name: fields[1], answer: values[1], descriptor: values[2], offset: values[3],
          path: fields[6], target: fields[7], bytes: Array(data[end + 1..<end + 1 + values[4]])))
      place = end + 1 + values[4] + 1
    }
    return calls
  }
}
