import Images
import Tensors
import Testing

/// What OpenCV 5.0.0 makes of it stands in the tests below: of `a` with a[row, column, k] as in ``pattern``,
/// `g = cv2.cvtColor(a, cv2.COLOR_RGB2GRAY)`, `cv2.resize(g, (width, height))`, `cv2.Sobel(g, cv2.CV_16S, 1, 0)` and
/// `(…, 0, 1)`, each as SHA-256 over the bytes, Sobel's as `.astype("<i8")`.
let pattern = image(3, 37, 53) { (7 * $1 * $1 + 13 * $2 + 31 * $0 * $1 + 5 * $2 * $0) % 251 }

func digest(_ tensor: Tensor) -> String {
  tensor.elements.withUnsafeBytes { bytes in Digest(of: Array(bytes)).hexadecimal }
}

@Suite struct ImageFeaturesTests {
  @Test func cropsOfCropsAreCrops() throws {
    let picture = noise(3, 20, 30, seed: 1)
    let once = try ImageFeatures.crop(picture, rows: 5..<17, columns: 4..<24)
    let twice = try ImageFeatures.crop(once, rows: 2..<9, columns: 3..<4)
    #expect(twice == (try ImageFeatures.crop(picture, rows: 7..<14, columns: 7..<8)))
    #expect(twice.shape == [3, 7, 1])
    #expect(try ImageFeatures.crop(picture, rows: 0..<20, columns: 0..<30) == picture)
    let corner = try ImageFeatures.crop(image(3, 9, 9) { 81 * $0 + 9 * $1 + $2 }, rows: 6..<9, columns: 6..<9)
    #expect(corner == image(3, 3, 3) { 81 * $0 + 9 * ($1 + 6) + $2 + 6 })
  }

  @Test func cropsOutsideAreRefused() {
    let picture = noise(1, 4, 5, seed: 1)
    for (rows, columns) in [(0..<5, 0..<5), (0..<4, 0..<6), (-1..<2, 0..<1), (2..<2, 0..<1), (0..<1, 3..<3)] {
      let problem = imageFailure { _ = try ImageFeatures.crop(picture, rows: rows, columns: columns) }
      #expect(problem.hasSuffix("are not inside an image of 4 rows and 5 columns"))
    }
  }

  @Test func grayIsThatOfOpenCV() throws {
    let gray = try ImageFeatures.gray(pattern)
    #expect(gray.shape == [1, 37, 53])
    #expect(digest(gray) == "3d81f09408259840cc542d03c8dff57d4c4b7d46def0a50d13666bf06d7fe8e9")
    #expect(try ImageFeatures.gray(gray) == gray)
  }

  @Test func equalChannelsAreTheirOwnGray() throws {
    let levels = image(3, 16, 16) { 16 * $1 + $2 }
    #expect(try ImageFeatures.gray(levels) == image(1, 16, 16) { 16 * $1 + $2 })
  }

  @Test func histogramsCountPixels() throws {
    let picture = noise(3, 40, 50, seed: 3)
    let counts = try #require(try ImageFeatures.histogram(picture).integers)
    for channel in 0..<3 {
      #expect(counts[(256 * channel)..<(256 * channel + 256)].reduce(0, +) == 2000)
    }
    let few = try ImageFeatures.histogram(image(1, 1, 5) { [0, 255, 7, 255, 255][$2] })
    #expect(few.shape == [1, 256])
    #expect(few.integers == (0..<256).map { [0: 1, 7: 1, 255: 3][$0] ?? 0 })
  }

  @Test func separateChannelsRecombine() throws {
    let picture = noise(3, 6, 8, seed: 4)
    let channels = try ImageFeatures.channels(of: picture)
    #expect(channels.map(\.shape) == [[1, 6, 8], [1, 6, 8], [1, 6, 8]])
    #expect(try ImageFeatures.joined(channels) == picture)
    #expect(try ImageFeatures.joined(Array(channels.prefix(1))) == channels[0])
    #expect(imageFailure { _ = try ImageFeatures.joined(Array(channels.prefix(2))) }.hasSuffix("not 2"))
    let other = noise(1, 8, 6, seed: 4)
    #expect(
      imageFailure { _ = try ImageFeatures.joined([other] + channels.dropFirst()) }.contains("one shape"))
  }

  @Test func tensorsThatAreNoImagesAreRefused() {
    let others = [
      Tensor([1, 2] as [Float], shape: [1, 1, 2]), Tensor([1, 2] as [UInt8]),
      Tensor([1, 2] as [UInt8], shape: [2, 1, 1]),
      Tensor([] as [UInt8], shape: [3, 0, 5]), Tensor([1] as [UInt8], shape: []),
    ]
    for other in others {
      #expect(imageFailure { _ = try ImageFeatures.gray(other) }.hasPrefix("an image is bytes"))
    }
    #expect(
      imageFailure { _ = try ImageFeatures.edges(of: noise(3, 2, 2, seed: 1)) }
        == "a gray image has 1 channel, not 3")
  }
}

@Suite struct ImageResizeTests {
  @Test(arguments: [
    (25, 25, "af97972ed9a54e42d16bbce79a237b2e87f56847ba0f5b6b3b50e4c83c6c48b0"),
    (74, 106, "76e873d89395c98644ee597edf8ee26804135752a39a36c40d775b9b766cd786"),
    (80, 31, "d1f4a9eaf1aa54422512afedc9bac206d0a3a938ccd16ff6b43400cc9e9fa744"),
    (200, 7, "f91746696ba343ab4d0874f0b1ccf6de5ccec523a684fd5f4aed5528e79d27db"),
    (1, 1, "44bd7ae60f478fae1061e11a7739f4b94d1daf917982d33b6fc8a01a63f89c21"),
  ]) func sizesAreThoseOfOpenCV(_ height: Int, _ width: Int, _ expected: String) throws {
    let resized = try ImageFeatures.resized(ImageFeatures.gray(pattern), height: height, width: width)
    #expect(resized.shape == [1, height, width])
    #expect(digest(resized) == expected)
  }

  @Test func theSameSizeIsTheSameImage() throws {
    #expect(try ImageFeatures.resized(pattern, height: 37, width: 53) == pattern)
  }

  @Test func flatImagesStayFlatAndChannelsStayApart() throws {
    let flat = image(3, 7, 5) { channel, _, _ in 100 * channel + 55 }
    #expect(
      try ImageFeatures.resized(flat, height: 16, width: 32)
        == image(3, 16, 32) { channel, _, _ in 100 * channel + 55 })
    let small = try ImageFeatures.channels(of: ImageFeatures.resized(pattern, height: 10, width: 9))
    #expect(
      small
        == (try ImageFeatures.channels(of: pattern).map {
          try ImageFeatures.resized($0, height: 10, width: 9)
        }))
  }

  @Test func absurdSizesAreRefused() {
    for (height, width) in [(0, 5), (5, -1), (32769, 1)] {
      let problem = imageFailure { _ = try ImageFeatures.resized(pattern, height: height, width: width) }
      #expect(problem.hasPrefix("an image cannot get \(height) rows and \(width) columns"))
    }
  }
}
