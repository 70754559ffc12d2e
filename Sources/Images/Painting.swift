/// A color of 8 bits a channel, and how much its brightness varies at random from pixel to pixel.
struct Paint: Sendable {
  var red, green, blue: Int
  /// The greatest deviation of a pixel, in levels.
  var grain: Int

  init(_ red: Int, _ green: Int, _ blue: Int, grain: Int = 3) {
    (self.red, self.green, self.blue, self.grain) = (red, green, blue, grain)
  }

  /// The paint between this one (at 0) and another (at `whole`), each number rounded down.
  func mixed(with other: Paint, _ part: Int, of whole: Int) -> Paint {
    func between(_ a: Int, _ b: Int) -> Int { (a * (whole - part) + b * part) / whole }
    return Paint(
      between(red, other.red), between(green, other.green), between(blue, other.blue),
      grain: between(grain, other.grain))
  }
}

/// A point, in eighths of a pixel from the left and from the top.
struct Point: Sendable {
  let x, y: Int

  /// The corner between pixels that is so many pixels from the left and from the top.
  static func pixels(_ x: Int, _ y: Int) -> Point { Point(x: 8 * x, y: 8 * y) }
}

/// A part of a picture: where it is, and its paint at each point.
struct PaintedShape: Sendable {
  /// The first and the last row of pixels that it may touch.
  let rows: ClosedRange<Int>
  let covers: @Sendable (Point) -> Bool
  let paint: @Sendable (Point) -> Paint

  /// A polygon of corners in pixels; a point is inside if a ray from it to the left crosses an odd number of sides.
  static func polygon(_ corners: [(x: Int, y: Int)], _ paint: @escaping @Sendable (Point) -> Paint) -> Self {
    let points = corners.map { Point.pixels($0.x, $0.y) }
    let sides = zip(points, points.dropFirst() + points.prefix(1)).map { a, b in
      a.y <= b.y ? (upper: a, lower: b) : (upper: b, lower: a)
    }
    let heights = corners.map(\.y)
    return PaintedShape(rows: (heights.min() ?? 0)...(heights.max() ?? 0)) { point in
      sides.reduce(false) { inside, side in
        let (a, b) = (side.upper, side.lower)
        guard a.y <= point.y, point.y < b.y else { return inside }
        return ((b.x - a.x) * (point.y - a.y) < (point.x - a.x) * (b.y - a.y)) != inside
      }
    } paint: {
      paint($0)
    }
  }

  /// The pixels from `left` to before `right` and from `top` to before `bottom`.
  static func rectangle(
    _ left: Int, _ top: Int, _ right: Int, _ bottom: Int, _ paint: @escaping @Sendable (Point) -> Paint
  ) -> Self {
    polygon([(left, top), (right, top), (right, bottom), (left, bottom)], paint)
  }

  /// Discs together, each with its center and radius in pixels.
  static func discs(
    _ discs: [(x: Int, y: Int, radius: Int)], _ paint: @escaping @Sendable (Point) -> Paint
  ) -> Self {
    let top = discs.map { $0.y - $0.radius }.min() ?? 0
    let bottom = discs.map { $0.y + $0.radius }.max() ?? 0
    return PaintedShape(rows: top...bottom) { point in
      discs.contains { disc in
        let (x, y) = (point.x - 8 * disc.x, point.y - 8 * disc.y)
        return x * x + y * y < 64 * disc.radius * disc.radius
      }
    } paint: {
      paint($0)
    }
  }
}

/// One paint everywhere.
func plain(_ paint: Paint) -> @Sendable (Point) -> Paint { { _ in paint } }

/// From one paint at the row `top` to another at the row `bottom`, in pixels; constant beyond both.
func graded(_ upper: Paint, _ lower: Paint, from top: Int, to bottom: Int) -> @Sendable (Point) -> Paint {
  { point in
    let whole = 8 * (bottom - top)
    return upper.mixed(with: lower, min(max(point.y - 8 * top, 0), whole), of: whole)
  }
}
