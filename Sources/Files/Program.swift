import Foundation

/// The other programs of this machine.
package enum Program {
  /// The first program of a name in the directories of `path`, separated by colons; `nil` if there is none.
  ///
  /// - Parameter path: `nil` for the environment's `PATH`.
  package static func find(_ name: String, in path: String? = nil) -> String? {
    let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first {
      (try? FileOperations.isDirectory($0)) == false && FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// What a program writes to its standard output; `nil` if it cannot be run, ends with another status than 0, or is
  /// stopped because it runs longer than `seconds`.
  package static func output(_ executable: String, _ arguments: [String], seconds: Int = 10) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let watch = ProcessWatch(process, seconds: seconds)
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard !watch.stop(), process.terminationReason == .exit, process.terminationStatus == 0 else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Stops a process that runs too long.
package struct ProcessWatch {
  private let expired: DispatchSemaphore
  private let timer: DispatchSourceTimer

  /// Watches a process that runs; it is killed after so many seconds.
  package init(_ process: Process, seconds: Int) {
    let expired = DispatchSemaphore(value: 0)
    self.expired = expired
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + .seconds(seconds))
    timer.setEventHandler {
      guard process.isRunning else { return }
      expired.signal()
      kill(process.processIdentifier, SIGKILL)
    }
    timer.resume()
  }

  /// Ends the watch; says whether it had to stop the process.
  package func stop() -> Bool {
    timer.cancel()
    return expired.wait(timeout: .now()) == .success
  }
}
