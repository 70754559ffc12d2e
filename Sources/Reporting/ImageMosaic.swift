import Tensors

/// Small images in rows, each row with its name at the left: all in one picture.
///
/// Each image is enlarged by repeating its pixels, since viewers blur what they enlarge themselves. Pixels have
/// few levels, hardly to be told from 256: the script packs them (see ``PixelCode``), and what gnuplot embeds in
/// an SVG is little compressed (10 × 10 Fashion-MNIST images: 107 kB with 256 levels, 53 kB with 16).
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
  /// How many levels the drawing has of each channel, 2…256; the remark says so where it is fewer than 256.
  package let levels: Int
  private let images: [[PixelImage]]
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
    let one = try PixelImage(first)
    for row in rows {
      for (index, image) in row.images.enumerated()
      where image.shape != first.shape || image.elementType != .uint8 {
        throw FigureError(
          description:
            "image \(index) of row “\(row.label)” is \(image.elementType) of shape \(image.shape), "
            + "not uint8 of \(first.shape) as the first one")
      }
    }
    images = try rows.map { try $0.images.map(PixelImage.init) }
    (height, width, channels) = (one.height, one.width, one.channels)
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
    let tile = (across: width + max(1, Int(headingWidth + 8) / scale - width), down: height + 1)
    // No gap after the last one.
    let across = scale * ((most - 1) * tile.across + width)
    let down = scale * ((rows.count - 1) * tile.down + height)
    let code = PixelCode(levels: levels, channels: channels)
    var caption = caption
    caption.addLevels([code])
    let left = (rows.map { Page.width(of: $0.label) }.max() ?? 0) + 16
    // On whole pixels, so that an image's pixels are the screen's.
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        panel: (Double(across), Double(down)), left: left.rounded(),
        right: max(14, 330 - left - Double(across)),
        above: columns.isEmpty ? 6 : 26, below: 10))
    let block = page.script.addBlock("pixels", pixels: strips(of: most), code)
    page.add(
      Page.Panel(
        commands: ["unset border; unset colorbox; unset xtics"]
          + names("ytics", rows.map(\.label), every: scale * tile.down, from: scale * height)
          + names("x2tics", columns, every: scale * tile.across, from: scale * width)
          + code.functions
          + [
            "# A tile is an image of \(width) × \(height) pixels and the gap after it.",
            "pixel(x, y, c) = x%\(tile.across) < \(width) && y%\(tile.down) < \(height) ? "
              + "level(\(block)[y/\(tile.down)*\(height) + y%\(tile.down) + 1], "
              + "x/\(tile.across)*\(width) + x%\(tile.across), c) : \(code.level(of: white))",
            "set x2range [-0.5:\(across - 1).5]",
          ]
          + PixelPlot(code: code, inverted: inverted, scale: scale)
          .commands(size: (across, down), panel: (across, down))))
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

  private var white: UInt8 { inverted && channels == 1 ? 0 : 255 }

  /// The pixels of each row of images, side by side; where a row has fewer than `count` it is white.
  private func strips(of count: Int) -> [[UInt8]] {
    images.flatMap { row in
      let missing = [UInt8](repeating: white, count: (count - row.count) * width * channels)
      return (0..<height).map { y in row.flatMap { $0.rows[y] } + missing }
    }
  }
}
