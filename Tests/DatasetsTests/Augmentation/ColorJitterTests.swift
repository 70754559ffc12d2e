import Datasets
import Tensors
import Testing

@Suite struct ColorJitterTests {
  /// The factor of a transform that stands first, as its definition draws it.
  private func drawn(_ number: Int, index: Int, in range: ClosedRange<Double>) -> Float {
    let stream = Augmentation.stream(seed: 1, epoch: 0, index: index)
    let unit = UniformUnit.double(high: stream.word(4 + 2 * number), low: stream.word(5 + 2 * number))
    return Float(range.lowerBound + unit * (range.upperBound - range.lowerBound))
  }

  private func cut(_ value: Float) -> Float { min(max(value, 0), 1) }

  @Test func brightnessMultiplies() throws {
    let jitter = try augmentation("[color-jitter: { brightness: 0.5 }]")
    let image = sampleImage([3, 6, 5])
    for index in 0..<20 {
      let factor = drawn(0, index: index, in: 0.5...1.5)
      #expect(try jitter.image(image, index: index).values == image.values.map { cut(factor * $0) })
    }
  }

  @Test func contrastMovesFromTheMean() throws {
    let jitter = try augmentation("[color-jitter: { contrast: 1.5 }]")
    let image = sampleImage([1, 6, 5])
    let mean = image.values.reduce(0, +) * Float(1 / 30.0)
    for index in 0..<20 {
      let factor = drawn(1, index: index, in: 0...2.5)
      let expected = image.values.map { cut(mean + factor * ($0 - mean)) }
      #expect(try jitter.image(image, index: index).values == expected)
    }
  }

  @Test func saturationMovesFromGray() throws {
    let jitter = try augmentation("[color-jitter: { saturation: 0.5 }]")
    let image = sampleImage([3, 6, 5])
    for index in 0..<20 {
      let factor = drawn(2, index: index, in: 0.5...1.5)
      let expected = (0..<90).map { at in
        let x = image.values, i = at % 30
        let gray = (0.2989 * x[i] + 0.587 * x[30 + i]) + 0.114 * x[60 + i]
        return cut(gray + factor * (x[at] - gray))
      }
      #expect(try jitter.image(image, index: index).values == expected)
    }
  }

  /// A third of a turn takes red to green, green to blue and blue to red: found by shifts of all sizes in Double, with the
  /// color circle written as a piecewise linear function.
  @Test func hueTurnsTheColorCircle() throws {
    func color(_ hue: Double, _ saturation: Double, _ value: Double) -> [Double] {
      [5.0, 3, 1].map { n in
        let k = (n + hue * 6).truncatingRemainder(dividingBy: 6)
        return value - value * saturation * max(0, min(k, 4 - k, 1))
      }
    }
    let jitter = try augmentation("[color-jitter: { hue: 0.5 }]")
    var worst = 0.0
    for index in 0..<200 {
      let hue = Double(index) / 200, saturation = Double(index % 7 + 1) / 7, value = Double(index % 5 + 1) / 5
      let image = Tensor(color(hue, saturation, value).map { Float($0) }, shape: [3, 1, 1])
      let shift = Double(drawn(3, index: index, in: -0.5...0.5))
      let expected = color(hue + shift + 1, saturation, value)
      for (a, b) in zip(try jitter.image(image, index: index).values, expected) {
        worst = max(worst, abs(Double(a) - b))
      }
    }
    #expect(worst < 2e-6)
  }

  @Test func grayPixelsAndImagesKeepTheirHue() throws {
    let jitter = try augmentation("[color-jitter: { saturation: 0.9, hue: 0.5 }]")
    let gray = sampleImage([1, 4, 4])
    #expect(try jitter.image(gray) == gray)
    let hue = try augmentation("[color-jitter: { hue: 0.5 }]")
    let flat = Tensor(gray.values + gray.values + gray.values, shape: [3, 4, 4])
    #expect(try hue.image(flat) == flat)
  }

  @Test func valuesStayInRange() throws {
    let strong = try augmentation("[color-jitter: { brightness: 3, contrast: 5, saturation: 8, hue: 0.5 }]")
    for shape in [[1, 8, 8], [3, 8, 8]] as [Shape] {
      for index in 0..<100 {
        let values = try strong.image(sampleImage(shape, number: index), index: index).values
        #expect(values.allSatisfy { (0...1).contains($0) })
      }
    }
  }

  /// Brightness before contrast is not the same as after it: both orders occur.
  @Test func theOrderIsDrawn() throws {
    let jitter = try augmentation("[color-jitter: { brightness: 0.2, contrast: 0.2 }]")
    let image = Tensor([0.25, 0.375, 0.5, 0.5] as [Float], shape: [1, 2, 2])
    var orders: Set<Bool> = []
    for index in 0..<30 {
      let (b, c) = (drawn(0, index: index, in: 0.8...1.2), drawn(1, index: index, in: 0.8...1.2))
      let bright = { (x: [Float]) in x.map { self.cut(b * $0) } }
      let contrasted = { (x: [Float]) in
        let mean = x.reduce(0, +) * 0.25
        return x.map { self.cut(mean + c * ($0 - mean)) }
      }
      let result = try jitter.image(image, index: index).values
      let first = contrasted(bright(image.values)), second = bright(contrasted(image.values))
      #expect(result == first || result == second)
      if first != second { orders.insert(result == first) }
    }
    #expect(orders.count == 2)
  }
}
