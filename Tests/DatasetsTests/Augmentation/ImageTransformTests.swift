import Datasets
import Tensors
import Testing

@Suite struct ImageTransformTests {
  private static let neutral = [
    "horizontal-flip: { probability: 0 }", "rotation: { degrees: 0 }",
    "rotation: { degrees: 0, interpolation: nearest }", "resized-crop: { scale: [1, 1], ratio: [1, 1] }",
    "color-jitter", "salt-and-pepper: { amount: 0 }", "gaussian-noise: { standard-deviation: 0 }",
    "random-erasing: { probability: 0 }", "random-erasing: { probability: 1, scale: [0, 0] }",
  ]

  @Test(arguments: neutral) func neutralOptionsChangeNoBit(_ transform: String) throws {
    let neutral = try augmentation("[\(transform)]")
    for shape in [[1, 1, 1], [1, 6, 6], [3, 7, 7]] as [Shape] {
      let image = sampleImage(shape)
      for epoch in 0..<5 { #expect(try neutral.image(image, epoch: epoch) == image) }
    }
  }

  @Test func neutralNormalizationChangesNoBit() throws {
    let image = sampleImage([1, 5, 4])
    let neutral = try augmentation("[normalize: { mean: [0], standard-deviation: [1] }]")
    #expect(try neutral.image(image) == image)
    let other = try augmentation("[normalize: { mean: [0.1], standard-deviation: [0.3] }]")
    #expect(try other.image(image).values == image.values.map { ($0 - 0.1) / 0.3 })
  }

  @Test func normalizationIsByChannel() throws {
    let image = Tensor([0, 1, 0.5, 0.25, 1, 0] as [Float], shape: [3, 1, 2])
    let normalize = try augmentation(
      "[normalize: { mean: [0.5, 0.25, 0], standard-deviation: [0.5, 0.25, 2] }]")
    #expect(try normalize.image(image).values == [-1, 1, 1, 0, 0.5, 0])
  }

  @Test(arguments: [[1, 1, 1], [1, 4, 5], [3, 3, 6]] as [Shape])
  func aFlipReversesRows(_ shape: Shape) throws {
    let flip = try augmentation("[horizontal-flip: { probability: 1 }]")
    let image = sampleImage(shape)
    let width = shape.dimensions[2]
    let flipped = try flip.image(image)
    #expect(flipped == image.permuted { ($0, width - 1 - $1) })
    #expect(try flip.image(flipped) == image)
    #expect(
      try augmentation("[horizontal-flip: { probability: 1 }, horizontal-flip: { probability: 1 }]").image(
        image) == image)
  }

  @Test func aFlipHappensAsOftenAsItSays() throws {
    let flip = try augmentation("[horizontal-flip: { probability: 0.2 }]")
    let image = Tensor([0, 1] as [Float], shape: [1, 1, 2])
    let flips = try (0..<4000).filter { try flip.image(image, index: $0) != image }.count
    // Four standard deviations of a binomial number.
    #expect(abs(Double(flips) - 800) < 4 * (4000 * 0.2 * 0.8).squareRoot())
  }

  // MARK: Rotation

  /// An image turned by degrees.
  private func turned(_ image: Tensor, by degrees: Double, _ interpolation: String) throws -> Tensor {
    let list = try augmentation("[rotation: { degrees: 180, interpolation: \(interpolation) }]")
    let rotation = try #require(list.transforms.first as? Rotation)
    var values = image.values
    var spare = [Float](repeating: .nan, count: values.count)
    let dimensions = image.shape.dimensions
    let result = values.withUnsafeMutableBufferPointer { values in
      spare.withUnsafeMutableBufferPointer { spare in
        var turned = AugmentedImage(
          pixels: values.baseAddress!, spare: spare.baseAddress!, channels: dimensions[0],
          height: dimensions[1], width: dimensions[2])
        rotation.turn(&turned, by: degrees)
        return Array(UnsafeBufferPointer(start: turned.pixels, count: turned.count))
      }
    }
    return Tensor(result, shape: image.shape)
  }

  @Test(arguments: ["nearest", "bilinear"], [[1, 1, 1], [1, 2, 2], [1, 28, 28], [3, 5, 5]] as [Shape])
  func rightAnglesPermutePixels(_ interpolation: String, _ shape: Shape) throws {
    let image = sampleImage(shape)
    let last = shape.dimensions[1] - 1
    // Counter-clockwise: the right column becomes the upper row.
    let quarter = image.permuted { ($1, last - $0) }
    let half = image.permuted { (last - $0, last - $1) }
    let threeQuarters = image.permuted { (last - $1, $0) }
    let turns: [(Double, Tensor)] = [
      (0, image), (90, quarter), (180, half), (270, threeQuarters), (360, image), (-90, threeQuarters),
      (-180, half), (-270, quarter), (-360, image),
    ]
    for (degrees, expected) in turns {
      #expect(try turned(image, by: degrees, interpolation) == expected, "\(degrees)")
    }
  }

