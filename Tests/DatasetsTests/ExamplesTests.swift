import Files
import Foundation
import Tensors
import Testing

import Datasets

@Suite struct ExamplesTests {
  private func images(_ count: Int) throws -> Examples {
    try Examples(
      inputs: Bytes((0..<(count * 6)).map { UInt8(truncatingIfNeeded: $0) }), shape: [1, 2, 3],
      targets: .classes((0..<count).map { UInt8($0 % 4) }, names: ["a", "b", "c", "d"]), name: "i")
  }

  private func points(_ count: Int) throws -> Examples {
    try Examples(
      inputs: Tensor((0..<count * 2).map { Float($0) / 3 }, shape: [count, 2]),
      targets: .values((0..<count).map { -Float($0) }, shape: [1]), name: "p")
  }

  /// Inputs as a network sees them, classes and values, of some examples.
  private func copied(_ examples: Examples, _ indices: [Int]) throws -> ([Float], [UInt8], [Float]) {
    var input = [Float](repeating: .nan, count: indices.count * examples.shape.count)
    var classes = [UInt8](repeating: 99, count: indices.count)
    var values = [Float](repeating: .nan, count: indices.count)
    let processor = try Processor()
    input.withUnsafeMutableBufferPointer { input in
      classes.withUnsafeMutableBufferPointer { classes in
        values.withUnsafeMutableBufferPointer { values in
          examples.copy(indices, to: input.baseAddress!, classes: classes, values: values, on: processor)
        }
      }
    }
    return (input, classes, values)
  }

  @Test func digestIsThatOfPlainFiles() throws {
    let numbers = idx([256], (0...255).flatMap { bigEndian(Float($0)) }, type: 13)
    let gray = try images(5)
    let files = idx([5, 1, 2, 3], (0..<30).map { UInt8($0) }) + idx([5], [0, 1, 2, 3, 0])
    let names = Array("a\nb\nc\nd\n".utf8)
    #expect(gray.digest == Digest(of: files + numbers + names))
    let color = try Examples(
      inputs: Bytes([1, 2, 3, 4, 5, 6]), shape: [3, 1, 2], targets: .classes([0], names: ["a"]), name: "i")
    #expect(
      color.digest
        == Digest(of: idx([1, 3, 1, 2], [1, 2, 3, 4, 5, 6]) + idx([1], [0]) + numbers + Array("a\n".utf8)))
    let halves = gray.dividing(by: 2)
    let half = idx([256], (0...255).flatMap { bigEndian(Float($0) / 2) }, type: 13)
    #expect(halves.digest == Digest(of: files + half + names))

