import Tensors

/// What of a tensor's values nearly all lie between, found by sorting.
struct RobustRange: Equatable {
  /// Order statistics: the finite values that have ⌊n/1000⌋ smaller and ⌊n/1000⌋ larger ones among n.
  let lower, upper: Double

  /// `nil` when no value is finite.
  init?(of tensor: Tensor) {
    let values = tensor.finiteDoubles.sorted()
    guard let first = values.first, let last = values.last else { return nil }
    let left = values.count / 1000
    (lower, upper) = left == 0 ? (first, last) : (values[left], values[values.count - 1 - left])
  }
}

/// How many values of a tensor lie in each of a row of bins of one width, and how many outside of them.
package struct ValueCounts: Sendable, Equatable {
  /// How many values lie in each bin; bins are half-open, the last one is closed.
  package private(set) var inside: [Int]
  /// How many finite values lie below the first and above the last bin.
  package private(set) var below = 0
  package private(set) var above = 0

  /// Counts a tensor's finite values; a value's bin is ⌊count · (value − lower) / (upper − lower)⌋ in Double.
  ///
  /// - Parameters:
  ///   - range: of finite, different ends.
  ///   - count: how many bins, at least 1.
  package init(of tensor: Tensor, in range: ClosedRange<Double>, bins count: Int) {
    var inside = [Int](repeating: 0, count: max(1, count))
    var (below, above) = (0, 0)
    let bins = inside.count
    // Halves keep the difference of large ends finite.
    let span = range.upperBound / 2 - range.lowerBound / 2
    tensor.elements.forEachDouble { value in
      guard value.isFinite else { return }
      if value < range.lowerBound {
        below += 1
      } else if value > range.upperBound {
        above += 1
      } else {
        let position = span > 0 ? (value / 2 - range.lowerBound / 2) / span : 0
        inside[min(bins - 1, Int(position * Double(bins)))] += 1
      }
    }
    (self.inside, self.below, self.above) = (inside, below, above)
  }

  /// How many finite values there are.
  package var total: Int { inside.reduce(0, +) + outside }

  /// How many finite values lie in no bin.
  package var outside: Int { below + above }

  /// The largest number of values that one bar of a drawing shows.
  var largest: Int { max(inside.max() ?? 0, below, above) }
}

extension Tensor {
  /// The finite elements in row-major order.
  var finiteDoubles: [Double] {
    var values: [Double] = []
    values.reserveCapacity(count)
    elements.forEachDouble { if $0.isFinite { values.append($0) } }
    return values
  }
}
