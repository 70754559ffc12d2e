import Tensors

/// Small images in rows, each row with its name at the left: all in one picture.
///
/// Each image is enlarged by repeating its pixels, since viewers blur what they enlarge themselves. The
/// script holds every byte; gray drawings use fewer levels, since what gnuplot embeds in an SVG is little
/// compressed (10 × 10 Fashion-MNIST images: 107 kB with 256 levels, 53 kB with 16, hardly to be told apart).
package struct ImageMosaic: Figure, Equatable {
  /// One row's images.
  package struct Row: Sendable, Equatable {
    /// Stands at the row's left; may be empty.
    package var label: String
    /// Bytes, each [height, width] or [channels, height, width] with 1 (gray) or 3 (red, green, blue) channels.
    package var images: [Tensor]

    /// A row from its name and images.
    package init(label: String, images: [Tensor]) {
      self.label = label
      self.images = images
    }
  }

  /// Title, digests, remark.
  package let caption: Caption
  /// From top to bottom.
  package let rows: [Row]
  /// What stands above the columns; may be empty.
  package let columns: [String]
  /// Whether gray 0 is drawn white and 255 black, as ink on paper.
  package let inverted: Bool
  /// How many gray levels the drawing distinguishes, 2…256; the remark says so where it is fewer than 256.
  package let levels: Int
  private let channels, height, width: Int

  /// A mosaic of images that all have one shape.
  ///
  /// - Throws: ``FigureError`` when there is no image, when the first one is none (see ``Row/images``) or has a
  ///   side above 4096, and when another has not its shape; it names the row and the image.
  package init(
    caption: Caption, rows: [Row], columns: [String] = [], inverted: Bool = true, levels: Int = 16
  ) throws {
    guard let first = rows.lazy.flatMap(\.images).first else {
      throw FigureError(description: "a mosaic needs at least one image")
    }
    let sides = first.shape.dimensions.suffix(2)
    channels = first.shape.dimensions.count == 3 ? first.shape.dimensions[0] : 1
    guard (2...3).contains(first.shape.dimensions.count), sides.allSatisfy((1...4096).contains),
      channels == 1 || channels == 3, first.elementType == .uint8
    else {
      throw FigureError(
        description:
          "\(first.elementType) values of shape \(first.shape) are no image that can be drawn: it needs "
          + "bytes, (height, width) or (channels, height, width), sides of 1…4096 and 1 or 3 channels")
    }
    for row in rows {
      for (index, image) in row.images.enumerated()
      where image.shape != first.shape || image.elementType != .uint8 {
        throw FigureError(
          description:
            "image \(index) of row “\(row.label)” is \(image.elementType) of shape \(image.shape), "
            + "not uint8 of \(first.shape) as the first one")
      }
    }
    (height, width) = (sides.first!, sides.last!)
    self.caption = caption
    self.rows = rows
    self.columns = columns
    self.inverted = inverted
    self.levels = min(max(levels, 2), 256)
  }

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    // About 56 pixels a side, twice that where there are few, but never less than the image's own pixels.
    let most = rows.map(\.images.count).max() ?? 1
    let scale = max(1, (most < 6 ? 112 : 56) / max(width, height))
    let headingWidth = columns.map { Page.width(of: $0) }.max() ?? 0
    let gap = (across: max(1, Int(headingWidth + 8) / scale - width), down: 1)
    let bytes = mosaic(gap)
    let (across, down) = (scale * (bytes[0].count / channels), scale * bytes.count)
    var caption = caption
    if channels == 1 && levels < 256 {
      caption.remark += (caption.remark.isEmpty ? "" : " ") + "Drawn in \(levels) gray levels."
    }
    let left = (rows.map { Page.width(of: $0.label) }.max() ?? 0) + 16
    // On whole pixels, so that an image's pixels are the screen's.
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        panel: (Double(across), Double(down)), left: left.rounded(),
        right: max(14, 330 - left - Double(across)),
        above: columns.isEmpty ? 6 : 26, below: 10))
    let block = page.script.addBlock("pixels", bytes: bytes)
    page.add(
      Page.Panel(
        commands: ["unset border; unset colorbox; unset xtics"]
          + names("ytics", rows.map(\.label), every: scale * (height + gap.down), from: scale * height)
          + names("x2tics", columns, every: scale * (width + gap.across), from: scale * width)
          + picture(block, across: across, down: down, scale: scale)))
    return page.finished()
  }

  /// Names at the middle of each row or column, in pixels of the drawing.
  private func names(_ tics: String, _ names: [String], every step: Int, from side: Int) -> [String] {
    let places = names.enumerated().map { index, name in
      GnuplotScript.tick(name, at: Double(index * step) + Double(side) / 2 - 0.5)
    }
    let isEmpty = names.allSatisfy(\.isEmpty)
    return isEmpty
      ? ["unset \(tics)"]
      : ["set \(tics) scale 0 textcolor rgb 'black' (\(places.joined(separator: ", ")))"]
  }

  /// All images on one white ground, `gap` pixels between them, as rows of bytes, a pixel's channels together.
  private func mosaic(_ gap: (across: Int, down: Int)) -> [[UInt8]] {
    let white: UInt8 = inverted && channels == 1 ? 0 : 255
    let count = rows.map(\.images.count).max() ?? 0
    let lineWidth = (count * (width + gap.across) - gap.across) * channels
    var lines: [[UInt8]] = []
    for (index, row) in rows.enumerated() {
      let images = row.images.map { $0.bytes ?? [] }
      if index > 0 {
        lines += [[UInt8]](repeating: [UInt8](repeating: white, count: lineWidth), count: gap.down)
      }
      for y in 0..<height {
        var line = [UInt8](repeating: white, count: lineWidth)
        for (position, image) in images.enumerated() {
          for x in 0..<width {
            for channel in 0..<channels {
              line[(position * (width + gap.across) + x) * channels + channel] =
                image[(channel * height + y) * width + x]
            }
          }
        }
        lines.append(line)
      }
    }
    return lines
  }

  private func picture(_ block: String, across: Int, down: Int, scale: Int) -> [String] {
    let digits = 2 * channels
    let place = "\(digits)*(int(x+0.5)/\(scale))+2*c"
    let (from, to) = inverted ? ("1 1 1", "0 0 0") : ("0 0 0", "1 1 1")
    let color =
      channels == 1
      ? "(byte($1,$2,0)) with image" : "(byte($1,$2,0)):(byte($1,$2,1)):(byte($1,$2,2)) with rgbimage"
    return [
      // A defined palette: a gray one is bent by a gamma.
      "set palette defined (0 \(from), 1 \(to)) maxcolors \(levels); set cbrange [0:255]",
      "# One sample a pixel of the drawing; each reads its byte, enlarged by the division.",
      "byte(x,y,c) = int('0x'.substr(\(block)[int(y+0.5)/\(scale)+1], \(place)+1, \(place)+2))",
      "set samples \(max(2, across)); set isosamples \(max(2, down))",
      "set xrange [-0.5:\(across - 1).5]; set yrange [\(down - 1).5:-0.5]",
      "set x2range [-0.5:\(across - 1).5]",
      "plot sample [u=0:\(across - 1)][v=0:\(down - 1)] '++' using 1:2:\(color) notitle",
    ]
  }
}
