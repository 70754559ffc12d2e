internal import CKernels

/// PyTorch's random generator for the CPU: MT19937, consumed draw by draw as PyTorch consumes it.
///
/// Its numbers are those of x86-64 builds with AVX2; PyTorch 2.13 and 2.15 were compared. It exists to compare
/// whole runs with PyTorch; `RandomStream` is the generator to prefer.
package struct TorchGenerator: Equatable, Sendable {
  var engine: MersenneTwister
  /// The second number of a pair of the short normal path, kept for the next call.
  var spareNormal: Double?

  /// The generator after `torch.manual_seed(seed)`; only the seed's low 32 bits count.
  package init(seed: UInt64) {
    engine = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
  }

  /// The generator at a saved state.
  package init(engine: MersenneTwister, spareNormal: Double?) {
    self.engine = engine
    self.spareNormal = spareNormal
  }

  /// The next word.
  package mutating func next32() -> UInt32 {
    engine.next()
  }

  /// The next two words, the first in the high half.
  package mutating func next64() -> UInt64 {
    let high = UInt64(engine.next())
    return high << 32 | UInt64(engine.next())
  }

  /// What `torch.empty((), dtype=torch.int64).random_()` draws: 63 bits.
  package mutating func nextSeed() -> UInt64 {
    next64() & (1 << 63 - 1)
  }

  /// Uniform in [0, 1) as a Double: the low 53 of 64 bits, times 2⁻⁵³.
  mutating func nextUnitDouble() -> Double {
    Double(next64() & (1 << 53 - 1)) * 0x1p-53
  }

  /// Uniform in [0, 1) as a Float: the low 24 of 32 bits, times 2⁻²⁴.
  mutating func nextUnitFloat() -> Float {
    Float(next32() & (1 << 24 - 1)) * 0x1p-24
  }
}

extension TorchGenerator {
  /// `torch.rand(n)` and `tensor.uniform_(lower, upper)`: one word an element.
  ///
  /// Each number is fma(u, upper − lower, lower) in Float, both bounds rounded to Float; a number that rounds
  /// to the upper bound becomes the lower one.
  package mutating func fillUniform(
    _ values: UnsafeMutableBufferPointer<Float>, from lower: Double = 0, to upper: Double = 1
  ) {
    let (low, high) = (Float(lower), Float(upper))
    precondition(low <= high && (high - low).isFinite, "no uniform numbers from \(lower) to \(upper)")
    let width = high - low
    for i in values.indices {
      let value = low.addingProduct(nextUnitFloat(), width)
      values[i] = value == high ? low : value
    }
  }

  /// `torch.randn(n)` and `tensor.normal_(mean, std)`.
  ///
  /// Fewer than 16 elements: Box–Muller in Double, two 64-bit draws a pair, the second number of an
  /// unfinished pair kept for the next short call. From 16 elements on: one uniform Float an element, then
  /// Box–Muller in Float over groups of 16; if the count is no multiple of 16, the last 16 elements are drawn
  /// again.
  package mutating func fillNormal(
    _ values: UnsafeMutableBufferPointer<Float>, mean: Double = 0, standardDeviation: Double = 1
  ) {
    if values.count < 16 {
      for i in values.indices {
        values[i] = Float(mean.addingProduct(nextNormalDouble(), standardDeviation))
      }
      return
    }
    let transform = TorchBoxMuller(mean: Float(mean), standardDeviation: Float(standardDeviation))
    for i in values.indices { values[i] = nextUnitFloat() }
    for start in stride(from: 0, through: values.count - 16, by: 16) {
      transform(.init(rebasing: values[start..<start + 16]))
    }
    if values.count % 16 != 0 {
      let tail = UnsafeMutableBufferPointer(rebasing: values[(values.count - 16)...])
      for i in tail.indices { tail[i] = nextUnitFloat() }
      transform(tail)
    }
  }

  /// A standard normal number of the short path.
  private mutating func nextNormalDouble() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let turn = nextUnitDouble()
    let unit = nextUnitDouble()
    // 1 − unit is exact, so this is PyTorch's log1p(−unit).
    let radius = (-2 * reprise_double_log(1 - unit)).squareRoot()
    let angle = 2 * Double.pi * turn
    spareNormal = radius * reprise_double_sin(angle)
    return radius * reprise_double_cos(angle)
  }

  /// `tensor.bernoulli_(probability)`: 1 where the next Double in [0, 1) is below the probability, else 0.
  package mutating func fillBernoulli(_ values: UnsafeMutableBufferPointer<UInt8>, probability: Double) {
    precondition(
      probability >= 0 && probability <= 1, "a probability lies in 0 … 1, not \(probability)")
    for i in values.indices { values[i] = nextUnitDouble() < probability ? 1 : 0 }
  }

  /// `torch.randperm(count)`, for fewer than 214,748,364 numbers (from there on PyTorch draws 64 bits).
  ///
  /// For i ascending, element i changes places with element i + word mod (count − i).
  package mutating func permutation(of count: Int) -> [Int] {
    precondition(count < Int(UInt32.max) / 20, "a permutation of \(count) numbers is not supported")
    var order = Array(0..<count)
    for i in 0..<max(0, count - 1) {
      order.swapAt(i, i + Int(next32()) % (count - i))
    }
    return order
  }
}

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
