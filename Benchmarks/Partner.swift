import Foundation

/// A process that measures when it is asked: a line to its standard input is answered by a line of numbers.
final class Partner {
  private let process = Process()
  private let requests = Pipe(), answers = Pipe()
  private let name: String

  /// Starts it.
  init(_ program: String, _ arguments: [String]) throws {
    name = ([program] + arguments).joined(separator: " ")
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
  }

  /// Ends it.
  deinit {
    try? requests.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The numbers that a request is answered with.
  func numbers(_ request: String) throws -> [Double] {
    try requests.fileHandleForWriting.write(contentsOf: Data((request + "\n").utf8))
    var line = Data()
    while let byte = try answers.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte[0] != 10 {
      line += byte
    }
    let numbers = String(decoding: line, as: UTF8.self).split(separator: " ").compactMap { Double($0) }
    guard !numbers.isEmpty else { throw PartnerError(name: name) }
    return numbers
  }
}

/// A process that ended instead of answering.
struct PartnerError: Error, CustomStringConvertible {
  let name: String
  var description: String { "\(name): no answer; does this Python have torch and numpy?" }
}
