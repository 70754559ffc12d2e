import Foundation

extension Gnuplot {
  /// Draws one script file in one format into a temporary file, then renames that to `drawing`.
  ///
  /// Success is exit status 0 and nothing on standard error: gnuplot exits with 0 after a warning, such as
  /// one for data that it cannot read.
  func run(_ script: URL, as format: Format, to drawing: URL) throws {
    let temporary = drawing.deletingLastPathComponent().appendingPathComponent(
      ".\(drawing.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).tmp")
    let files = FileManager.default
    guard files.createFile(atPath: temporary.path, contents: nil) else {
      throw GnuplotError.file(path: temporary.path, reason: "cannot be written")
    }
    defer { try? files.removeItem(at: temporary) }
    let output = try Self.naming(temporary) { try FileHandle(forWritingTo: temporary) }
    let messages = Pipe()

    let process = Process()
    process.executableURL = executable
    process.arguments = ["-d", "-e", "drawing='\(format.rawValue)'", script.lastPathComponent]
    process.currentDirectoryURL = script.deletingLastPathComponent()
    process.environment = Self.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = messages
    do { try process.run() } catch {
      throw GnuplotError.file(path: executable.path, reason: "cannot be run: \(error.localizedDescription)")
    }
    let watch = Watch(process, seconds: timeLimit)
    // To the end of the stream, which comes when the process ends; its output goes to a file, so neither
    // can wait for the other.
    let said = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let timedOut = watch.stop()
    try? output.close()

    let message = Self.withoutFontCacheWarnings(String(decoding: said, as: UTF8.self))
    if timedOut { throw GnuplotError.timedOut(script: script.lastPathComponent, seconds: timeLimit) }
    guard process.terminationStatus == 0, process.terminationReason == .exit, message.isEmpty else {
      throw Self.rejection(of: script.lastPathComponent, message, status: process.terminationStatus)
    }
    let size = try Self.naming(temporary) {
      try files.attributesOfItem(atPath: temporary.path)[.size] as? Int
    }
    guard let size, size > 0 else {
      throw GnuplotError.rejected(
        script: script.lastPathComponent, line: nil, message: "gnuplot ended well but drew nothing")
    }
    guard rename(temporary.path, drawing.path) == 0 else {
      throw GnuplotError.file(path: drawing.path, reason: String(cString: strerror(errno)))
    }
  }

  /// This process's environment less what changes gnuplot's drawings.
  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("GNUPLOT") && !$0.key.hasPrefix("LC_") && $0.key != "GNUTERM" && $0.key != "LANGUAGE"
    }
    environment["LC_ALL"] = "C.UTF-8"
    environment["TZ"] = "UTC"
    return environment
  }

  /// fontconfig complains where it cannot keep a cache (a read-only home); the drawing is not affected.
  private static func withoutFontCacheWarnings(_ text: String) -> String {
    text.split(separator: "\n").filter {
      !$0.hasPrefix("Fontconfig error: No writable cache directories") && !$0.hasPrefix("\t/")
    }
    .joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Finds the line in gnuplot's message, `"001-15.gp" line 12: undefined variable: x`.
  private static func rejection(of script: String, _ message: String, status: Int32) -> GnuplotError {
    let place = "\"\(script)\" line "
    guard let found = message.range(of: place) else {
      let reason = message.isEmpty ? "it ended with status \(status)" : message
      return .rejected(script: script, line: nil, message: reason)
    }
    let rest = message[found.upperBound...]
    let line = Int(rest.prefix { $0.isASCII && $0.isNumber })
    return .rejected(script: script, line: line, message: message)
  }

  /// Stops a process that runs too long.
  private struct Watch {
    private let expired: DispatchSemaphore
    private let timer: DispatchSourceTimer

    init(_ process: Process, seconds: Int) {
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
    func stop() -> Bool {
      timer.cancel()
      return expired.wait(timeout: .now()) == .success
    }
  }
}
