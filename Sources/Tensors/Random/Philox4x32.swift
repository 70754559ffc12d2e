/// The counter-based generator Philox4x32 with ten rounds: a stateless function from a counter and a key
/// to four random words.
///
/// Each round multiplies counter words 0 and 2 by two constants, keeps both halves of the 64-bit products
/// and mixes them with the other two words and the key; the key grows by two constants from round to round.
/// Any counter can be evaluated on its own, in any order, on any thread.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011,
/// doi:10.1145/2063384.2063405.
public enum Philox4x32 {
  /// The number of rounds.
  public static let rounds = 10

  /// The four words at `counter` under `key`.
  @inlinable
  public static func words(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    // Scalars and not vector lanes: the products are 32 × 32 → 64 bits, one instruction each.
    for _ in 0..<rounds {
      let first = UInt64(c0) &* 0xD251_1F53
      let second = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: second &>> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: second)
      c2 = UInt32(truncatingIfNeeded: first &>> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: first)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