    let inputs = idx([3, 2], (0..<6).flatMap { bigEndian(Float($0) / 3) }, type: 13)
    let values = idx([3, 1], (0..<3).flatMap { bigEndian(-Float($0)) }, type: 13)
    #expect(try points(3).digest == Digest(of: inputs + values))
  }

  private func bigEndian(_ value: Float) -> [UInt8] {
    (0..<4).map { UInt8(value.bitPattern >> (24 - 8 * UInt32($0)) & 255) }
  }

  @Test func aNetworkSeesNumbers() throws {
    let (pixels, classes, _) = try copied(images(5).dividing(by: 255), [4, 1])
    let expected = Array(24..<30) + Array(6..<12)
    #expect(pixels == expected.map { Float($0) / 255 })
    #expect(classes == [0, 1])
    let (inputs, _, values) = try copied(points(4), [3, 0])
    #expect(inputs == [6, 7, 0, 1].map { Float($0) / 3 })
    #expect(values == [-3, -0])
  }

  /// A prefix of a prefix is the shorter prefix; a long one changes nothing; the digest follows the contents.
  @Test func prefixTakesTheFirst() throws {
    for (whole, same) in [(try images(7), images), (try points(7), points)] {
      for limit in 0...9 {
        let part = whole.prefix(limit)
        #expect(part.count == min(limit, 7))
        #expect(part.inputTensor(0..<part.count) == whole.inputTensor(0..<min(limit, 7)))
        #expect((part.digest == whole.digest) == (limit >= 7))
        #expect(part.digest == (try same(min(limit, 7))).digest)
        for shorter in 0...limit { #expect(part.prefix(shorter).digest == whole.prefix(shorter).digest) }
      }
    }
  }

  @Test func selectionKeepsTheOrderAsked() throws {
    let whole = try images(5)
    let part = whole.selecting([4, 0, 4])
    guard case .classes(let classes, _) = part.targets else { return }
    #expect(classes == [0, 0, 0] && part.count == 3)
    let pixels: [UInt8] = Array(24..<30) + Array(0..<6) + Array(24..<30)
    #expect(part.inputTensor(0..<3).bytes == pixels)
    #expect(try copied(part, [1]).0 == (0..<6).map { Float($0) })
    #expect(part.selecting(1..<3).digest == whole.selecting([0, 4]).digest)
    #expect(whole.selecting(Array(0..<5)).digest == whole.digest)
    #expect(whole.selecting([1, 2]).digest == whole.selecting(1..<3).digest)
  }

  /// Bytes in a mapped file are what they are in memory, with no copy of them.
  @Test func aMappedFileIsTheSame() throws {
    let folder = try DatasetsFolder()
    let path = try folder.write("i", [7, 7] + (0..<30).map { UInt8($0) })
    let mapped = try Examples(
      inputs: Bytes(mapping: path).dropFirst(2), shape: [1, 2, 3],
      targets: .classes([0, 1, 2, 3, 0], names: ["a", "b", "c", "d"]), name: "i")
    let whole = try images(5)
    #expect(mapped.digest == whole.digest)
    #expect(try copied(mapped, [3, 2]).0 == copied(whole, [3, 2]).0)
    #expect(mapped.selecting([4]).inputTensor(0..<1) == whole.selecting([4]).inputTensor(0..<1))
    #expect(throws: FileError.self) { try Bytes(mapping: folder.path + "/none") }
    #expect(throws: FileError.self) { try Bytes(mapping: folder.path) }
    #expect(try Bytes(mapping: folder.write("empty", [])).count == 0)
  }

  @Test func whatDoesNotFitIsRefused() throws {
    func problem(_ pixels: Int, _ classes: [UInt8]) -> String {
      datasetFailure {
        _ = try Examples(
          inputs: Bytes([UInt8](repeating: 0, count: pixels)), shape: [1, 2, 2],
          targets: .classes(classes, names: ["a", "b"]), name: "i")
      }
    }
    #expect(problem(8, [0, 1]) == "no error")
    #expect(
      problem(7, [0, 1]) == "i: 7 input values do not make 2 examples of shape (1, 2, 2), one for each target"
    )
    #expect(problem(8, [0, 2]) == "i: example 1 is of class 2, and there are 2")
    func file(_ dimensions: [Int]) throws -> IDXFile {
      try IDXFile(
        bytes: Bytes(idx(dimensions, [UInt8](repeating: 0, count: dimensions.reduce(1, *)))), name: "i")
    }
    func joined(_ images: [Int], _ labels: [Int]) -> String {
      datasetFailure { _ = try IDXDataset.examples(file(images), file(labels), ["a"], "i") }
    }
    #expect(joined([3, 1, 1], [3]) == "no error")
    #expect(joined([3, 1, 1], [2]) == "i: 3 images and 2 labels do not belong together")
    // No images, each of more pixels than an integer holds.
    let none = [UInt8](repeating: 255, count: 12)
    #expect(
      datasetFailure {
        let images = try IDXFile(bytes: Bytes([0, 0, 8, 4, 0, 0, 0, 0] + none), name: "i")
        _ = try IDXDataset.examples(images, file([0]), ["a"], "i")
      }.hasPrefix("i: 0 input values do not make 0 examples of shape (4294967295, "))
    #expect(joined([2], [2]) == "i: images have 3 or 4 dimensions and labels 1; found 1 and 1")
    #expect(joined([3, 1, 1], [3, 1, 1]) == "i: images have 3 or 4 dimensions and labels 1; found 3 and 3")
    #expect(
      datasetFailure {
        _ = try Examples(
          inputs: Tensor([1, 2] as [Float], shape: [2, 1]), targets: .values([1, 2, 3], shape: [2]), name: "p"
        )
      } == "p: 3 target values are not rows of shape (2,)")
    #expect(
      datasetFailure {
        _ = try Examples(
          inputs: Tensor([1, 2] as [Double]), targets: .values([1, 2], shape: [1]), name: "p")
      } == "p: inputs are float64 of shape (2,), not rows of Floats")
  }

  /// What a result can depend on is in the digest: other names of classes and another shape of the same bytes too.
  @Test func whatAnArchiveShowsIsDigested() throws {
    func examples(_ shape: Shape, _ names: [String]) throws -> Digest {
      try Examples(
        inputs: Bytes([1, 2, 3, 4]), shape: shape, targets: .classes([0], names: names), name: "i"
      ).digest
    }
    let digests = try [
      examples([1, 2, 2], ["a"]), examples([2, 2], ["a"]), examples([4], ["a"]), examples([4], ["b"]),
      examples([4], ["a", "b"]),
    ]
    #expect(Set(digests).count == 5)
  }

  @Test func partsBelongTogether() throws {
    func problem(_ validation: Examples) -> String {
      datasetFailure { _ = try Dataset(name: "d", training: images(3), validation: validation) }
    }
    #expect(try problem(images(2)) == "no error")
    #expect(try problem(images(2).prefix(0)) == "d: the validation part has no examples")
    #expect(try problem(points(2)).contains("of shape (2,), the training part of (1, 2, 3)"))
    let others = try Examples(
      inputs: Bytes([0, 1, 2, 3, 4, 5]), shape: [1, 2, 3],
      targets: .classes([4], names: ["a", "b", "c", "d", "e"]),
      name: "i")
    #expect(problem(others) == "d: the validation part has other targets than the training part")
    let values = try Examples(
      inputs: Bytes([0, 1, 2, 3, 4, 5]), shape: [1, 2, 3], targets: .values([1], shape: [1]), name: "i")
    #expect(problem(values) == "d: the validation part has other targets than the training part")
  }
}
