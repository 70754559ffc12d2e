import Foundation
import Tensors
import Testing

/// The tool itself, killed by the system at moments that nobody chose.
@Suite struct KilledCommandTests {
  #if os(Linux)
    static let isLinux = true
  #else
    static let isLinux = false
  #endif

  private func start(_ output: String, threads: Int, _ further: [String] = [], messages: FileHandle? = nil)
    throws -> Process
  {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let process = Process()
    process.executableURL = ToolProcess.tool
    process.arguments =
      [
        "run", root.standardizedFileURL.path + "/configs/001/batch-32.yaml", "--set",
        "dataset.fashion-mnist.limit=3000",
        "--set", "epochs=4", "--output", output, "--threads", "\(threads)",
      ] + further
    process.standardOutput = FileHandle.nullDevice
    if let messages { process.standardError = messages }
    try process.runReceivingSignals()
    return process
  }

  /// The state within an epoch is saved after every step, or not at all in so short a time.
  @Test(arguments: ["0", "30"])
  func killedFiveTimesItEndsInTheSameBytes(_ seconds: String) throws {
    let scratch = try Scratch()
    let whole = try start(scratch("whole"), threads: 1, ["--quiet"])
    whole.waitUntilExit()
    #expect(whole.terminationStatus == 0)

    let random = PhiloxSource(seed: UInt64(Date().timeIntervalSince1970)).stream(.dataGeneration)
    var kills = 0
    for round in 0..<5 {
      let process = try start(scratch("killed"), threads: 2, ["--quiet", "--save-every", seconds])
      usleep(100_000 + random.word(round) % 900_000)
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
    }
    #expect(kills > 0)
    let last = try start(scratch("killed"), threads: 2, ["--quiet"])
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    let files = try ["whole", "killed"].map {
      try Data(contentsOf: URL(fileURLWithPath: scratch("\($0)/run.h5")))
    }
    #expect(files[0] == files[1], "seed of the moments: \(random)")
    #expect(!FileManager.default.fileExists(atPath: scratch("killed/epochs")))
  }

  /// A step of minutes: the first Ctrl-C waits for its end, the second one does not.
  @Test func aSecondInterruptionEndsAtOnceAndSaysWhatIsKept() throws {
    let scratch = try Scratch()
    let path = scratch("messages")
    try scratch.write("", to: "messages")
    let process = try start(
      scratch("run"), threads: 1,
      ["--set", "batch-size=3000", "--set", "adversarial={ steps: 1000 }"],
      messages: FileHandle(forWritingAtPath: path))
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    func messages() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    for _ in 0..<600 where try process.isRunning && !messages().contains("epoch 0/4") { usleep(100_000) }
    // The step begins behind that line, on a busy machine some time later.
    usleep(3_000_000)
    kill(process.processIdentifier, SIGINT)
    usleep(300_000)
    #expect(process.isRunning, "a step of minutes is over")
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 75)
    #expect(try messages().hasSuffix("ended at once; kept is the state after epoch 0; run again to go on\n"))
  }
}
