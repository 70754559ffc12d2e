/// How one parameter's values are spread, epoch by epoch, over bins that all its epochs share.
public struct Histogram: Equatable, Sendable {
  /// The epochs that kept the parameter, ascending.
  public let epochs: [Int]
  /// The bins' borders, ascending, [bin + 1]. A bin holds its lower border, and the last one its upper too.
  public let edges: [Double]
  /// The bins' middles, [bin].
  public let centers: [Double]
  /// How many values fell into each bin, [epoch][bin].
  public let counts: [[Int64]]
  /// How many values were left out of each epoch: NaN, infinite or beyond 1e300.
  public let nonFinite: [Int64]

  /// The number of bins.
  public static let binCount = 100

  /// Bins over the common range of all the values.
  ///
  /// With values on both sides of 0 the range is symmetric, so that 0 is a border and rows compare;
  /// otherwise it is least to greatest. A single value lies in the middle of a range around it. All
  /// arithmetic is in Double, in a stated order: edge i = (low · (100 − i) + high · i) / 100, with
  /// exactly `low` and `high` at the ends, and counts are defined by comparisons with the edges.
  ///
  /// - Parameters:
  ///   - epochs: the epochs, ascending.
  ///   - values: the elements at the epoch of an index; called twice for each index.
  public init(epochs: [Int], values: (Int) throws -> ArchiveArray.Elements) rethrows {
    var low = Double.infinity
    var high = -Double.infinity
    for index in epochs.indices {
      try values(index).forEachDouble { value in
        guard Self.isCounted(value) else { return }
        if value < low { low = value }
        if value > high { high = value }
      }
    }
    (low, high) = Self.range(low, high)
    let edges = Self.edges(low, high)
    var counts: [[Int64]] = []
    var nonFinite: [Int64] = []
    let scale = Double(Self.binCount) / (high - low)
    for index in epochs.indices {
      var row = [Int64](repeating: 0, count: Self.binCount)
      var left: Int64 = 0
      try values(index).forEachDouble { value in
        guard Self.isCounted(value) else {
          left += 1
          return
        }
        let guess = (value - low) * scale
        // A range of subnormal width makes the scale infinite; then the edges alone decide.
        var bin = guess.isFinite ? min(max(Int(guess), 0), Self.binCount - 1) : 0
        while bin > 0, value < edges[bin] { bin -= 1 }
        while bin < Self.binCount - 1, value >= edges[bin + 1] { bin += 1 }
        row[bin] += 1
      }
      counts.append(row)
      nonFinite.append(left)
    }
    self.init(
      epochs: epochs, edges: edges, centers: Self.centers(edges), counts: counts, nonFinite: nonFinite)
  }

  init(epochs: [Int], edges: [Double], centers: [Double], counts: [[Int64]], nonFinite: [Int64]) {
    self.epochs = epochs
    self.edges = edges
    self.centers = centers
    self.counts = counts
    self.nonFinite = nonFinite
  }

  private static func isCounted(_ value: Double) -> Bool { value.magnitude <= 1e300 }

  private static func range(_ low: Double, _ high: Double) -> (Double, Double) {
    if low > high { return (-0.5, 0.5) }
    if low < 0, high > 0 {
      let bound = max(-low, high)
      return (-bound, bound)
    }
    if low < high { return (low, high) }
    // Half of 1, or 1/128 of a value so large that 1/2 would vanish beside it.
    let half = max(0.5, low.magnitude / 128)
    return (low - half, low + half)
  }

  private static func edges(_ low: Double, _ high: Double) -> [Double] {
    var edges = (0...binCount).map { i in
      (low * Double(binCount - i) + high * Double(i)) / Double(binCount)
    }
    edges[0] = low
    edges[binCount] = high
    return edges
  }

  private static func centers(_ edges: [Double]) -> [Double] {
    (0..<binCount).map { edges[$0] / 2 + edges[$0 + 1] / 2 }
  }
}

extension ArchiveArray.Elements {
  /// Calls `body` with each element as a Double, in order.
  func forEachDouble(_ body: (Double) -> Void) {
    switch self {
    case .float32(let values): for value in values { body(Double(value)) }
    case .float64(let values): for value in values { body(value) }
    case .int64(let values): for value in values { body(Double(value)) }
    case .uint8(let values): for value in values { body(Double(value)) }
    }
  }
}
