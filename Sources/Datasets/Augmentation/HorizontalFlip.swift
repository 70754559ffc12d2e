import Settings
import Tensors

/// `horizontal-flip: { probability: 0.5 }`: left and right change places.
///
/// It happens where word 0 is below probability · 2³². The value at column x comes from column width − 1 − x.
public struct HorizontalFlip: ImageTransform {
  /// What configurations call it.
  public static let kind = "horizontal-flip"

  /// How often it happens, in 0…1.
  public let probability: Double

  /// Reads `probability` (0.5).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    probability = try options.value(.probability, default: 0.5, .probability)
  }

  /// Reverses every row, or none.
  public func apply(to image: inout AugmentedImage, _ draws: TransformDraws) {
    guard draws.happens(0, probability: probability) else { return }
    for row in 0..<image.channels * image.height {
      var left = image.pixels + row * image.width
      var right = left + (image.width - 1)
      while left < right {
        (left.pointee, right.pointee) = (right.pointee, left.pointee)
        left += 1
        right -= 1
      }
    }
  }
}
