/// How many points of a plane lie in each cell of a raster: many faint dots as a picture whose size does not grow with
/// their number.
package struct DotRaster: Sendable, Equatable {
  /// Counts, [row, column], rows from the bottom up.
  package private(set) var counts: [[Int]]
  /// Points above the vertical range, by column.
  package private(set) var above: [Int]
  /// Points below the vertical range.
  package private(set) var below = 0
  /// Points with a coordinate that is not finite.
  package private(set) var notFinite = 0
  /// Points left or right of the horizontal range.
  package private(set) var beside = 0

  /// Counts points; of `x` and `y` the longer one's end is left out.
  ///
  /// A point's cell is ⌊count · (value − lower) / (upper − lower)⌋ in Double; the upper ends belong to the last cells.
  ///
  /// - Parameters:
  ///   - xRange: of finite, different ends, and so `yRange`.
  ///   - columns: at least 1, and so `rows`.
  package init(
    x: [Double], y: [Double], xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, columns: Int,
    rows: Int
  ) {
    counts = [[Int]](repeating: [Int](repeating: 0, count: columns), count: rows)
    above = [Int](repeating: 0, count: columns)
    for (x, y) in zip(x, y) {
      guard x.isFinite, y.isFinite else {
        notFinite += 1
        continue
      }
      guard let column = Self.cell(of: x, in: xRange, columns) else {
        beside += 1
        continue
      }
      if y > yRange.upperBound {
        above[column] += 1
      } else if let row = Self.cell(of: y, in: yRange, rows) {
        counts[row][column] += 1
      } else {
        below += 1
      }
    }
  }

  /// How many points lie in cells of the raster.
  package var inside: Int { counts.joined().reduce(0, +) }

  private static func cell(of value: Double, in range: ClosedRange<Double>, _ count: Int) -> Int? {
    guard range.contains(value) else { return nil }
    // Halves keep the difference of large ends finite.
    let span = range.upperBound / 2 - range.lowerBound / 2
    let position = span > 0 ? (value / 2 - range.lowerBound / 2) / span : 0
    return min(count - 1, Int(position * Double(count)))
  }
}

/// Medians of the parts of a long series: where its middle runs under much scatter.
package struct WindowMedians: Sendable, Equatable {
  /// One a window: the middle of its first and last horizontal value, and the median of its vertical ones.
  package private(set) var x: [Double] = []
  /// NaN where no value of the window is finite.
  package private(set) var y: [Double] = []
  /// How many points a window has; the last one may have fewer.
  package let size: Int

  /// Medians of windows that follow each other, at most `count` of them; of an even number of values the mean of the
  /// two in the middle. Values that are not finite are left out.
  package init(x: [Double], y: [Double], count: Int) {
    let points = min(x.count, y.count)
    size = max(1, (points + max(1, count) - 1) / max(1, count))
    for start in stride(from: 0, to: points, by: size) {
      let end = min(start + size, points)
      let values = y[start..<end].filter(\.isFinite).sorted()
      let middle = values.count / 2
      self.x.append(x[start] / 2 + x[end - 1] / 2)
      self.y.append(
        values.isEmpty
          ? .nan : values.count % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2)
    }
  }
}
