import Reporting
import Tensors
import Testing

/// Mosaics, pictures and tables of pixels.
@Suite struct PictureTests {
  private func lines(_ figure: some Figure) -> [String] {
    figure.script(named: "x").text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The rows of a block.
  private func block(_ name: String, _ figure: some Figure) -> [String] {
    Array(lines(figure).drop { $0 != "$\(name) << EOD" }.dropFirst().prefix { $0 != "EOD" })
  }

  @Test func everyPixelOfAMosaicStandsInTheScript() throws {
    let code = PixelCode(levels: 16, channels: 1)
    // Two images side by side, then a row without any.
    let rows =
      [[0, 1, 2, 9, 8, 7], [3, 4, 255, 6, 5, 4], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]] as [[UInt8]]
    #expect(try block("pixels", Specimens.mosaic()) == rows.map { code.packed($0) })
    #expect(try lines(Specimens.mosaic()).contains { $0.contains("'A remark. Drawn in 16 gray levels.'") })
  }

  @Test func channelsOfAPixelStandTogether() throws {
    // Red 1 2, green 3 4, blue 5 6.
    let image = Specimens.image([1, 2, 3, 4, 5, 6], shape: [3, 1, 2])
    let mosaic = try ImageMosaic(
      caption: Specimens.caption(), rows: [.init(label: "", images: [image])], levels: 256)
    let code = PixelCode(levels: 256, channels: 3)
    #expect(block("pixels", mosaic) == [code.packed([1, 3, 5, 2, 4, 6])])
  }

