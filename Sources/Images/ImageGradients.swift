import Tensors

/// How the brightness of a gray image changes from pixel to pixel, by Sobel's operator.
///
/// x is the sum over the 3 × 3 pixels around each with the weights
///
///     −1 0 1
///     −2 0 2
///     −1 0 1
///
/// (positive where it gets brighter to the right), y that with the transposed weights (positive where it gets brighter
/// downwards). Beyond its border the image is mirrored at its outermost pixels, which are not repeated.
/// Source: I. Sobel, G. Feldman, "A 3×3 isotropic gradient operator for image processing", 1968.
package struct ImageGradients: Sendable, Equatable {
  /// The changes to the right and downwards, integers (height, width), −1020 … 1020.
  package let x, y: Tensor
  /// √(x² + y²), Doubles (height, width): the root of a whole number, rounded once.
  package let magnitude: Tensor

  let height: Int
  let width: Int
  /// The elements of ``x`` and ``y``.
  let horizontal, vertical: [Int64]

  /// The gradients of an image.
  ///
  /// - Parameter image: bytes (1, height, width).
  /// - Throws: `ImageError.unfit` for anything but a gray image.
  package init(of image: Tensor) throws(ImageError) {
    let source = try ImageBytes(gray: image)
    (height, width) = (source.height, source.width)
    var horizontal: [Int64] = [], vertical: [Int64] = []
    horizontal.reserveCapacity(height * width)
    vertical.reserveCapacity(height * width)
    for row in 0..<height {
      let above = ImageBytes.mirrored(row - 1, height), below = ImageBytes.mirrored(row + 1, height)
      for column in 0..<width {
        let left = ImageBytes.mirrored(column - 1, width), right = ImageBytes.mirrored(column + 1, width)
        let rising = source[0, above, right] - source[0, below, left]
        let falling = source[0, below, right] - source[0, above, left]
        horizontal.append(Int64(rising + falling + 2 * (source[0, row, right] - source[0, row, left])))
        vertical.append(Int64(falling - rising + 2 * (source[0, below, column] - source[0, above, column])))
      }
    }
    (self.horizontal, self.vertical) = (horizontal, vertical)
    x = Tensor(horizontal, shape: [height, width])
    y = Tensor(vertical, shape: [height, width])
    magnitude = Tensor(
      zip(horizontal, vertical).map { Double($0 * $0 + $1 * $1).squareRoot() }, shape: [height, width])
  }

  /// ``x`` and ``y`` as gray images (1, height, width): 128 where nothing changes, 128 + 127·g/m rounded to the nearest
  /// whole number, halves away from 128, where m is the greatest size in both; 128 everywhere if m is 0.
  package var shownDirections: (x: Tensor, y: Tensor) {
    let most = (horizontal + vertical).reduce(0) { max($0, abs($1)) }
    func shown(_ values: [Int64]) -> Tensor {
      let bytes = values.map { value in
        let size = most == 0 ? 0 : (254 * abs(value) + most) / (2 * most)
        return UInt8(value < 0 ? 128 - size : 128 + size)
      }
      return Tensor(bytes, shape: [1, height, width])
    }
    return (shown(horizontal), shown(vertical))
  }

  /// ``magnitude`` as a gray image (1, height, width): ⌊255·v/m + ½⌋ in Double, where m is the greatest; 0 everywhere if
  /// m is 0.
  package var shownMagnitude: Tensor {
    let values = magnitude.doubles ?? []
    let most = values.reduce(0) { max($0, $1) }
    return Tensor(
      values.map { most == 0 ? 0 : UInt8(255 * $0 / most + 0.5) }, shape: [1, height, width])
  }
}
