/// Small images in rows, each row with its name at the left: all in one picture.
///
/// Each image is enlarged by repeating its pixels, since viewers blur what they enlarge themselves. The
/// script holds every byte; grey drawings use fewer levels, since what gnuplot embeds in an SVG is little
/// compressed (10 × 10 Fashion-MNIST images: 107 kB with 256 levels, 53 kB with 16, hardly to be told apart).
public struct ImageMosaic: Figure, Equatable {
  /// One row's images.
  public struct Row: Sendable, Equatable {
    /// Stands at the row's left; may be empty.
    public var label: String
    /// Each `height` × `width` × `channels` bytes, rows from the top.
    public var images: [[UInt8]]

    /// A row from its name and images.
    public init(label: String, images: [[UInt8]]) {
      self.label = label
      self.images = images
    }
  }

  /// Title, digests, remark.
  public let caption: Caption
  /// From top to bottom.
  public let rows: [Row]
  /// What stands above the columns; may be empty.
  public let columns: [String]
  /// Every image's width in pixels.
  public let width: Int
  /// Every image's height in pixels.
  public let height: Int
  /// Bytes per pixel: 1 for grey, 3 for red, green, blue.
  public let channels: Int
  /// Whether grey 0 is drawn white and 255 black, as ink on paper.
  public let inverted: Bool
  /// How many grey levels the drawing distinguishes, 2…256; the remark says so where it is fewer than 256.
  public let levels: Int

  /// A mosaic of images that all have one size.
  ///
  /// - Throws: ``FigureError`` when there is no image, or one has another number of bytes than
  ///   `height` · `width` · `channels`; it names the row and the image.
  public init(
    caption: Caption, rows: [Row], columns: [String] = [], width: Int, height: Int, channels: Int = 1,
    inverted: Bool = true, levels: Int = 16
  ) throws {
    guard width > 0, height > 0, width <= 4096, height <= 4096, channels == 1 || channels == 3 else {
      throw FigureError(
        description: "an image of \(height) × \(width) × \(channels) cannot be drawn: sides are 1…4096, "
          + "channels 1 or 3")
    }
    guard rows.contains(where: { !$0.images.isEmpty }) else {
      throw FigureError(description: "a mosaic needs at least one image")
    }
    for row in rows {
      for (index, image) in row.images.enumerated() where image.count != width * height * channels {
        throw FigureError(
          description: "image \(index) of row “\(row.label)” has \(image.count) bytes, not "
            + "\(height) × \(width) × \(channels)")
      }
    }
    self.caption = caption
    self.rows = rows
    self.columns = columns
    self.width = width
    self.height = height
    self.channels = channels
    self.inverted = inverted
    self.levels = min(max(levels, 2), 256)
  }

  /// The script that draws this figure; the same values always give the same bytes.
  public func script(named name: String) -> GnuplotScript {
    // About 56 pixels a side, twice that where there are few, but never less than the image's own pixels.
    let most = rows.map(\.images.count).max() ?? 1
    let scale = max(1, (most < 6 ? 112 : 56) / max(width, height))
    let heading = (columns.map(Page.width).max() ?? 0) + 8
    let gap = (across: max(1, Int(heading) / scale - width), down: 1)
    let bytes = mosaic(gap)
    let (across, down) = (scale * (bytes[0].count / channels), scale * bytes.count)
    let labelWidth = (rows.map { Page.width(of: $0.label) }.max() ?? 0) + 14
    let headings = columns.isEmpty ? 6.0 : 24.0
    var caption = caption
    if channels == 1 && levels < 256 {
      caption.remark += (caption.remark.isEmpty ? "" : " ") + "Drawn in \(levels) grey levels."
    }
    var page = Page(
      named: name, caption: caption, width: max(360, Int(labelWidth) + across + 42),
      contentHeight: headings + Double(down) + 10)
    // On whole pixels, so that an image's pixels are the screen's.
    let frame = Rectangle(
      left: (page.content.left + labelWidth).rounded(), top: (page.content.top + headings).rounded(),
      width: Double(across), height: Double(down))
    let (stepX, stepY) = (Double(scale * (width + gap.across)), Double(scale * (height + gap.down)))
    for (index, row) in rows.enumerated() {
      page.write(
        row.label, x: frame.left - 10, y: frame.top + Double(index) * stepY + Double(scale * height) / 2,
        size: Page.bodySize, align: .right)
    }
    for (index, column) in columns.enumerated() {
      page.write(
        column, x: frame.left + Double(index) * stepX + Double(scale * width) / 2, y: frame.top - 12,
        size: Page.bodySize, align: .center)
    }
    let block = page.script.addBlock("pixels", bytes: bytes)
    page.panel(frame, commands(block, across: across, down: down, scale: scale))
    return page.finished()
  }

  /// All images on one white ground, `gap` pixels between them, as rows of bytes.
  private func mosaic(_ gap: (across: Int, down: Int)) -> [[UInt8]] {
    let white: UInt8 = inverted && channels == 1 ? 0 : 255
    let count = rows.map(\.images.count).max() ?? 0
    let lineWidth = (count * (width + gap.across) - gap.across) * channels
    var lines: [[UInt8]] = []
    for (index, row) in rows.enumerated() {
      if index > 0 {
        lines += [[UInt8]](repeating: [UInt8](repeating: white, count: lineWidth), count: gap.down)
      }
      for y in 0..<height {
        var line: [UInt8] = []
        line.reserveCapacity(lineWidth)
        for (position, image) in row.images.enumerated() {
          if position > 0 { line += [UInt8](repeating: white, count: gap.across * channels) }
          line += image[(y * width * channels)..<((y + 1) * width * channels)]
        }
        line += [UInt8](repeating: white, count: lineWidth - line.count)
        lines.append(line)
      }
    }
    return lines
  }

  private func commands(_ block: String, across: Int, down: Int, scale: Int) -> [String] {
    let digits = 2 * channels
    let place = "\(digits)*(int(x+0.5)/\(scale))+2*c"
    let black = inverted ? (0, 1) : (1, 0)
    return [
      "unset border; unset tics; unset colorbox",
      // A defined palette: a grey one is bent by a gamma.
      "set palette defined (0 \(black.1) \(black.1) \(black.1), 1 \(black.0) \(black.0) \(black.0)) "
        + "maxcolors \(levels)",
      "set cbrange [0:255]",
      // One sample a pixel of the drawing; each reads its byte, the enlargement being the division.
      "byte(x,y,c) = int('0x'.substr(\(block)[int(y+0.5)/\(scale)+1], \(place)+1, \(place)+2))",
      "set samples \(max(2, across)); set isosamples \(max(2, down))",
      "set xrange [-0.5:\(across).5-1]; set yrange [\(down).5-1:-0.5]",
      "plot sample [u=0:\(across - 1)][v=0:\(down - 1)] '++' using 1:2:"
        + (channels == 1
          ? "(byte($1,$2,0)) with image" : "(byte($1,$2,0)):(byte($1,$2,1)):(byte($1,$2,2)) with rgbimage")
        + " notitle",
    ]
  }
}
