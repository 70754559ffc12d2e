import Foundation
import Testing

/// The tool where its output goes nowhere: it says so once, ends with exit code 74, and its files are whole.
@Suite struct StandardStreamsTests {
  /// How the tool ended, and what it said on standard error.
  struct Ending: Equatable {
    var code: Int32
    var errors: String = ""
  }

  /// Runs the tool through a shell that redirects as said, in a project with one experiment.
  private func run(_ arguments: String, _ redirection: String, in folder: String) throws -> Ending {
    let process = Process(), errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \(arguments) \(redirection)", KilledCommandTests.tool.path]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let message = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      errors: String(decoding: message, as: UTF8.self))
  }

  private func project() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("compute: { activation-curves: { span: 4 } }", to: "configs/001/curves.yaml")
    try scratch.write(
      """
      dataset: { sparse-regression: { features: 4, informative: 2, examples: 12 } }
      network: [linear: { outputs: 1 }]
      loss: mse
      optimizer: { sgd: { learning-rate: 0.01 } }
      batch-size: 4
      epochs: 2
      """, to: "small.yaml")
    return scratch
  }

  private func archive(_ scratch: Scratch, _ directory: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: scratch("\(directory)/run.h5")))
  }

  private static let told = [
    "run configs/001/curves.yaml --quiet", "list", "list --json", "verify --quiet", "verify --quiet --json",
    "diff results/001/curves results/001/curves", "diff results/001/curves results/001/curves --json",
    "reproduce --quiet 2>/dev/null", "data", "data --json", "--help", "run --help", "--version",
  ]

  @Test func aFullOrClosedOutputIsOneErrorOfEveryCommand() throws {
    let scratch = try project()
    #expect(try run(Self.told[0], "", in: scratch.path) == Ending(code: 0))
    let whole = try archive(scratch, "results/001/curves")
    for (redirection, reason) in [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")] {
      for command in Self.told {
        let ending = try run(command, redirection, in: scratch.path)
        #expect(ending.code == 74, "\(command) \(redirection): \(ending)")
        guard !command.contains("2>") else { continue }
        #expect(
          ending.errors.hasPrefix("reprise: standard output: cannot write: \(reason)")
            && ending.errors.split(separator: "\n").count == 1, "\(command) \(redirection): \(ending)")
      }
    }
    #expect(try archive(scratch, "results/001/curves") == whole)
  }

  @Test func aReaderThatWentAwayHearsNothingMore() throws {
    let scratch = try project()
    for command in Self.told where !command.contains("2>") {
      let ends = Pipe(), errors = Pipe()
      try ends.fileHandleForReading.close()
      let process = Process()
      process.executableURL = KilledCommandTests.tool
      process.arguments = command.split(separator: " ").map(String.init)
      process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
      process.standardOutput = ends
      process.standardError = errors
      try process.run()
      let message = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 74, "\(command)")
      #expect(message.isEmpty, "\(command): \(String(decoding: message, as: UTF8.self))")
    }
  }

  /// What is opened next would get the descriptor of a stream that is closed.
  @Test func aRunWithoutStreamsMakesTheSameFiles() throws {
    let scratch = try project()
    #expect(try run("run small.yaml --quiet --output whole", "", in: scratch.path).code == 0)
    let whole = try archive(scratch, "whole")
    for (index, (redirection, code)) in [
      ("2>&-", 0), ("2>/dev/full", 0), (">&-", 74), (">&- 2>&-", 74), ("<&- >&- 2>&-", 74), ("<&-", 0),
    ].enumerated() {
      let ending = try run("run small.yaml --output \(index)", redirection, in: scratch.path)
      #expect(ending.code == code, "\(redirection): \(ending)")
      #expect(try archive(scratch, "\(index)") == whole, "\(redirection)")
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch("\(index)")).sorted()
      #expect(names == [".lock", "host.json", "metrics.csv", "run.h5", "timing.jsonl"], "\(redirection)")
      let lock = try String(contentsOfFile: scratch("\(index)/.lock"), encoding: .utf8)
      #expect(lock.hasPrefix("process ") && !lock.contains("\n"), "\(redirection): \(lock)")
    }
  }

  @Test func aFileAtItsLimitIsAnError() throws {
    let scratch = try project()
    let ending = try run("run small.yaml --quiet --output run", "", in: scratch.path)
    #expect(ending == Ending(code: 0))
    let process = Process(), errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -f 8; exec \"$0\" run small.yaml --quiet --output limited", KilledCommandTests.tool.path,
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    process.standardError = errors
    try process.run()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 74)
    #expect(message.contains("limited/epochs/") && message.contains("File too large"), "\(message)")
    #expect(try run("run small.yaml --quiet --output limited", "", in: scratch.path).code == 0)
    #expect(try archive(scratch, "limited") == archive(scratch, "run"))
  }
}
