import Foundation
import Reporting
import Testing

/// Laws of the scripts' text; none of them needs gnuplot.
@Suite struct FigureTests {
  @Test func theSameValuesGiveTheSameBytes() throws {
    for (name, figure) in try Specimens.all(title: "x") + Specimens.extremes() {
      #expect(figure.script(named: name).text == figure.script(named: name).text, "\(name)")
    }
  }

  @Test func everyEpochStandsInTheScript() {
    let epochs = Specimens.epochs(100)
    let lines = Specimens.loss(epochs).script(named: "x").text.split(separator: "\n")
    for epoch in epochs {
      let row = [
        epoch.trainingLoss, epoch.validationLoss, epoch.trainingAccuracy, epoch.validationAccuracy,
      ].map(GnuplotScript.number).joined(separator: " ")
      #expect(lines.contains("\(epoch.number) \(row)"))
    }
  }

  @Test func accuracyIsInPerCentAndLossHasItsUnit() {
    let text = LossAccuracyFigure(caption: Specimens.caption(), runs: [.init(epochs: Specimens.epochs(5))])
      .script(named: "x").text
    #expect(text.contains("set format y '%.0f %%'"))
    #expect(text.contains("(100*$4)") && text.contains("(100*$5)"))
    #expect(text.contains("'cross-entropy (nats)'"))
    #expect(text.contains("set xtics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4)"))
  }

  @Test func divergingIsSaidWhereItBegins() {
    let text = Specimens.loss([Specimens.same, Specimens.diverged]).script(named: "x").text
    #expect(text.contains("\n4 NaN NaN NaN NaN\n"))
    #expect(text.contains("diverged (not finite) at epoch 4"))
    #expect(!Specimens.loss([Specimens.same]).script(named: "x").text.contains("diverged"))
  }

  @Test func theDigestStandsShortOnTheDrawingAndWholeInTheHead() throws {
    for (name, figure) in try Specimens.all(title: "x") {
      let text = figure.script(named: name).text
      #expect(text.contains("# run \(Specimens.digest)\n"), "\(name)")
      #expect(text.contains("'run 0123456789ab'"), "\(name)")
    }
  }

  @Test func everyBinStandsInTheScript() throws {
    let histogram = try Histogram(edges: [-1, 0.25, 2], counts: [7, 0])
    let text = Specimens.grid([histogram]).script(named: "x").text
    #expect(text.contains("\n-1 0\n-1 7\n0.25 7\n0.25 0\n2 0\n2 0\nEOD\n"))
    #expect(text.contains("set yrange [0.5:"))
  }

  @Test func aColumnsCellsShareTheirAxisUnlessAskedOtherwise() throws {
    let rows = [
      HistogramGrid.Row(label: "narrow", cells: [try Histogram(edges: [-1, 1], counts: [1])]),
      HistogramGrid.Row(label: "wide", cells: [try Histogram(edges: [-8, 8], counts: [1])]),
    ]
    var grid = HistogramGrid(caption: Specimens.caption(), columns: ["a"], rows: rows)
    #expect(grid.script(named: "x").text.components(separatedBy: "set xrange [-8:8]").count == 3)
    grid.ranges = .perCell
    let text = grid.script(named: "x").text
    #expect(text.contains("set xrange [-1:1]") && text.contains("set xrange [-8:8]"))
  }

  @Test func everyPixelStandsInTheScript() throws {
    let text = try Specimens.mosaic().script(named: "x").text
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("0001") || $0.hasPrefix("0304") }
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasSuffix("090807") || $0.hasSuffix("060504") })
    #expect(lines[1].hasPrefix("0304ff"))
    #expect(text.contains("'A remark. Drawn in 16 grey levels.'"))
  }

  @Test func imagesOfAnotherSizeAreRefusedByName() {
    let error = #expect(throws: FigureError.self) {
      try ImageMosaic(
        caption: Specimens.caption(), rows: [.init(label: "Bag", images: [[1, 2, 3]])], width: 2, height: 2)
    }
    #expect(error?.description == "image 0 of row “Bag” has 3 bytes, not 2 × 2 × 1")
  }

  @Test func noImageAndNoSizeAreRefused() {
    #expect(throws: FigureError.self) {
      try ImageMosaic(caption: Specimens.caption(), rows: [], width: 2, height: 2)
    }
    #expect(throws: FigureError.self) {
      try ImageMosaic(
        caption: Specimens.caption(), rows: [.init(label: "", images: [[]])], width: 0, height: 2)
    }
  }

  @Test func everyPointOfACurveStandsInTheScript() {
    let text = Specimens.curves([0.125, .nan, 1e-7]).script(named: "x").text
    #expect(text.components(separatedBy: "1 0.125\n2 NaN\n3 1e-07\nEOD\n").count == 1 + 3 * 5)
  }

  @Test func everyBarSaysItsValue() {
    let figure = BarsFigure(
      caption: Specimens.caption(), categories: ["a", "b"], groups: [.init(values: [0.9769, 0.6])],
      valueName: "accuracy", isPercentage: true)
    let text = figure.script(named: "x").text
    #expect(text.contains("'97.69 %'") && text.contains("'60 %'"))
  }

  @Test func aScriptHoldsNoDoubleQuotedStringButItsOwnExample() throws {
    for (name, figure) in try Specimens.all(title: "plain") {
      let lines = figure.script(named: name).text.split(separator: "\n")
      #expect(lines.filter { $0.contains("\"") && !$0.hasPrefix("#") }.isEmpty, "\(name)")
    }
  }
}