  @Test func aHalfTurnOfARectangleIsAPermutation() throws {
    let image = sampleImage([3, 4, 7])
    #expect(try turned(image, by: 180, "bilinear") == image.permuted { (3 - $0, 6 - $1) })
  }

  /// On a plane a + b·column + c·row, bilinear interpolation gives the plane's value at the turned place.
  @Test func aTurnedPlaneIsAPlane() throws {
    let side = 21
    let image = Tensor(
      (0..<side * side).map { 0.25 + Float($0 % side) / 64 + Float($0 / side) / 128 }, shape: [1, side, side])
    let degrees = 30.0
    let (cosine, sine) = (3.0.squareRoot() / 2, 0.5)
    let result = try turned(image, by: degrees, "bilinear").values
    var worst = 0.0
    for row in 5..<side - 5 {
      for column in 5..<side - 5 {
        let (x, y) = (Double(column - 10), Double(row - 10))
        let place = (10 + cosine * x - sine * y, 10 + sine * x + cosine * y)
        let expected = 0.25 + place.0 / 64 + place.1 / 128
        worst = max(worst, abs(Double(result[row * side + column]) - expected))
      }
    }
    #expect(worst < 1e-6)
  }

  @Test func besideTheImageIsFill() throws {
    let list = try augmentation("[rotation: { degrees: 180, fill: 0.5, interpolation: nearest }]")
    let image = Tensor([Float](repeating: 1, count: 100), shape: [1, 10, 10])
    let values = try Set((0..<20).flatMap { try list.image(image, index: $0).values })
    #expect(values == [0.5, 1])
    let black = try augmentation("[rotation: { degrees: 180 }]")
    for index in 0..<20 {
      let values = try black.image(image, index: index).values
      #expect(values.allSatisfy { (0...1).contains($0) } && values[5 * 10 + 5] == 1)
    }
  }

  // MARK: Boxes

  @Test func aCropOfAPlaneIsASteadyPlane() throws {
    let plane: [Float] = (0..<400).map { (i: Int) -> Float in Float(i % 20) / 32 + Float(i / 20) / 64 }
    let image = Tensor(plane, shape: [1, 20, 20])
    let crop = try augmentation("[resized-crop: { scale: [0.3, 0.6] }]")
    for index in 0..<50 {
      let values = try crop.image(image, index: index).values
      let row = values[200..<220].map { Double($0) }
      // Inside, away from the clamped edges, steps are box / 20 of the image's: smaller, and all alike.
      let step = row[11] - row[10]
      #expect(step > 0.3 / 32 && step < 1.0 / 32)
      var worst = 0.0
      for column in 3..<16 { worst = max(worst, abs(row[column + 1] - row[column] - step)) }
      #expect(worst < 1e-5)
      #expect(values.allSatisfy { $0 >= 0 && $0 <= plane[399] })
    }
  }

  /// The box of a crop by its definition, and the value of each pixel in Double.
  @Test func aCropIsABoxEnlarged() throws {
    let image = sampleImage([1, 8, 8])
    // Half of each side: area 16 of 64.
    let crop = try augmentation("[resized-crop: { scale: [0.25, 0.25], ratio: [1, 1] }]")
    let stream = Augmentation.stream(seed: 1, epoch: 0, index: 9)
    let (top, left) = (stream.integer(at: 12, below: 5), stream.integer(at: 13, below: 5))
    let result = try crop.image(image, index: 9).values
    /// The two pixels around a target pixel and the second one's weight.
    func split(_ target: Int) -> (first: Int, second: Int, weight: Double) {
      let place = max(0, (Double(target) + 0.5) / 2 - 0.5)
      return (Int(place), min(Int(place) + 1, 3), place - Double(Int(place)))
    }
    func along(_ row: Int, _ x: (first: Int, second: Int, weight: Double)) -> Double {
      let start = (top + row) * 8 + left
      let (a, b) = (Double(image.values[start + x.first]), Double(image.values[start + x.second]))
      return a * (1 - x.weight) + b * x.weight
    }
    var worst = 0.0
    for row in 0..<8 {
      for column in 0..<8 {
        let (y, x) = (split(row), split(column))
        let expected = along(y.first, x) * (1 - y.weight) + along(y.second, x) * y.weight
        worst = max(worst, abs(expected - Double(result[row * 8 + column])))
      }
    }
    #expect(worst < 1e-6)
  }

  /// No box of ratio 1 and full area fits a rectangle, so the middle square is taken.
  @Test func theMiddleIsTakenWhereNothingFits() throws {
    let crop = try augmentation("[resized-crop: { scale: [1, 1], ratio: [1, 1] }]")
    let wide = Tensor([0, 0.25, 0.75, 1] as [Float], shape: [1, 1, 4])
    #expect(try crop.image(wide).values == [0.25, 0.25, 0.25, 0.25])
    let high = Tensor([0, 0.25, 0.75, 1] as [Float], shape: [1, 4, 1])
    #expect(try crop.image(high).values == [0.25, 0.25, 0.25, 0.25])
    let middle = try augmentation("[resized-crop: { scale: [0, 0] }]")
    let square = sampleImage([3, 5, 5])
    #expect(try middle.image(square) == square)
  }

