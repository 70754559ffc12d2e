import Settings
import Tensors

/// `salt-and-pepper: { amount: 0.05 }`: some pixels become black or white in all channels.
///
/// With a = amount · 2³² and b = amount/2 · 2³², fractions dropped: pixel i (row-major) becomes 0 where word i is below b,
/// 1 where it is from b to below a, and stays otherwise.
public struct SaltAndPepper: ImageTransform {
  /// What configurations call it.
  public static let kind = "salt-and-pepper"
  /// 0 is black and 1 white.
  public static let needsUnitRange = true

  /// The share of pixels that change, in 0…1.
  public let amount: Double

  /// Reads `amount` (needed, 0 to 1).
  public init(from decoder: any Decoder) throws {
    amount = try decoder.container(keyedBy: CodingKeys.self).value(.amount, .probability)
  }

  /// Sets pixels.
  public func apply(to image: inout AugmentedImage, _ draws: TransformDraws) {
    let (any, black) = (DropoutRule(keepProbability: amount), DropoutRule(keepProbability: amount / 2))
    for first in stride(from: 0, to: image.plane, by: 4) {
      let words = draws.stream.block((draws.start + first) >> 2)
      for i in first..<min(first + 4, image.plane) where any.keeps(words[i & 3]) {
        let value: Float = black.keeps(words[i & 3]) ? 0 : 1
        for channel in 0..<image.channels { image.pixels[channel * image.plane + i] = value }
      }
    }
  }
}

/// `gaussian-noise: { standard-deviation: 0.05 }`: every value gets a normal number of its own.
///
/// n = the normal number i of the transform's words by `RandomStream.fillNormal`, times the deviation in Double,
/// rounded to Float; x + n, then 0 below 0 and 1 above 1.
public struct GaussianNoise: ImageTransform {
  /// What configurations call it.
  public static let kind = "gaussian-noise"
  /// What it gives is cut to 0…1.
  public static let needsUnitRange = true

  /// The noise's standard deviation.
  public let standardDeviation: Double

  /// Reads `standard-deviation` (needed, 0 to 100).
  public init(from decoder: any Decoder) throws {
    standardDeviation = try decoder.container(keyedBy: CodingKeys.self).value(
      .standardDeviation, Rule("from 0 to 100") { (0...100).contains($0) })
  }

  /// Adds the noise.
  public func apply(to image: inout AugmentedImage, _ draws: TransformDraws) {
    draws.stream.fillNormal(
      UnsafeMutableBufferPointer(start: image.spare, count: image.count),
      standardDeviation: standardDeviation, from: draws.start)
    for i in 0..<image.count { image.pixels[i] = (image.pixels[i] + image.spare[i]).cutToUnit }
  }
}

extension Float {
  /// This number, but 0 below 0 and 1 above 1.
  @inline(__always)
  var cutToUnit: Float { self < 0 ? 0 : self > 1 ? 1 : self }
}
