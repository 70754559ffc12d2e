/// How words become numbers in [0, 1).
public enum UniformUnit {
  /// `Float(word >> 8) · 2⁻²⁴`: exact, at most 1 − 2⁻²⁴.
  @inlinable
  public static func float(_ word: UInt32) -> Float {
    Float(word >> 8) * 0x1p-24
  }

  /// The top 53 of the 64 bits (high, low), times 2⁻⁵³: exact, at most 1 − 2⁻⁵³.
  @inlinable
  public static func double(high: UInt32, low: UInt32) -> Double {
    Double((UInt64(high) << 32 | UInt64(low)) >> 11) * 0x1p-53
  }
}
