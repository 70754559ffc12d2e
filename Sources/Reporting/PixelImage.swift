import Tensors

/// An image's bytes pixel by pixel, a pixel's channels together, as they are drawn.
struct PixelImage: Sendable, Equatable {
  let height, width: Int
  /// 1 (gray) or 3 (red, green, blue).
  let channels: Int
  /// height × width × channels bytes.
  let bytes: [UInt8]

  /// The image of a tensor of bytes, [height, width] or [channels, height, width].
  ///
  /// - Throws: ``FigureError`` when the tensor is none of that, or a side is 0 or above 4096.
  init(_ tensor: Tensor) throws {
    let dimensions = tensor.shape.dimensions
    let sides = dimensions.suffix(2)
    let channels = dimensions.count == 3 ? dimensions[0] : 1
    guard (2...3).contains(dimensions.count), sides.allSatisfy((1...4096).contains),
      channels == 1 || channels == 3, let planes = tensor.bytes
    else {
      throw FigureError(
        description:
          "\(tensor.elementType) values of shape \(tensor.shape) are no image that can be drawn: it needs "
          + "bytes, (height, width) or (channels, height, width), sides of 1…4096 and 1 or 3 channels")
    }
    (height, width) = (dimensions[dimensions.count - 2], dimensions[dimensions.count - 1])
    self.channels = channels
    let plane = height * width
    bytes = (0..<plane).flatMap { pixel in (0..<channels).map { planes[$0 * plane + pixel] } }
  }

  /// The rows from top to bottom, width × channels bytes each.
  var rows: [ArraySlice<UInt8>] {
    (0..<height).map { bytes[($0 * width * channels)..<(($0 + 1) * width * channels)] }
  }

  /// The rows in a code's levels, each byte raised or lowered to a neighboring level by where it stands, so that
  /// the mean of an area stays; a byte that is a level stays.
  ///
  /// Source: B. Bayer, "An optimum method for two-level rendition of continuous-tone pictures", 1973.
  func dithered(_ code: PixelCode) -> [[UInt8]] {
    // Sixteenths of the way to the next level, at odd multiples of a half.
    let thresholds = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map { 2 * $0 + 1 }
    return rows.enumerated().map { y, row in
      row.enumerated().map { index, byte in
        let scaled = Int(byte) * (code.levels - 1)
        let threshold = thresholds[y % 4 * 4 + index / channels % 4]
        let exact = code.level(of: byte)
        if code.byte(of: exact) == byte { return byte }
        return code.byte(of: (scaled * 32 + threshold * 255) / (32 * 255))
      }
    }
  }
}
