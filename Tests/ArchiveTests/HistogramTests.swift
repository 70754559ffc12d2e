import Archive
import Foundation
import Tensors
import Testing

@Suite struct HistogramTests {
  private func histogram(_ epochs: [[Float]]) -> Histogram {
    Histogram(epochs: Array(epochs.indices)) { .float32(epochs[$0]) }
  }

  @Test func rangeIsCommonAndSymmetricAroundZero() {
    let histogram = histogram([[-1, 0.5], [0.25, 3]])
    #expect(histogram.edges.count == 101)
    #expect(histogram.edges.first == -3)
    #expect(histogram.edges[50] == 0)
    #expect(histogram.edges.last == 3)
    #expect((0...100).allSatisfy { histogram.edges[$0] == -histogram.edges[100 - $0] })
  }

  @Test func rangeIsNaturalOnOneSide() {
    let histogram = histogram([[1, 2], [1.5]])
    #expect(histogram.edges.first == 1)
    #expect(histogram.edges.last == 2)
    #expect(histogram.counts[0][0] == 1)
    #expect(histogram.counts[0][99] == 1)
    #expect(histogram.counts[1][50] == 1)
  }

  @Test func binsAreHalfOpenAndTheLastIsClosed() {
    // Over 0 … 100 every border is a whole number, exactly.
    let histogram = histogram([(0...100).map { Float($0) }])
    #expect(histogram.edges == (0...100).map { Double($0) })
    #expect(histogram.centers == (0..<100).map { Double($0) + 0.5 })
    #expect(histogram.counts[0] == Array(repeating: 1, count: 99) + [2])
  }

  @Test func whatIsNotFiniteIsLeftOutAndCounted() {
    let histogram = histogram([[.nan, .infinity, -.infinity, 1, 2], [1]])
    #expect(histogram.nonFinite == [3, 0])
    #expect(histogram.counts.map { $0.reduce(0, +) } == [2, 1])
    let none = self.histogram([[.nan], []])
    #expect(none.nonFinite == [1, 0])
    #expect(none.counts.allSatisfy { $0.allSatisfy { $0 == 0 } })
    #expect(none.edges.first == -0.5)
  }

  @Test(
    arguments: [
      [0], [7], [-1e30], [.leastNonzeroMagnitude], [0, .leastNonzeroMagnitude], [.greatestFiniteMagnitude],
      [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], [1, Float(1).nextUp],
    ] as [[Float]])
  func extremeRangesCountEverything(values: [Float]) {
    let histogram = histogram([values])
    #expect(histogram.counts[0].reduce(0, +) == Int64(values.count))
    #expect(histogram.edges.allSatisfy { $0.isFinite })
    #expect(zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func extremeDoublesCountEverything() {
    let least = Double.leastNonzeroMagnitude
    for values in [[least, 0], [1e300, -1e300], [1e301, 1], [least]] {
      let histogram = Histogram(epochs: [0]) { _ in .float64(values) }
      let left = Int64(values.filter { $0 > 1e300 }.count)
      #expect(histogram.counts[0].reduce(0, +) + left == Int64(values.count), "\(values)")
      #expect(histogram.nonFinite == [left])
    }
  }

  @Test func countsAreThoseOfTheEdges() {
    let values = SampleRun.noise(5000, 11)
    let histogram = histogram([values])
    let expected = (0..<100).map { bin in
      Int64(
        values.filter { value in
          let value = Double(value)
          let upper = histogram.edges[bin + 1]
          return value >= histogram.edges[bin] && (bin == 99 ? value <= upper : value < upper)
        }.count)
    }
    #expect(histogram.counts[0] == expected)
  }

  @Test func archiveHoldsTheHistogramsOfWhatItKeeps() throws {
    let scratch = try Scratch()
    let sample = SampleRun()
    try sample.complete(scratch("run"))
    let archive = try RunArchive(scratch("run/run.h5"))
    for path in try archive.parameterPaths() {
      let epochs = try archive.parameterEpochs(path)
      let expected = try Histogram(epochs: epochs) {
        try archive.parameter(path, at: epochs[$0]).elements
      }
      #expect(try archive.histogram(path) == expected)
    }
  }
}
