import Foundation
import Reporting
import Testing

@Suite struct DotsFigureTests {
  private let x = (0..<5000).map(Double.init)
  private var y: [Double] { x.map { $0.truncatingRemainder(dividingBy: 97) / 80 - 0.1 } }

  @Test(arguments: [(1, 1), (7, 3), (360, 120)]) func everyPointIsCountedOnce(_ columns: Int, _ rows: Int) {
    let (x, y) = (x + [1, .nan, -5, 6000], y + [.nan, 1, 0.5, 0.5])
    let raster = DotRaster(x: x, y: y, xRange: 0...4999, yRange: 0...1, columns: columns, rows: rows)
    let above = y.prefix(5000).count { $0 > 1 }, below = y.prefix(5000).count { $0 < 0 }
    #expect(raster.counts.count == rows && raster.counts.allSatisfy { $0.count == columns })
    #expect(raster.above.reduce(0, +) == above && raster.below == below)
    #expect(raster.notFinite == 2 && raster.beside == 2)
    #expect(raster.inside + above + below + 4 == x.count)
  }

  @Test func pointsLieInTheirCells() {
    let raster = DotRaster(
      x: [0, 1, 2, 4, 4], y: [0, 0.5, 0.5, 1, 2], xRange: 0...4, yRange: 0...1, columns: 4, rows: 2)
    #expect(raster.counts == [[1, 0, 0, 0], [0, 1, 1, 1]])
    #expect(raster.above == [0, 0, 0, 1])
  }

  @Test func mediansAreThoseOfTheirWindows() {
    let medians = WindowMedians(x: [0, 1, 2, 3, 4], y: [5, 1, .nan, 4, 2], count: 2)
    #expect(medians.size == 3 && medians.x == [1, 3.5] && medians.y == [3, 3])
    #expect(WindowMedians(x: [], y: [], count: 3).x.isEmpty)
    #expect(WindowMedians(x: [1], y: [.nan], count: 3).y[0].isNaN)
  }

  @Test func theScriptHoldsTheCountsUntilTheLastOne() {
    let panel = DotsFigure.Panel(
      xLabel: "step", yLabel: "loss", x: [0, 0, 0, 360], y: [0, 0, 2.5 / 120, 7], yRange: 0...1)
    let text = DotsFigure(caption: Specimens.caption(), panels: [panel]).script(named: "x").text
    #expect(text.contains("$dots_1 << EOD\n201\n0\n0\n"))
    // The last line counts what lies above.
    #expect(text.contains("\n0\n" + String(repeating: "0", count: 359) + "1\nEOD\n"))
    #expect(text.contains("'4 points, 1 above 1, line: medians of 1'"))
  }

  @Test func theAxesAreAsGiven() {
    let text = Gallery.dots(panels: 1).script(named: "x").text
    #expect(
      text.contains("set ytics ('0' 0, '0.25' 0.25, '0.5' 0.5, '0.75' 0.75, '1' 1); set yrange [0:1.025]\n"))
    #expect(text.contains("set xrange [0:180000]; set xtics ('0' 0, '50,000' 50000, "))
  }

  @Test(arguments: 1...6) func aScriptIsAtMost60Kilobytes(_ panels: Int) {
    var figure = Gallery.dots(panels: panels)
    #expect(figure.script(named: "x").text.utf8.count <= 60_000)
    // Dots everywhere, so that no cell is left out.
    for index in figure.panels.indices {
      figure.panels[index].y = figure.panels[index].x.map { cos($0 * $0) }
    }
    for index in figure.panels.indices { figure.panels[index].yRange = -1...1 }
    #expect(figure.script(named: "x").text.utf8.count <= 60_000)
  }
}
