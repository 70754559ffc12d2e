import Tensors

/// What is made of an image by fixed rules: parts, gray, sizes, counts, channels, and in the other files gradients, edges
/// and corners.
///
/// An image is a tensor of bytes (channels, height, width) with one channel (gray) or three (red, green, blue), row 0 at
/// the top. All arithmetic is in whole numbers, but for the square roots of gradients, so the results are the same
/// everywhere. Every function throws `ImageError.unfit` for a tensor that is no image.
package enum ImageFeatures {
  /// The part of an image in some rows and columns.
  ///
  /// - Throws: `ImageError.unfit` for a range that is empty or reaches beyond the image.
  package static func crop(
    _ image: Tensor, rows: Range<Int>, columns: Range<Int>
  ) throws(ImageError) -> Tensor {
    let source = try ImageBytes(image)
    guard !rows.isEmpty, !columns.isEmpty, rows.lowerBound >= 0, columns.lowerBound >= 0,
      rows.upperBound <= source.height, columns.upperBound <= source.width
    else {
      throw .unfit(
        reason: "rows \(rows) and columns \(columns) are not inside an image of \(source.height) rows and "
          + "\(source.width) columns")
    }
    var values: [UInt8] = []
    values.reserveCapacity(source.channels * rows.count * columns.count)
    for channel in 0..<source.channels {
      for row in rows {
        let start = (channel * source.height + row) * source.width
        values += source.values[(start + columns.lowerBound)..<(start + columns.upperBound)]
      }
    }
    return Tensor(values, shape: [source.channels, rows.count, columns.count])
  }

  /// The brightness of each pixel, (1, height, width): ⌊(9798·R + 19235·G + 3735·B + 2¹⁴) / 2¹⁵⌋.
  ///
  /// These are the weights 0.299, 0.587 and 0.114 of ITU-R BT.601 in 15 bits: what OpenCV 5.0 computes for each of the 2²⁴
  /// colors. A gray image is returned as it is.
  package static func gray(_ image: Tensor) throws(ImageError) -> Tensor {
    let source = try ImageBytes(image)
    guard source.channels == 3 else { return image }
    let plane = source.height * source.width
    let values = (0..<plane).map { pixel in
      let red = Int(source.values[pixel]), green = Int(source.values[plane + pixel])
      let blue = Int(source.values[2 * plane + pixel])
      return UInt8((9798 * red + 19235 * green + 3735 * blue + 16384) >> 15)
    }
    return Tensor(values, shape: [1, source.height, source.width])
  }

  /// How many pixels of each channel have each of the 256 levels: integers (channels, 256).
  package static func histogram(_ image: Tensor) throws(ImageError) -> Tensor {
    let source = try ImageBytes(image)
    let plane = source.height * source.width
    var counts = [Int64](repeating: 0, count: source.channels * 256)
    for (index, value) in source.values.enumerated() { counts[index / plane * 256 + Int(value)] += 1 }
    return Tensor(counts, shape: [source.channels, 256])
  }

  /// The channels of an image as gray images (1, height, width), in order.
  package static func channels(of image: Tensor) throws(ImageError) -> [Tensor] {
    let source = try ImageBytes(image)
    let plane = source.height * source.width
    return (0..<source.channels).map { channel in
      Tensor(
        Array(source.values[(channel * plane)..<((channel + 1) * plane)]),
        shape: [1, source.height, source.width])
    }
  }

  /// The image of one or three channels, given as gray images in order: ``channels(of:)`` undone.
  ///
  /// - Throws: `ImageError.unfit` for another number of images, or images of several sizes.
  package static func joined(_ channels: [Tensor]) throws(ImageError) -> Tensor {
    guard let first = channels.first, channels.count == 1 || channels.count == 3 else {
      throw .unfit(reason: "an image has 1 or 3 channels, not \(channels.count)")
    }
    let sizes = try ImageBytes(gray: first)
    var values: [UInt8] = []
    for channel in channels {
      guard channel.shape == first.shape else {
        throw .unfit(reason: "channels of one image have one shape, not \(first.shape) and \(channel.shape)")
      }
      values += try ImageBytes(gray: channel).values
    }
    return Tensor(values, shape: [channels.count, sizes.height, sizes.width])
  }
}
