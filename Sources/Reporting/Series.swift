/// Points of a plane under one name, and how they are drawn.
package struct Series: Sendable, Equatable {
  /// How the points are drawn.
  package enum Mark: Sendable, Equatable {
    /// `line` also marks its points where there are at most 30; `dashes` is the same line broken.
    case line, dashes, points, dots, linesAndPoints
  }

  /// Stands in the legend; an empty one leaves the series out of it.
  package var name: String
  /// Horizontal values; NaN makes a gap.
  package var x: [Double]
  /// Vertical values, as many as `x`; NaN makes a gap.
  package var y: [Double]
  /// How the points are drawn.
  package var mark: Mark
  /// `nil` for the next color of ``OkabeIto``.
  package var color: OkabeIto?

  /// A series; of `x` and `y` the longer one's end is left out.
  package init(name: String, x: [Double], y: [Double], mark: Mark = .line, color: OkabeIto? = nil) {
    self.name = name
    let count = min(x.count, y.count)
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
    self.mark = mark
    self.color = color
  }

  /// gnuplot's words for the mark.
  ///
  /// - Parameter isDrawn: says of a point, by its coordinates, whether its axes can show it.
  func style(_ isDrawn: (Double, Double) -> Bool) -> String {
    let few = x.count <= 30
    switch mark {
    case .line: return few || hasLonePoint(isDrawn) ? "linespoints pointsize 0.3" : "lines"
    case .dashes: return (hasLonePoint(isDrawn) ? "linespoints pointsize 0.3" : "lines") + " dashtype 2"
    case .points: return "points pointsize \(few ? "0.8" : "0.5")"
    case .dots: return "points pointsize 0.2"
    case .linesAndPoints: return "linespoints pointsize 0.5"
    }
  }

  /// Whether a point stands between gaps: a line needs two neighbors, so it would not be seen.
  private func hasLonePoint(_ isDrawn: (Double, Double) -> Bool) -> Bool {
    let drawn = zip(x, y).map(isDrawn)
    return drawn.indices.contains { index in
      let before = index > 0 && drawn[index - 1]
      let after = index + 1 < drawn.count && drawn[index + 1]
      return drawn[index] && !before && !after
    }
  }
}

/// The eight colors of Okabe and Ito, told apart by people with any common color vision.
///
/// A script defines them as gnuplot's line types 1…8, in this order.
/// Source: M. Okabe, K. Ito, "Color Universal Design", 2008.
package enum OkabeIto: String, Sendable, CaseIterable {
  /// A color; the raw value is its code.
  case blue = "#0072B2"
  case vermillion = "#D55E00"
  case bluishGreen = "#009E73"
  case orange = "#E69F00"
  case skyBlue = "#56B4E9"
  case reddishPurple = "#CC79A7"
  case black = "#000000"
  case yellow = "#F0E442"

  /// The color of the `index`-th series, from 0; the colors repeat after eight.
  static func series(_ index: Int) -> OkabeIto { allCases[index % allCases.count] }

  /// The number of the line type that has this color in a script.
  var lineType: Int { Self.allCases.firstIndex(of: self)! + 1 }

  /// The color of a text that can be read on this one.
  var textColor: String {
    switch self {
    case .blue, .vermillion, .bluishGreen, .black: "white"
    case .orange, .skyBlue, .reddishPurple, .yellow: "black"
    }
  }
}
