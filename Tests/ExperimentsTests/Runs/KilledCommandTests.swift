import Foundation
import Tensors
import Testing

/// The tool itself, killed by the system at moments that nobody chose.
@Suite struct KilledCommandTests {
  /// The tool that was built with these tests: it lies beside them.
  static let tool = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("reprise")

  private func start(_ output: String, threads: Int) throws -> Process {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let process = Process()
    process.executableURL = Self.tool
    process.arguments = [
      "run", root.standardizedFileURL.path + "/configs/001/batch-32.yaml", "--set",
      "dataset.fashion-mnist.limit=3000",
      "--set", "epochs=4", "--quiet", "--output", output, "--threads", "\(threads)",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test func killedFiveTimesItEndsInTheSameBytes() throws {
    let scratch = try Scratch()
    let whole = try start(scratch("whole"), threads: 1)
    whole.waitUntilExit()
    #expect(whole.terminationStatus == 0)

    let random = PhiloxSource(seed: UInt64(Date().timeIntervalSince1970)).stream(.dataGeneration)
    var kills = 0
    for round in 0..<5 {
      let process = try start(scratch("killed"), threads: 2)
      usleep(100_000 + random.word(round) % 900_000)
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
    }
    #expect(kills > 0)
    let last = try start(scratch("killed"), threads: 2)
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    let files = try ["whole", "killed"].map {
      try Data(contentsOf: URL(fileURLWithPath: scratch("\($0)/run.h5")))
    }
    #expect(files[0] == files[1], "seed of the moments: \(random)")
    #expect(!FileManager.default.fileExists(atPath: scratch("killed/epochs")))
  }
}
