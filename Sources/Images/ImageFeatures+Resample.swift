import Tensors

extension ImageFeatures {
  /// An image in another size, by antialiased bilinear interpolation: where an axis gets shorter, a target pixel is a
  /// weighted mean of all source pixels under a triangle that grows with the factor.
  ///
  /// It gives photographs the size that a network takes: the bytes of `Image.resize((width, height), Image.BILINEAR)`
  /// of Pillow up to 12.2, and so of torchvision's `Resize` of a Pillow image. Pillow 13 computes columns first for
  /// some sizes, which differs by rounding. ``resized(_:height:width:)`` is OpenCV's rule, which looks at four pixels
  /// only; the features of a picture are computed from it.
  ///
  /// On an axis of s pixels that gets n, with f = s / n, r = max(f, 1) and c = (i + ½)·f in Double, target pixel i
  /// sees the source pixels from max(⌊c − r + ½⌋, 0) to below min(⌊c + r + ½⌋, s). Pixel j weighs w = max(1 − |(j − c
  /// + ½)·(1 / r)|, 0), divided by the ascending sum of these weights, and rounded to k = ⌊w·2²² + ½⌋. Rows are
  /// computed first, each channel for itself: a byte is min(⌊(2²¹ + Σ k·v) / 2²²⌋, 255), in whole numbers; then
  /// columns, from these bytes. An axis whose length stays is left as it is, so an image that has the size comes back
  /// bit for bit.
  ///
  /// - Returns: Bytes (channels, height, width).
  /// - Throws: `ImageError.unfit` for a side that is not 1 … 32768.
  package static func resampled(_ image: Tensor, height: Int, width: Int) throws(ImageError) -> Tensor {
    let source = try ImageBytes(image)
    guard (1...32768).contains(height), (1...32768).contains(width) else {
      throw .unfit(reason: "an image cannot get \(height) rows and \(width) columns; 1 to 32768 of each")
    }
    var values = source.values
    if width != source.width {
      values = alongRows(values, Triangles(from: source.width, to: width))
    }
    if height != source.height {
      values = alongColumns(
        values, Triangles(from: source.height, to: height), planes: source.channels, width: width)
    }
    return Tensor(values, shape: [source.channels, height, width])
  }

  /// Which source pixels of one axis each target pixel sees, and their weights in 2²²ths.
  private struct Triangles {
    let sources: Int
    /// Of each target pixel, its first source pixel and where its weights stand.
    let places: [(first: Int, weights: Range<Int>)]
    let weights: [Int32]

    init(from sources: Int, to targets: Int) {
      let factor = Double(sources) / Double(targets)
      let radius = max(factor, 1)
      var places: [(first: Int, weights: Range<Int>)] = []
      var weights: [Int32] = []
      for target in 0..<targets {
        let center = (Double(target) + 0.5) * factor
        // `Int` drops the fraction: a negative position becomes 0 or is raised to it.
        let first = max(Int(center - radius + 0.5), 0)
        let end = min(Int(center + radius + 0.5), sources)
        var sum = 0.0
        let heights = (first..<end).map { source in
          let height = max(1 - abs((Double(source) - center + 0.5) * (1 / radius)), 0)
          sum += height
          return height
        }
        let start = weights.count
        weights += heights.map { Int32(0.5 + $0 / sum * Double(1 << 22)) }
        places.append((first, start..<weights.count))
      }
      self.sources = sources
      self.places = places
      self.weights = weights
    }
  }

  // Weights of one target pixel add up to 2²² and at most half a unit for each of 2·32768 + 1 pixels, so that
  // 255 times their sum stays below 2³¹.

  private static func byte(_ sum: Int32) -> UInt8 { UInt8(min(sum >> 22, 255)) }

  /// Every row of `values` in another length.
  private static func alongRows(_ values: [UInt8], _ axis: Triangles) -> [UInt8] {
    let rows = values.count / axis.sources, targets = axis.places.count
    return [UInt8](unsafeUninitializedCapacity: rows * targets) { output, count in
      values.withUnsafeBufferPointer { values in
        axis.weights.withUnsafeBufferPointer { weights in
          for row in 0..<rows {
            for (target, place) in axis.places.enumerated() {
              let start = row * axis.sources + place.first
              var sum: Int32 = 1 << 21
              for (offset, weight) in place.weights.enumerated() {
                sum &+= weights[weight] &* Int32(values[start + offset])
              }
              output[row * targets + target] = byte(sum)
            }
          }
        }
      }
      count = rows * targets
    }
  }

  /// Every column of `planes` images, `width` wide, in another length; row by row, so that memory is read in its order.
  private static func alongColumns(
    _ values: [UInt8], _ axis: Triangles, planes: Int, width: Int
  ) -> [UInt8] {
    let targets = axis.places.count
    var sums = [Int32](repeating: 0, count: width)
    return [UInt8](unsafeUninitializedCapacity: planes * targets * width) { output, count in
      values.withUnsafeBufferPointer { values in
        sums.withUnsafeMutableBufferPointer { sums in
          for plane in 0..<planes {
            for (target, place) in axis.places.enumerated() {
              sums.update(repeating: 1 << 21)
              for (offset, weight) in place.weights.enumerated() {
                let start = (plane * axis.sources + place.first + offset) * width
                let factor = axis.weights[weight]
                for column in 0..<width { sums[column] &+= factor &* Int32(values[start + column]) }
              }
              let start = (plane * targets + target) * width
              for column in 0..<width { output[start + column] = byte(sums[column]) }
            }
          }
        }
      }
      count = planes * targets * width
    }
  }
}
