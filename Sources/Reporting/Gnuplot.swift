import Files
import Foundation

/// Draws scripts with the gnuplot program of this machine.
///
/// SVG and PNG depend on the script and on gnuplot's version only, not on the clock, the user or the
/// directory; an SVG names that version in its `desc`. PDF carries a date, so it is made on request only.
package struct Gnuplot: Sendable {
  /// What a script can be drawn as.
  package enum Format: String, Sendable, CaseIterable {
    /// The raw value is the file's extension.
    case svg, png, pdf
  }

  /// What drawing did.
  package struct Outcome: Sendable, Equatable {
    /// Whether the script's file was new or its bytes changed.
    package var scriptChanged: Bool
    /// The formats drawn; empty when all was up to date.
    package var drawn: [Format]
  }

  private let executable: String
  private let timeLimit: Int

  /// A program at a known place; a drawing that takes longer than `timeLimit` seconds is stopped.
  package init(executable: String, timeLimit: Int = 120) {
    self.executable = executable
    self.timeLimit = timeLimit
  }

  /// Finds a program in the directories of `path`, separated by colons.
  ///
  /// - Parameters:
  ///   - program: the name to look for.
  ///   - path: `nil` for the environment's `PATH`.
  /// - Throws: ``GnuplotError/notFound(program:)``, whose text says how to install it.
  package static func find(_ program: String = "gnuplot", in path: String? = nil) throws -> Gnuplot {
    guard let executable = Program.find(program, in: path) else {
      throw GnuplotError.notFound(program: program)
    }
    return Gnuplot(executable: executable)
  }

  /// Its version, such as `5.4 patchlevel 4`; `nil` if it does not tell.
  package var version: String? {
    let words = Program.output(executable, ["--version"])?.split(whereSeparator: \.isWhitespace) ?? []
    return words.first == "gnuplot" && words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
  }

  /// Writes a figure's script and draws it beside it, doing only what is not done already.
  ///
  /// When the script's bytes changed, the old drawings are removed, the script is written and everything is
  /// drawn; else only missing drawings are. So a committed SVG is never redrawn by another version of
  /// gnuplot, and being killed at any moment leaves files that the next call completes. A drawing appears
  /// whole, by renaming.
  ///
  /// - Parameters:
  ///   - figure: what to draw.
  ///   - name: the stem of the files' names.
  ///   - directory: where the files go; made when it is not there.
  ///   - formats: what to draw.
  /// - Throws: ``GnuplotError``; after a rejected script its file is there to be looked at. `FileError`.
  package func draw(
    _ figure: some Figure, named name: String, into directory: String, as formats: [Format] = [.svg, .png]
  ) throws -> Outcome {
    try draw(figure.script(named: name), into: directory, as: formats)
  }

  /// Writes a script and draws it beside it, doing only what is not done already; see
  /// ``draw(_:named:into:as:)``.
  package func draw(
    _ script: GnuplotScript, into directory: String, as formats: [Format] = [.svg, .png]
  ) throws -> Outcome {
    let name = script.name
    guard let first = name.utf8.first, Self.isLetterOrDigit(first),
      name.utf8.allSatisfy({ Self.isLetterOrDigit($0) || "-_.".utf8.contains($0) }), name.utf8.count <= 200
    else { throw GnuplotError.invalidName(name) }

    let files = FileOperations.system
    let path = { (suffix: String) in "\(directory)/\(name).\(suffix)" }
    let scriptPath = path("gp")
    let bytes = Array(script.text.utf8)
    let changed = try !FileOperations.exists(scriptPath) || FileOperations.contents(of: scriptPath) != bytes
    if changed {
      try files.createDirectory(directory)
      for format in Format.allCases { try files.remove(path(format.rawValue)) }
      try files.replaceFile(scriptPath, with: bytes)
    }
    var drawn: [Format] = []
    for format in formats where try !FileOperations.exists(path(format.rawValue)) {
      try run("\(name).gp", in: directory, as: format, to: path(format.rawValue))
      drawn.append(format)
    }
    return Outcome(scriptChanged: changed, drawn: drawn)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

// MARK: Running the program

extension Gnuplot {
  /// Draws one script in one format into a temporary file, then puts its contents in the drawing's place.
  ///
  /// Success is exit status 0 and nothing on standard error: gnuplot exits with 0 after a warning, such as
  /// one for data that it cannot read.
  private func run(_ script: String, in directory: String, as format: Format, to drawing: String) throws {
    let files = FileOperations.system
    let temporary = "\(drawing).\(getpid()).drawing.tmp"
    try files.writeFile(temporary, [])
    defer { try? files.remove(temporary) }
    guard let output = FileHandle(forWritingAtPath: temporary) else {
      throw FileError(attempt: "open", path: temporary)
    }
    let messages = Pipe()

    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = ["-d", "-e", "drawing='\(format.rawValue)'", script]
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = Self.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = messages
    do { try process.run() } catch {
      throw FileError(path: executable, reason: "cannot be run: \(error.localizedDescription)")
    }
    let watch = ProcessWatch(process, seconds: timeLimit)
    // To the end of the stream, which comes when the process ends; its output goes to a file, so neither
    // can wait for the other.
    let said = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let timedOut = watch.stop()
    try? output.close()

    let message = Self.withoutFontCacheWarnings(String(decoding: said, as: UTF8.self))
    if timedOut { throw GnuplotError.timedOut(script: script, seconds: timeLimit) }
    guard process.terminationStatus == 0, process.terminationReason == .exit, message.isEmpty else {
      throw Self.rejection(of: script, message, status: process.terminationStatus)
    }
    let bytes = try FileOperations.contents(of: temporary)
    guard !bytes.isEmpty else {
      throw GnuplotError.rejected(script: script, line: nil, message: "gnuplot ended well but drew nothing")
    }
    try files.replaceFile(drawing, with: bytes)
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
}

/// Why a figure was not drawn, and the way out.
package enum GnuplotError: Error, Equatable, CustomStringConvertible {
  /// There is no gnuplot to run; `program` is what was looked for.
  case notFound(program: String)
  /// The figure's name cannot be the stem of a file's name.
  case invalidName(String)
  /// gnuplot did not accept the script; `message` is what it said, `line` the script's line if it named one.
  case rejected(script: String, line: Int?, message: String)
  /// gnuplot was stopped because it had not finished in time.
  case timedOut(script: String, seconds: Int)

  /// What happened and what helps, in one line or gnuplot's own few.
  package var description: String {
    switch self {
    case .notFound(let program):
      "\(program) was not found, so no figure can be drawn. Install it: apt-get install gnuplot-nox "
        + "(Debian, Ubuntu), brew install gnuplot (macOS)."
    case .invalidName(let name):
      "the figure's name “\(name)” cannot be a file's name: use ASCII letters, digits, “-”, “_” and “.”, "
        + "and begin with a letter or a digit."
    case .rejected(let script, let line, let message):
      "gnuplot could not draw \(script)" + (line.map { ", line \($0)" } ?? "") + ": \(message)"
    case .timedOut(let script, let seconds):
      "gnuplot had not drawn \(script) after \(seconds) s and was stopped; run it by hand to see why."
    }
  }
}
