import Tensors

/// The bytes of an image with its sizes: what the features are computed from.
struct ImageBytes {
  let channels: Int
  let height: Int
  let width: Int
  let values: [UInt8]

  /// The bytes of a tensor (channels, height, width) with one or three channels and at least one pixel.
  ///
  /// - Throws: `ImageError.unfit` for any other tensor.
  init(_ image: Tensor) throws(ImageError) {
    let sizes = image.shape.dimensions
    guard let values = image.bytes, sizes.count == 3, sizes[0] == 1 || sizes[0] == 3, !values.isEmpty else {
      throw .unfit(
        reason: "an image is bytes (1 or 3 channels, height, width), not \(image.elementType) \(image.shape)")
    }
    (channels, height, width) = (sizes[0], sizes[1], sizes[2])
    self.values = values
  }

  /// The bytes of an image that must have one channel.
  ///
  /// - Throws: `ImageError.unfit` for any other tensor.
  init(gray image: Tensor) throws(ImageError) {
    try self.init(image)
    guard channels == 1 else { throw .unfit(reason: "a gray image has 1 channel, not \(channels)") }
  }

  /// One byte; inside the image.
  subscript(channel: Int, row: Int, column: Int) -> Int {
    Int(values[(channel * height + row) * width + column])
  }

  /// Where a position up to one beyond an axis of `count` is read: mirrored at the outermost pixel, which is not repeated
  /// (−1 is 1, `count` is `count` − 2); on an axis of one pixel, at that pixel.
  static func mirrored(_ position: Int, _ count: Int) -> Int {
    guard count > 1 else { return 0 }
    return position < 0 ? -position : position >= count ? 2 * count - 2 - position : position
  }
}
