import Settings
import Tensors

/// `random-erasing: { probability: 0.5, scale: [0.02, 0.33], ratio: [0.3, 3.3], value: 0 }`: a box is filled.
///
/// It happens where word 0 is below probability · 2³². The box is `RandomBox.draw`'s, its ratio that of height to width,
/// and fits if both sides are smaller than the image's; if none of ten does, nothing is erased, and a side may
/// round to 0. The value is rounded to Float and the same in all channels.
///
/// Zhong, Zheng, Kang, Li and Yang, "Random Erasing Data Augmentation", 2017, arXiv:1708.04896.
public struct RandomErasing: ImageTransform {
  /// What configurations call it.
  public static let kind = "random-erasing"

  /// How often it happens, in 0…1.
  public let probability: Double
  /// The box's share of the image's area.
  public let scale: ClosedRange<Double>
  /// The box's height over its width.
  public let ratio: ClosedRange<Double>
  /// What the box is filled with.
  public let value: Double

  /// Reads `probability` (0.5), `scale` (0.02 to 0.33), `ratio` (0.3 to 3.3) and `value` (0).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    probability = try options.value(.probability, default: 0.5, .probability)
    scale = try options.range(.scale, default: 0.02...0.33, within: 0...1)
    ratio = try options.range(.ratio, default: 0.3...3.3, within: 0.001...1000)
    value = try options.value(.value, default: 0, .probability)
  }

  /// Fills a box, or none.
  public func apply(to image: inout AugmentedImage, _ draws: TransformDraws) {
    guard draws.happens(0, probability: probability) else { return }
    let (rows, columns) = (image.height, image.width)
    guard
      let box = RandomBox.draw(
        in: image, scale: scale, ratio: ratio, ratioIsOfHeight: true, draws,
        fits: { $0 < rows && $1 < columns })
    else { return }
    for channel in 0..<image.channels {
      for row in box.row..<box.row + box.height {
        (image.pixels + channel * image.plane + row * image.width + box.column).update(
          repeating: Float(value), count: box.width)
      }
    }
  }
}
