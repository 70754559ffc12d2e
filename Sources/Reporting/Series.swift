/// Points of a plane under one name, and how they are drawn.
package struct Series: Sendable, Equatable {
  /// How the points are drawn.
  package enum Mark: Sendable, Equatable {
    /// `line` also marks its points where there are at most 30; `dashes` is the same line broken.
    /// A value of `steps` holds until the next one.
    case line, dashes, points, dots, linesAndPoints, steps
  }

  /// What a value ranges over, such as over seeds: a translucent area below the line.
  package struct Band: Sendable, Equatable {
    /// One for each point; NaN makes a gap.
    package var lower, upper: [Double]

    /// A band from its ends.
    package init(lower: [Double], upper: [Double]) {
      self.lower = lower
      self.upper = upper
    }
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
  /// So many points at the start, such as the state before training, do not count for the vertical axis; they are
  /// faint, no line leads to them, and those outside the axis are not seen.
  package var leadIn: Int
  /// Counts for the vertical axis; what it has for points of the lead-in is not drawn.
  package var band: Band?

  /// A series; of `x`, `y` and the band's ends the longer ones' ends are left out, and a lead-in is at most all points.
  package init(
    name: String, x: [Double], y: [Double], mark: Mark = .line, color: OkabeIto? = nil, leadIn: Int = 0,
    band: Band? = nil
  ) {
    self.name = name
    let count = min(x.count, y.count, band?.lower.count ?? .max, band?.upper.count ?? .max)
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
    self.mark = mark
    self.color = color
    self.leadIn = min(max(leadIn, 0), count)
    self.band = band.map { Band(lower: Array($0.lower.prefix(count)), upper: Array($0.upper.prefix(count))) }
  }

  /// gnuplot's words for the mark.
  ///
  /// - Parameter isDrawn: says of a point, by its coordinates, whether its axes can show it.
  func style(_ isDrawn: (Double, Double) -> Bool) -> String {
    let few = x.count - leadIn <= 30
    switch mark {
    case .line: return few || hasLonePoint(isDrawn) ? "linespoints pointsize 0.3" : "lines"
    case .dashes: return (hasLonePoint(isDrawn) ? "linespoints pointsize 0.3" : "lines") + " dashtype 2"
    case .points: return "points pointsize \(few ? "0.8" : "0.5")"
    case .dots: return "points pointsize 0.2"
    case .linesAndPoints: return "linespoints pointsize 0.5"
    case .steps: return "steps"
    }
  }

  /// Whether a point stands between gaps: a line needs two neighbors, so it would not be seen.
  private func hasLonePoint(_ isDrawn: (Double, Double) -> Bool) -> Bool {
    let drawn = zip(x, y).dropFirst(leadIn).map(isDrawn)
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

  /// The same hue, so light that a mark in it stays in the background.
  var faint: String { mixed(with: 255, share: 0.55) }

  /// The same hue, dark enough for small text on white.
  var ink: String {
    switch self {
    case .blue, .vermillion, .bluishGreen, .black: rawValue
    case .orange, .skyBlue, .reddishPurple: mixed(with: 0, share: 0.3)
    case .yellow: mixed(with: 0, share: 0.5)
    }
  }

  /// Red, green and blue, 0…255.
  var components: [Int] {
    let code = Int(rawValue.dropFirst(), radix: 16) ?? 0
    return [code >> 16, code >> 8 & 255, code & 255]
  }

  private func mixed(with gray: Double, share: Double) -> String {
    "#"
      + components.map { part in
        let digits = String(
          Int((Double(part) * (1 - share) + gray * share).rounded()), radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// The color of a text that can be read on this one.
  var textColor: String {
    switch self {
    case .blue, .vermillion, .bluishGreen, .black: "white"
    case .orange, .skyBlue, .reddishPurple, .yellow: "black"
    }
  }
}
