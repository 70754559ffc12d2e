extension RandomStream {
  /// A whole number in 0 ..< bound, each exactly equally likely; `bound` is 1 … 2³².
  ///
  /// Lemire's method: with w the word at `index`, the number is the high half of w · bound, unless the low
  /// half is below 2³² mod bound; then w is read again at the same index, at the next attempt. So the number
  /// depends on its index alone, whatever happened at others.
  ///
  /// Source: Lemire, "Fast random integer generation in an interval", 2019, doi:10.1145/3230636.
  public func integer(at index: Int, below bound: Int) -> Int {
    let rule = BoundedInteger(below: bound)
    for attempt in 0..<UInt32.max {
      if let value = rule.value(word(index, attempt: attempt)) { return value }
    }
    // Every attempt is accepted with probability over one half.
    preconditionFailure("4294967295 words in a row were rejected: the generator is broken")
  }

  /// Writes the whole numbers in 0 ..< bound at `start ..< start + values.count`.
  public func fillIntegers(
    _ values: UnsafeMutableBufferPointer<Int>, below bound: Int, from start: Int = 0
  ) {
    for i in values.indices { values[i] = integer(at: start + i, below: bound) }
  }

  /// Puts the elements into a random order: Fisher–Yates from the top.
  ///
  /// For i = count − 1 down to 1, element i changes places with element `integer(at: count − 1 − i,
  /// below: i + 1)`. Give each shuffle a stream of its own.
  public func shuffle<Elements: MutableCollection & RandomAccessCollection>(_ elements: inout Elements) {
    let count = elements.count
    for draw in 0..<max(0, count - 1) {
      let top = count - 1 - draw
      let other = integer(at: draw, below: top + 1)
      elements.swapAt(
        elements.index(elements.startIndex, offsetBy: top),
        elements.index(elements.startIndex, offsetBy: other))
    }
  }

  /// The numbers 0 ..< count in a random order: what `shuffle` makes of the ascending order.
  public func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }
}
