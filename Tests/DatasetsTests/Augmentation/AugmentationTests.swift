import Datasets
import Settings
import Tensors
import Testing

@Suite struct AugmentationTests {
  private static let everything = """
    [horizontal-flip: { probability: 0.5 }, rotation: { degrees: 10 }, resized-crop: { scale: [0.5, 1] }, \
    color-jitter: { brightness: 0.1, contrast: 0.1, saturation: 0.1, hue: 0.1 }, salt-and-pepper: { amount: 0.05 }, \
    gaussian-noise: { standard-deviation: 0.05 }, random-erasing: { probability: 0.5 }, \
    normalize: { mean: [0.5, 0.4, 0.3], standard-deviation: [0.25, 0.5, 1] }]
    """

  // MARK: Coding

  @Test func isReadAndWritten() throws {
    for (yaml, text) in [
      ("[]", "[]"),
      ("[horizontal-flip]", #"[{"horizontal-flip":{}}]"#),
      ("[horizontal-flip: { probability: 0.5 }]", #"[{"horizontal-flip":{}}]"#),
      ("[horizontal-flip: { probability: 0.2 }]", #"[{"horizontal-flip":{"probability":0.2}}]"#),
      ("[rotation: { degrees: 10, interpolation: bilinear }]", #"[{"rotation":{"degrees":10}}]"#),
      (
        "[rotation: { degrees: 10, interpolation: nearest, fill: 1 }]",
        #"[{"rotation":{"degrees":10,"fill":1,"interpolation":"nearest"}}]"#
      ),
      (
        "[resized-crop: { scale: [0.9, 1.0], ratio: [0.75, 1.3333333333333333] }]",
        #"[{"resized-crop":{"scale":[0.9,1]}}]"#
      ),
      ("[color-jitter: { hue: 0.1, contrast: 0 }]", #"[{"color-jitter":{"hue":0.1}}]"#),
      (
        "[normalize: { mean: [0.5], standard-deviation: [0.25] }]",
        #"[{"normalize":{"mean":[0.5],"standard-deviation":[0.25]}}]"#
      ),
      ("[salt-and-pepper: { amount: 0.05 }]", #"[{"salt-and-pepper":{"amount":0.05}}]"#),
      (
        "[gaussian-noise: { standard-deviation: 0.05 }]",
        #"[{"gaussian-noise":{"standard-deviation":0.05}}]"#
      ),
      (
        "[random-erasing: { probability: 0.5, scale: [0.02, 0.33], ratio: [0.3, 3.3], value: 0 }]",
        #"[{"random-erasing":{}}]"#
      ),
      (
        "[random-erasing: { ratio: [1, 1], value: 0.5 }]",
        #"[{"random-erasing":{"ratio":[1,1],"value":0.5}}]"#
      ),
    ] {
      let read = try augmentation(yaml)
      #expect(try canonicalJSON(read, leavingOutDefaults: true) == text)
      #expect(try augmentation(text) == read)
    }
    #expect(try augmentation("[horizontal-flip]") != augmentation("[rotation: { degrees: 1 }]"))
    #expect(try augmentation("[horizontal-flip]") != augmentation("[horizontal-flip: { probability: 1 }]"))
  }

  @Test(arguments: [
    ("[vertical-flip]", "no transform is called 'vertical-flip'"),
    ("[horizontal-flip: { p: 0.5 }]", "unknown key 'p'"),
    ("[horizontal-flip: { probability: 1.5 }]", "must be from 0 to 1"),
    ("[rotation]", "the key 'degrees' of '0.rotation' is missing"),
    ("[rotation: { degrees: 181 }]", "must be from 0 to 180"),
    ("[rotation: { degrees: 1, interpolation: cubic }]", "interpolation"),
    ("[resized-crop: { scale: [0.5] }]", "must be two numbers from 0.0 to 1.0"),
    ("[resized-crop: { scale: [0.5, 0.4] }]", "the second not below the first"),
    ("[resized-crop: { scale: [0.5, 1.1] }]", "must be two numbers from 0.0 to 1.0"),
    ("[resized-crop: { ratio: [0, 1] }]", "must be two numbers from 0.001 to 1000.0"),
    ("[color-jitter: { brightness: -1 }]", "must be from 0 to 100"),
    ("[color-jitter: { hue: 0.6 }]", "must be from 0 to 0.5"),
    ("[normalize: { mean: [0, 0], standard-deviation: [1, 1] }]", "must be a list of 1 or 3 finite numbers"),
    (
      "[normalize: { mean: [0, 0, 0], standard-deviation: [1] }]", "as many positive numbers as 'mean' has, 3"
    ),
    ("[normalize: { mean: [0], standard-deviation: [0] }]", "as many positive numbers"),
    ("[salt-and-pepper: { amount: 2 }]", "must be from 0 to 1"),
    ("[gaussian-noise: { standard-deviation: -1 }]", "must be from 0 to 100"),
    ("[random-erasing: { value: 1e300 }]", "must be from 0 to 1"),
    (
      "[normalize: { mean: [0], standard-deviation: [1] }, color-jitter: { hue: 0.1 }]",
      "has 'color-jitter', which takes values in 0...1, behind 'normalize'"
    ),
    ("horizontal-flip", "list"),
  ])
  func impossibleOptionsAreRefused(_ yaml: String, _ reason: String) {
    #expect(augmentationProblem(yaml).contains(reason), "\(augmentationProblem(yaml))")
  }

  // MARK: What is refused

  @Test func whatDoesNotFitIsNamed() throws {
    let normalize = try augmentation("[normalize: { mean: [0, 0, 0], standard-deviation: [1, 1, 1] }]")
    #expect(
      datasetFailure { try normalize.check([1, 4, 4]) }
        == "augmentation: 'normalize' has 3 in 'mean', one for each channel, and images of shape (1, 4, 4) have 1"
    )
    try normalize.check([3, 4, 4])
    let flip = try augmentation("[horizontal-flip]")
    for shape in [[784], [2, 4, 4], [1, 0, 4], [1, 4096, 4096]] as [Shape] {
      #expect(datasetFailure { try flip.check(shape) }.contains("these are \(shape)"))
      try Augmentation().check(shape)
    }
    #expect(
      datasetFailure { _ = try flip.image(Tensor([1, 2] as [UInt8], shape: [1, 1, 2])) }.contains("Float"))
    let image = sampleImage([1, 2, 2])
    for (epoch, index) in [(-1, 0), (0, -1), (1 << 32, 0), (0, 1 << 32)] {
      #expect(datasetFailure { _ = try flip.image(image, epoch: epoch, index: index) }.contains("from 0 to"))
    }
  }

  // MARK: Laws

  @Test func onlySeedEpochAndIndexCount() throws {
    let all = try augmentation(Self.everything)
    let image = sampleImage([3, 12, 10])
    let first = try all(image, seed: 1, epoch: 2, index: 3)
    #expect(try all(image, seed: 1, epoch: 2, index: 3) == first)
    #expect(try all(image, seed: 2, epoch: 2, index: 3) != first)
    #expect(try all(image, seed: 1, epoch: 3, index: 3) != first)
    #expect(try all(image, seed: 1, epoch: 2, index: 4) != first)
  }

  /// Also that what lies in the scratch memory does not count.
  @Test func orderOfSamplesDoesNotMatter() throws {
    let all = try augmentation(Self.everything)
    let shape: Shape = [3, 9, 9]
    func augmented(_ order: some Sequence<Int>) throws -> [Tensor] {
      var scratch = [Float](repeating: .nan, count: shape.count)
      var results = [Tensor](repeating: Tensor([] as [Float]), count: 20)
      for index in order {
        var values = sampleImage(shape, number: index).values
        values.withUnsafeMutableBufferPointer { values in
          scratch.withUnsafeMutableBufferPointer {
            all.apply(
              to: values.baseAddress!, scratch: $0.baseAddress!, shape: shape,
              stream: Augmentation.stream(seed: 1, epoch: 7, index: index))
          }
        }
        results[index] = Tensor(values, shape: shape)
      }
      return results
    }
    let ascending = try augmented(0..<20)
    #expect(try augmented((0..<20).reversed()) == ascending)
    #expect(try augmented((0..<20).map { 7 * $0 % 20 }) == ascending)
    for index in [0, 13] {
      let one = try all.image(sampleImage(shape, number: index), epoch: 7, index: index)
      #expect(one == ascending[index])
    }
  }

  /// A transform's words depend on its place in the list and not on what the others are.
  @Test func transformsDrawWordsOfTheirOwn() throws {
    let image = sampleImage([1, 8, 8])
    let noise = "gaussian-noise: { standard-deviation: 0.1 }"
    let behindNothing = try augmentation("[rotation: { degrees: 0 }, \(noise)]").image(image)
    #expect(try augmentation("[salt-and-pepper: { amount: 0 }, \(noise)]").image(image) == behindNothing)
    #expect(try augmentation("[\(noise)]").image(image) != behindNothing)
  }

  @Test func evaluationOnlyNormalizes() throws {
    let all = try augmentation(Self.everything)
    let expected = "[normalize: { mean: [0.5, 0.4, 0.3], standard-deviation: [0.25, 0.5, 1] }]"
    #expect(try all.inEvaluation == augmentation(expected))
    #expect(try augmentation("[horizontal-flip]").inEvaluation.isEmpty)
    #expect(Augmentation().isEmpty && !all.isEmpty)
    let image = sampleImage([7])
    #expect(try Augmentation()(image, seed: 0, epoch: 0, index: 0) == image)
  }

  @Test func anExampleKeepsItsNumber() throws {
    let examples = try Examples(
      inputs: sampleImage([6, 2]), targets: .classes([0, 0, 0, 0, 0, 0], names: ["a"]), name: "e")
    let selected = examples.selecting([5, 3, 1]).selecting(1..<3)
    #expect((0..<2).map { selected.storedIndex($0) } == [3, 1])
    #expect(examples.selecting(2..<6).selecting([3, 0]).storedIndex(0) == 5)
    #expect(examples.storedIndex(4) == 4)
  }
}
