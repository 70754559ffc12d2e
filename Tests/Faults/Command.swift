import Foundation

/// The tool, started in a process of its own under faults.
struct Command: Sendable {
  /// How a process ended, and what it said.
  struct Ending: Sendable {
    /// The exit code, or `nil` for a process that a signal ended.
    let code: Int32?
    /// That signal.
    let signal: Int32?
    let output: String
    let errors: String

    /// The ending on one line.
    var description: String {
      let how = code.map { "exit code \($0)" } ?? "signal \(signal ?? 0)"
      return errors.isEmpty ? how : "\(how): \(errors.split(separator: "\n").joined(separator: " | "))"
    }
  }

  private let tool: URL
  private let library: URL

  /// - Parameter folder: Where the build put the tool and the library of faults.
  init(in folder: URL) {
    tool = folder.appendingPathComponent("reprise")
    library = folder.appendingPathComponent("libFaultInjection.so")
  }

  /// Runs the tool to its end.
  ///
  /// - Parameters:
  ///   - tree: The directory whose file calls are counted.
  ///   - fault: What happens, as `CFaultInjection` reads it; `nil` for nothing.
  ///   - journal: Where the calls are written down.
  func run(_ arguments: [String], tree: String, fault: String?, journal: String) throws -> Ending {
    let process = Process(), output = Pipe(), errors = Pipe()
    process.executableURL = tool
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["LD_PRELOAD"] = library.path
    environment["FAULT_TREE"] = tree
    environment["FAULT_JOURNAL"] = journal
    environment["FAULT"] = fault
    process.environment = environment
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Either is a few lines, so no pipe is full before it is read.
    let told = output.fileHandleForReading.readDataToEndOfFile()
    let message = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let isExit = process.terminationReason == .exit
    return Ending(
      code: isExit ? process.terminationStatus : nil, signal: isExit ? nil : process.terminationStatus,
      output: String(decoding: told, as: UTF8.self), errors: String(decoding: message, as: UTF8.self))
  }
}
