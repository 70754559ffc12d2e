import Tensors

/// A picture that the project draws itself: a house with windows, a tree, a fence and a checkered path under a sky with
/// sun and clouds. It stands where a photograph would need a file.
///
/// The picture has edges in all directions, corners, areas without either, gradients and texture, so that what is computed
/// from an image has something to find. It is the same bytes everywhere: all arithmetic is in whole numbers.
package enum DrawnPicture {
  /// Its height and its width in pixels.
  package static let side = 400

  /// The picture: bytes (3, 400, 400), red, green and blue, top row first.
  ///
  /// A pixel's color is the mean over 4 × 4 points, rounded to the nearest whole number; at each point the frontmost shape
  /// is seen. Its paint's grain, averaged alike, times (w − 128)/128, rounded to the nearest, is added to all three
  /// channels, where w is the low byte of word 400·row + column of the stream (seed, `dataGeneration`,
  /// `drawn-picture/grain`); what leaves 0 … 255 becomes 0 or 255.
  ///
  /// - Parameter seed: Decides the grain and where the flowers are.
  package static func image(seed: UInt64 = 1) -> Tensor {
    let shapes = scene(seed: seed)
    let grain = RandomStream(
      seed: seed, purpose: .dataGeneration, site: RandomSite(path: "drawn-picture/grain"))
    let plane = side * side
    var values = [UInt8](repeating: 0, count: 3 * plane)
    for row in 0..<side {
      let visible = Array(shapes.filter { $0.rows.contains(row) }.reversed())
      for column in 0..<side {
        let index = row * side + column
        let sum = sum(of: visible, row: row, column: column)
        let noise = Int(grain.word(index) & 255) - 128
        let deviation = (noise * sum.grain + 1024) >> 11
        for (channel, color) in [sum.red, sum.green, sum.blue].enumerated() {
          values[channel * plane + index] = UInt8(min(max((color + 8) / 16 + deviation, 0), 255))
        }
      }
    }
    return Tensor(values, shape: [3, side, side])
  }

  /// The paints at a pixel's 16 points, added; the shapes come front first.
  private static func sum(of shapes: [PaintedShape], row: Int, column: Int) -> Paint {
    var sum = Paint(0, 0, 0, grain: 0)
    for y in stride(from: 8 * row + 1, to: 8 * row + 8, by: 2) {
      for x in stride(from: 8 * column + 1, to: 8 * column + 8, by: 2) {
        let point = Point(x: x, y: y)
        guard let seen = shapes.first(where: { $0.covers(point) })?.paint(point) else { continue }
        sum.red += seen.red
        sum.green += seen.green
        sum.blue += seen.blue
        sum.grain += seen.grain
      }
    }
    return sum
  }
}
