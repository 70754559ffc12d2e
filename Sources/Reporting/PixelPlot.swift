/// The commands that draw packed pixels as a picture, each pixel enlarged to a square of the drawing's pixels.
///
/// They sample a function `pixel(x, y, c)` of the script: the level of a channel at a pixel of the picture.
struct PixelPlot {
  var code: PixelCode
  /// The color of the highest level of a single channel.
  var tint = Tint.gray
  /// Whether the lowest one has that color, and the highest one is black.
  var inverted: Bool
  /// How many pixels of the drawing a pixel of the picture is wide and high.
  var scale: Int

  /// The commands, the last one the `plot`.
  ///
  /// - Parameters:
  ///   - size: the picture's, in pixels of the drawing.
  ///   - panel: the panel's, not smaller; the picture stands at the middle of its top.
  func commands(size: (across: Int, down: Int), panel: (across: Int, down: Int)) -> [String] {
    let (from, to) = inverted ? (tint.color, "#000000") : ("#000000", tint.color)
    let place = "int($1 + 0.5)/\(scale), int($2 + 0.5)/\(scale)"
    let left = (panel.across - size.across) / 2
    let edge = { (pixel: Int) in GnuplotScript.number(Double(pixel) - 0.5) }
    let color: String
    if code.channels == 1 {
      color = "(pixel(\(place), 0)) with image"
    } else {
      let channels = (0..<3).map { "(byte(pixel(\(place), \($0))))" }
      color = channels.joined(separator: ":") + " with rgbimage"
    }
    return [
      code.channels == 1
        // A defined palette: a gray one is bent by a gamma.
        ? "set palette defined (0 '\(from)', 1 '\(to)') maxcolors \(code.levels); set cbrange [0:\(code.levels - 1)]"
        : "byte(level) = level*255.0/\(code.levels - 1)",
      // gnuplot wants two samples at least.
      "set samples \(max(2, size.across)); set isosamples \(max(2, size.down))",
      "set xrange [\(edge(-left)):\(edge(panel.across - left))]; set yrange [\(edge(panel.down)):\(edge(0))]",
      "# One sample a pixel of the drawing.",
      "plot sample [u=0:\(size.across - 1)][v=0:\(size.down - 1)] '++' using 1:2:\(color) notitle",
    ]
  }
}

extension Caption {
  /// Says in the remark in how few levels pixels are drawn.
  mutating func addLevels(_ codes: [PixelCode]) {
    var said: [String] = []
    for code in codes where code.levels < 256 {
      let levels = code.channels == 1 ? "\(code.levels) gray levels" : "\(code.levels) levels a color channel"
      if !said.contains(levels) { said.append(levels) }
    }
    guard !said.isEmpty else { return }
    remark += (remark.isEmpty ? "" : " ") + "Drawn in \(said.joined(separator: " and "))."
  }
}
