import Foundation

/// The tool that was built with these tests, run in a process of its own.
enum ToolProcess {
  /// It lies beside the tests.
  static let tool = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("reprise")

  /// How it ended, and what it said.
  struct Ending: Equatable {
    /// The exit code, or what a signal ended it with as a negative number.
    var code: Int32
    var output = ""
    var errors = ""
  }

  /// Runs it to its end.
  static func run(_ arguments: [String], in folder: String? = nil) throws -> Ending {
    try ending(of: tool, arguments, in: folder)
  }

  /// Runs it through a shell, whose script begins with what a user would type before the tool's name and stands for it.
  ///
  /// - Parameters:
  ///   - script: Has the tool as `$0`, and `arguments` as `$1` and so on.
  static func shell(_ script: String, _ arguments: [String] = [], in folder: String? = nil) throws -> Ending {
    try ending(
      of: URL(fileURLWithPath: "/bin/sh"), ["-c", script, tool.path] + arguments, in: folder)
  }

  private static func ending(of program: URL, _ arguments: [String], in folder: String?) throws -> Ending {
    let process = Process(), output = Pipe(), errors = Pipe()
    process.executableURL = program
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What is said on standard error is a few lines, so that no pipe is full before the other is read.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    return end(process, errors, output: text)
  }

  /// Waits for the end of a process that was started.
  static func end(_ process: Process, _ errors: Pipe, output: Data = Data()) -> Ending {
    let message = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: output, as: UTF8.self), errors: String(decoding: message, as: UTF8.self))
  }
}

extension Process {
  /// Starts it so that it receives the signals that interrupt it: a process inherits what the thread that starts it has
  /// blocked, and the threads of tests block signals.
  func runReceivingSignals() throws {
    var signals = sigset_t(), before = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
