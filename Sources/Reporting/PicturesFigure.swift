import Tensors

/// Pictures of any shapes, each with its title above it, in a grid: a photograph, a crop of it, its channels,
/// maps of its edges.
///
/// A picture is enlarged to about the size of the others by repeating its pixels. Levels that are missing are
/// mixed: neighboring pixels take the one above or below, so that areas keep their color.
package struct PicturesFigure: Figure, Equatable {
  /// One picture and what stands above it.
  package struct Picture: Sendable, Equatable {
    /// May be empty; broken into lines where it is wider than the picture.
    package var title: String
    /// Bytes, [height, width] or [channels, height, width] with 1 (gray) or 3 (red, green, blue) channels.
    package var image: Tensor
    /// The color in which 255 of a single channel is drawn.
    package var tint: Tint
    /// Whether 0 of a single channel is drawn in that color and 255 black, as ink on paper; else as in a photograph.
    package var inverted: Bool

    /// A picture from its parts.
    package init(title: String, image: Tensor, tint: Tint = .gray, inverted: Bool = false) {
      self.title = title
      self.image = image
      self.tint = tint
      self.inverted = inverted
    }
  }

  /// Title, digests, remark; the remark also says the levels of a channel where they are fewer than 256.
  package let caption: Caption
  /// From left to right, then from top to bottom.
  package let pictures: [Picture]
  /// How many pictures stand in a row.
  package let columns: Int
  private let images: [PixelImage]
  private let codes: [PixelCode]

  /// What all pixels may take in the script, so that it stays below 60 kB.
  private static let limit = 54_500
  /// Levels of gray and of a color channel, the finest first.
  private static let ladder = [(256, 64), (64, 16), (64, 6), (16, 6), (16, 4)]

  /// A figure of at least one picture.
  ///
  /// Their pixels have as many levels as fit into a script that may be committed: a gray picture of 200 × 200
  /// has 256, a color one 6 a channel.
  ///
  /// - Parameter columns: how many pictures stand in a row; `nil` for all of them, but at most four.
  /// - Throws: ``FigureError`` when there is no picture, when one is no image (see ``Picture/image``), and when
  ///   they have too many pixels to be committed.
  package init(caption: Caption, pictures: [Picture], columns: Int? = nil) throws {
    guard !pictures.isEmpty else { throw FigureError(description: "a figure of pictures needs at least one") }
    let images = try pictures.map { try PixelImage($0.image) }
    let codes = Self.ladder.lazy.map { gray, color in
      images.map { PixelCode(levels: $0.channels == 1 ? gray : color, channels: $0.channels) }
    }.first { codes in
      zip(images, codes).map { $0.height * ($1.length(ofRow: $0.width) + 1) }.reduce(0, +) <= Self.limit
    }
    guard let codes else {
      let pixels = images.map { $0.height * $0.width }.reduce(0, +)
      throw FigureError(
        description:
          "\(pixels) pixels are too many for one figure, whose script is committed: shrink the pictures to "
          + "about 50,000 pixels together (80,000 where all are gray)")
    }
    self.caption = caption
    self.pictures = pictures
    self.columns = min(max(columns ?? min(pictures.count, 4), 1), pictures.count)
    self.images = images
    self.codes = codes
  }

  /// The script that draws this figure; the same values always give the same bytes.
  package func script(named name: String) -> GnuplotScript {
    let side = pictures.count == 1 ? 400 : pictures.count == 2 ? 300 : 224
    let scales = images.map { max(1, side / max($0.width, $0.height)) }
    let sizes = zip(images, scales).map { (across: $0.width * $1, down: $0.height * $1) }
    let panel = (across: sizes.map(\.across).max() ?? side, down: sizes.map(\.down).max() ?? side)
    let titles = pictures.map {
      Page.lines($0.title, in: Double(panel.across) + 12, size: Page.headingSize)
    }
    var caption = caption
    caption.addLevels(codes)
    var page = Page(
      named: name, caption: caption,
      grid: Page.Grid(
        rows: (pictures.count + columns - 1) / columns, columns: columns,
        panel: (Double(panel.across), Double(panel.down)), left: 12,
        right: max(12, (Double(330 - 12 * columns) / Double(columns) - Double(panel.across)).rounded()),
        above: Page.roomAbove(title: titles.map(\.count).max() ?? 0).rounded(), below: 14))
    for index in pictures.indices {
      let (image, size) = (images[index], sizes[index])
      let block = page.script.addBlock(
        "pixels_\(index + 1)", pixels: image.dithered(codes[index]), codes[index])
      page.add(
        Page.Panel(
          title: titles[index],
          commands: ["unset border; unset colorbox; unset tics"]
            + codes[index].functions
            + [
              "pixel(x, y, c) = level(\(block)[y + 1], x, c)",
              "set object 1 rectangle from -0.5, -0.5 to \(size.across - 1).5, \(size.down - 1).5 front "
                + "fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5",
            ]
            + PixelPlot(
              code: codes[index], tint: pictures[index].tint, inverted: pictures[index].inverted,
              scale: scales[index]
            )
            .commands(size: size, panel: panel)))
    }
    return page.finished()
  }
}
