import Archive
import CHDF5
import Files
import Foundation
import Testing

/// The test program, started again to make the sample run in a process of its own.
///
/// The child runs the one test below, which these variables steer.
struct OtherProcess {
  static let output = "ARCHIVE_TEST_OUTPUT"
  static let killAt = "ARCHIVE_TEST_KILL_AT"
  static let fileLimit = "ARCHIVE_TEST_FILE_LIMIT"
  static let trial = "ARCHIVE_TEST_TRIAL"

  static func value(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

  /// Runs the sample in a child.
  ///
  /// - Returns: whether the child ended by itself and its test passed.
  @discardableResult
  static func run(_ output: String, _ environment: [String: String] = [:]) throws -> Bool {
    let process = try start(output, environment)
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }

  /// Starts a child that makes the sample run.
  static func start(_ output: String, _ environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = ["--testing-library", "swift-testing", "--filter", "sampleRunInAnotherProcess"]
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { $1 }.merging([Self.output: output]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}

/// In a child it does what the variables say; elsewhere it makes a run and throws it away.
@Test func sampleRunInAnotherProcess() throws {
  let scratch = try Scratch()
  let output = OtherProcess.value(OtherProcess.output) ?? scratch("run")
  let sample = SampleRun()
  if let limit = OtherProcess.value(OtherProcess.fileLimit).flatMap({ UInt64($0) }) {
    var bound = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    signal(SIGXFSZ, SIG_IGN)
    #if os(Linux)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &bound) == 0)
    #else
      #expect(setrlimit(RLIMIT_FSIZE, &bound) == 0)
    #endif
    #expect { try sample.complete(output) } throws: { error in
      guard let error = error as? FileError else { return false }
      return error.kind == .inputOutput && error.reason.contains("File too large")
    }
    return
  }
  if let file = OtherProcess.value(OtherProcess.trial) {
    // It locks the run's directory and then waits for a process that tries to read a pipe.
    let directory = try RunDirectory(output, identity: sample.identity)
    #expect(HDF5.withLock { chdf5_survives_reading(file) } == 0)
    #expect(try directory.state() == .empty)
    return
  }
  let last = OtherProcess.value(OtherProcess.killAt).flatMap { Int($0) } ?? .max
  let counter = Counter()
  let operations = FileOperations(waits: false) { _ in
    if counter.next() == last { kill(getpid(), SIGKILL) }
  }
  let directory = try RunDirectory(output, identity: sample.identity, operations: operations)
  try sample.complete(directory)
  #expect(try directory.state() == .finished)
}

private final class Counter: @unchecked Sendable {
  private var count = 0
  private let lock = NSLock()

  func next() -> Int {
    lock.withLock {
      defer { count += 1 }
      return count
    }
  }
}
