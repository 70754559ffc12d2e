import Settings
import Tensors

/// `color-jitter: { brightness: 0.1, contrast: 0.1, saturation: 0.1, hue: 0.1 }`: light and colors change.
///
/// Words 0, 1 and 2 put brightness, contrast, saturation and hue, in this order, into the order in which they are applied:
/// `RandomStream.shuffle`'s Fisher–Yates from the top. Words 4 + 2k and 5 + 2k give number k of the four: a factor f,
/// uniform from max(0, 1 − b) to 1 + b, b being the option, or the hue's shift, uniform in ±hue turns; in Double, rounded
/// to Float. A factor of 1 and a shift of 0 are passed over. Every step below is rounded, and every value then cut
/// to 0…1.
///
/// * Brightness: f · x.
/// * Contrast: m + f · (x − m), m being the mean of the gray image: its sum, one row-major chain, times Float(1/N).
/// * Saturation: g + f · (x − g), g being the pixel's gray.
/// * Hue: see `shifted`.
///
/// Gray is (0.2989·r + 0.587·g) + 0.114·b, the weights rounded to Float. An image of one channel is its gray image, and
/// saturation and hue leave it as it is, as in torchvision.
public struct ColorJitter: ImageTransform {
  /// What configurations call it.
  public static let kind = "color-jitter"
  /// What it gives is cut to 0…1.
  public static let needsUnitRange = true

  /// How far the factor of brightness goes from 1.
  public let brightness: Double
  /// How far the factor of contrast goes from 1.
  public let contrast: Double
  /// How far the factor of saturation goes from 1.
  public let saturation: Double
  /// How far the hue goes either way, in turns of the color circle.
  public let hue: Double

  /// Reads `brightness`, `contrast` and `saturation` (0 to 100) and `hue` (0 to 0.5), each 0 by default.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let rule = Rule<Double>("from 0 to 100") { (0...100).contains($0) }
    brightness = try options.value(.brightness, default: 0, rule)
    contrast = try options.value(.contrast, default: 0, rule)
    saturation = try options.value(.saturation, default: 0, rule)
    hue = try options.value(.hue, default: 0, Rule("from 0 to 0.5") { (0...0.5).contains($0) })
  }

  /// Changes light and colors.
  public func apply(to image: inout AugmentedImage, _ draws: TransformDraws) {
    func factor(_ amount: Double, _ number: Int) -> Float {
      Float(draws.uniform(4 + 2 * number, in: max(0, 1 - amount)...1 + amount))
    }
    var order = SIMD4(0, 1, 2, 3)
    for draw in 0..<3 {
      let top = 3 - draw
      let other = draws.integer(draw, below: top + 1)
      (order[top], order[other]) = (order[other], order[top])
    }
    for place in 0..<4 {
      switch order[place] {
      case 0: Self.multiply(image, by: factor(brightness, 0))
      case 1: Self.changeContrast(image, by: factor(contrast, 1))
      case 2: Self.saturate(image, by: factor(saturation, 2))
      default: Self.shiftHue(image, by: Float(draws.uniform(10, in: -hue...hue)))
      }
    }
  }

  private static func multiply(_ image: AugmentedImage, by factor: Float) {
    guard factor != 1 else { return }
    for i in 0..<image.count { image.pixels[i] = (factor * image.pixels[i]).cutToUnit }
  }

  private static func changeContrast(_ image: AugmentedImage, by factor: Float) {
    guard factor != 1 else { return }
    var sum: Float = 0
    for i in 0..<image.plane { sum += gray(image, i) }
    let mean = sum * Float(1 / Double(image.plane))
    for i in 0..<image.count {
      image.pixels[i] = (mean + factor * (image.pixels[i] - mean)).cutToUnit
    }
  }

  private static func saturate(_ image: AugmentedImage, by factor: Float) {
    guard image.channels == 3, factor != 1 else { return }
    for i in 0..<image.plane {
      let gray = gray(image, i)
      for at in stride(from: i, to: image.count, by: image.plane) {
        image.pixels[at] = (gray + factor * (image.pixels[at] - gray)).cutToUnit
      }
    }
  }

  private static func shiftHue(_ image: AugmentedImage, by shift: Float) {
    guard image.channels == 3, shift != 0 else { return }
    let (red, green, blue) = (image.pixels, image.pixels + image.plane, image.pixels + 2 * image.plane)
    for i in 0..<image.plane {
      let color = shifted(SIMD3(red[i], green[i], blue[i]), by: shift)
      (red[i], green[i], blue[i]) = (color.x, color.y, color.z)
    }
  }

  @inline(__always)
  private static func gray(_ image: AugmentedImage, _ i: Int) -> Float {
    guard image.channels == 3 else { return image.pixels[i] }
    return (0.2989 * image.pixels[i] + 0.587 * image.pixels[image.plane + i])
      + 0.114 * image.pixels[2 * image.plane + i]
  }

  /// A color with its hue shifted by turns, through hue, saturation and value.
  ///
  /// With v the largest, c = v − the smallest (a gray pixel, c = 0, stays), s = c / v, and the distances
  /// r′ = (v − r)/c, g′ and b′ likewise: six times the hue is b′ − g′ where red is largest, else (2 + r′) − b′ where green
  /// is, else (4 + g′) − r′. The hue h = that / 6, 1 more if negative, then h + shift, 1 more if negative or 1 less if
  /// not below 1. With k = ⌊6·h⌋ and f = 6·h − k (6·h once, rounded): p = v·(1 − s), q = v·(1 − s·f),
  /// t = v·(1 − s·(1 − f)); red, green and blue are, for k = 0 … 5, vtp, qvp, pvt, pqv, tpv, vpq, and for k = 6 as for 0.
  /// Source: `_rgb2hsv` and `_hsv2rgb` of torchvision.
  private static func shifted(_ color: SIMD3<Float>, by shift: Float) -> SIMD3<Float> {
    let value = max(max(color.x, color.y), color.z)
    let range = value - min(min(color.x, color.y), color.z)
    guard range > 0 else { return color }
    let saturation = range / value
    let (red, green, blue) = (
      (value - color.x) / range, (value - color.y) / range, (value - color.z) / range
    )
    let sixth: Float =
      color.x == value ? blue - green : color.y == value ? (2 + red) - blue : (4 + green) - red
    var hue = sixth / 6
    if hue < 0 { hue += 1 }
    hue += shift
    if hue < 0 { hue += 1 } else if hue >= 1 { hue -= 1 }
    let turned = 6 * hue
    let sector = Int(turned)
    let rest = turned - Float(sector)
    let p = (value * (1 - saturation)).cutToUnit
    let q = (value * (1 - saturation * rest)).cutToUnit
    let t = (value * (1 - saturation * (1 - rest))).cutToUnit
    switch sector {
    case 1: return SIMD3(q, value, p)
    case 2: return SIMD3(p, value, t)
    case 3: return SIMD3(p, q, value)
    case 4: return SIMD3(t, p, value)
    case 5: return SIMD3(value, p, q)
    default: return SIMD3(value, t, p)
    }
  }
}
