internal import CKernels

// MARK: Numbers below a bound, and orders

extension RandomStream {
  /// A whole number in 0 ..< bound, each exactly equally likely; `bound` is 1 … 2³².
  ///
  /// It is `BoundedInteger.value` of the word at `index`; a word that is rejected is read again at the same index, at
  /// the next attempt. So the number depends on its index alone, whatever happened at others.
  package func integer(at index: Int, below bound: Int) -> Int {
    let rule = BoundedInteger(below: bound)
    for attempt in 0..<UInt32.max {
      if let value = rule.value(word(index, attempt: attempt)) { return value }
    }
    // Every attempt is accepted with probability over one half.
    preconditionFailure("4294967295 words in a row were rejected: the generator is broken")
  }

  /// Puts the elements into a random order: Fisher–Yates from the top.
  ///
  /// For i = count − 1 down to 1, element i changes places with element `integer(at: count − 1 − i,
  /// below: i + 1)`. Give each shuffle a stream of its own.
  package func shuffle<Elements: MutableCollection & RandomAccessCollection>(_ elements: inout Elements) {
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
  package func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }
}

/// How words become whole numbers below a bound, each exactly equally likely.
///
/// Lemire, "Fast random integer generation in an interval", 2019, doi:10.1145/3230636.
package struct BoundedInteger: Sendable {
  private let bound: UInt64
  private let threshold: UInt64

  /// The rule for 0 ..< bound; `bound` is 1 … 2³².
  package init(below bound: Int) {
    precondition(bound >= 1 && bound <= 1 << 32, "a bounded integer needs a bound of 1 … 2³², not \(bound)")
    self.bound = UInt64(bound)
    self.threshold = (1 << 32) % UInt64(bound)
  }

  /// The high half of word · bound, or `nil` if the low half is below 2³² mod bound: another word is needed.
  package func value(_ word: UInt32) -> Int? {
    let product = UInt64(word) * bound
    return product & 0xFFFF_FFFF < threshold ? nil : Int(product >> 32)
  }
}

// MARK: Dropout masks

/// Which words keep an element: `word < keepProbability · 2³²`, whole numbers only.
package struct DropoutRule: Hashable, Sendable {
  /// keepProbability · 2³² (an exact product), its fraction dropped: 0 … 2³².
  package let threshold: UInt64

  /// The rule that keeps with a probability of 0 … 1; 1 keeps everything, 0 nothing.
  package init(keepProbability: Double) {
    precondition(
      keepProbability >= 0 && keepProbability <= 1,
      "a probability lies in 0 … 1, not \(keepProbability)")
    threshold = UInt64(keepProbability * 0x1p32)
  }

  /// Whether the element of this word is kept.
  package func keeps(_ word: UInt32) -> Bool {
    UInt64(word) < threshold
  }
}

extension Processor {
  /// Writes 1 where an element is kept and 0 where it is dropped: element i by `rule.keeps` of the stream's word i,
  /// on vectors and on all threads.
  package func fillMask(
    _ mask: UnsafeMutableBufferPointer<UInt8>, keeping rule: DropoutRule, from stream: RandomStream
  ) {
    guard rule.threshold > 0 else { return mask.update(repeating: 0) }
    guard let start = mask.baseAddress else { return }
    precondition(
      mask.count <= RandomStream.wordCount, "a mask of \(mask.count) elements is longer than a stream")
    let kernel = kernels(Float.self).philox_mask!
    let words = reprise_philox(
      key: (stream.key.x, stream.key.y), site: stream.site.word, step: stream.step)
    // A part begins at a multiple of 8192 elements, so at the first of a block's four words.
    divideElements(mask.count) { part, _ in
      withUnsafePointer(to: words) {
        kernel(
          start + part.lowerBound, part.count, $0, UInt32(part.lowerBound / 4), UInt32(rule.threshold - 1))
      }
    }
  }
}
