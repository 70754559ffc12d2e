internal import CKernels

// MARK: Uniform

extension RandomStream {
  /// Uniform in a range: `UniformRange.value` of word `index`.
  package func uniform(at index: Int, in range: Range<Float>) -> Float {
    UniformRange(range).value(word(index))
  }

  /// Writes the numbers in a range at `start ..< start + values.count`: number i is `UniformRange.value` of word i.
  package func fillUniform(
    _ values: UnsafeMutableBufferPointer<Float>, in range: Range<Float>, from start: Int = 0
  ) {
    let rule = UniformRange(range)
    fill(values, from: start) { rule.value($0) }
  }

  /// Writes the numbers in a range at `start ..< start + values.count`: number i is `UniformRange.value` of
  /// `UniformUnit.double` of words 2i and 2i + 1.
  package func fillUniform(
    _ values: UnsafeMutableBufferPointer<Double>, in range: Range<Double>, from start: Int = 0
  ) {
    for i in values.indices {
      let unit = UniformUnit.double(high: word(2 * (start + i)), low: word(2 * (start + i) + 1))
      values[i] = UniformRange.value(unit, in: range)
    }
  }
}

/// How words become numbers in [0, 1).
package enum UniformUnit {
  /// `Float(word >> 8) · 2⁻²⁴`: exact, at most 1 − 2⁻²⁴.
  package static func float(_ word: UInt32) -> Float {
    Float(word >> 8) * 0x1p-24
  }

  /// The top 53 of the 64 bits (high, low), times 2⁻⁵³: exact, at most 1 − 2⁻⁵³.
  package static func double(high: UInt32, low: UInt32) -> Double {
    Double((UInt64(high) << 32 | UInt64(low)) >> 11) * 0x1p-53
  }
}

/// How words become numbers in a range that never reach its upper bound.
package struct UniformRange: Sendable {
  private let lower: Double
  private let width: Double
  private let upper: Float
  private let last: Float

  /// The rule for one range, which must be finite and not empty.
  package init(_ range: Range<Float>) {
    precondition(
      !range.isEmpty && range.lowerBound.isFinite && range.upperBound.isFinite,
      "uniform numbers need a finite range that is not empty, not \(range)")
    lower = Double(range.lowerBound)
    // Both bounds are Floats, so this difference cannot overflow.
    width = Double(range.upperBound) - lower
    upper = range.upperBound
    last = range.upperBound.nextDown
  }

  /// `lower + u · (upper − lower)` in Double with u = (word >> 8)·2⁻²⁴, rounded to Float once; the Float
  /// below the upper bound where that would be the bound.
  package func value(_ word: UInt32) -> Float {
    let rounded = Float(lower + Double(UniformUnit.float(word)) * width)
    return rounded < upper ? rounded : last
  }

  /// `lower + u · (upper − lower)` in Double; the Double below the upper bound where that would be the bound.
  /// The range's width must be finite.
  package static func value(_ unit: Double, in range: Range<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    precondition(
      width > 0 && width.isFinite, "uniform numbers need a finite range that is not empty, not \(range)")
    return min(range.lowerBound + unit * width, range.upperBound.nextDown)
  }
}

// MARK: Normal

extension RandomStream {
  /// Writes `mean + standardDeviation · z` for the standard normal numbers z at
  /// `start ..< start + values.count`: product and sum in Double, rounded to Float once.
  ///
  /// Numbers 2j and 2j + 1 are the cosine and the sine of `BoxMuller.pair` of words 2j and 2j + 1.
  package func fillNormal(
    _ values: UnsafeMutableBufferPointer<Float>, mean: Double = 0, standardDeviation: Double = 1,
    from start: Int = 0
  ) {
    let pairs = (start >> 1)..<((start + values.count + 1) >> 1)
    for pair in pairs {
      let four = block(pair >> 1)
      let (cosine, sine) =
        pair & 1 == 0 ? BoxMuller.pair(four.x, four.y) : BoxMuller.pair(four.z, four.w)
      let i = 2 * pair - start
      if i >= 0 { values[i] = Float(mean + standardDeviation * cosine) }
      if i + 1 < values.count { values[i + 1] = Float(mean + standardDeviation * sine) }
    }
  }
}

/// The Box–Muller transform in Double: two uniform numbers become two independent standard normal ones.
///
/// With u in (0, 1] and a turn t in [0, 1): (√(−2 ln u) · cos 2πt, √(−2 ln u) · sin 2πt).
/// Source: Box and Muller, "A note on the generation of random normal deviates", 1958,
/// doi:10.1214/aoms/1177706645.
package enum BoxMuller {
  /// 2π · 2⁻⁶⁴: an angle in radians per 64-bit fraction of a turn.
  private static let radiansPerUnit = 0x1.921fb54442d18p+2 * 0x1p-64

  /// The pair from two words: u = (first + 1) · 2⁻³², t = second · 2⁻³²; at most 6.67 in size.
  package static func pair(_ first: UInt32, _ second: UInt32) -> (cosine: Double, sine: Double) {
    let unit = (Double(first) + 1) * 0x1p-32
    // A fraction of 2⁶⁴ with 32 bits set at most, so that its split into quarters is exact.
    let turn = UInt64(second) << 32
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
