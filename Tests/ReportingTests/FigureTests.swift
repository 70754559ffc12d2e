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

  @Test func everyBinStandsInTheScript() throws {
    let histogram = try #require(Histogram(edges: [-1, 0, 0.25, 1, 2], counts: [7, 7, 0, 2]))
    let text = Specimens.grid([histogram]).script(named: "x").text
    #expect(text.contains("\n-1 0\n-1 7\n0.25 7\n0.25 0\n1 0\n1 2\n2 2\n2 0\nEOD\n"))
    #expect(text.contains("set yrange [0.5:"))
  }

  @Test func binsNarrowerThanAPixelHaveABorder() throws {
    let narrow = try #require(Histogram(edges: [0, 0.5, 1], counts: [1, 2]))
    let wide = try #require(Histogram(edges: [0, 1000], counts: [3]))
    let text = HistogramGrid(
      caption: Specimens.caption(), columns: ["a"],
      rows: [.init(label: "narrow", cells: [narrow]), .init(label: "wide", cells: [wide])]
    ).script(named: "x").text
    let plots = text.split(separator: "\n").filter { $0.hasPrefix("plot ") }
    #expect(plots.map { $0.contains(" border ") } == [true, false])
  }

  @Test func aHistogramSaysItsSummaryAndWhatIsNotFinite() {
    let text = Specimens.grid([Specimens.histogram([-1, 1, .nan])]).script(named: "x").text
    #expect(text.contains("set x2label 'σ 1, −1 … 1, 1 not finite' textcolor rgb '#D55E00'\n"))
  }

  @Test func aColumnsCellsShareTheirAxisUnlessAskedOtherwise() throws {
    let rows = [
      HistogramGrid.Row(label: "narrow", cells: [Histogram(edges: [-1, 1], counts: [1])]),
      HistogramGrid.Row(label: "wide", cells: [Histogram(edges: [-8, 8], counts: [1])]),
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
    #expect(text.contains("'A remark. Drawn in 16 gray levels.'"))
  }

  @Test func channelsOfAPixelStandTogether() throws {
    // Red 1 2, green 3 4, blue 5 6.
    let image = Specimens.image([1, 2, 3, 4, 5, 6], shape: [3, 1, 2])
    let text = try ImageMosaic(caption: Specimens.caption(), rows: [.init(label: "", images: [image])])
      .script(named: "x").text
    #expect(text.contains("$pixels << EOD\n010305020406\nEOD\n"))
  }

  @Test func imagesOfAnotherShapeAreRefusedByName() {
    let images = [Specimens.image([1, 2], shape: [1, 2]), Specimens.image([1, 2, 3], shape: [1, 3])]
    let error = #expect(throws: FigureError.self) {
      try ImageMosaic(caption: Specimens.caption(), rows: [.init(label: "Bag", images: images)])
    }
    #expect(
      error?.description
        == "image 1 of row “Bag” is uint8 of shape (1, 3), not uint8 of (1, 2) as the first one")
  }

  @Test(arguments: [
    Tensor([UInt8](), shape: [0, 2]), Tensor([1, 2] as [UInt8], shape: [2]),
    Tensor([1, 2] as [Float], shape: [1, 2]),
    Tensor([1, 2] as [UInt8], shape: [2, 1, 1]),
    Tensor([UInt8](repeating: 0, count: 4097), shape: [1, 4097]),
  ])
  func whatIsNoImageIsRefused(_ tensor: Tensor) {
    #expect(throws: FigureError.self) {
      try ImageMosaic(caption: Specimens.caption(), rows: [.init(label: "", images: [tensor])])
    }
  }

  @Test func noImageIsRefused() {
    #expect(throws: FigureError.self) { try ImageMosaic(caption: Specimens.caption(), rows: []) }
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
}
