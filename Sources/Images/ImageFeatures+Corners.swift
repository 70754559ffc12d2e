import Tensors

/// A place in an image where brightness changes in two directions.
package struct ImageCorner: Hashable, Sendable {
  /// The pixel, from the top and from the left.
  package let row, column: Int
  /// The response there; see ``ImageFeatures/cornerResponse(of:)``.
  package let response: Int64
}

extension ImageFeatures {
  /// How much each pixel of a gray image looks like a corner, integers (height, width).
  ///
  /// With Sobel's gradients x and y (``ImageGradients``) and A = Σx², B = Σxy, C = Σy² over the 3 × 3 pixels around each
  /// (beyond its border the image of gradients is mirrored like the image), it is 25·(AC − B²) − (A + C)²: 25 times
  /// Harris's response with k = 1/25. It is positive at corners, negative on edges and near 0 elsewhere.
  /// Source: C. Harris, M. Stephens, "A combined corner and edge detector", 1988, doi:10.5244/C.2.23.
  ///
  /// - Throws: `ImageError.unfit` for anything but a gray image.
  package static func cornerResponse(of image: Tensor) throws(ImageError) -> Tensor {
    let gradients = try ImageGradients(of: image)
    let (height, width) = (gradients.height, gradients.width)
    let (x, y) = (gradients.horizontal, gradients.vertical)
    var response: [Int64] = []
    response.reserveCapacity(height * width)
    for row in 0..<height {
      for column in 0..<width {
        var (a, b, c): (Int64, Int64, Int64) = (0, 0, 0)
        for nearRow in (row - 1)...(row + 1) {
          let start = ImageBytes.mirrored(nearRow, height) * width
          for nearColumn in (column - 1)...(column + 1) {
            let index = start + ImageBytes.mirrored(nearColumn, width)
            a += x[index] * x[index]
            b += x[index] * y[index]
            c += y[index] * y[index]
          }
        }
        response.append(25 * (a * c - b * b) - (a + c) * (a + c))
      }
    }
    return Tensor(response, shape: [height, width])
  }

  /// The corners of a gray image, strongest first, at the same response from the top and then from the left.
  ///
  /// A corner is a pixel whose response is positive, is at least `percent` hundredths of the greatest in the image, and
  /// is the greatest among the pixels up to `radius` rows and columns away; of several that are equal, the first row by row.
  ///
  /// - Throws: `ImageError.unfit` for anything but a gray image, a percentage that is not 0 … 100, or a radius that
  ///   is not 1 … 1000.
  package static func corners(
    of image: Tensor, percent: Int = 5, radius: Int = 5
  ) throws(ImageError) -> [ImageCorner] {
    guard (0...100).contains(percent), (1...1000).contains(radius) else {
      throw .unfit(
        reason:
          "corners need a percentage of 0 to 100 and a radius of 1 to 1000, not \(percent) and \(radius)")
    }
    let sizes = try ImageBytes(gray: image)
    let response = try cornerResponse(of: image).integers ?? []
    let greatest = response.reduce(0, max)
    func isCorner(_ index: Int) -> Bool {
      let value = response[index]
      guard value > 0, 100 * value >= Int64(percent) * greatest else { return false }
      let (row, column) = (index / sizes.width, index % sizes.width)
      for nearRow in max(0, row - radius)...min(sizes.height - 1, row + radius) {
        for nearColumn in max(0, column - radius)...min(sizes.width - 1, column + radius) {
          let near = nearRow * sizes.width + nearColumn
          if response[near] > value || (response[near] == value && near < index) { return false }
        }
      }
      return true
    }
    return response.indices.filter(isCorner)
      .map { ImageCorner(row: $0 / sizes.width, column: $0 % sizes.width, response: response[$0]) }
      .sorted { a, b in (b.response, a.row, a.column) < (a.response, b.row, b.column) }
  }
}
