import Files
import Foundation
import Reporting
import Tensors
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Drawings really made; a machine without gnuplot skips what needs it.
@Suite struct GnuplotTests {
  private static let gnuplot = try? Gnuplot.find()
  private static var isInstalled: Bool { gnuplot != nil }
  private let plot = Self.gnuplot ?? Gnuplot(executable: "/nowhere/gnuplot")

  /// Runs `body` in a new directory that is removed afterwards.
  private func inDirectory(_ body: (URL) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
      "reporting \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory)
  }

  private func contents(_ directory: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  /// The texts of an SVG's `text` elements; `nil` when it is not well-formed XML.
  private func texts(_ svg: URL) throws -> [String]? {
    let collector = TextCollector()
    let parser = XMLParser(data: try Data(contentsOf: svg))
    parser.delegate = collector
    return parser.parse() ? collector.texts : nil
  }

  private final class TextCollector: NSObject, XMLParserDelegate {
    var texts: [String] = []
    private var current: String?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if name == "text" { current = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { current? += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name == "text", let text = current { texts.append(text) }
      if name == "text" { current = nil }
    }
  }

  /// A program that does what the shell lines say, in place of gnuplot.
  private func program(_ lines: String, in directory: URL, timeLimit: Int = 60) throws -> Gnuplot {
    let file = directory.appendingPathComponent("program")
    try "#!/bin/sh\n\(lines)\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return Gnuplot(executable: file.path, timeLimit: timeLimit)
  }

  @Test(.enabled(if: isInstalled)) func everyFigureIsWellFormedAndTheSameTwice() throws {
    try inDirectory { directory throws in
      for (name, figure) in try Specimens.all(title: "x") + Specimens.extremes() + Gallery.all() {
        let here = directory.appendingPathComponent("a")
        let there = directory.appendingPathComponent("b")
        #expect(try plot.draw(figure, named: name, into: here.path).drawn == [.svg, .png], "\(name)")
        #expect(try plot.draw(figure, named: name, into: there.path).drawn == [.svg, .png], "\(name)")
        for format in ["gp", "svg", "png"] {
          let one = try Data(contentsOf: here.appendingPathComponent("\(name).\(format)"))
          let other = try Data(contentsOf: there.appendingPathComponent("\(name).\(format)"))
          #expect(one == other, "\(name).\(format)")
        }
        #expect(try texts(here.appendingPathComponent("\(name).svg")) != nil, "\(name)")
        let png = try Data(contentsOf: here.appendingPathComponent("\(name).png"))
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(name)")
      }
    }
  }

  @Test(.enabled(if: isInstalled)) func hostileTextsAreDrawnAsTheyAreAndDoNothing() throws {
    try inDirectory { directory throws in
      for (name, figure) in try Specimens.all(title: Specimens.hostile) {
        _ = try plot.draw(figure, named: name, into: directory.path)
        let drawn = try #require(try texts(directory.appendingPathComponent("\(name).svg")), "\(name)")
        let all = drawn.joined(separator: " ")
        for part in ["it's \"x\" `touch pwned` $(touch", "@system \\ EOD EOD", "<&> {/=20 b}^2 %s \\"] {
          #expect(all.contains(part), "\(name): \(part)")
        }
      }
      let stems = [
        "bars", "curves", "dots", "grid", "mosaic", "pictures", "pixels", "planes", "stack", "table",
      ]
      #expect(try contents(directory) == stems.flatMap { ["\($0).gp", "\($0).png", "\($0).svg"] })
    }
  }

  /// Quotes where gnuplot 5.4 misreads doubled ones; braces, which it would take for markup; a format.
  @Test(.enabled(if: isInstalled), arguments: ["'", "''a'' 'b'", "{a} }{ ^{", "5 % \\", "~a{b @_c &{"])
  func textsOfSpecialCharactersAreDrawn(_ title: String) throws {
    try inDirectory { directory throws in
      for (name, figure) in try Specimens.all(title: title) {
        _ = try plot.draw(figure, named: name, into: directory.path)
        let drawn = try #require(try texts(directory.appendingPathComponent("\(name).svg")), "\(name)")
        // The figure's title, and a tick label, a panel's title or the name of an axis or series.
        #expect(drawn.count { $0 == title } >= 2, "\(name)")
      }
    }
  }

  @Test(.enabled(if: isInstalled)) func drawingsHoldNoPlaceAndNoDay() throws {
    try inDirectory { directory throws in
      _ = try plot.draw(Gallery.lossAccuracy([Gallery.run(epochs: 5)]), named: "x", into: directory.path)
      let svg = try String(contentsOf: directory.appendingPathComponent("x.svg"), encoding: .utf8)
      let year = Calendar(identifier: .gregorian).component(.year, from: Date())
      for trace in [directory.lastPathComponent, ProcessInfo.processInfo.hostName, "\(year)"] {
        #expect(!svg.contains(trace), "\(trace)")
      }
    }
  }

  @Test(.enabled(if: isInstalled)) func figuresAreSmallEnoughToCommit() throws {
    try inDirectory { directory throws in
      let cells = (0..<4).map { column in
        Tensor((0..<9999).map { sin(Double($0 * (column + 1))) })
      }
      let grid = HistogramGrid(
        caption: Specimens.caption(), columns: ["a", "b", "c", "d"],
        rows: [.init(label: "1", cells: cells), .init(label: "2", cells: cells)])
      for (figure, limit) in [(Gallery.lossAccuracy([Gallery.run(epochs: 101)]), 48_000), (grid, 80_000)]
        as [(any Figure, Int)]
      {
        _ = try plot.draw(figure, named: "x", into: directory.path)
        #expect(try Data(contentsOf: directory.appendingPathComponent("x.svg")).count < limit)
      }
    }
  }

  @Test(.enabled(if: isInstalled)) func aSecondDrawingDoesNothing() throws {
    try inDirectory { directory throws in
      let figure = Gallery.lossAccuracy([Gallery.run(epochs: 3)])
      let svg = directory.appendingPathComponent("x.svg")
      #expect(try plot.draw(figure, named: "x", into: directory.path).scriptChanged)
      // Another gnuplot's drawing stays as it is, as long as the script is the same.
      try "<svg/>".write(to: svg, atomically: true, encoding: .utf8)
      let second = try plot.draw(figure, named: "x", into: directory.path)
      #expect(!second.scriptChanged && second.drawn.isEmpty)
      try FileManager.default.removeItem(at: directory.appendingPathComponent("x.png"))
      #expect(try plot.draw(figure, named: "x", into: directory.path).drawn == [.png])
      #expect(try String(contentsOf: svg, encoding: .utf8) == "<svg/>")
      let third = try plot.draw(
        Gallery.lossAccuracy([Gallery.run(epochs: 4)]), named: "x", into: directory.path)
      #expect(third.scriptChanged && third.drawn == [.svg, .png])
      #expect(try String(contentsOf: svg, encoding: .utf8) != "<svg/>")
    }
  }

  @Test(.enabled(if: isInstalled)) func aBrokenScriptIsNamedWithItsLine() throws {
    try inDirectory { directory throws in
      var script = GnuplotScript(named: "001-99", width: 100, height: 100)
      script.append("set xrange [0:1]; set yrange [0:1]", "plot NaN", "no such command")
      let line = script.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      let error = #expect(throws: GnuplotError.self) { try plot.draw(script, into: directory.path) }
      let message = error?.description ?? ""
      #expect(message.hasPrefix("gnuplot could not draw 001-99.gp, line \(line): "))
      #expect(message.contains("invalid command"))
      // The script is there to be looked at, and a half-made drawing is not.
      #expect(try contents(directory) == ["001-99.gp"])
      #expect(throws: GnuplotError.self) { try plot.draw(script, into: directory.path) }
    }
  }

  @Test(.enabled(if: isInstalled)) func aWarningIsAnErrorThoughGnuplotExitsWithZero() throws {
    try inDirectory { directory throws in
      var script = GnuplotScript(named: "x", width: 100, height: 100)
      script.append("set xrange [0:1]; set yrange [0:1]", "plot 0, 'missing.dat'")
      #expect(throws: GnuplotError.self) { try plot.draw(script, into: directory.path) }
      #expect(try contents(directory) == ["x.gp"])
    }
  }

  @Test func aProgramThatDrawsNothingIsAnError() throws {
    try inDirectory { directory throws in
      let silent = try program("exit 0", in: directory)
      let error = #expect(throws: GnuplotError.self) {
        try silent.draw(Specimens.curves([]), named: "x", into: directory.path)
      }
      #expect(error?.description.contains("drew nothing") == true)
    }
  }

  @Test func aProgramThatHangsIsStopped() throws {
    try inDirectory { directory throws in
      let slow = try program("exec sleep 600", in: directory, timeLimit: 1)
      #expect(throws: GnuplotError.timedOut(script: "x.gp", seconds: 1)) {
        try slow.draw(Specimens.curves([]), named: "x", into: directory.path)
      }
      #expect(try contents(directory) == ["program", "x.gp"])
    }
  }

