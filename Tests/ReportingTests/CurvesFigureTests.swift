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
    let text = text(Specimens.curves([0.125, .nan, 1e-7]))
    let row = { (x: Int, y: String) in
      "\(x) " + [String](repeating: y, count: 5).joined(separator: " ") + "\n"
    }
    let table = row(1, "0.125") + row(2, "NaN") + row(3, "1e-07") + "EOD\n"
    #expect(text.components(separatedBy: table).count == 1 + 3)
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
    (1e-6, 1e1, "[k=-12:12]"), (2e-6, 1.5e2, "[k=-12:12]"), (1e24, 9.999999999999999e24, "[k=-24:24]"),
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
  }
}
