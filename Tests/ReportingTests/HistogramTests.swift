import Reporting
import Testing

@Suite struct HistogramTests {
  /// A short congruential generator; only its repeatability matters.
  private static func values(_ count: Int, seed: UInt64, scale: Double) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) / 9_007_199_254_740_992 - 0.5) * scale
    }
  }

  @Test(arguments: [1, 2, 3, 10, 100], [1e-300, 1e-3, 1, 1e9, 1e307])
  func everyValueIsCountedInTheBinWhoseEdgesHoldIt(_ bins: Int, _ scale: Double) {
    for seed in 1...5 as ClosedRange<UInt64> {
      let values = Self.values(300, seed: seed, scale: scale)
      let histogram = Histogram(of: values, bins: bins)
      #expect(histogram.edges.count == bins + 1, "seed \(seed)")
      #expect(zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
      let counts = (0..<bins).map { bin in
        values.count {
          $0 >= histogram.edges[bin]
            && ($0 < histogram.edges[bin + 1] || bin == bins - 1 && $0 == histogram.edges[bins])
        }
      }
      #expect(histogram.counts == counts, "seed \(seed)")
      #expect(histogram.total == values.count, "seed \(seed)")
    }
  }

  @Test func binsAreHalfOpenAndTheLastIsClosed() {
    let histogram = Histogram(of: [0, 1, 2, 3, 4], bins: 4, over: 0...4)
    #expect(histogram.edges == [0, 1, 2, 3, 4])
    #expect(histogram.counts == [1, 1, 1, 2])
  }

  @Test(arguments: [3, 7, 10, 49, 100])
  func anEdgeBelongsToTheBinItBegins(_ bins: Int) {
    for range in [-0.1...0.3, 0.7...1.9, -1e-3...1e-3, 1e6...1.1e6] as [ClosedRange<Double>] {
      let edges = Histogram(of: [], bins: bins, over: range).edges
      let histogram = Histogram(of: edges, bins: bins, over: range)
      #expect(histogram.counts == [Int](repeating: 1, count: bins - 1) + [2], "\(range)")
    }
  }

  @Test func whatIsNotFiniteOrOutsideIsReported() {
    let histogram = Histogram(of: [-.infinity, .nan, .infinity, -1, 0.5, 2], bins: 2, over: 0...1)
    #expect(histogram.notFinite == 3)
    #expect(histogram.outside == 2)
    #expect(histogram.counts == [0, 1])
    #expect(histogram.summary?.minimum == -1)
    #expect(histogram.summary?.maximum == 2)
  }

  @Test func withoutFiniteValuesThereAreNoBins() {
    let histogram = Histogram(of: [Double.nan], bins: 5)
    #expect(histogram.edges.isEmpty && histogram.counts.isEmpty)
    #expect(histogram.summary == nil)
    #expect(histogram.notFinite == 1)
  }

  @Test(arguments: [0, 3.25, -1e-30, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, -1e300])
  func equalValuesLieInOneOfTheBins(_ value: Double) {
    let histogram = Histogram(of: [value, value, value], bins: 7)
    #expect(histogram.counts.max() == 3)
    #expect(histogram.total == 3)
    #expect(histogram.edges.allSatisfy { $0.isFinite })
    #expect(zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func theExtremesOfDoubleCanBeBinned() {
    let largest = Double.greatestFiniteMagnitude
    let histogram = Histogram(of: [-largest, 0, largest], bins: 3)
    #expect(histogram.counts == [1, 1, 1])
  }

  @Test func theSummaryIsThePopulations() {
    let summary = Histogram(of: [Float](arrayLiteral: 1, 2, 3, 4), bins: 2).summary
    #expect(summary?.mean == 2.5)
    #expect(summary?.standardDeviation == 1.25.squareRoot())
  }

  @Test(arguments: [
    ([0.0, 1, 2], [1]), ([0, 0, 1], [1, 1]), ([0, 2, 1], [1, 1]), ([0, .infinity], [1]), ([0, 1], [-1]),
  ])
  func binsThatCannotBeAreRefused(_ edges: [Double], _ counts: [Int]) {
    #expect(throws: FigureError.self) { try Histogram(edges: edges, counts: counts) }
  }

  @Test func binsCountedElsewhereAreKept() throws {
    let histogram = try Histogram(edges: [0, 1, 3], counts: [4, 5], notFinite: 2)
    #expect(histogram.total == 9)
    #expect(histogram.notFinite == 2)
  }
}