  @Test func theProgramReadsNothingAndKnowsOneLocale() throws {
    try inDirectory { directory throws in
      let echo = try program("cat; echo \"$LC_ALL $TZ $LANGUAGE $GNUTERM $*\"", in: directory)
      _ = try echo.draw(Specimens.curves([]), named: "x", into: directory.path, as: [.png])
      let said = try String(contentsOf: directory.appendingPathComponent("x.png"), encoding: .utf8)
      #expect(said == "C.UTF-8 UTC   -d -e drawing='png' x.gp\n")
    }
  }

  @Test func missingGnuplotSaysHowToInstallIt() throws {
    try inDirectory { directory throws in
      let error = #expect(throws: GnuplotError.self) { try Gnuplot.find(in: "\(directory.path):/nowhere") }
      #expect(error == .notFound(program: "gnuplot"))
      #expect(error?.description.contains("apt-get install gnuplot-nox") == true)
    }
  }

  @Test func aProgramThatIsGoneIsAnErrorThatNamesIt() throws {
    try inDirectory { directory throws in
      let gone = Gnuplot(executable: directory.appendingPathComponent("gone").path)
      let error = #expect(throws: FileError.self) {
        try gone.draw(Specimens.curves([]), named: "x", into: directory.path)
      }
      #expect(error?.description.contains("gone") == true)
      #expect(try contents(directory) == ["x.gp"])
    }
  }

  @Test(arguments: ["", "../x", "a/b", "-d", ".x", "a b", "é", "x\n"])
  func namesThatAreNoFileNamesAreRefused(_ name: String) throws {
    try inDirectory { directory throws in
      #expect(throws: GnuplotError.invalidName(name)) {
        try plot.draw(Specimens.curves([]), named: name, into: directory.path)
      }
      #expect(try contents(directory).isEmpty)
    }
  }

  @Test func aDirectoryThatCannotBeMadeIsAnErrorThatNamesIt() throws {
    try inDirectory { directory throws in
      let file = directory.appendingPathComponent("file")
      try "".write(to: file, atomically: true, encoding: .utf8)
      let error = #expect(throws: FileError.self) {
        try plot.draw(Specimens.curves([]), named: "x", into: file.appendingPathComponent("plots").path)
      }
      #expect(error?.description.contains("plots") == true)
    }
  }
}
