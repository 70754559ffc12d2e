import Tensors

/// All images of a probe side by side, as one picture that every viewer shows upright.
///
/// Viewers draw row 0 of plain data at the bottom; an RGB picture of the class IMAGE is drawn from the top.
package struct ContactSheet {
  /// The picture, u8 RGB [height, width, 3].
  package let pixels: Tensor

  /// The gray between images.
  private static let gap: UInt8 = 128

  /// Images in a grid that is about as high as wide, row by row, with a pixel of gray around each.
  ///
  /// - Parameter inputs: bytes, [n, row, column] or [n, channel, row, column] with one or three channels;
  ///   anything else has no contact sheet.
  package init?(_ inputs: Tensor) {
    let shape = inputs.shape.dimensions
    guard let bytes = inputs.bytes, !bytes.isEmpty, shape.count == 3 || shape.count == 4 else { return nil }
    let channels = shape.count == 4 ? shape[1] : 1
    guard channels == 1 || channels == 3 else { return nil }
    let (count, rows, columns) = (shape[0], shape[shape.count - 2], shape[shape.count - 1])
    let across = Self.across(count)
    let down = (count + across - 1) / across
    let height = down * (rows + 1) + 1
    let width = across * (columns + 1) + 1
    var pixels = [UInt8](repeating: Self.gap, count: height * width * 3)
    for image in 0..<count {
      let top = (image / across) * (rows + 1) + 1
      let left = (image % across) * (columns + 1) + 1
      for row in 0..<rows {
        for column in 0..<columns {
          for color in 0..<3 {
            let channel = channels == 3 ? color : 0
            let source = ((image * channels + channel) * rows + row) * columns + column
            pixels[((top + row) * width + left + column) * 3 + color] = bytes[source]
          }
        }
      }
    }
    self.pixels = Tensor(pixels, shape: [height, width, 3])
  }

  /// The least whole number whose square is at least `count`.
  private static func across(_ count: Int) -> Int {
    var across = 1
    while across * across < count { across += 1 }
    return across
  }

  /// What viewers know it by.
  static let attributes =
    HDF5Attribute.picture("IMAGE_TRUECOLOR") + [HDF5Attribute("INTERLACE_MODE", .fixed("INTERLACE_PIXEL"))]
}
