import Settings
import Tensors

/// `resized-crop: { scale: [0.08, 1], ratio: [0.75, 1.3333333333333333] }`: a box of the image is enlarged to the image.
///
/// The box is `RandomBox.draw`'s, its ratio that of width to height, and fits if no side is 0 or larger than the image's.
/// If none of ten does, it is the middle one with the image's width and height = width / lower ratio, where
/// the image's width / height is below the lower ratio, or with its height and width = height · upper ratio, where it
/// is above the upper one, rounded to whole numbers, halves to even, at least 1, and begins at half of what is left over,
/// halves dropped; it is the whole image in between.
///
/// Column i of the n of the result lies at p = ((2i + 1)·s − n) / 2n of the box's s columns, at 0 where that is negative:
/// between ⌊p⌋ and ⌊p⌋ + 1, or ⌊p⌋ twice at the end, with the weight p − ⌊p⌋ as a quotient of two whole
/// numbers rounded once to Float; rows likewise. The value is `AugmentedImage.bilinear` of the four. This is PyTorch's
/// bilinear interpolation with `align_corners=False`, with exact positions. The whole image as box is the identity, such as
/// of a square image under `scale: [1, 1], ratio: [1, 1]`.
public struct ResizedCrop: ImageTransform {
  /// What configurations call it.
  public static let kind = "resized-crop"

  /// The box's share of the image's area.
  public let scale: ClosedRange<Double>
  /// The box's width over its height.
  public let ratio: ClosedRange<Double>

  /// Reads `scale` (0.08 to 1) and `ratio` (3/4 to 4/3).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    scale = try options.range(.scale, default: 0.08...1, within: 0...1)
    ratio = try options.range(.ratio, default: (3.0 / 4)...(4.0 / 3), within: 0.001...1000)
  }

  /// Enlarges a box.
  public func apply(to image: inout AugmentedImage, _ draws: TransformDraws) {
    let (rows, columns) = (image.height, image.width)
    let box =
      RandomBox.draw(
        in: image, scale: scale, ratio: ratio, ratioIsOfHeight: false, draws,
        fits: { (1...rows).contains($0) && (1...columns).contains($1) }) ?? middle(of: image)
    guard box.height < rows || box.width < columns else { return }
    Self.enlarge(box, of: &image)
  }

  private func middle(of image: AugmentedImage) -> RandomBox {
    var (height, width) = (image.height, image.width)
    let whole = Double(width) / Double(height)
    if whole < ratio.lowerBound {
      height = max(1, Int((Double(width) / ratio.lowerBound).rounded(.toNearestOrEven)))
    } else if whole > ratio.upperBound {
      width = max(1, Int((Double(height) * ratio.upperBound).rounded(.toNearestOrEven)))
    }
    return RandomBox(
      row: (image.height - height) / 2, column: (image.width - width) / 2, height: height, width: width)
  }

  /// A position on a side of `sources` pixels, as a whole number and a rest in parts of `denominator`.
  private struct Position {
    private(set) var whole = 0
    private var numerator: Int
    private let step: Int
    private let denominator: Int
    private let last: Int

    init(_ sources: Int, to targets: Int) {
      numerator = sources - targets
      step = 2 * sources
      denominator = 2 * targets
      last = sources - 1
    }

    /// The pixel after `whole`, or `whole` itself at the end.
    var next: Int { min(whole + 1, last) }
    /// The weight of `next`.
    var weight: Float { numerator < 0 ? 0 : Float(numerator) / Float(denominator) }

    /// To the next target pixel, at most one source pixel on.
    mutating func advance() {
      numerator += step
      guard numerator >= denominator else { return }
      numerator -= denominator
      whole += 1
    }
  }

  /// Enlarges a box to the whole image.
  private static func enlarge(_ box: RandomBox, of image: inout AugmentedImage) {
    for channel in 0..<image.channels {
      let source = image.pixels + channel * image.plane + box.row * image.width + box.column
      var target = image.spare + channel * image.plane
      var y = Position(box.height, to: image.height)
      for _ in 0..<image.height {
        let (upper, lower) = (source + y.whole * image.width, source + y.next * image.width)
        let down = y.weight
        var x = Position(box.width, to: image.width)
        for column in 0..<image.width {
          let (left, right) = (x.whole, x.next)
          target[column] = AugmentedImage.bilinear(
            upper[left], upper[right], lower[left], lower[right], x: x.weight, y: down)
          x.advance()
        }
        target += image.width
        y.advance()
      }
    }
    image.exchange()
  }
}
