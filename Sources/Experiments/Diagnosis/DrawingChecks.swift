import Files
import Foundation
import Reporting

extension Surroundings {
  /// gnuplot, what it draws, the fonts of the figures, and whether this terminal shows what is printed.
  package func drawingChecks() -> [DiagnosticCheck] {
    [gnuplot(), fonts(), textEncoding()]
  }

  private func gnuplot() -> DiagnosticCheck {
    let install = self.install(apt: "gnuplot-nox", dnf: "gnuplot", brew: "gnuplot")
    guard let gnuplot = try? Gnuplot.find(in: environment["PATH"] ?? "") else {
      return DiagnosticCheck(
        "gnuplot", .drawing, .bad, "is not in PATH: no figure can be drawn", remedy: install)
    }
    guard let version = gnuplot.version else {
      return DiagnosticCheck("gnuplot", .drawing, .bad, "does not tell its version", remedy: install)
    }
    let numbers = version.split { $0 == "." || $0 == " " }.map { Int($0) ?? 0 } + [0, 0]
    guard (numbers[0], numbers[1]) >= (5, 4) else {
      return DiagnosticCheck(
        "gnuplot", .drawing, .bad, "\(version); the figures need 5.4 or later", remedy: install)
    }
    let failures = Self.failures(of: gnuplot)
    guard failures.isEmpty else {
      let formats = failures.map { "\($0.format.rawValue) is not drawn" }.joined(separator: ", ")
      let said = failures.map(\.reason).first { !$0.isEmpty }.map { "gnuplot says: \($0); " } ?? ""
      return DiagnosticCheck(
        "gnuplot", .drawing, .bad, "\(version), but \(formats)",
        remedy: said + "it needs its terminals svg and pngcairo: " + install)
    }
    return DiagnosticCheck("gnuplot", .drawing, .good, "\(version); draws with svg and pngcairo")
  }

  /// Draws a small figure in each format; what did not come out, and why.
  private static func failures(of gnuplot: Gnuplot) -> [(format: Gnuplot.Format, reason: String)] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("reprise-doctor-\(UUID().uuidString)").path
    defer { try? FileOperations.system.removeAll(folder) }
    var script = GnuplotScript(named: "trial", width: 200, height: 150)
    script.append("set title \(GnuplotScript.quoted("−1 … 10⁻⁷"))", "plot [0:1] x notitle")
    return [Gnuplot.Format.svg, .png].compactMap { format in
      do {
        _ = try gnuplot.draw(script, into: folder, as: [format])
        return nil
      } catch GnuplotError.rejected(_, _, let message) {
        let line = message.split(separator: "\n").last { !$0.allSatisfy { " ^\t".contains($0) } } ?? ""
        return (format, line.trimmingCharacters(in: .whitespaces))
      } catch {
        return (format, "\(error)")
      }
    }
  }

  /// The figures ask for the family sans-serif and use the minus sign and raised digits. In an SVG the viewer's fonts
  /// count, in a PNG those that are here.
  private func fonts() -> DiagnosticCheck {
    let install = self.install(
      apt: "fontconfig fonts-dejavu-core", dnf: "fontconfig dejavu-sans-fonts", brew: "fontconfig")
    func note(_ found: String) -> DiagnosticCheck {
      DiagnosticCheck("fonts", .drawing, .note, found, remedy: install)
    }
    guard let match = program("fc-match"), let list = program("fc-list") else {
      return note("cannot be told without fontconfig's programs; they matter to PNG drawings only")
    }
    let family = Program.output(match, ["-f", "%{family[0]}", "sans-serif"]) ?? ""
    guard !family.isEmpty else { return note("there is none, so PNG drawings have no text") }
    let wanted = "2212 207b 2070 2074-2079 b2-b3 b9"  // − ⁻ ⁰ ⁴…⁹ ² ³ ¹
    let able = Program.output(list, [":charset=\(wanted)", "family"]) ?? ""
    return able.isEmpty
      ? note(
        "sans-serif is \(family); no font has the raised digits of logarithmic axes, so PNG drawings lack them"
      )
      : DiagnosticCheck("fonts", .drawing, .good, "sans-serif is \(family); signs of the axes are there")
  }

  /// What is printed is UTF-8 everywhere; gnuplot gets a locale of its own.
  private func textEncoding() -> DiagnosticCheck {
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { !(environment[$0] ?? "").isEmpty }
    let locale = variable.flatMap { environment[$0] } ?? ""
    let encoding = locale.split(separator: ".").dropFirst().first?.uppercased().filter { $0 != "-" } ?? ""
    guard encoding.isEmpty || encoding.hasPrefix("UTF8") else {
      return DiagnosticCheck(
        "locale", .drawing, .note,
        "\(locale): the terminal may show other signs than are printed, which is UTF-8",
        remedy: "set LC_ALL=C.UTF-8")
    }
    return DiagnosticCheck(
      "locale", .drawing, .good,
      (locale.isEmpty ? "not set" : locale) + "; text is UTF-8 and numbers have a point whatever it is")
  }
}
