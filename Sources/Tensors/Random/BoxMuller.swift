import CKernels

/// The Box–Muller transform in Double: two uniform numbers become two independent standard normal ones.
///
/// With u in (0, 1] and a turn t in [0, 1): (√(−2 ln u) · cos 2πt, √(−2 ln u) · sin 2πt).
/// Source: Box and Muller, "A note on the generation of random normal deviates", 1958,
/// doi:10.1214/aoms/1177706645.
public enum BoxMuller {
  /// The pair from two 32-bit words: u = (first + 1) · 2⁻³², t = second · 2⁻³²; at most 6.67 in size.
  public static func pair(_ first: UInt32, _ second: UInt32) -> (cosine: Double, sine: Double) {
    let unit = (Double(first) + 1) * 0x1p-32
    return pair(unit: unit, turn: UInt64(second) << 32)
  }

  /// The pair from four words: u = (the top 53 bits of (a, b) + 1) · 2⁻⁵³, t = the top 53 bits of (c, d) ·
  /// 2⁻⁵³; at most 8.58 in size.
  public static func pair(_ four: SIMD4<UInt32>) -> (cosine: Double, sine: Double) {
    let unit = UniformUnit.double(high: four.x, low: four.y) + 0x1p-53
    return pair(unit: unit, turn: (UInt64(four.z) << 32 | UInt64(four.w)) & ~0x7FF)
  }

  /// 2π · 2⁻⁶⁴: an angle in radians per 64-bit fraction of a turn.
  private static let radiansPerUnit = 0x1.921fb54442d18p+2 * 0x1p-64

  /// The turn is a fraction of 2⁶⁴, at most 53 bits of it set, so that its split into quarters is exact.
  private static func pair(unit: Double, turn: UInt64) -> (cosine: Double, sine: Double) {
    let radius = (-2 * reprise_double_log(unit)).squareRoot()
    let quarter = (turn &+ (1 << 61)) >> 62
    let rest = Int64(bitPattern: turn &- (quarter << 62))
    // |rest| ≤ 1/8 turn; exact in Double, so the only error is that of one product.
    let angle = Double(rest) * radiansPerUnit
    let (sine, cosine) = (reprise_double_sin(angle), reprise_double_cos(angle))
    switch quarter {
    case 0: return (radius * cosine, radius * sine)
    case 1: return (radius * -sine, radius * cosine)
    case 2: return (radius * -cosine, radius * -sine)
    default: return (radius * sine, radius * -cosine)
    }
  }
}
