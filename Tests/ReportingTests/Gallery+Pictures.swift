import Reporting
import Tensors

/// Figures of pictures, tables and planes.
extension Gallery {
  /// A picture of soft hills and a disc, `channels` × `side` × `side` bytes.
  static func scene(side: Int, channels: Int) -> Tensor {
    let bytes = (0..<channels).flatMap { channel in
      (0..<(side * side)).map { index -> UInt8 in
        let (x, y) = (Double(index % side) / Double(side), Double(index / side) / Double(side))
        let (dx, dy) = (x - 0.66, y - 0.3)
        if dx * dx + dy * dy < 0.02 { return [250, 210, 60][channel] }
        let hill = 0.6 + 0.2 * x - 0.8 * (x - 0.4) * (x - 0.4)
        return y > 1.1 - hill
          ? UInt8([60.0, 140, 50][channel] * (1.5 - y)) : UInt8([120.0, 170, 235][channel] * (0.5 + y / 2))
      }
    }
    return Specimens.image(bytes, shape: channels == 1 ? [side, side] : [channels, side, side])
  }

  /// One channel of `scene(side:channels:)`.
  static func channel(_ channel: Int, side: Int) -> Tensor {
    let bytes = scene(side: side, channels: 3).bytes ?? []
    return Specimens.image(
      Array(bytes[(channel * side * side)..<((channel + 1) * side * side)]), shape: [side, side])
  }

  /// The pixels of a 28 × 28 ring.
  static func digit() -> Tensor {
    Specimens.image(
      (0..<784).map { index -> UInt8 in
        let (x, y) = (Double(index % 28) - 13.5, (Double(index / 28) - 13.5) * 0.8)
        let distance = (x * x + y * y).squareRoot()
        return distance > 5 && distance < 8 ? UInt8(255 - 60 * abs(distance - 6.5)) : 0
      }, shape: [28, 28])
  }

  static func picture(_ title: String, _ pictures: [(String, Tensor)], columns: Int? = nil) throws
    -> PicturesFigure
  {
    try PicturesFigure(
      caption: Caption(title: title, remark: "An image made by the project."),
      pictures: pictures.map { .init(title: $0.0, image: $0.1) }, columns: columns)
  }

  static func pixels(side: Int) -> [[Double]] {
    let bytes = scene(side: side, channels: 1).bytes ?? []
    return (0..<side).map { row in (0..<side).map { Double(bytes[row * side + $0]) } }
  }

  static func crop() -> [PixelTable.Table] {
    [("red", Tint.red), ("green", .green), ("blue", .blue)].enumerated().map { index, channel in
      .init(
        title: channel.0, rows: (0..<3).map { y in (0..<3).map { Double(27 * y + 90 * index + 7 * $0) } },
        tint: channel.1)
    }
  }

  static func sigmoids() -> TableFigure {
    let weights = ["−0.1", "0", "0.01", "0.1", "1"]
    return TableFigure(
      caption: Caption(title: "Sigmoid of weight × input, for an input of 255 and one of 1"),
      tables: [
        .init(
          title: "input 255",
          columns: [
            .init("weight", numbers: weights), .init("input", numbers: weights.map { _ in "255" }),
            .init("sigmoid", numbers: ["0.0000", "0.5000", "0.9276", "1.0000", "1.0000"]),
          ]),
        .init(
          title: "input 1",
          columns: [
            .init("weight", numbers: weights), .init("input", numbers: weights.map { _ in "1" }),
            .init("sigmoid", numbers: ["0.4750", "0.5000", "0.5025", "0.5250", "0.7311"]),
          ]),
        .init(
          title: "the data",
          columns: [
            .init("part", texts: ["training", "validation", "classes"]),
            .init("shape", texts: ["60000 × 28 × 28", "10000 × 28 × 28", "T-shirt/top, Trouser, Pullover"]),
          ]),
      ])
  }

