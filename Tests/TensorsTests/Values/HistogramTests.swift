import Tensors
import TestSupport
import Testing

@Suite struct HistogramTests {
  /// What the edges say: half-open bins, the last one closed.
  private func counted(_ values: [Double], _ edges: [Double]) -> [Int] {
    (0..<edges.count - 1).map { bin in
      values.count {
        $0 >= edges[bin] && ($0 < edges[bin + 1] || bin == edges.count - 2 && $0 == edges[bin + 1])
      }
    }
  }

  @Test(arguments: [1, 2, 3, 10, 100], [1e-300, 1e-3, 1, 1e9, 1e307])
  func everyValueIsCountedInTheBinWhoseEdgesHoldIt(_ bins: Int, _ scale: Double) {
    for seed in 1...5 {
      let values = (Arrays.uniform(300, seed: seed) as [Double]).map { $0 * scale }
      let histogram = Histogram(of: Tensor(values), bins: bins)
      #expect(histogram.edges.count == bins + 1, "seed \(seed)")
      // A range below 1e-290 is widened: its bins would be subnormal.
      if scale > 1e-290 {
        #expect(histogram.edges.first == values.min() && histogram.edges.last == values.max(), "seed \(seed)")
      }
      #expect(zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
      #expect(histogram.counts == counted(values, histogram.edges), "seed \(seed)")
      #expect(histogram.total == values.count, "seed \(seed)")
    }
  }

  @Test func binsAreHalfOpenAndTheLastIsClosed() {
    // Over 0 … 100 every edge is a whole number, exactly.
    let histogram = Histogram(of: Tensor((0...100).map { Float($0) }))
    #expect(histogram.edges == (0...100).map { Double($0) })
    #expect(histogram.centers == (0..<100).map { Double($0) + 0.5 })
    #expect(histogram.counts == Array(repeating: 1, count: 99) + [2])
  }

  @Test(arguments: [3, 7, 10, 49, 100])
  func anEdgeBelongsToTheBinItBegins(_ bins: Int) {
    for range in [-0.1...0.3, 0.7...1.9, -1e-3...1e-3, 1e6...1.1e6] as [ClosedRange<Double>] {
      let edges = Histogram(of: Tensor([range.lowerBound, range.upperBound]), bins: bins).edges
      let histogram = Histogram(of: Tensor(edges), bins: bins)
      #expect(histogram.edges == edges)
      #expect(histogram.counts == [Int](repeating: 1, count: bins - 1) + [2], "\(range)")
    }
  }

  @Test func theRangeIsTheValuesOwn() {
    let histogram = Histogram(of: Tensor([1, 2, 1.5] as [Float]))
    #expect(histogram.edges.count == Histogram.standardBinCount + 1)
    #expect(histogram.edges.first == 1 && histogram.edges.last == 2)
    #expect(histogram.counts[0] == 1 && histogram.counts[50] == 1 && histogram.counts[99] == 1)
  }

  @Test func whatIsNotFiniteIsLeftOutAndCounted() {
    let histogram = Histogram(of: Tensor([.nan, .infinity, -.infinity, 1, 2] as [Float]), bins: 2)
    #expect(histogram.notFinite == 3)
    #expect(histogram.counts == [1, 1])
    let none = Histogram(of: Tensor([Double.nan]), bins: 5)
    #expect(none.edges.isEmpty && none.counts.isEmpty && none.summary == nil)
    #expect(none.notFinite == 1)
    #expect(Histogram(of: Tensor([] as [Float])).counts.isEmpty)
  }

  @Test(
    arguments: [
      [0], [3.25], [-1e-30], [.leastNonzeroMagnitude], [.greatestFiniteMagnitude], [-1e300],
      [0, .leastNonzeroMagnitude], [1e300, -1e300], [1, 1.0.nextUp],
      [-.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude],
    ] as [[Double]])
  func extremeRangesCountEverything(_ values: [Double]) {
    for bins in [1, 2, 3, 7, 100] {
      let histogram = Histogram(of: Tensor(values), bins: bins)
      #expect(histogram.edges.allSatisfy { $0.isFinite })
      #expect(zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 < $1 })
      #expect(histogram.counts == counted(values, histogram.edges))
      #expect(histogram.total == values.count)
    }
  }

  @Test func everyElementTypeIsCounted() {
    let expected = Histogram(of: Tensor([0, 1, 2, 255] as [Double]), bins: 4)
    #expect(Histogram(of: Tensor([0, 1, 2, 255] as [Float]), bins: 4) == expected)
    #expect(Histogram(of: Tensor([0, 1, 2, 255] as [Int64]), bins: 4) == expected)
    #expect(Histogram(of: Tensor([0, 1, 2, 255] as [UInt8]), bins: 4) == expected)
  }

  @Test func theSummaryIsThePopulations() {
    let summary = Histogram(of: Tensor([1, 2, 3, 4] as [Float]), bins: 2).summary
    #expect(summary?.minimum == 1 && summary?.maximum == 4)
    #expect(summary?.mean == 2.5)
    #expect(summary?.standardDeviation == 1.25.squareRoot())
  }

  @Test(arguments: [
    ([0.0, 1, 2], [1]), ([0, 0, 1], [1, 1]), ([0, 2, 1], [1, 1]), ([0, .infinity], [1]), ([0, 1], [-1]),
  ])
  func binsThatCannotBeAreRefused(_ edges: [Double], _ counts: [Int]) {
    #expect(Histogram(edges: edges, counts: counts) == nil)
  }

  @Test func binsCountedElsewhereAreKept() throws {
    let histogram = try #require(Histogram(edges: [0, 1, 3], counts: [4, 5], notFinite: 2))
    #expect(histogram.total == 9)
    #expect(histogram.notFinite == 2)
    #expect(Histogram(edges: [0, 1, 3], counts: [4, 5], notFinite: -1) == nil)
  }
}
