import Tensors

/// A part of an image with a random area and aspect ratio, as `RandomResizedCrop.get_params` and
/// `RandomErasing.get_params` of torchvision choose it.
struct RandomBox: Equatable {
  var row: Int
  var column: Int
  var height: Int
  var width: Int

  /// How often a box is drawn until one fits.
  private static let tries = 10

  /// The first of ten boxes that fits; `nil` if none does.
  ///
  /// Try k reads the words 8·(k + 1) + 0 … 5, in Double. Words 0 and 1 give a, uniform in `scale`, words 2 and 3 give b,
  /// uniform from ln(lower) to ln(upper) of `ratio`; with A = (height · width) · a and r = exp(b) the sides are √(A · r)
  /// and √(A / r), rounded to whole numbers, halves to even. If the box fits, word 4 gives its first row among
  /// those that are possible, word 5 its first column.
  ///
  /// - Parameters:
  ///   - ratioIsOfHeight: Whether √(A · r) is the height; otherwise it is the width.
  ///   - fits: Whether a height and a width are taken; what it takes is not larger than the image.
  static func draw(
    in image: AugmentedImage, scale: ClosedRange<Double>, ratio: ClosedRange<Double>, ratioIsOfHeight: Bool,
    _ draws: TransformDraws, fits: (_ height: Int, _ width: Int) -> Bool
  ) -> RandomBox? {
    let logarithms = ratio.lowerBound.logarithm...ratio.upperBound.logarithm
    for attempt in 1...tries {
      let word = 8 * attempt
      let area = Double(image.plane) * draws.uniform(word, in: scale)
      let aspect = draws.uniform(word + 2, in: logarithms).exponential
      let first = Int((area * aspect).squareRoot().rounded(.toNearestOrEven))
      let second = Int((area / aspect).squareRoot().rounded(.toNearestOrEven))
      let (height, width) = ratioIsOfHeight ? (first, second) : (second, first)
      guard fits(height, width) else { continue }
      return RandomBox(
        row: draws.integer(word + 4, below: image.height - height + 1),
        column: draws.integer(word + 5, below: image.width - width + 1), height: height, width: width)
    }
    return nil
  }
}
