import Foundation
import Testing

/// The tool where its output goes nowhere: it says so once, ends with exit code 74, and its files are whole.
@Suite struct StandardStreamsTests {
  /// Runs the tool through a shell that redirects as said, in a project with one experiment.
  private func run(_ arguments: String, _ redirection: String, in folder: String) throws -> ToolProcess.Ending
  {
    try ToolProcess.shell("exec \"$0\" \(arguments) \(redirection)", in: folder)
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
    let told = try run(Self.told[0], "", in: scratch.path)
    #expect(told.code == 0 && told.errors.isEmpty, "\(told)")
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
      process.executableURL = ToolProcess.tool
      process.arguments = command.split(separator: " ").map(String.init)
      process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
      process.standardOutput = ends
      process.standardError = errors
      try process.run()
      #expect(ToolProcess.end(process, errors) == ToolProcess.Ending(code: 74), "\(command)")
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
    #expect(ending.code == 0 && ending.errors.isEmpty, "\(ending)")
    let limited = try ToolProcess.shell(
      "ulimit -f 8; exec \"$0\" run small.yaml --quiet --output limited", in: scratch.path)
    #expect(limited.code == 74)
    #expect(
      limited.errors.contains("limited/epochs/") && limited.errors.contains("File too large"), "\(limited)")
    #expect(try run("run small.yaml --quiet --output limited", "", in: scratch.path).code == 0)
    #expect(try archive(scratch, "limited") == archive(scratch, "run"))
  }
}
