import Reporting
import Testing

/// The figure of curves, and the loss and accuracy of runs that experiments build with it.
@Suite struct CurvesFigureTests {
  private func text(_ figure: CurvesFigure) -> String { figure.script(named: "x").text }

  private func panel(_ series: [Series], yIsPercentage: Bool = false) -> CurvesFigure.Panel {
    .init(xLabel: "epoch", yLabel: "y", series: series, yIsPercentage: yIsPercentage)
  }

  private func figure(_ panels: CurvesFigure.Panel...) -> String {
    text(CurvesFigure(caption: Specimens.caption(), panels: panels))
  }

  @Test func everyEpochStandsInTheScript() {
    let run = Gallery.run(epochs: 100)
    let lines = text(Gallery.lossAccuracy([run])).split(separator: "\n")
    for (training, validation) in [run.loss, run.accuracy] {
      for epoch in 0..<100 {
        let row = [training[epoch], validation[epoch]].map(GnuplotScript.number).joined(separator: " ")
        #expect(lines.contains("\(epoch) \(row)"))
      }
    }
  }

  @Test func lossAndAccuracyHaveTheirAxesAndMarks() {
    let text = text(Gallery.lossAccuracy([Gallery.run(epochs: 5)]))
    #expect(text.contains("set ylabel 'Loss (nats)'\n") && text.contains("set ylabel 'Accuracy'\n"))
    #expect(text.contains("set yrange [0:2.5]; set ytics 0.5; set format y '%.1f'\n"))
    #expect(text.contains("set format y '%.0f %%'\n"))
    #expect(
      text.contains("plot $panel_1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \\\n"))
    #expect(text.contains("  '' using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'\n"))
    #expect(text.contains("plot $panel_2 using 1:(100*$2) with points"))
  }

  @Test(arguments: [1, 2, 6, 21, 101])
  func epochsHaveWholeTicksAndAreNotCut(_ epochs: Int) throws {
    let text = text(Gallery.lossAccuracy([Gallery.run(epochs: epochs)]))
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("set xrange") })
    let match = try #require(
      line.wholeMatch(of: /set xrange \[(.*):(.*)\]; set xtics (\d+); set format x '%.0f'/))
    let (lower, upper) = (try #require(Double(match.1)), try #require(Double(match.2)))
    #expect(lower <= -0.5 && upper >= Double(epochs - 1) + 0.5)
    #expect((upper - lower) / (try #require(Double(match.3))) <= 7.5)
  }

  @Test func eachRowHasItsLabelAndNotices() {
    let text = text(Gallery.lossAccuracy([Gallery.run(epochs: 9, label: "calm"), Gallery.diverged(at: 3)]))
    #expect(text.contains("set label 3 'calm' at graph "))
    #expect(text.contains("set label 3 'Learning rate 10, with plain SGD' at graph "))
    #expect(text.contains("\n4 NaN NaN\n"))
    #expect(
      text.contains("set x2label 'training diverged (not finite) at epoch 3' textcolor rgb '#D55E00'\n"))
    #expect(!self.text(Gallery.lossAccuracy([Gallery.run(epochs: 9)])).contains("diverged"))
  }

  @Test func panelsOfTheSameSeriesHaveOneLegend() {
    let series = [Series(name: "a", x: [1], y: [1]), Series(name: "b", x: [1], y: [2])]
    let shared = figure(panel(series), panel(series), panel(series))
    #expect(shared.components(separatedBy: "set key at screen ").count == 2)
    #expect(!shared.contains("set key at graph"))
    var other = series
    other[0].color = .black
    let own = figure(panel(series), panel(other), panel([series[0]]))
    #expect(!own.contains("set key at screen"))
    #expect(own.components(separatedBy: "set key at graph ").count == 3)
    #expect(!figure(panel([series[0]])).contains("set key at"))
  }

  @Test func everyPointOfACurveStandsInTheScript() {
    let series = ["a", "b"].map { Series(name: $0, x: [1, 2, 3], y: [0.125, .nan, 1e-7]) }
    let text = figure(panel(series), panel(series))
    let table = "# epoch a b\n1 0.125 0.125\n2 NaN NaN\n3 1e-07 1e-07\nEOD\n"
    #expect(text.components(separatedBy: table).count == 1 + 2)
  }

  @Test func seriesOverOtherValuesHaveTablesOfTheirOwn() {
    let text = figure(
      panel([Series(name: "a", x: [1, 2], y: [3, 4]), Series(name: "b", x: [1.5], y: [5])]))
    #expect(text.contains("$panel_1_series_1 << EOD\n# epoch a\n1 3\n2 4\nEOD\n"))
    #expect(text.contains("$panel_1_series_2 << EOD\n# epoch b\n1.5 5\nEOD\n"))
  }

  @Test func aPointBetweenGapsIsMarked() {
    let x = (0..<40).map(Double.init)
    var y = x
    let style = { (values: [Double]) in figure(panel([Series(name: "a", x: x, y: values)])) }
    #expect(style(y).contains("using 1:2 with lines linetype 1"))
    (y[10], y[12]) = (.nan, .infinity)
    #expect(style(y).contains("using 1:2 with linespoints pointsize 0.3 linetype 1"))
  }

  /// Decades are those of the decimal text: the Double below a power of ten, whose logarithm is rounded to a whole
  /// number, lies in the decade below.
  @Test(arguments: [
    (0.002, 700.0, "[k=-12:12]"), (1e-20, 1e20, "[k=-24:24:6]"), (1e-7, 1e1, "[k=-12:12:2]"),
    (1e-6, 1e1, "[k=-12:12]"), (2e-6, 1.5e2, "[k=-12:12]"), (1e24, 9.999999999999999e24, "[k=-25:25]"),
    (1e24, 1e25, "[k=-25:25]"), (1e-30, 3e-29, "[k=-30:30]"), (2e-30, 3e-29, "[k=-29:29]"),
    (123_456_789_012_345.6, 2e15, "[k=-15:15]"),
  ])
  func logarithmicTicksArePowersOfTen(_ lower: Double, _ upper: Double, _ powers: String) {
    let text = figure(
      CurvesFigure.Panel(
        xLabel: "step", yLabel: "norm", series: [Series(name: "a", x: [1, 2], y: [lower, upper])],
        yIsLogarithmic: true))
    #expect(text.contains("set ytics (); set for \(powers) ytics add"), "\(text)")
  }

  @Test func logarithmicAxesAreTakenBack() {
    let text = text(Gallery.norms())
    #expect(text.contains("set logscale y; set yrange ["))
    #expect(text.contains("ytics add (power(k) 10.0**k)\n"))
    let panels = text.components(separatedBy: "\n\n")
    #expect(panels.contains { $0.hasPrefix("unset label; unset key; unset logscale\nset title 'Schedule'") })
  }

  @Test func rangesAreKept() {
    var one = panel([Series(name: "a", x: [0, 9], y: [0, 9])])
    (one.xRange, one.yRange) = (2...4, 1.5...3)
    let text = figure(one)
    #expect(text.contains("set xrange [2:4]; ") && text.contains("set yrange [1.5:3]; "))
    (one.yRange, one.yIsPercentage) = (0.965...0.98, true)
    #expect(figure(one).contains("set yrange [96.5:98]; set ytics 0.5; set format y '%.1f %%'"))
  }

  private func line(_ prefix: String, _ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.hasPrefix(prefix) }
  }

  // MARK: Axes

  @Test(arguments: [false, true]) func aLeadInMovesNoVerticalAxis(_ log: Bool) {
    let axes = { (first: Double, leadIn: Int) in
      var one = panel([Series(name: "a", x: [0, 1, 2], y: [first, 3, 5], leadIn: leadIn)])
      one.yIsLogarithmic = log
      return figure(one)
    }
    #expect(line("set yrange", axes(900, 1)) == line("set yrange", axes(4, 1)))
    #expect(line("set logscale y", axes(900, 1)) == line("set logscale y", axes(4, 1)))
    #expect(line(log ? "set logscale y" : "set yrange", axes(900, 1)).count == 1)
    #expect(axes(900, 0) != axes(900, 1))
    #expect(line("set xrange", axes(900, 1))[0].hasPrefix("set xrange [-0.5:2.5]"))
  }

  @Test func aLeadInIsFaintAndNoLineLeadsToIt() {
    let text = figure(panel([Series(name: "a", x: [0, 1, 2], y: [9, 3, 5], leadIn: 1)]))
    #expect(
      text.contains(
        "plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \\\n"
          + "  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'a'\n"))
  }

  @Test func panelsThatFitEachOthersSeriesHaveTheSameAxes() {
    let (low, high) = (Series(name: "a", x: [1, 2], y: [0, 1]), Series(name: "a", x: [1, 9], y: [5, 40]))
    var (one, other) = (panel([low]), panel([high]))
    #expect(Set(line("set yrange", figure(one, other))).count == 2)
    (one.axesAlsoFit, other.axesAlsoFit) = ([high], [low])
    let text = figure(one, other)
    #expect(line("set yrange", text).count == 2 && Set(line("set yrange", text)).count == 1)
    #expect(line("set xrange", text).count == 2 && Set(line("set xrange", text)).count == 1)
    // What only counts is not drawn.
    #expect(!text.contains("$panel_1 << EOD\n# epoch a a"))
  }

  @Test func bandsAndReferencesCountForTheAxis() {
    var one = panel([
      Series(name: "a", x: [0, 1], y: [2, 3], leadIn: 1, band: .init(lower: [-99, -7], upper: [99, 3]))
    ])
    one.references = [.init(at: 11.5, label: "reported"), .init(at: .nan, label: "none")]
    let text = figure(one)
    #expect(text.contains("set yrange [-10:15]"))
    #expect(text.contains("$panel_1 << EOD\n# epoch a a lower a upper\n0 2 -99 99\n1 3 -7 3\nEOD\n"))
    #expect(
      text.contains(
        "every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle")
    )
    #expect(text.contains("set arrow from graph 0, first 11.5 to graph 1, first 11.5 nohead"))
    #expect(line("set arrow", text).count == 1)
  }

  @Test(arguments: [
    (0.3, 0.5, "[0.2:1]", "('0.2' 0.2, '0.5' 0.5)"), (0.3, 1.9, "[0.2:2]", "('0.2' 0.2, '0.5' 0.5, '2' 2)"),
    (7.0, 7.0, "[5:20]", "('5' 5, '20' 20)"),
    (2e-7, 3e-7, "[2e-07:1e-06]", "('2·10⁻⁷' 2e-07, '5·10⁻⁷' 5e-07)"),
  ])
  func aLogarithmicAxisOfFewDecadesHasTicksBetween(
    _ low: Double, _ high: Double, _ range: String, _ ticks: String
  ) {
    var one = panel([Series(name: "a", x: [1, 2], y: [low, high])])
    one.yIsLogarithmic = true
    let text = figure(one)
    #expect(text.contains("set logscale y; set yrange \(range)"), "\(text)")
    #expect(text.contains("; set ytics add \(ticks)\n"), "\(text)")
  }

  @Test func largeWholeNumbersHaveTheirThousandsApart() {
    let text = figure(panel([Series(name: "a", x: [0, 180_000], y: [0, 1])]))
    #expect(text.contains("set xtics ('0' 0, '50,000' 50000, '100,000' 100000, '150,000' 150000)\n"))
  }

  @Test func smallStepsHavePowersOfTenAsText() {
    let text = figure(panel([Series(name: "a", x: [0, 1], y: [0, 2e-7])]))
    #expect(
      text.contains("set ytics ('0' 0, '5·10⁻⁸' 5e-08, '1·10⁻⁷' 1e-07, '1.5·10⁻⁷' 1.5e-07, '2·10⁻⁷' 2e-07)\n")
    )
  }

  // MARK: Texts

  /// The places of the small texts at a panel's right, in pixels from below, by their texts.
  private func margins(_ text: String, height: Double) throws -> [(text: String, height: Double)] {
    try line("set label '", text).compactMap { label in
      guard let match = label.firstMatch(of: /set label '(.*)' at graph 1\.0\d+, graph ([-0-9.e]+) left/)
      else {
        return nil
      }
      return (String(match.1), try #require(Double(match.2)) * height)
    }
  }

  @Test(arguments: [[1, 1, 1, 1], [0, 0.01, 9, 9.01], [5, 1, 5, 1, 5], [0.0, 10], [3]])
  func lastValuesStandApartAndInOrder(_ values: [Double]) throws {
    var one = panel(values.map { Series(name: "a", x: [0, 1], y: [2, $0]) })
    (one.showsLastValues, one.yRange) = (true, 0...10)
    let labels = try margins(figure(one), height: 300)
    try #require(labels.count == values.count)
    for (left, a) in zip(values, labels) {
      #expect(a.text == NumberText.short(left, padded: true))
      #expect((0...300).contains(a.height) && abs(a.height - left * 30) < 40)
      for (right, b) in zip(values, labels) where right > left {
        #expect(b.height - a.height > LabelPlacement.lineHeight - 0.01)
      }
    }
    let heights = labels.map(\.height).sorted()
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 > LabelPlacement.lineHeight - 0.01 })
  }

  @Test func aLastValueOnALogarithmicAxisStandsAtItsPlace() throws {
    var one = panel([Series(name: "a", x: [0, 1], y: [1, 100])])
    (one.showsLastValues, one.yIsLogarithmic, one.yRange) = (true, true, 1...10_000)
    let labels = try margins(figure(one), height: 1)
    #expect(labels.map(\.text) == ["100"] && labels[0].height == 0.5)
  }

  @Test func lastValuesAreInTheUnitOfTheAxisAndNeverOfALeadIn() throws {
    let series = [
      Series(name: "a", x: [0, 1], y: [0.1, 0.8536]), Series(name: "b", x: [0, 1], y: [0.1, .nan]),
      Series(name: "c", x: [0, 1], y: [0.1, 0.9], leadIn: 2),
    ]
    var one = panel(series, yIsPercentage: true)
    one.showsLastValues = true
    #expect(try margins(figure(one), height: 1).map(\.text) == ["85.4 %"])
  }

  @Test func eventsOutsideTheAxisAreNotDrawn() {
    var one = panel([Series(name: "a", x: [0, 9], y: [0, 1])])
    one.events = [.init(at: 3, label: "halved"), .init(at: 30, label: "late"), .init(at: .nan), .init(at: 5)]
    let text = figure(one)
    #expect(line("set arrow from first 3, graph 0 to first 3, graph 1.0", text).count == 1)
    #expect(line("set arrow from first 5, graph 0 to first 5, graph 1 nohead", text).count == 1)
    #expect(line("set arrow", text).count == 2)
    #expect(line("set label 'halved'", text).count == 1 && !text.contains("'late'"))
  }
}
