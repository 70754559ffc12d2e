import Foundation
import Testing

/// The tool under signals and with a second one at work: state saved, exit code 75, and in the end the same bytes.
@Suite struct SignalTests {
  private func start(_ scratch: Scratch, _ output: String, ignoring ignored: String? = nil) throws -> (
    Process, Pipe
  ) {
    let config = try scratch.write(
      """
      dataset: { sparse-regression: { features: 8, informative: 2, examples: 64 } }
      network: [linear: { outputs: 1 }]
      loss: mse
      optimizer: { adam: { learning-rate: 0.01 } }
      batch-size: 4
      epochs: 60
      record: { epochs: [0] }
      """, to: "small.yaml")
    let process = Process(), errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", (ignored.map { "trap '' \($0); " } ?? "") + "exec \"$0\" \"$@\"", ToolProcess.tool.path,
      "run", config, "--quiet", "--output", scratch(output), "--threads", "1",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.runReceivingSignals()
    return (process, errors)
  }

  /// Waits until a run has saved a state, with all but the first of its epochs before it.
  private func waitForState(_ process: Process, _ scratch: Scratch, _ output: String) {
    while process.isRunning, !FileManager.default.fileExists(atPath: scratch("\(output)/checkpoint")) {
      usleep(500)
    }
  }

  private func archive(_ scratch: Scratch, _ output: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: scratch("\(output)/run.h5")))
  }

  private func whole(_ scratch: Scratch) throws -> Data {
    let (process, errors) = try start(scratch, "whole")
    #expect(ToolProcess.end(process, errors) == ToolProcess.Ending(code: 0))
    return try archive(scratch, "whole")
  }

  @Test func eachSignalSavesTheStateAndARunGoesOn() throws {
    let scratch = try Scratch()
    let expected = try whole(scratch)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let output = "signal-\(number)"
      let (process, errors) = try start(scratch, output)
      waitForState(process, scratch, output)
      kill(process.processIdentifier, number)
      let ending = ToolProcess.end(process, errors)
      #expect(ending.code == 75, "\(number): \(ending)")
      #expect(
        ending.errors.hasPrefix("reprise: \(scratch(output)): interrupted after epoch ")
          && ending.errors.hasSuffix(", state saved; run again to go on\n"), "\(number): \(ending)")
      let (again, messages) = try start(scratch, output)
      #expect(ToolProcess.end(again, messages) == ToolProcess.Ending(code: 0))
      #expect(try archive(scratch, output) == expected, "\(number)")
    }
  }

  /// As 'nohup' starts it.
  @Test func whatWasIgnoredStaysIgnored() throws {
    let scratch = try Scratch()
    let expected = try whole(scratch)
    let (process, errors) = try start(scratch, "ignoring", ignoring: "HUP")
    waitForState(process, scratch, "ignoring")
    kill(process.processIdentifier, SIGHUP)
    #expect(ToolProcess.end(process, errors) == ToolProcess.Ending(code: 0))
    #expect(try archive(scratch, "ignoring") == expected)
  }

  @Test func ofTwoWritersOneIsRefused() throws {
    let scratch = try Scratch()
    let expected = try whole(scratch)
    let (first, firstErrors) = try start(scratch, "shared")
    waitForState(first, scratch, "shared")
    kill(first.processIdentifier, SIGSTOP)
    let (second, secondErrors) = try start(scratch, "shared")
    let refused = ToolProcess.end(second, secondErrors)
    kill(first.processIdentifier, SIGCONT)
    #expect(refused.code == 74)
    #expect(
      refused.errors.hasPrefix(
        "reprise: \(scratch("shared")): another process works here (process \(first.processIdentifier) on ")
        && refused.errors.split(separator: "\n").count == 1, "\(refused)")
    #expect(ToolProcess.end(first, firstErrors) == ToolProcess.Ending(code: 0))
    #expect(try archive(scratch, "shared") == expected)

    // Several that begin at once: who comes too early is refused, who comes late finds it done.
    let writers = try (0..<4).map { _ in try start(scratch, "race") }
    let codes = writers.map { ToolProcess.end($0, $1).code }
    #expect(codes.contains(0) && codes.allSatisfy { $0 == 0 || $0 == 74 }, "\(codes)")
    #expect(try archive(scratch, "race") == expected)
  }
}