  @Test func imagesOfAnotherShapeAreRefusedByName() {
    let images = [Specimens.image([1, 2], shape: [1, 2]), Specimens.image([1, 2, 3], shape: [1, 3])]
    let error = #expect(throws: FigureError.self) {
      try ImageMosaic(caption: Specimens.caption(), rows: [.init(label: "Bag", images: images)])
    }
    #expect(
      error?.description
        == "image 1 of row “Bag” is uint8 of shape (1, 3), not uint8 of (1, 2) as the first one")
  }

  @Test(arguments: [
    Tensor([UInt8](), shape: [0, 2]), Tensor([1, 2] as [UInt8], shape: [2]),
    Tensor([1, 2] as [Float], shape: [1, 2]),
    Tensor([1, 2] as [UInt8], shape: [2, 1, 1]),
    Tensor([UInt8](repeating: 0, count: 4097), shape: [1, 4097]),
  ])
  func whatIsNoImageIsRefused(_ tensor: Tensor) {
    #expect(throws: FigureError.self) {
      try ImageMosaic(caption: Specimens.caption(), rows: [.init(label: "", images: [tensor])])
    }
  }

  @Test func noImageIsRefused() {
    #expect(throws: FigureError.self) { try ImageMosaic(caption: Specimens.caption(), rows: []) }
  }

  @Test func noScriptIsTooLargeToCommit() throws {
    for (name, figure) in try Gallery.pictures() + [("mosaic", Gallery.mosaic())] {
      #expect(figure.script(named: name).text.utf8.count < 60_000, "\(name)")
    }
  }

  /// As many pixels as a code takes, and one row more.
  @Test(arguments: [
    (1, 160, 256), (1, 200, 256), (1, 202, 64), (1, 280, 16), (3, 100, 64), (3, 200, 6), (3, 230, 4),
  ])
  func picturesHaveAsManyLevelsAsFit(_ channels: Int, _ side: Int, _ levels: Int) throws {
    let image = Gallery.scene(side: side, channels: channels)
    let figure = try PicturesFigure(caption: Specimens.caption(), pictures: [.init(title: "", image: image)])
    let script = figure.script(named: "x").text
    #expect(script.utf8.count < 60_000)
    #expect(script.contains("a channel has \(levels) levels."))
  }

  @Test func picturesOfTooManyPixelsAreRefused() {
    let image = Gallery.scene(side: 300, channels: 1)
    let error = #expect(throws: FigureError.self) {
      try PicturesFigure(caption: Specimens.caption(), pictures: [.init(title: "", image: image)])
    }
    #expect(error?.description.hasPrefix("90000 pixels are too many for one figure") == true)
    #expect(throws: FigureError.self) { try PicturesFigure(caption: Specimens.caption(), pictures: []) }
  }

  @Test func mixedLevelsKeepTheMeanOfAnArea() throws {
    // 200 × 200 in color have 6 levels: 80 lies between 51 and 102.
    let image = Specimens.image([UInt8](repeating: 80, count: 120_000), shape: [3, 200, 200])
    let figure = try PicturesFigure(caption: Specimens.caption(), pictures: [.init(title: "", image: image)])
    let code = PixelCode(levels: 6, channels: 3)
    // 80 is 9/16 of the way: so many of 4 × 4 pixels are at the upper level.
    let uppers = [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 1, 0]]
    let expected = (0..<200).map { y in
      code.packed((0..<600).map { uppers[y % 4][$0 / 3 % 4] == 1 ? 102 : 51 })
    }
    #expect(block("pixels_1", figure) == expected)
    // Where bytes are levels, nothing is mixed.
    let plain = Specimens.image([UInt8](repeating: 102, count: 120_000), shape: [3, 200, 200])
    let same = try PicturesFigure(caption: Specimens.caption(), pictures: [.init(title: "", image: plain)])
    #expect(Set(block("pixels_1", same)) == [code.packed([UInt8](repeating: 102, count: 600))])
  }

  @Test func pixelTablesShowEveryFiniteNumber() throws {
    let table = PixelTable.Table(rows: [[0, 117], [118, .nan]])
    let figure = try PixelTable(caption: Specimens.caption(), tables: [table])
    #expect(block("table_1", figure) == ["# column row value", "0 0 0", "1 0 117", "0 1 118"])
    // 0.46 of the range: black text from there on.
    #expect(
      lines(figure).contains { $0.contains("($3 >= 117.3") && $0.contains("textcolor rgb 'black'") })
    let numbers = try PixelTable(caption: Specimens.caption(), tables: [table], look: .numbers)
    #expect(!lines(numbers).contains { $0.contains("boxxyerror") })
  }

  @Test(arguments: [
    [], [[]], [[1, 2], [3]], [[Double]](repeating: [Double](repeating: 0, count: 51), count: 50),
  ])
  func whatIsNoMatrixIsRefused(_ rows: [[Double]]) {
    #expect(throws: FigureError.self) {
      try PixelTable(caption: Specimens.caption(), tables: [.init(rows: rows)])
    }
    #expect(throws: FigureError.self) {
      try PixelTable(caption: Specimens.caption(), tables: [.init(rows: [[1]]), .init(rows: rows)])
    }
  }

  /// A smaller table stands in the middle of as much room as the largest has.
  @Test func tablesOfSeveralSizesHaveCellsOfOneSize() throws {
    let rows: [[Double]] = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
    let figure = try PixelTable(
      caption: Specimens.caption(), tables: [.init(rows: rows), .init(rows: [[1]])], look: .shaded)
    let ranges = lines(figure).filter { $0.hasPrefix("set xrange") }
    #expect(
      ranges == [
        "set xrange [-0.5:3.5]; set x2range [-0.5:3.5]; set yrange [2.5:-0.5]",
        "set xrange [-2:2]; set x2range [-2:2]; set yrange [1.5:-1.5]",
      ])
  }

  /// Each shaded table has its own range of colors, and one of equal numbers still has one.
  @Test func shadedTablesHaveRangesOfTheirOwn() throws {
    let figure = try PixelTable(
      caption: Specimens.caption(), tables: [.init(rows: [[-3, 3]]), .init(rows: [[7, 7]])], look: .shaded)
    #expect(
      lines(figure).filter { $0.hasPrefix("set cbrange") } == ["set cbrange [-3:3]", "set cbrange [7:8]"])
    #expect(!lines(figure).contains { $0.contains("textcolor rgb 'white'") })
  }

  @Test func numbersOfATableStandAtTheRight() {
    let lines = lines(Gallery.sigmoids())
    let place = { (text: String) in lines.first { $0.hasPrefix("set label '\(text)' at ") } ?? "" }
    #expect(place("0.9276").hasSuffix(" right front") && place("validation").hasSuffix(" left front"))
    #expect(place("sigmoid").contains(" right "))
    let x = { (text: String) in place(text).split(separator: " ").dropFirst(4).first }
    #expect(x("0.9276") == x("0.0000"))
  }
}
