import Reporting
import Testing

/// Laws of contour lines.
@Suite struct ScalarFieldTests {
  @Test func pointsLieOnTheLevelOfALinearFunction() throws {
    let field = try ScalarField({ 2 * $0 - 3 * $1 }, x: -1...1, y: -1...1, count: 7)
    let lines = field.contours(at: 0.25)
    #expect(lines.count == 1 && lines[0].count > 5)
    for point in lines.joined() { #expect(abs(2 * point.x - 3 * point.y - 0.25) < 1e-12) }
  }

  @Test func aCircleIsOneClosedLine() throws {
    let field = try ScalarField({ $0 * $0 + $1 * $1 }, x: -2...2, y: -2...2, count: 41)
    let lines = field.contours(at: 1)
    #expect(lines.count == 1 && lines[0].first == lines[0].last && lines[0].count > 40)
    for point in lines[0] { #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - 1) < 0.01) }
  }

  @Test func twoHillsHaveTwoLinesAndTheBorderEndsThem() throws {
    let hills = try ScalarField(
      { x, y in 1 / (1 + 4 * ((x - 1) * (x - 1) + y * y)) + 1 / (1 + 4 * ((x + 1) * (x + 1) + y * y)) },
      x: -2...2, y: -2...2, count: 40)
    #expect(hills.contours(at: 0.8).map { $0.first == $0.last } == [true, true])
    let slope = try ScalarField({ x, _ in x }, x: 0...1, y: 0...1, count: 3)
    let line = slope.contours(at: 0.25)
    #expect(line == [[.init(0.25, 0), .init(0.25, 0.5), .init(0.25, 1)]])
    #expect(slope.contours(at: 2).isEmpty)
  }

  @Test func theMeanDecidesASaddle() throws {
    // Corners 1 0 / 0 1 from the lower left: a mean of a half.
    let field = try ScalarField(x: [0, 1], y: [0, 1], values: [1, 0, 0, 1])
    // At 0.4 the corners above are joined, so the lines cut off the others, and at 0.6 the other way round.
    let sides = { (level: Double) in
      field.contours(at: level).map { line in
        line.allSatisfy { $0.x + $0.y > 1 } || line.allSatisfy { $0.x + $0.y < 1 }
      }
    }
    #expect(sides(0.4) == [false, false])
    #expect(sides(0.6) == [true, true])
  }

  @Test func cellsThatAreNotFiniteHaveNoLine() throws {
    let field = try ScalarField(x: [0, 1, 2], y: [0, 1], values: [0, .nan, 0, 1, 1, 1])
    #expect(field.contours(at: 0.5).isEmpty)
  }

  @Test func whatIsNoFieldIsRefused() {
    for (x, y, count) in [
      ([0.0], [0.0, 1], 2), ([0, 0], [0, 1], 4), ([0, 1], [0, 1], 3), ([0, .nan], [0, 1], 4),
    ] {
      #expect(throws: FigureError.self) {
        try ScalarField(x: x, y: y, values: [Double](repeating: 0, count: count))
      }
    }
  }

  @Test func circlesAndDiamondsHaveTheirRadius() {
    let circle = ContourFigure.Outline.circle(radius: 2).points
    #expect(circle.count == 96)
    for point in circle { #expect(abs(point.x * point.x + point.y * point.y - 4) < 1e-12) }
    for point in ContourFigure.Outline.diamond(radius: 2).points { #expect(abs(point.x) + abs(point.y) == 2) }
  }

  @Test func anEqualAspectWidensTheShorterAxis() {
    var figure = ContourFigure(
      caption: Specimens.caption(), panels: [.init(xLabel: "", yLabel: "", xRange: 0...4, yRange: 0...1)])
    #expect(figure.script(named: "x").text.contains("set yrange [-1.5:2.5]"))
    figure.isEqualAspect = false
    #expect(figure.script(named: "x").text.contains("set yrange [0:1]"))
  }
}
