import Reporting
import Tensors
import Testing

@Suite struct HistogramGridTests {
  private func text(_ cells: [[Double]?], ranges: HistogramGrid.Ranges = .perColumn) -> String {
    HistogramGrid(
      caption: Specimens.caption(), columns: ["a"],
      rows: cells.map { .init(label: "row", cells: [$0.map { Tensor($0) }]) }, ranges: ranges
    ).script(named: "x").text
  }

  private func lines(_ prefix: String, _ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.hasPrefix(prefix) }
  }

  /// Where the corners of a row's outline stand: the edges of its bins.
  private func edges(_ text: String, row: Int) throws -> [Double] {
    let block = try #require(
      text.firstRange(of: "$row_\(row)_column_1 << EOD\n").map { text[$0.upperBound...] })
    return block.split(separator: "\n").dropFirst().prefix { $0 != "EOD" }.compactMap {
      $0.split(separator: " ").first.flatMap { Double($0) }
    }
  }

  /// Where the first panel's bins begin and end: its axis without one bin at either end.
  private func range(_ text: String) throws -> ClosedRange<Double> {
    let match = try #require(text.firstMatch(of: /set xrange \[(.*?):(.*?)\]/))
    let (lower, upper) = (try #require(Double(match.1)), try #require(Double(match.2)))
    let width = (upper - lower) / 70
    let rounded = { (value: Double) in (value * 1e9).rounded() / 1e9 }
    return rounded(lower + width)...rounded(upper - width)
  }

  private let narrow = (0..<2000).map { Double($0 % 101) / 100 - 0.5 }
  private let wide = (0..<2000).map { Double($0 % 101) / 10 - 5 }

  @Test(arguments: [1, 2, 60, 999])
  func everyFiniteValueIsCountedOnce(_ bins: Int) {
    let values = (0..<5000).map { Double(($0 * 7919) % 5000) } + [.nan, .infinity, -1e300, 1e308]
    let counts = ValueCounts(of: Tensor(values), in: 10...4000, bins: bins)
    #expect(counts.inside.count == bins && counts.total == 5002)
    #expect((counts.below, counts.above) == (11, 1000))
    #expect(counts.inside.reduce(0, +) + counts.outside == counts.total)
  }

  @Test func theUpperEndBelongsToTheLastBinAndAnEdgeToTheNext() {
    let counts = ValueCounts(of: Tensor([0, 1, 2, 3, 4] as [Double]), in: 0...4, bins: 4)
    #expect(counts.inside == [1, 1, 1, 2])
  }

  @Test func aColumnsCellsShareTheirAxisAndBinWidthUnlessAskedOtherwise() throws {
    let shared = text([narrow, wide])
    #expect(lines("set xrange", shared).count == 2 && Set(lines("set xrange", shared)).count == 1)
    #expect(try range(shared) == -5...5)
    for row in 1...2 {
      let edges = try edges(shared, row: row).map { ($0 + 5) * 6.8 }
      #expect(edges.count > 4 && edges.allSatisfy { abs($0 - $0.rounded()) < 1e-9 })
    }
    let own = text([narrow, wide], ranges: .perCell)
    #expect(try range(own) == -0.5...0.5 && Set(lines("set xrange", own)).count == 2)
  }

  @Test func aSingleValueDoesNotSetTheRange() {
    let text = text([narrow + [700]])
    #expect(text.contains("set x2label 'σ 15.6, −0.5 … 700, 1 outside' textcolor rgb '#555555'\n"))
    let width = 1.0 / 68
    #expect(text.contains("$row_1_column_1_above << EOD\n# edge count\n0.5 0\n0.5 1\n\(0.5 + width) 1\n"))
    #expect(
      text.contains("$row_1_column_1_above using 1:($2 > 0.5 ? $2 : 0.5) with filledcurves closed linetype 2")
    )
    #expect(!text.contains("_below"))
  }

  /// Of 2000 values two at either end may lie outside.
  @Test func quantilesAreOrderStatistics() {
    let values = (0..<2000).map { Double($0) - 1000 }
    #expect(text([values]).contains(", 4 outside'"))
    #expect(text([values]).contains("\n-998 0\n"))
    #expect(!text([Array(values.prefix(999))]).contains("outside"))
  }

  @Test func theAxisReachesToANearZeroOnly() throws {
    #expect(try range(text([narrow.map { $0 + 0.6 }])) == 0...1.1)
    #expect(try range(text([narrow.map { $0 - 0.6 }])) == -1.1...0)
    #expect(try range(text([narrow.map { $0 + 5.5 }])) == 5...6)
  }

  @Test(arguments: [64, 65]) func fewValuesAreDrawnOneByOne(_ count: Int) {
    let text = text([(0..<count).map { Double($0) }])
    #expect(text.contains("with impulses") == (count == 64))
    #expect(text.contains("set x2label '64 values, σ ") == (count == 64))
    #expect(text.contains("set ylabel 'row'\n") == (count == 64))
  }

  @Test func aCellSaysWhatIsNotFinite() {
    let text = text([[-1, 1, .nan]])
    #expect(text.contains("set x2label '2 values, σ 1, −1 … 1, 1 not finite' textcolor rgb '#D55E00'\n"))
  }

  @Test func countsBeginAtOneHalf() {
    #expect(text([narrow]).contains("set logscale y; set yrange [0.5:"))
  }

  /// Where five labels would not fit and a five times wider step would leave one, every second one stays.
  @Test func anAxisKeepsMoreThanOneTick() {
    let values = (0..<999).map { (Double($0) / 998 - 0.5) * 0.0096 }
    #expect(text([values]).contains("; set xtics 0.004; set format x '%.3f'\n"))
  }
}