  /// Two error surfaces with a path, and the norm balls that meet one of them.
  static func planes() throws -> ContourFigure {
    let loss = { (a: Double, b: Double) in
      { (x: Double, y: Double) in a * (x - 1.6) * (x - 1.6) + b * (y - 1) * (y - 1) + 0.4 * x * y }
    }
    let levels = [0.5, 1, 2, 3, 4, 6, 8, 12, 16, 24]
    let panel = { (title: String, a: Double, b: Double) in
      let field = try ScalarField(loss(a, b), x: -2.5...3.5, y: -2.5...3.5)
      var (x, y) = (-2.0, 3.0)
      var points: [ScalarField.Point] = []
      for _ in 0..<40 {
        points.append(.init(x, y))
        x -= 0.12 * (2 * a * (x - 1.6) + 0.4 * y)
        y -= 0.12 * (2 * b * (y - 1) + 0.4 * x)
      }
      return ContourFigure.Panel(
        title: title, xLabel: "w₁", yLabel: "w₂", xRange: -2.5...3.5, yRange: -2.5...3.5,
        contours: [.init(field, levels: levels)], paths: [.init(points: points)],
        labels: [.init(points[0], "start")])
    }
    var balls = try panel("Norm balls", 1, 1)
    balls.paths = []
    balls.outlines = [
      .diamond(name: "|w₁| + |w₂| = 1", radius: 1),
      .circle(name: "w₁² + w₂² = 1", radius: 1, color: .orange),
    ]
    balls.labels = [.init(.init(1, 0), "lasso"), .init(.init(1.26, 0.75), "least squares")]
    return ContourFigure(
      caption: Caption(title: "Loss over two weights", digests: [Specimens.digest]),
      panels: [
        try panel("inputs of different scale", 0.4, 3.6), try panel("after z-score normalization", 1, 1),
        balls,
      ])
  }

  static func pictures() throws -> [(String, any Figure)] {
    let channels = [("red", Tint.red), ("green", .green), ("blue", .blue)].enumerated().map { index, name in
      PicturesFigure.Picture(title: name.0, image: channel(index, side: 100), tint: name.1)
    }
    return [
      ("picture-gray", try picture("A gray picture", [("200 × 200", scene(side: 200, channels: 1))])),
      ("picture-color", try picture("A color picture", [("", scene(side: 200, channels: 3))])),
      (
        "picture-channels",
        try PicturesFigure(caption: Caption(title: "The three channels of a picture"), pictures: channels)
      ),
      (
        "picture-shapes",
        try picture(
          "Pictures of several shapes",
          [
            ("the picture, 100 × 100 pixels in three channels", scene(side: 100, channels: 3)),
            ("gray", scene(side: 100, channels: 1)), ("shrunk to 25 × 25", scene(side: 25, channels: 1)),
            ("its lower right corner", scene(side: 3, channels: 3)),
            ("wide", Specimens.image((0..<200).map { UInt8($0) }, shape: [4, 50])),
          ])
      ),
      (
        "picture-digit",
        try PicturesFigure(
          caption: Caption(title: "The first training digit"),
          pictures: [.init(title: "label 0", image: digit(), inverted: true)])
      ),
      (
        "pixels-25",
        try PixelTable(
          caption: Caption(title: "The values of 25 × 25 pixels"), tables: [.init(rows: pixels(side: 25))],
          showsIndices: true)
      ),
      (
        "pixels-crop",
        try PixelTable(caption: Caption(title: "Three channels of 3 × 3 pixels"), tables: crop())
      ),
      (
        "pixels-numbers",
        try PixelTable(
          caption: Caption(title: "The first rows of the array"),
          tables: [.init(rows: Array(pixels(side: 25).prefix(5)))], look: .numbers)
      ),
      (
        "pixels-map",
        try PixelTable(
          caption: Caption(title: "The map of a filter"),
          tables: [
            .init(
              title: "4 × 4", rows: [[3, -1, -3, -1], [-3, 1, 0, -3], [-3, -3, 0, 1], [3, -2, -2, .nan]])
          ],
          range: -3...3, showsIndices: true)
      ),
      (
        "pixels-shaded",
        try PixelTable(
          caption: Caption(title: "A filter and its map"),
          tables: [
            .init(title: "filter", rows: [[1, -1], [-1, 1]]),
            .init(title: "map", rows: [[3, -1, -3], [-3, 1, 0], [-3, -3, 0]]),
          ], look: .shaded)
      ),
      ("table", sigmoids()), ("planes", try planes()),
    ]
  }
}
