/// How often values fall into each of a row of bins; half-open bins, the last one closed.
public struct Histogram: Sendable, Equatable {
  /// The counted values in four numbers.
  public struct Summary: Sendable, Equatable {
    /// The smallest finite value.
    public var minimum: Double
    /// The largest finite value.
    public var maximum: Double
    /// The arithmetic mean of the finite values.
    public var mean: Double
    /// The standard deviation of the finite values, dividing by their number.
    public var standardDeviation: Double

    /// A summary computed elsewhere.
    public init(minimum: Double, maximum: Double, mean: Double, standardDeviation: Double) {
      self.minimum = minimum
      self.maximum = maximum
      self.mean = mean
      self.standardDeviation = standardDeviation
    }
  }

  /// The bins' edges, ascending, one more than bins; empty when there are no bins.
  public let edges: [Double]
  /// How many values lie in each bin.
  public let counts: [Int]
  /// How many values were NaN or infinite; they are in no bin.
  public let notFinite: Int
  /// How many finite values lay outside a given range; they are in no bin.
  public let outside: Int
  /// `nil` when no value was finite, or when it is not known.
  public let summary: Summary?

  /// How many values lie in bins.
  public var total: Int { counts.reduce(0, +) }

  /// Bins counted elsewhere, such as an archive's.
  ///
  /// - Throws: ``FigureError`` unless edges are finite, strictly ascending and one more than counts, and no
  ///   count is negative.
  public init(edges: [Double], counts: [Int], notFinite: Int = 0, summary: Summary? = nil) throws {
    guard edges.count == counts.count + 1 || (edges.isEmpty && counts.isEmpty) else {
      throw FigureError(
        description:
          "a histogram of \(counts.count) bins needs \(counts.count + 1) edges, not \(edges.count)")
    }
    guard edges.allSatisfy(\.isFinite), zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw FigureError(description: "a histogram's edges must be finite and strictly ascending")
    }
    guard counts.allSatisfy({ $0 >= 0 }), notFinite >= 0 else {
      throw FigureError(description: "a histogram's counts must not be negative")
    }
    self.edges = edges
    self.counts = counts
    self.notFinite = notFinite
    outside = 0
    self.summary = summary
  }

  /// Counts values into `bins` bins of equal width over their own range, or over `range`.
  ///
  /// With `w = b/bins − a/bins`, the `i`-th edge from the start is `a + i · w` in the first half, the `i`-th
  /// from the end `b − i · w` in the second, in Double. When all values are equal the range is widened around them by half their size (by a half around 0). Without any finite value and
  /// range there are no bins.
  ///
  /// - Parameters:
  ///   - values: any number; those that are not finite are counted apart.
  ///   - bins: at least 1; less is taken as 1.
  ///   - range: where the bins begin and end; `nil` for the values' own smallest and largest.
  public init(of values: [Double], bins: Int, over range: ClosedRange<Double>? = nil) {
    var minimum = Double.infinity
    var maximum = -Double.infinity
    var sum = 0.0
    var finite = 0
    for value in values where value.isFinite {
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      sum += value
      finite += 1
    }
    notFinite = values.count - finite
    if finite > 0 {
      let mean = sum / Double(finite)
      var squares = 0.0
      for value in values where value.isFinite { squares += (value - mean) * (value - mean) }
      summary = Summary(
        minimum: minimum, maximum: maximum, mean: mean,
        standardDeviation: (squares / Double(finite)).squareRoot())
    } else {
      summary = nil
    }
    guard let range = range ?? (finite > 0 ? minimum...maximum : nil) else {
      (edges, counts, outside) = ([], [], 0)
      return
    }
    let edges = Self.edges(over: range, bins: max(1, bins))
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for value in values where value.isFinite {
      if let bin = Self.bin(of: value, edges) { counts[bin] += 1 }
    }
    self.edges = edges
    self.counts = counts
    outside = finite - counts.reduce(0, +)
  }

  /// Counts single-precision values; each is exact in Double.
  public init(
    of values: some Sequence<Float>, bins: Int, over range: ClosedRange<Double>? = nil
  ) {
    self.init(of: values.map(Double.init), bins: bins, over: range)
  }

  private static func edges(over range: ClosedRange<Double>, bins: Int) -> [Double] {
    var (low, high) = (range.lowerBound, range.upperBound)
    // Bins must be wider than the spacing of Doubles there, or edges would coincide.
    if high - low <= max(abs(low), abs(high)) * 1e-12 * Double(bins) || high - low < 1e-290 {
      let half = low == 0 && high == 0 ? 0.5 : max(abs(low) / 2, 1e-280)
      let largest = Double.greatestFiniteMagnitude
      (low, high) = (max(low - half, -largest), min(high + half, largest))
    }
    let width = high / Double(bins) - low / Double(bins)
    return (0...bins).map {
      // From the nearer end: no product overflows, and both ends are exact.
      2 * $0 <= bins ? low + Double($0) * width : high - Double(bins - $0) * width
    }
  }

  /// The bin of a value, `nil` when it lies outside.
  private static func bin(of value: Double, _ edges: [Double]) -> Int? {
    let bins = edges.count - 1
    guard value >= edges[0], value <= edges[bins] else { return nil }
    // Halves keep the difference of the extreme Doubles finite.
    let position = (value / 2 - edges[0] / 2) / (edges[bins] / 2 - edges[0] / 2)
    var bin = min(bins - 1, Int(position * Double(bins)))
    // The quotient is rounded; the edges decide.
    while bin > 0 && value < edges[bin] { bin -= 1 }
    while bin < bins - 1 && value >= edges[bin + 1] { bin += 1 }
    return bin
  }
}
