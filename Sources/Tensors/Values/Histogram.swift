/// How often values fall into each of a row of bins of equal width over the values' own range.
///
/// Bins are half-open, [edge i, edge i + 1); the last one is closed. All arithmetic is in Double; which bin a value
/// is in is decided by comparison with the edges.
public struct Histogram: Sendable, Equatable {
  /// The number of bins unless another is asked for.
  public static let standardBinCount = 100

  /// The bins' edges, ascending, one more than bins; empty when no value is finite.
  public let edges: [Double]
  /// How many values lie in each bin.
  public let counts: [Int]
  /// How many values are NaN or infinite; they are in no bin.
  public let notFinite: Int
  /// The finite values in four numbers; `nil` when there are none.
  public let summary: Summary?

  /// Finite values in four numbers.
  public struct Summary: Sendable, Equatable {
    /// The smallest and the largest value.
    public let minimum, maximum: Double
    /// The arithmetic mean: one ascending chain in Double, divided by the number of values.
    public let mean: Double
    /// √(Σ (x − mean)² / n), one ascending chain in Double.
    public let standardDeviation: Double

    /// A summary that was computed before.
    public init(minimum: Double, maximum: Double, mean: Double, standardDeviation: Double) {
      self.minimum = minimum
      self.maximum = maximum
      self.mean = mean
      self.standardDeviation = standardDeviation
    }
  }

  /// How many values lie in bins.
  public var total: Int { counts.reduce(0, +) }

  /// The bins' middles.
  public var centers: [Double] { zip(edges, edges.dropFirst()).map { $0 / 2 + $1 / 2 } }

  /// Bins counted before, such as an archive's; `nil` unless edges are finite, strictly ascending and one more
  /// than counts (or there are none of either), and no count is negative.
  public init?(edges: [Double], counts: [Int], notFinite: Int = 0, summary: Summary? = nil) {
    guard edges.count == counts.count + 1 || (edges.isEmpty && counts.isEmpty),
      edges.allSatisfy(\.isFinite), zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }),
      counts.allSatisfy({ $0 >= 0 }), notFinite >= 0
    else { return nil }
    self.edges = edges
    self.counts = counts
    self.notFinite = notFinite
    self.summary = summary
  }

  /// Counts a tensor's elements into `bins` bins (at least 1) from the smallest finite one to the largest.
  ///
  /// With `w = high/bins − low/bins`, the i-th edge from the start is `low + i · w` in the first half, the i-th from
  /// the end `high − i · w` in the second. When all values are equal, or closer together than 1e-290, the
  /// range is widened around them by half their size, by a half around 0.
  public init(of tensor: Tensor, bins: Int = standardBinCount) {
    var minimum = Double.infinity, maximum = -Double.infinity, sum = 0.0, finite = 0
    tensor.elements.forEachDouble { value in
      guard value.isFinite else { return }
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      sum += value
      finite += 1
    }
    notFinite = tensor.count - finite
    guard finite > 0 else {
      (edges, counts, summary) = ([], [], nil)
      return
    }
    let mean = sum / Double(finite)
    let edges = Self.edges(from: minimum, to: maximum, bins: max(1, bins))
    var squares = 0.0
    var counts = [Int](repeating: 0, count: edges.count - 1)
    tensor.elements.forEachDouble { value in
      guard value.isFinite else { return }
      squares += (value - mean) * (value - mean)
      counts[Self.bin(of: value, edges)] += 1
    }
    self.edges = edges
    self.counts = counts
    summary = Summary(
      minimum: minimum, maximum: maximum, mean: mean,
      standardDeviation: (squares / Double(finite)).squareRoot())
  }

  private static func edges(from minimum: Double, to maximum: Double, bins: Int) -> [Double] {
    var (low, high) = (minimum, maximum)
    // Bins must be wider than the spacing of Doubles there, or edges would coincide.
    if high - low <= max(abs(low), abs(high)) * 1e-12 * Double(bins) || high - low < 1e-290 {
      let half = low == 0 && high == 0 ? 0.5 : max(abs(low) / 2, 1e-280)
      let largest = Double.greatestFiniteMagnitude
      (low, high) = (max(low - half, -largest), min(high + half, largest))
    }
    if bins == 1 { return [low, high] }
    let width = high / Double(bins) - low / Double(bins)
    return (0...bins).map {
      // From the nearer end: no product overflows, and both ends are exact.
      2 * $0 <= bins ? low + Double($0) * width : high - Double(bins - $0) * width
    }
  }

  private static func bin(of value: Double, _ edges: [Double]) -> Int {
    let bins = edges.count - 1
    // Halves keep the difference of the extreme Doubles finite.
    let position = (value / 2 - edges[0] / 2) / (edges[bins] / 2 - edges[0] / 2)
    var bin = min(bins - 1, Int(position * Double(bins)))
    // The quotient is rounded; the edges decide.
    while bin > 0 && value < edges[bin] { bin -= 1 }
    while bin < bins - 1 && value >= edges[bin + 1] { bin += 1 }
    return bin
  }
}
