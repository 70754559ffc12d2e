import Tensors

/// How far two tensors of the same type and shape are apart, element by element.
///
/// Elements differ when their bits do: −0 differs from +0, and two NaNs are the same. Where a NaN meets a number, their
/// absolute difference counts as infinite.
package struct TensorDistance: Equatable, Sendable {
  /// An element in which they differ.
  package struct Element: Encodable, Equatable, Sendable {
    /// Its place, an index a dimension; empty for a scalar.
    package let index: [Int]
    /// Its values.
    package let a, b: StoredValue
    /// How far they are apart; of integers their difference.
    package let ulps: ULPDistance
  }

  /// How many elements there are.
  package let count: Int
  /// How many differ.
  package private(set) var differing = 0
  /// The largest distance of two elements.
  package private(set) var maximumULPs = ULPDistance.zero
  /// The middle one of the distances of all elements, those that are 0 too; of an even number the smaller of the two
  /// middle ones.
  package private(set) var medianULPs = ULPDistance.zero
  /// ‖a − b‖ / ‖a‖ with Euclidean norms, whose sums of squares are Double chains over ascending elements from +0. It is
  /// 0 where ‖a − b‖ is 0, infinite where only ‖a‖ is 0, NaN where ‖a‖ is NaN or both norms are infinite.
  package private(set) var relativeNorm = 0.0
  /// The largest |a − b| as a Double.
  package private(set) var maximumDifference = 0.0
  /// The first element that differs, in row-major order.
  package private(set) var first: Element?

  /// The distance of two tensors; `nil` if their types or shapes are not the same.
  package init?(_ a: Tensor, _ b: Tensor) {
    guard a.shape == b.shape else { return nil }
    count = a.count
    switch (a.elements, b.elements) {
    case (.float32(let x), .float32(let y)):
      measure(x, y, in: a.shape, ULPDistance.init, Double.init, StoredValue.float)
    case (.float64(let x), .float64(let y)):
      measure(x, y, in: a.shape, ULPDistance.init, { $0 }, StoredValue.double)
    case (.int64(let x), .int64(let y)):
      measure(x, y, in: a.shape, ULPDistance.init, Double.init, StoredValue.integer)
    case (.uint8(let x), .uint8(let y)):
      measure(
        x, y, in: a.shape, { ULPDistance(Int64($0), Int64($1)) }, Double.init, { .integer(Int64($0)) })
    default: return nil
    }
  }

  private mutating func measure<Number>(
    _ a: [Number], _ b: [Number], in shape: Shape, _ distance: (Number, Number) -> ULPDistance,
    _ double: (Number) -> Double, _ stored: (Number) -> StoredValue
  ) {
    var distances: [ULPDistance] = []
    distances.reserveCapacity(count)
    var squares = 0.0, squaresOfDifferences = 0.0
    for place in a.indices {
      let ulps = distance(a[place], b[place]), value = double(a[place])
      distances.append(ulps)
      squares += value * value
      guard ulps != .zero else { continue }
      let difference = ulps.isInfinite ? Double.infinity : (value - double(b[place])).magnitude
      squaresOfDifferences += difference * difference
      differing += 1
      maximumULPs = max(maximumULPs, ulps)
      maximumDifference = max(maximumDifference, difference)
      if first == nil {
        first = Element(
          index: shape.index(ofPlace: place), a: stored(a[place]), b: stored(b[place]), ulps: ulps)
      }
    }
    guard differing > 0 else { return }
    if squaresOfDifferences != 0 {
      relativeNorm = squaresOfDifferences.squareRoot() / squares.squareRoot()
    }
    let middle = (count - 1) / 2
    // The equal elements come first in the order of distances.
    guard count - differing <= middle else { return }
    distances.sort()
    medianULPs = distances[middle]
  }
}

extension TensorDistance: Encodable {
  private enum CodingKeys: String, CodingKey {
    case count, differing, relativeNorm, maximumDifference
    case maximumULPs = "maximumUlps", medianULPs = "medianUlps"
  }

  /// All but the first element; what is not finite is the text `inf` or `nan`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(differing, forKey: .differing)
    try container.encode(maximumULPs, forKey: .maximumULPs)
    try container.encode(medianULPs, forKey: .medianULPs)
    for (key, value) in [(CodingKeys.relativeNorm, relativeNorm), (.maximumDifference, maximumDifference)] {
      if value.isFinite {
        try container.encode(value, forKey: key)
      } else {
        try container.encode("\(value)", forKey: key)
      }
    }
  }
}