  @Test func erasingFillsOneBox() throws {
    let erase = try augmentation("[random-erasing: { probability: 1, value: 0.5 }]")
    let image = Tensor([Float](repeating: 0, count: 3 * 400), shape: [3, 20, 20])
    for index in 0..<50 {
      let values = try erase.image(image, index: index).values
      #expect(values[0..<400] == values[400..<800] && values[0..<400] == values[800..<1200])
      let erased = (0..<400).filter { values[$0] == 0.5 }
      let (rows, columns) = (Set(erased.map { $0 / 20 }), Set(erased.map { $0 % 20 }))
      #expect(rows.count * columns.count == erased.count && !erased.isEmpty)
      #expect(
        rows.count == rows.max()! - rows.min()! + 1 && columns.count == columns.max()! - columns.min()! + 1)
      // Sides are rounded to whole pixels: half a pixel either way.
      let ratio = Double(rows.count) / Double(columns.count)
      #expect(ratio > 0.3 * 0.7 && ratio < 3.3 / 0.7)
      #expect(Double(erased.count) > 400 * 0.02 * 0.6 && Double(erased.count) < 400 * 0.33 * 1.2)
    }
  }

  // MARK: Noise

  @Test func saltAndPepperReplacesPixels() throws {
    let noise = try augmentation("[salt-and-pepper: { amount: 0.3 }]")
    let image = Tensor([Float](repeating: 0.5, count: 3 * 10_000), shape: [3, 100, 100])
    let values = try noise.image(image).values
    #expect(values[0..<10_000] == values[10_000..<20_000] && values[0..<10_000] == values[20_000..<30_000])
    let counts = [0, 1].map { value in values[0..<10_000].filter { $0 == Float(value) }.count }
    for count in counts {
      #expect(abs(Double(count) - 1500) < 4 * (10_000 * 0.15 * 0.85).squareRoot())
    }
    #expect(values[0..<10_000].filter { $0 == 0.5 }.count == 10_000 - counts[0] - counts[1])
    let everything = try augmentation("[salt-and-pepper: { amount: 1 }]").image(image).values
    #expect(Set(everything) == [0, 1])
  }

  @Test func gaussianNoiseHasItsDeviation() throws {
    let noise = try augmentation("[gaussian-noise: { standard-deviation: 0.05 }]")
    let image = Tensor([Float](repeating: 0.5, count: 10_000), shape: [1, 100, 100])
    let errors = try noise.image(image).values.map { Double($0) - 0.5 }
    let mean = errors.reduce(0, +) / 10_000
    let deviation = (errors.reduce(0) { $0 + $1 * $1 } / 10_000).squareRoot()
    #expect(abs(mean) < 4 * 0.05 / 100 && abs(deviation - 0.05) < 4 * 0.05 / (2 * 10_000.0).squareRoot())
    let loud = try augmentation("[gaussian-noise: { standard-deviation: 5 }]").image(image).values
    #expect(loud.allSatisfy { (0...1).contains($0) } && Set(loud).isSuperset(of: [0, 1]))
  }

  // MARK: Frozen

  /// A change of any definition above changes one of these; such a change is a new version of the contract.
  @Test(arguments: [
    ("horizontal-flip: { probability: 0.5 }", "6d82d6747f6085c9"),
    ("rotation: { degrees: 30 }", "8584c6e4708a1e2d"),
    ("rotation: { degrees: 30, interpolation: nearest, fill: 0.25 }", "981c5ae99dc75169"),
    ("resized-crop: { scale: [0.3, 0.9] }", "aee940e54f85dd9e"),
    ("color-jitter: { brightness: 0.3, contrast: 0.3, saturation: 0.3, hue: 0.2 }", "ecc1f60b8b574191"),
    ("normalize: { mean: [0.4, 0.5, 0.6], standard-deviation: [0.2, 0.3, 0.4] }", "896bfeb32733dec1"),
    ("salt-and-pepper: { amount: 0.2 }", "3f2b6b13e87c2c03"),
    ("gaussian-noise: { standard-deviation: 0.1 }", "36ee9fbf18ff8c63"),
    ("random-erasing: { probability: 0.8, value: 0.5 }", "fb8455da00c4f167"),
  ])
  func definitionsAreFrozen(_ transform: String, _ digest: String) throws {
    let list = try augmentation("[\(transform)]")
    let images = try (0..<8).map { index in
      let image = try list(sampleImage([3, 11, 9], number: index), seed: 42, epoch: 3, index: index)
      return NamedTensor("\(index)", image)
    }
    #expect(Digest(ofModel: images).hexadecimal.prefix(16) == digest, "\(transform)")
  }
}
