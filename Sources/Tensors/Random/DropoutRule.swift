/// Which words keep an element: `word < keepProbability · 2³²`, whole numbers only.
public struct DropoutRule: Hashable, Sendable {
  /// keepProbability · 2³² (an exact product), its fraction dropped: 0 … 2³².
  public let threshold: UInt64

  /// The rule that keeps with a probability of 0 … 1; 1 keeps everything, 0 nothing.
  public init(keepProbability: Double) {
    precondition(
      keepProbability >= 0 && keepProbability <= 1,
      "a probability lies in 0 … 1, not \(keepProbability)")
    threshold = UInt64(keepProbability * 0x1p32)
  }

  /// Whether the element of this word is kept.
  public func keeps(_ word: UInt32) -> Bool {
    UInt64(word) < threshold
  }
}

extension RandomStream {
  /// Writes 1 where an element is kept and 0 where it is dropped, for the elements
  /// `start ..< start + mask.count`.
  public func fillMask(
    _ mask: UnsafeMutableBufferPointer<UInt8>, keeping rule: DropoutRule, from start: Int = 0
  ) {
    fill(mask, from: start) { rule.keeps($0) ? 1 : 0 }
  }
}
