import Foundation
import Reporting
import Tensors
import Testing

/// Laws of the scripts' text; none of them needs gnuplot.
@Suite struct FigureTests {
  @Test func theSameValuesGiveTheSameBytes() throws {
    for (name, figure) in try Specimens.all(title: "x") + Specimens.extremes() + Gallery.all() {
      #expect(figure.script(named: name).text == figure.script(named: name).text, "\(name)")
    }
  }

  @Test func theDigestStandsShortOnTheDrawingAndWholeInTheHead() throws {
    for (name, figure) in try Specimens.all(title: "x") {
      let text = figure.script(named: name).text
      #expect(text.contains("# run \(Specimens.digest)\n"), "\(name)")
      #expect(text.contains("'run 0123456789ab'"), "\(name)")
    }
  }

  @Test func aLongTitleIsWrapped() {
    let title = String(repeating: "word ", count: 40)
    let text = Gallery.lossAccuracy([Gallery.run(epochs: 3)], title: title).script(named: "x").text
    let line = text.split(separator: "\n").first { $0.hasPrefix("set multiplot") } ?? ""
    #expect(line.contains("word'.LF.'word"))
    #expect(line.components(separatedBy: "word").count == 41)
  }

  /// Somebody who edits a script finds its texts where gnuplot's manual says that they are.
  @Test func textIsSetByGnuplot() throws {
    for (name, figure) in try Specimens.all(title: "plain") + Gallery.all() {
      let lines = figure.script(named: name).text.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix("set multiplot layout ") && $0.contains(" title '") }, "\(name)")
      // Notes and digests only; names and numbers of the data are titles, tick labels or plotted.
      let placed = lines.filter { $0.hasPrefix("set label") && $0.contains("at screen") }
      #expect(placed.allSatisfy { $0.hasPrefix("set label 1 ") || $0.hasPrefix("set label 2 ") }, "\(name)")
    }
    let text = Gallery.norms().script(named: "x").text
    #expect(text.contains("set title 'Gradients'\n"))
    #expect(text.contains("set xlabel 'step'\n") && text.contains("set ylabel 'distance'\n"))
  }

  @Test func aScriptHoldsNoDoubleQuotedStringButItsOwnExample() throws {
    for (name, figure) in try Specimens.all(title: "plain") + Gallery.all() {
      let lines = figure.script(named: name).text.split(separator: "\n")
      #expect(lines.filter { $0.contains("\"") && !$0.hasPrefix("#") }.isEmpty, "\(name)")
    }
  }

  @Test func everyBarSaysItsValue() {
    let figure = BarsFigure(
      caption: Specimens.caption(), categories: ["a", "50 %"],
      groups: [.init(values: [0.9769, 0.6]), .init(values: [0.5])], yLabel: "accuracy", isPercentage: true)
    let text = figure.script(named: "x").text
    #expect(text.contains("\n0.9769 0.5\n0.6 NaN\nEOD\n"))
    #expect(text.contains("'' using ($0 - 0.1667):(100*$1):(gprintf('%.4g %%', 100*$1)) with labels"))
    // A tick's label is a format.
    #expect(text.contains("set xtics scale 0 ('a' 0, '50 %%' 1)"))
  }

  @Test func whatIsMissingInAStackHasNoHeight() {
    let text = Specimens.bars([1, .nan], arrangement: .stacked).script(named: "x").text
    #expect(text.contains("\n1 1\n0 0\nEOD\n"))
  }

  @Test func rangesAndReportedValuesStandBesideTheirBars() {
    let figure = BarsFigure(
      caption: Specimens.caption(), categories: ["a", "b"],
      groups: [
        .init(name: "one", values: [0.5, 0.6], ranges: [0.4...0.75], reported: [.nan, 0.9]),
        .init(name: "two", values: [0.5, 0.25]),
      ], yLabel: "y", reportedName: "printed")
    let text = figure.script(named: "x").text
    #expect(
      text.contains("$ranges << EOD\n# place lower upper\n-0.16666666666666666 0.4 0.75\nEOD\n"))
    #expect(text.contains("with vectors heads"))
    #expect(text.contains("\n0.9733333333333334 0.9\nEOD\n") && text.contains(" title 'printed'\n"))
    // The value stands above the range's end.
    #expect(text.contains("# place height value\n-0.16666666666666666 0.75 0.5\n"))
  }

  @Test func reportedValuesCountForTheAxis() {
    let figure = { (reported: [Double]) in
      BarsFigure(
        caption: Specimens.caption(), categories: ["a"], groups: [.init(values: [1], reported: reported)],
        yLabel: "y"
      ).script(named: "x").text
    }
    #expect(figure([]).contains("set yrange [0:1]"))
    #expect(figure([3.9]).contains("set yrange [0:4]"))
  }
}
