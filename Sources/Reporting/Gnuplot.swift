import Foundation

/// Draws scripts with the gnuplot program of this machine.
///
/// SVG and PNG depend on the script and on gnuplot's version only, not on the clock, the user or the
/// directory; an SVG names that version in its `desc`. PDF carries a date, so it is made on request only.
public struct Gnuplot: Sendable {
  /// What a script can be drawn as.
  public enum Format: String, Sendable, CaseIterable {
    case svg, png, pdf
  }

  /// What drawing did.
  public struct Outcome: Sendable, Equatable {
    /// Whether the script's file was new or its bytes changed.
    public var scriptChanged: Bool
    /// The formats drawn; empty when all was up to date.
    public var drawn: [Format]
  }

  /// The program that is run.
  public let executable: URL
  /// How long one drawing may take, in seconds, before the program is stopped.
  public let timeLimit: Int

  /// A program at a known place.
  public init(executable: URL, timeLimit: Int = 120) {
    self.executable = executable
    self.timeLimit = timeLimit
  }

  /// Finds a program in the directories of `path`, separated by colons.
  ///
  /// - Parameters:
  ///   - program: the name to look for.
  ///   - path: `nil` for the environment's `PATH`.
  /// - Throws: ``GnuplotError/notFound(program:)``, whose text says how to install it.
  public static func find(_ program: String = "gnuplot", in path: String? = nil) throws -> Gnuplot {
    let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    for directory in path.split(separator: ":") {
      let candidate = URL(fileURLWithPath: String(directory)).appendingPathComponent(program)
      var isDirectory: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory),
        !isDirectory.boolValue, FileManager.default.isExecutableFile(atPath: candidate.path)
      {
        return Gnuplot(executable: candidate)
      }
    }
    throw GnuplotError.notFound(program: program)
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
  /// - Throws: ``GnuplotError``; after a rejected script its file is there to be looked at.
  public func draw(
    _ figure: some Figure, named name: String, into directory: URL, as formats: [Format] = [.svg, .png]
  ) throws -> Outcome {
    try draw(figure.script(named: name), into: directory, as: formats)
  }

  /// Writes a script and draws it beside it, doing only what is not done already; see
  /// ``draw(_:named:into:as:)``.
  public func draw(
    _ script: GnuplotScript, into directory: URL, as formats: [Format] = [.svg, .png]
  ) throws -> Outcome {
    let name = script.name
    guard let first = name.utf8.first, Self.isLetterOrDigit(first),
      name.utf8.allSatisfy({ Self.isLetterOrDigit($0) || "-_.".utf8.contains($0) }), name.utf8.count <= 200
    else { throw GnuplotError.invalidName(name) }

    let files = FileManager.default
    let scriptFile = directory.appendingPathComponent(name + ".gp")
    let drawing = { (format: Format) in directory.appendingPathComponent("\(name).\(format.rawValue)") }
    let bytes = Data(script.text.utf8)
    let changed = files.contents(atPath: scriptFile.path) != bytes
    if changed {
      try Self.naming(directory) {
        try files.createDirectory(at: directory, withIntermediateDirectories: true)
      }
      for format in Format.allCases where files.fileExists(atPath: drawing(format).path) {
        try Self.naming(drawing(format)) { try files.removeItem(at: drawing(format)) }
      }
      try Self.naming(scriptFile) { try bytes.write(to: scriptFile, options: .atomic) }
    }
    var drawn: [Format] = []
    for format in formats where !drawn.contains(format) {
      if files.fileExists(atPath: drawing(format).path) { continue }
      try run(scriptFile, as: format, to: drawing(format))
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

  /// Runs `body`; its error becomes one that names the file.
  static func naming<Result>(_ file: URL, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch {
      throw GnuplotError.file(path: file.path, reason: error.localizedDescription)
    }
  }
}
