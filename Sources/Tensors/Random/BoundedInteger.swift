/// How words become whole numbers below a bound, each exactly equally likely (Lemire's method).
public struct BoundedInteger: Sendable {
  private let bound: UInt64
  private let threshold: UInt64

  /// The rule for 0 ..< bound; `bound` is 1 … 2³².
  public init(below bound: Int) {
    precondition(bound >= 1 && bound <= 1 << 32, "a bounded integer needs a bound of 1 … 2³², not \(bound)")
    self.bound = UInt64(bound)
    self.threshold = (1 << 32) % UInt64(bound)
  }

  /// The high half of word · bound, or `nil` if the low half is below 2³² mod bound: another word is needed.
  public func value(_ word: UInt32) -> Int? {
    let product = UInt64(word) * bound
    return product & 0xFFFF_FFFF < threshold ? nil : Int(product >> 32)
  }
}
