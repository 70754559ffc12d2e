import Datasets
import Tensors
import Testing

@Suite struct LabelledImagesTests {
  private func images(_ count: Int) throws -> LabelledImages {
    try LabelledImages(
      shape: (1, 2, 3), pixels: (0..<(count * 6)).map { UInt8(truncatingIfNeeded: $0) },
      labels: (0..<count).map { UInt8($0 % 4) }, classNames: ["a", "b", "c", "d"], name: "i")
  }

  @Test func digestIsThatOfTheTwoFiles() throws {
    let grey = try images(5)
    let files =
      IDXFile(dimensions: [5, 2, 3], elements: grey.pixels).bytes
      + IDXFile(dimensions: [5], elements: grey.labels).bytes
    #expect(grey.digest == Digest(of: files))
    let colour = try LabelledImages(
      shape: (3, 1, 2), pixels: [1, 2, 3, 4, 5, 6], labels: [0], classNames: ["a"], name: "i")
    let colourFiles =
      IDXFile(dimensions: [1, 3, 1, 2], elements: colour.pixels).bytes
      + IDXFile(dimensions: [1], elements: [0]).bytes
    #expect(colour.digest == Digest(of: colourFiles))
  }

  @Test func filesMakeImages() throws {
    let grey = try LabelledImages(
      images: IDXFile(dimensions: [2, 1, 2], elements: [1, 2, 3, 4]),
      labels: IDXFile(dimensions: [2], elements: [1, 0]), classNames: ["a", "b"], name: "i")
    #expect(grey.count == 2 && grey.channels == 1 && grey.height == 1 && grey.width == 2)
    #expect(Array(grey.pixels(ofImage: 1)) == [3, 4] && grey.labels == [1, 0])
    let colour = try LabelledImages(
      images: IDXFile(dimensions: [1, 3, 1, 2], elements: [1, 2, 3, 4, 5, 6]),
      labels: IDXFile(dimensions: [1], elements: [0]), classNames: ["a"], name: "i")
    #expect(colour.channels == 3 && colour.height == 1 && colour.width == 2 && colour.valuesPerImage == 6)
  }

  /// A prefix of a prefix is the shorter prefix; a long one changes nothing; the digest follows the contents.
  @Test func prefixTakesTheFirst() throws {
    let whole = try images(7)
    for limit in 0...9 {
      let part = whole.prefix(limit)
      #expect(part.count == min(limit, 7) && part.labels == Array(whole.labels.prefix(limit)))
      #expect(part.pixels == Array(whole.pixels.prefix(limit * 6)))
      #expect((part.digest == whole.digest) == (limit >= 7))
      #expect(part.digest == (try images(min(limit, 7))).digest)
      for shorter in 0...limit { #expect(part.prefix(shorter).digest == whole.prefix(shorter).digest) }
    }
  }

  @Test func selectionKeepsTheOrderAsked() throws {
    let whole = try images(5)
    let part = whole.selecting([4, 0, 4])
    #expect(part.labels == [0, 0, 0] && part.count == 3)
    #expect(part.pixels == Array(24..<30) + Array(0..<6) + Array(24..<30))
    #expect(whole.selecting(Array(0..<5)).digest == whole.digest)
    #expect(whole.selecting([0, 1, 2]).digest == whole.prefix(3).digest)
  }

  @Test func whatDoesNotFitIsRefused() {
    func problem(_ pixels: Int, _ labels: [UInt8]) -> String {
      datasetFailure {
        _ = try LabelledImages(
          shape: (1, 2, 2), pixels: [UInt8](repeating: 0, count: pixels), labels: labels,
          classNames: ["a", "b"],
          name: "i")
      }
    }
    #expect(problem(8, [0, 1]) == "no error")
    #expect(problem(7, [0, 1]) == "i: 7 pixel values do not make 2 images of 1 × 2 × 2, one for each label")
    #expect(problem(8, [0, 2]) == "i: image 1 has label 2, and there are 2 classes")
    let three = IDXFile(dimensions: [3, 1, 1], elements: [0, 0, 0])
    let two = IDXFile(dimensions: [2], elements: [0, 0])
    func joined(_ images: IDXFile, _ labels: IDXFile) -> String {
      datasetFailure { _ = try LabelledImages(images: images, labels: labels, classNames: ["a"], name: "i") }
    }
    #expect(joined(three, two) == "i: 3 images and 2 labels do not belong together")
    #expect(joined(two, two) == "i: images have 3 or 4 dimensions and labels 1; found 1 and 1")
    #expect(joined(three, three) == "i: images have 3 or 4 dimensions and labels 1; found 3 and 3")
  }
}
