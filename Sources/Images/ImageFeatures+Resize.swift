import Tensors

extension ImageFeatures {
  /// An image in another size, by bilinear interpolation between the two nearest rows and columns.
  ///
  /// Target pixel i of n on an axis of s pixels lies at p = ((2i + 1)·s − n) / 2n, between the source pixels ⌊p⌋ and
  /// ⌊p⌋ + 1; those outside the image are the outermost ones. The second weighs b = ⌊2048·(p − ⌊p⌋) + ½⌋, the first
  /// 2048 − b. Columns are combined first, h = v₀·(2048 − b) + v₁·b, then the two rows with their b:
  /// ⌊(⌊(2048 − b)·⌊h₀/2⁴⌋ / 2¹⁶⌋ + ⌊b·⌊h₁/2⁴⌋ / 2¹⁶⌋ + 2) / 2²⌋.
  /// That is the arithmetic of OpenCV's `INTER_LINEAR` for bytes, with p exact where OpenCV rounds it to a Float.
  /// Nothing is averaged beyond these four pixels, also where the image gets much smaller, which
  /// ``resampled(_:height:width:)`` does.
  ///
  /// - Throws: `ImageError.unfit` for a side that is not 1 … 32768.
  package static func resized(_ image: Tensor, height: Int, width: Int) throws(ImageError) -> Tensor {
    let source = try ImageBytes(image)
    guard (1...32768).contains(height), (1...32768).contains(width) else {
      throw .unfit(reason: "an image cannot get \(height) rows and \(width) columns; 1 to 32768 of each")
    }
    let rows = (0..<height).map { Position($0, of: height, on: source.height) }
    let columns = (0..<width).map { Position($0, of: width, on: source.width) }
    var values: [UInt8] = []
    values.reserveCapacity(source.channels * height * width)
    for channel in 0..<source.channels {
      for row in rows {
        for column in columns {
          func along(_ line: Int) -> Int {
            source[channel, line, column.first] * (2048 - column.weight)
              + source[channel, line, column.second] * column.weight
          }
          let upper = ((2048 - row.weight) * (along(row.first) >> 4)) >> 16
          let lower = (row.weight * (along(row.second) >> 4)) >> 16
          values.append(UInt8((upper + lower + 2) >> 2))
        }
      }
    }
    return Tensor(values, shape: [source.channels, height, width])
  }

  /// Between which two pixels of the source a target pixel lies, and the second one's weight in 2048ths.
  private struct Position {
    let first: Int
    let second: Int
    let weight: Int

    init(_ target: Int, of targets: Int, on sources: Int) {
      let numerator = (2 * target + 1) * sources - targets
      let denominator = 2 * targets
      // The position is above −½: its whole part is −1 where the numerator is negative.
      let whole = numerator < 0 ? -1 : numerator / denominator
      let rest = numerator - whole * denominator
      first = max(whole, 0)
      second = min(whole + 1, sources - 1)
      weight = (4096 * rest + denominator) / (2 * denominator)
    }
  }
}
