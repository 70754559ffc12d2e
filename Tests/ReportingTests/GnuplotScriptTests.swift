import Reporting
import Testing

@Suite struct GnuplotScriptTests {
  @Test func quotesAreDoubledAndNothingElseChanges() {
    #expect(GnuplotScript.quoted("it's `x` $(y) \\n \"z\"") == "'it''s `x` $(y) \\n \"z\"'")
    #expect(GnuplotScript.quoted("") == "''")
  }

  @Test func quotedTextStaysOnItsLine() {
    let hostile = "a\nb\r\nc\u{2028}d\u{0}e\u{85}f\tg"
    let text = GnuplotScript.quoted(hostile)
    #expect(text == "'a b  c d e f g'")
  }

  /// gnuplot 5.4 takes a doubled quote for one in the middle of a text only.
  @Test(arguments: [
    ("'", "sprintf('%c', 39)"), ("'a'", "sprintf('%c', 39).'a'''"), ("a''b", "'a'''.sprintf('%c', 39).'b'"),
    ("''", "sprintf('%c', 39).sprintf('%c', 39)"),
  ])
  func quotesAtTheStartAndAfterAnotherAreJoined(_ text: String, _ quoted: String) {
    #expect(GnuplotScript.quoted(text) == quoted)
  }

  @Test func aQuoteWithACombiningAccentIsDoubledToo() {
    #expect(Array(GnuplotScript.quoted("a'\u{301}").unicodeScalars) == ["'", "a", "'", "'", "\u{301}", "'"])
  }

  @Test(arguments: [
    (0.0, "0"), (10.0, "10"), (0.1, "0.1"), (-2.5, "-2.5"), (1e-5, "1e-05"), (1e22, "1e+22"),
    (.infinity, "NaN"), (-.infinity, "NaN"), (.nan, "NaN"), (0.30000000000000004, "0.30000000000000004"),
  ])
  func numbersAreTheShortestThatReadBack(_ value: Double, _ text: String) {
    #expect(GnuplotScript.number(value) == text)
    if value.isFinite { #expect(Double(text) == value) }
  }

  @Test func blocksHoldTheirValues() {
    var script = GnuplotScript(named: "x", width: 100, height: 100)
    #expect(script.addBlock("a b", columns: ["u", "v\nEOD"], rows: [[1, 0.5], [2, .nan]]) == "$a_b")
    let code = PixelCode(levels: 64, channels: 1)
    #expect(script.addBlock("c", pixels: [[0, 255], [16, 1]] as [[UInt8]], code) == "$c")
    #expect(script.addBlock("d", columns: ["x", "y"], curves: [[[1, 2], [3, 4]], [], [[5, 6]]]) == "$d")
    #expect(script.addBlock("e", columns: ["x", "y"], curves: [[]]) == "$e")
    #expect(script.text.contains("$a_b << EOD\n# u v EOD\n1 0.5\n2 NaN\nEOD\n"))
    #expect(script.text.contains("$c << EOD\n0*\n40\nEOD\n"))
    #expect(script.text.contains("$d << EOD\n# x y\n1 2\n3 4\n\n5 6\nEOD\n"))
    #expect(script.text.contains("$e << EOD\n# x y\nNaN NaN\nEOD\n"))
  }
}
