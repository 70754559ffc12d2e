/// The elementary functions that random numbers need, in Double: each a stated sequence of + − × ÷ alone, so
/// that no C library has a say in the bits.
///
/// Series of Taylor and of the inverse hyperbolic tangent, cut where the next term is below half an ulp of
/// the result; the errors stay below one ulp or so.
enum ElementaryDouble {
  /// 2π · 2⁻⁶⁴: an angle in radians per 64-bit fraction of a turn.
  static let radiansPerUnit = 0x1.921fb54442d18p+2 * 0x1p-64

  /// The natural logarithm of a positive normal number.
  ///
  /// x = 2ᵏ · (1 + f) with 1 + f in [√½, √2); s = f / (2 + f); ln(1 + f) = 2 artanh s, written as
  /// f − (f²/2 − s · (f²/2 + r)) with r = 2 · (s²/3 + s⁴/5 + …), so that only small terms carry an error.
  static func log(_ x: Double) -> Double {
    var exponent = Int(x.exponent)
    var significand = x.significand
    if significand > 0x1.6a09e667f3bcdp+0 {
      significand *= 0.5
      exponent += 1
    }
    let f = significand - 1
    let s = f / (2 + f)
    let z = s * s
    var sum = 1.0 / 23
    for divisor in stride(from: 21.0, through: 3, by: -2) { sum = sum * z + 1 / divisor }
    let r = 2 * z * sum
    let half = 0.5 * f * f
    let k = Double(exponent)
    // ln 2 in two parts: the first has 32 bits, so k times it is exact.
    let (high, low) = (0x1.62e42feep-1, 0x1.a39ef35793c76p-33)
    return k * high - ((half - (s * (half + r) + k * low)) - f)
  }

  /// The sine of an angle of at most 1000 in size.
  static func sin(_ x: Double) -> Double {
    let (quarter, rest) = reduced(x)
    switch quarter & 3 {
    case 0: return sineSeries(rest)
    case 1: return cosineSeries(rest)
    case 2: return -sineSeries(rest)
    default: return -cosineSeries(rest)
    }
  }

  /// The cosine of an angle of at most 1000 in size.
  static func cos(_ x: Double) -> Double {
    let (quarter, rest) = reduced(x)
    switch quarter & 3 {
    case 0: return cosineSeries(rest)
    case 1: return -sineSeries(rest)
    case 2: return -cosineSeries(rest)
    default: return sineSeries(rest)
    }
  }

  /// x = quarter · π/2 + rest with |rest| at most about π/4.
  private static func reduced(_ x: Double) -> (quarter: Int, rest: Double) {
    let quarter = (x * 0x1.45f306dc9c883p-1).rounded(.toNearestOrEven)
    // π/2 in three parts: the first two have at most 33 bits, so a small whole number of them is exact.
    let rest =
      ((x - quarter * 0x1.921fb544p+0) - quarter * 0x1.0b4611a6p-34) - quarter * 0x1.3198a2e037073p-69
    return (Int(quarter), rest)
  }

  /// x − x³/3! + … + x¹⁷/17!, |x| ≤ about π/4.
  private static func sineSeries(_ x: Double) -> Double {
    let z = x * x
    var sum = 1.0 / 355_687_428_096_000
    sum = sum * z - 1 / 1_307_674_368_000
    sum = sum * z + 1 / 6_227_020_800
    sum = sum * z - 1 / 39_916_800
    sum = sum * z + 1 / 362_880
    sum = sum * z - 1 / 5_040
    sum = sum * z + 1 / 120
    sum = sum * z - 1 / 6.0
    return x + x * (z * sum)
  }

  /// 1 − x²/2! + … + x¹⁶/16!, |x| ≤ about π/4.
  private static func cosineSeries(_ x: Double) -> Double {
    let z = x * x
    var sum = 1.0 / 20_922_789_888_000
    sum = sum * z - 1 / 87_178_291_200
    sum = sum * z + 1 / 479_001_600
    sum = sum * z - 1 / 3_628_800
    sum = sum * z + 1 / 40_320
    sum = sum * z - 1 / 720
    sum = sum * z + 1 / 24.0
    // 1 − z/2 loses the bits that (1 − head) − z/2 gives back.
    let half = 0.5 * z
    let head = 1 - half
    return head + (((1 - head) - half) + z * (z * sum))
  }
}
