import Settings
import Tensors

/// `mixup: { alpha: 0.2 }`: training examples are mixed in pairs, λ · x + (1 − λ) · x′, targets likewise.
///
/// Partner and λ ~ Beta(α, α) are pure functions of the seed, the epoch and the sample's number: they come from the words
/// from 2³³ on of the stream that ``Augmentation`` reads below.
///
/// Zhang, Cissé, Dauphin and Lopez-Paz, "mixup: Beyond Empirical Risk Minimization", 2017, arXiv:1710.09412.
public struct Mixup: Codable, Sendable, Equatable {
  /// Both parameters of the distribution of λ: near 0 hardly anything is mixed, 1 is uniform.
  public let alpha: Double

  /// Reads `alpha` (needed, 0.001 to 100).
  public init(from decoder: any Decoder) throws {
    alpha = try decoder.container(keyedBy: CodingKeys.self).value(
      .alpha, Rule("from 0.001 to 100") { (0.001...100).contains($0) })
  }

  /// With whom a sample is mixed and how much of it remains.
  ///
  /// Words are counted from 2³³. The partner is `RandomStream.integer` at word 0, so every example is as likely, the
  /// sample itself too. With α = 1, λ is `UniformUnit.double` of words 2 and 3. Otherwise λ = 1 / (1 + exp(−(l₀ − l₁))), lᵢ
  /// being the logarithm of `gamma`'s number i; rounded to Float.
  ///
  /// - Parameters:
  ///   - index: The sample's number in its data set.
  ///   - count: How many examples there are to be mixed with, 1 … 2³².
  /// - Returns: The partner's place among these, and λ in 0…1.
  public func draw(seed: UInt64, epoch: Int, index: Int, count: Int) -> (partner: Int, weight: Float) {
    let stream = Augmentation.stream(seed: seed, epoch: epoch, index: index)
    let partner = stream.integer(at: Self.start, below: count)
    let weight =
      alpha == 1
      ? UniformUnit.double(high: stream.word(Self.start + 2), low: stream.word(Self.start + 3))
      : (logarithmOfGamma(0, stream) - logarithmOfGamma(1, stream)).sigmoid
    return (partner, Float(weight))
  }

  /// x = λ · x + (1 − λ) · partner for each value: 1 − λ is rounded once, then both products, then the sum.
  package static func mix(
    _ x: UnsafeMutablePointer<Float>, with partner: UnsafePointer<Float>, weight: Float, count: Int
  ) {
    let rest = 1 - weight
    for i in 0..<count { x[i] = weight * x[i] + rest * partner[i] }
  }

  // MARK: Gamma numbers

  /// Where these words begin.
  private static let start = 1 << 33
  private static let tries = 64

  /// The logarithm of the random number `number`, 0 or 1, with a Gamma(α) distribution, in Double.
  ///
  /// Marsaglia and Tsang, "A simple method for generating gamma variables", 2000, doi:10.1145/358407.358414, for
  /// a = α if α ≥ 1, else α + 1: d = a − 1/3, c = 1 / √(9d). Try t takes block 4 + 64 · number + t: z is the cosine
  /// of `BoxMuller.pair` of its words 0 and 1, u = 1 − `UniformUnit.double` of words 2 and 3, v = (1 + c·z)³ as
  /// ((1 + c·z)·(1 + c·z))·(1 + c·z). It is taken if v > 0 and
  /// ln u < ((0.5·(z·z) + d) − d·v) + d·ln v; the answer is ln(d·v). If α < 1, ln(u′) / α is added, with u′ made as u from
  /// words 2 and 3 of block 1 + number. Each of 64 tries is taken with a probability above 0.95; if none were, v = 1.
  private func logarithmOfGamma(_ number: Int, _ stream: RandomStream) -> Double {
    func logarithm(_ words: SIMD4<UInt32>) -> Double {
      (1 - UniformUnit.double(high: words.z, low: words.w)).logarithm
    }
    let block = Self.start >> 2
    let d = (alpha < 1 ? alpha + 1 : alpha) - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    var v = 1.0
    for attempt in 0..<Self.tries {
      let words = stream.block(block + 4 + Self.tries * number + attempt)
      let z = BoxMuller.pair(words.x, words.y).cosine
      let root = 1 + c * z
      let cube = (root * root) * root
      guard cube > 0, logarithm(words) < ((0.5 * (z * z) + d) - d * cube) + d * cube.logarithm else {
        continue
      }
      v = cube
      break
    }
    let result = (d * v).logarithm
    return alpha < 1 ? result + logarithm(stream.block(block + 1 + number)) / alpha : result
  }
}
