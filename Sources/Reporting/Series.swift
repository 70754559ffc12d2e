/// Points of a plane under one name, and how they are drawn.
public struct Series: Sendable, Equatable {
  /// How the points are drawn.
  public enum Mark: Sendable, Equatable {
    case line, dashes, points, dots, linesAndPoints
  }

  /// Stands in the legend; an empty one leaves the series out of it.
  public var name: String
  /// Horizontal values; NaN makes a gap.
  public var x: [Double]
  /// Vertical values, as many as `x`; NaN makes a gap.
  public var y: [Double]
  /// How the points are drawn.
  public var mark: Mark
  /// `nil` for the next colour of ``OkabeIto``.
  public var colour: OkabeIto?

  /// A series; of `x` and `y` the longer one's end is left out.
  public init(name: String, x: [Double], y: [Double], mark: Mark = .line, colour: OkabeIto? = nil) {
    self.name = name
    let count = min(x.count, y.count)
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
    self.mark = mark
    self.colour = colour
  }

  /// gnuplot's words for the mark.
  var style: String {
    switch mark {
    case .line: "lines linewidth 1.6"
    case .dashes: "lines linewidth 1.6 dashtype 2"
    case .points: "points pointtype 7 pointsize 0.6"
    case .dots: "points pointtype 7 pointsize 0.2"
    case .linesAndPoints: "linespoints linewidth 1.6 pointtype 7 pointsize 0.5"
    }
  }
}
