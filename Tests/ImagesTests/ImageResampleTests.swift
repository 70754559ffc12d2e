import Images
import Tensors
import Testing

/// The expected bytes are those of Pillow 12.2.0, of `a` as in ``pattern`` and of `s` below:
/// `numpy.asarray(Image.fromarray(a).resize((width, height), Image.BILINEAR)).transpose(2, 0, 1)`, as SHA-256 or in full.
@Suite struct ImageResampleTests {
  /// s[row, column] = (37·row + 11·column + 5·row·column) mod 256.
  private let small = image(1, 4, 4) { (37 * $1 + 11 * $2 + 5 * $1 * $2) % 256 }

  private func rows(_ values: [[Int]]) -> Tensor {
    image(1, values.count, values[0].count) { values[$1][$2] }
  }

  @Test func smallImagesAreThoseOfPillow() throws {
    for expected in [
      [[37, 60], [101, 136]], [[15, 30, 45], [61, 84, 106], [107, 137, 166]], [[84]],
      [
        [0, 6, 13, 20, 28, 33], [26, 33, 43, 52, 62, 69], [56, 65, 78, 89, 102, 111],
        [85, 97, 112, 126, 142, 153], [111, 124, 141, 159, 176, 189],
      ],
      [[26, 32, 40, 49, 57, 65, 70], [85, 93, 106, 118, 131, 144, 152]],
    ] {
      let resampled = try ImageFeatures.resampled(small, height: expected.count, width: expected[0].count)
      #expect(resampled == rows(expected))
    }
  }

  @Test(arguments: [
    (128, 128, "78bf1fc66de375ab1b5844c3ce8711f905ed7d532c5899fbffb7964169302e43"),
    (40, 40, "d73bc37e5c1b46a97a3539c31ce5f639caee809873d15a4bfb59f3e5467bd280"),
    (10, 9, "f03067b6ae6262f7402efc234c6f5c7c863666fd79b4c4a5e385e11ec87782f3"),
    (11, 53, "d4b77cd61e1de557d06c53bb4901bacdca8645516f808c9985a66fd899b27fba"),
    (37, 20, "fbd7818dbf1448e7736524346ed1268d371c8b5fa7778e0f5a999251ba523ad2"),
    (1, 1, "46dfd1079f5a58fcfb869edbcb18c9a9a0ae7ce65a6597569d6f79588916824b"),
    (2, 300, "c99363d8420d5d3a95aef7c19151ed60b3ec283a1d1b3d5187848453f8fd0434"),
    (36, 52, "f7e8b2448c1eaa460c3fbcea42dd8a75d92512578b173b2348313d858c8a0f77"),
  ])
  func colorsAreThoseOfPillow(_ height: Int, _ width: Int, _ expected: String) throws {
    let resampled = try ImageFeatures.resampled(pattern, height: height, width: width)
    #expect(resampled.shape == [3, height, width])
    #expect(digest(resampled) == expected)
  }

  /// A half in each direction: of an axis, the weights are 3, 3, 1 sevenths at the edge and mirrored at the other, as the
  /// triangle of radius 2 around 1 covers pixels at distance ½, ½ and 1½.
  @Test func halfTheSizeWeighsThreePixels() throws {
    let line = rows([[10, 80, 150, 31]])
    let weights = [[3, 3, 1, 0], [0, 1, 3, 3]]
    let expected = weights.map { (zip($0, [10, 80, 150, 31]).map(*).reduce(0, +) * 2 + 7) / 14 }
    #expect(try ImageFeatures.resampled(line, height: 1, width: 2) == rows([expected]))
    #expect(
      try ImageFeatures.resampled(transposed(line), height: 2, width: 1) == transposed(rows([expected])))
  }

  @Test func theSameSizeIsTheSameImage() throws {
    let picture = noise(3, 17, 23, seed: 4)
    #expect(try ImageFeatures.resampled(picture, height: 17, width: 23) == picture)
  }

  @Test func aFlatImageStaysFlat() throws {
    for value in [0, 1, 127, 254, 255] {
      for (height, width) in [(1, 1), (3, 200), (64, 64), (31, 7)] {
        let flat = image(3, 31, 45) { _, _, _ in value }
        let resampled = try ImageFeatures.resampled(flat, height: height, width: width)
        #expect(resampled == image(3, height, width) { _, _, _ in value })
      }
    }
  }

  @Test func channelsAreApartAndLongAxesHold() throws {
    let whole = try ImageFeatures.channels(of: ImageFeatures.resampled(pattern, height: 12, width: 70))
    let apart = try ImageFeatures.channels(of: pattern).map {
      try ImageFeatures.resampled($0, height: 12, width: 70)
    }
    #expect(whole == apart)
    let long = image(1, 1, 32768) { _, _, _ in 255 }
    #expect(try ImageFeatures.resampled(long, height: 1, width: 1) == image(1, 1, 1) { _, _, _ in 255 })
  }

  @Test func impossibleSizesAreRefused() {
    for (height, width) in [(0, 4), (4, 0), (-1, 4), (4, 32769)] {
      let problem = imageFailure { _ = try ImageFeatures.resampled(pattern, height: height, width: width) }
      #expect(problem == "an image cannot get \(height) rows and \(width) columns; 1 to 32768 of each")
    }
    #expect(
      imageFailure {
        _ = try ImageFeatures.resampled(Tensor([1] as [Float], shape: [1, 1, 1]), height: 1, width: 1)
      }
      .hasPrefix("an image is bytes"))
  }
}
