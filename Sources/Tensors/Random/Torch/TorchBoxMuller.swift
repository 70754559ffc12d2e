/// PyTorch's Box–Muller transform for 16 Floats at a time, as its AVX2 build computes it.
///
/// The logarithm, sine and cosine are the single-precision ones of the Cephes library (Moshier), evaluated
/// in Float with a fused multiply-add wherever the compiler of that build joins a product and a sum. So this
/// is a record of what that build does and not a model of how to compute; every step is one rounding.
struct TorchBoxMuller {
  let mean: Float
  let standardDeviation: Float

  /// Turns 16 uniform numbers in [0, 1) into normal ones, in place: numbers i and i + 8 make a pair.
  func callAsFunction(_ values: UnsafeMutableBufferPointer<Float>) {
    for i in 0..<8 {
      let radius = (-2 * Self.log(1 - values[i])).squareRoot()
      let (sine, cosine) = Self.sineAndCosine(Float(2 * Double.pi) * values[i + 8])
      values[i] = mean.addingProduct(radius * cosine, standardDeviation)
      values[i + 8] = mean.addingProduct(radius * sine, standardDeviation)
    }
  }

  /// The natural logarithm of a number in [2⁻²⁴, 1].
  ///
  /// x = 2ᵉ · (1 + f) with 1 + f in [√½, √2); a polynomial of degree 8 in f; ln 2 in two parts.
  static func log(_ x: Float) -> Float {
    var exponent = Float(Int32(x.bitPattern >> 23) - 126)
    let significand = Float(bitPattern: x.bitPattern & 0x007F_FFFF | 0x3F00_0000)
    var f = significand - 1
    if significand < 0.707106781186547524 {
      exponent -= 1
      f += significand
    }
    let square = f * f
    var sum: Float = 7.0376836292e-2
    for coefficient: Float in [
      -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
      2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
    ] {
      sum = coefficient.addingProduct(sum, f)
    }
    var rest = (exponent * -2.12194440e-4).addingProduct(sum * f, square)
    rest -= 0.5 * square
    return (f + rest).addingProduct(exponent, 0.693359375)
  }

  /// The sine and cosine of an angle in [0, 2π].
  ///
  /// The angle is brought to |x| ≤ π/4 by an even number j of eighths of a turn, π/4 in three parts.
  static func sineAndCosine(_ angle: Float) -> (sine: Float, cosine: Float) {
    let eighths = (Int32(angle * 1.27323954473516) + 1) & ~1
    let j = Float(eighths)
    var x = angle.addingProduct(j, -0.78515625)
    x = x.addingProduct(j, -2.4187564849853515625e-4)
    x = x.addingProduct(j, -3.77489497744594108e-8)
    let square = x * x

    var even: Float = 2.443315711809948e-5
    even = Float(-1.388731625493765e-3).addingProduct(even, square)
    even = Float(4.166664568298827e-2).addingProduct(even, square)
    even = (-0.5 * square).addingProduct(even * square, square) + 1

    var odd: Float = -1.9515295891e-4
    odd = Float(8.3321608736e-3).addingProduct(odd, square)
    odd = Float(-1.6666654611e-1).addingProduct(odd, square)
    odd = x.addingProduct(odd * square, x)

    let (sine, cosine) = eighths & 2 == 0 ? (odd, even) : (even, odd)
    return (eighths & 4 == 0 ? sine : -sine, (eighths + 2) & 4 == 0 ? cosine : -cosine)
  }
}
