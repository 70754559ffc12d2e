/// Where small texts stand that must not overlap, in pixels.
package enum LabelPlacement {
  /// The height of a line of small text with the gap to the next one.
  package static let lineHeight = 13.0

  /// Positions as near to the wanted ones as a distance between any two of them allows.
  ///
  /// The order stays; of equal ones the first in the list gets the largest position. The sum of the squared shifts is
  /// the least (pool adjacent violators), then all are moved into the range. Where the range is too short for them,
  /// they stand out of it equally far on both sides.
  package static func spread(_ wanted: [Double], apart: Double, within range: ClosedRange<Double>) -> [Double]
  {
    guard !wanted.isEmpty else { return [] }
    let order = wanted.indices.sorted { (wanted[$0], -$0) < (wanted[$1], -$1) }
    // Without the distances the positions only have to ascend: neighbors that do not share their mean.
    var pools: [(sum: Double, count: Double)] = []
    for (rank, index) in order.enumerated() {
      pools.append((wanted[index] - Double(rank) * apart, 1))
      while pools.count > 1,
        pools[pools.count - 2].sum * pools[pools.count - 1].count
          >= pools[pools.count - 1].sum * pools[pools.count - 2].count
      {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    let room = range.upperBound - Double(wanted.count - 1) * apart
    let ends =
      room >= range.lowerBound
      ? (range.lowerBound, room) : ((range.lowerBound + room) / 2, (range.lowerBound + room) / 2)
    var positions = wanted
    var rank = 0
    for pool in pools {
      let start = min(max(pool.sum / pool.count, ends.0), ends.1)
      for _ in 0..<Int(pool.count) {
        positions[order[rank]] = start + Double(rank) * apart
        rank += 1
      }
    }
    return positions
  }

  /// Lanes, 0 the lowest, for texts that stand right of vertical lines which reach up to them: no text overlaps
  /// another one or a line.
  ///
  /// - Parameter spans: From each line to the end of its text, in any order; an empty text ends at its line.
  package static func lanes(_ spans: [(start: Double, end: Double)]) -> [Int] {
    var lanes = [Int](repeating: 0, count: spans.count)
    // From the right: a text lies above everything that begins within it.
    let order = spans.indices.sorted { (spans[$0].start, $0) < (spans[$1].start, $1) }
    for (rank, index) in order.enumerated().reversed() {
      let crossed = order[(rank + 1)...].prefix { spans[$0].start < spans[index].end }
      lanes[index] = crossed.map { lanes[$0] + 1 }.max() ?? 0
    }
    return lanes
  }
}
