/// A function of a plane given on a grid, such as a loss over two weights, and the lines on which it is constant.
package struct ScalarField: Sendable, Equatable {
  /// A point of the plane.
  package struct Point: Sendable, Equatable {
    /// Horizontal and vertical coordinate.
    package var x, y: Double

    /// A point from its coordinates.
    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// The grid's columns and rows, ascending.
  package let x, y: [Double]
  /// y.count × x.count values, row by row.
  package let values: [Double]

  /// A field from its values.
  ///
  /// - Throws: ``FigureError`` when there are not as many values as crossings of at least two columns and two
  ///   rows, or when the coordinates do not ascend.
  package init(x: [Double], y: [Double], values: [Double]) throws {
    let ascends = { (list: [Double]) in list.count >= 2 && zip(list, list.dropFirst()).allSatisfy(<) }
    guard ascends(x), ascends(y), values.count == x.count * y.count else {
      throw FigureError(
        description:
          "\(values.count) values on \(x.count) columns and \(y.count) rows are no field: it needs ascending "
          + "coordinates, at least two in each direction, and a value at each crossing")
    }
    (self.x, self.y, self.values) = (x, y, values)
  }

  /// The field of a function, at `count` places in each direction, at least two, the ends of the ranges among them.
  package init(
    _ function: (_ x: Double, _ y: Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    count: Int = 81
  ) throws {
    let places = { (range: ClosedRange<Double>) in
      (0..<max(2, count)).map { index in
        let share = Double(index) / Double(max(2, count) - 1)
        return range.lowerBound * (1 - share) + range.upperBound * share
      }
    }
    let (columns, rows) = (places(x), places(y))
    try self.init(x: columns, y: rows, values: rows.flatMap { y in columns.map { function($0, y) } })
  }

  /// The lines on which the field is `level`, by marching squares: linear between two crossings of the grid.
  ///
  /// A value that equals the level counts as above it. In a saddle the mean of the four corners decides which of
  /// them are joined. Cells with a corner that is not finite have no line. A closed line ends with its first point;
  /// lines that end at the border come first, each kind in the order of the grid's edges.
  package func contours(at level: Double) -> [[Point]] {
    var next = [(Int, Int)](repeating: (-1, -1), count: 2 * values.count)
    for row in 0..<(y.count - 1) {
      for column in 0..<(x.count - 1) {
        for (a, b) in segments(row, column, level) {
          if next[a].0 < 0 { next[a].0 = b } else { next[a].1 = b }
          if next[b].0 < 0 { next[b].0 = a } else { next[b].1 = a }
        }
      }
    }
    var isDone = [Bool](repeating: false, count: next.count)
    func line(from start: Int) -> [Point] {
      var points: [Point] = []
      var (edge, last) = (start, start)
      while edge >= 0, !isDone[edge] {
        isDone[edge] = true
        points.append(point(onEdge: edge, level))
        last = edge
        let (one, other) = next[edge]
        edge = one >= 0 && !isDone[one] ? one : other
      }
      let isClosed = points.count > 2 && (next[last].0 == start || next[last].1 == start)
      return isClosed ? points + [points[0]] : points
    }
    let open = next.indices.filter { next[$0].0 >= 0 && next[$0].1 < 0 }
    let lines = open.compactMap { isDone[$0] ? nil : line(from: $0) }
    return lines + next.indices.compactMap { next[$0].0 < 0 || isDone[$0] ? nil : line(from: $0) }
  }

  /// The level's segments in a cell, each from one edge to another.
  ///
  /// Edge 2·k goes from crossing k to the right, 2·k + 1 from it upwards.
  private func segments(_ row: Int, _ column: Int, _ level: Double) -> [(Int, Int)] {
    let corner = row * x.count + column
    let corners = [corner, corner + 1, corner + x.count + 1, corner + x.count]
    let numbers = corners.map { values[$0] }
    guard numbers.allSatisfy(\.isFinite) else { return [] }
    // Edge i joins corner i and the next one, against the clock from the lower left.
    let edges = [2 * corner, 2 * (corner + 1) + 1, 2 * (corner + x.count), 2 * corner + 1]
    let isAbove = numbers.map { $0 >= level }
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    guard crossed.count == 4 else {
      return crossed.count == 2 ? [(edges[crossed[0]], edges[crossed[1]])] : []
    }
    let mean = ((numbers[0] + numbers[1]) + numbers[2] + numbers[3]) / 4
    // Where the middle is as corner 0, corners 1 and 3 are cut off, else corners 0 and 2.
    return (mean >= level) == isAbove[0]
      ? [(edges[0], edges[1]), (edges[2], edges[3])] : [(edges[3], edges[0]), (edges[1], edges[2])]
  }

  private func point(onEdge edge: Int, _ level: Double) -> Point {
    let first = edge / 2
    let second = first + (edge % 2 == 0 ? 1 : x.count)
    let share = (level - values[first]) / (values[second] - values[first])
    let between = { (a: Double, b: Double) in a + (b - a) * min(max(share, 0), 1) }
    return Point(
      between(x[first % x.count], x[second % x.count]), between(y[first / x.count], y[second / x.count]))
  }
}

extension ScalarField.Point {
  /// The points of a line without those that lie within `tolerance` of the line through the others.
  ///
  /// Source: D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points required to represent a
  /// digitized line or its caricature", 1973.
  ///
  /// - Parameters:
  ///   - line: the points; the first and the last one stay.
  ///   - tolerance: how far a point may be off, horizontally and vertically each.
  static func simplified(_ line: [Self], tolerance: (x: Double, y: Double)) -> [Self] {
    guard line.count > 2, tolerance.x > 0, tolerance.y > 0 else { return line }
    var stays = [Bool](repeating: false, count: line.count)
    (stays[0], stays[line.count - 1]) = (true, true)
    var parts = [(0, line.count - 1)]
    while let (first, last) = parts.popLast() {
      // In units of the tolerance, from the first point.
      let place = { (index: Int) in
        ((line[index].x - line[first].x) / tolerance.x, (line[index].y - line[first].y) / tolerance.y)
      }
      let (dx, dy) = place(last)
      let length = (dx * dx + dy * dy).squareRoot()
      var (farthest, distance) = (first, 1.0)
      for index in (first + 1)..<max(last, first + 1) {
        let (x, y) = place(index)
        let off = length > 0 ? abs(x * dy - y * dx) / length : (x * x + y * y).squareRoot()
        if off > distance { (farthest, distance) = (index, off) }
      }
      if farthest > first {
        stays[farthest] = true
        parts += [(first, farthest), (farthest, last)]
      }
    }
    return line.indices.filter { stays[$0] }.map { line[$0] }
  }
}
