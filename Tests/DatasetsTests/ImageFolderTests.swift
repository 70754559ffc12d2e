import Datasets
import Foundation
import Images
import Tensors
import Testing

/// JPEG files of 12 × 8 pixels, by Pillow with libjpeg-turbo 3.2.0: `Image.fromarray(a).save(f, "JPEG", quality=60,
/// optimize=True)` of a[row, column, k] = min(255, 20·row + 6·column·(k + 1) + 10·k), and of its first channel.
enum SampleJPEG {
  static let color = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdB
    RkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
    T09PT09PT09PT09PT0//wAARCAAIAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMG/8QAHBAAAgICAwAAAAAA
    AAAAAAAAAAECAwUGIjKh/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/EABgRAAIDAAAAAAAAAAAAAAAAAAECAAMR/9oADAMBAAIR
    AxEAPwCGJ1vrw8NVRr8Y1JOKAGCxkUZAWjTP/9k=
    """)
  static let gray = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdB
    RkxOUlNSMj5aYVpQYEpRUk//wAALCAAIAAwBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABsQAAEEAwAAAAAAAAAAAAAA
    ACIAAQahAwQx/9oACAEBAAA/ACNON8CkzijYMFL/2Q==
    """)

  private static func bytes(_ base64: String) -> [UInt8] {
    Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
  }
}

/// A PNG file of 2 × 2 gray pixels of one value.
func flat(_ value: UInt8) -> [UInt8] { png(Tensor([UInt8](repeating: value, count: 4), shape: [1, 2, 2])) }

@Suite struct ImageFolderTests {
  private func classes(_ examples: Examples?) -> [UInt8]? {
    if case .classes(let classes, _) = examples?.targets { classes } else { nil }
  }

  /// The first byte of every example.
  private func values(_ examples: Examples?) -> [UInt8]? {
    examples.map { examples in
      (0..<examples.count).map { examples.inputTensor([$0]).bytes?.first ?? 0 }
    }
  }

  @Test func numberedFilesAreInTheOrderOfClassAndIndex() throws {
    let folder = try DatasetsFolder()
    for (name, value) in [
      ("training/1_2.png", 12), ("training/1_10.PNG", 110), ("training/0_3.png", 3), ("training/2_0.png", 20),
      ("training/0_03.png", 2), ("training/10_1.png", 101), ("validation/2_5.png", 25),
      ("validation/0_1.png", 1), ("evaluation/10_0.png", 100),
    ] + (3...9).map({ ("training/\($0)_0.png", UInt8($0 * 10)) }) {
      try folder.write(name, flat(value))
    }
    for ignored in ["Thumbs.db", ".DS_Store", "README", "._0_3.png", "notes.txt"] {
      try folder.write("training/\(ignored)", [1])
      try folder.write(ignored, [1])
    }
    try folder.write("training/.hidden/0_0.png", [1])
    let dataset = try ImageFolder(directory: folder.path, size: 2).load(from: DatasetSources())
    #expect(dataset.name == "image-folder" && dataset.parts.map(\.part) == [.training, .validation, .test])
    #expect(dataset.training.shape == [3, 2, 2])
    #expect(dataset.training.classNames == (0...10).map(String.init))
    #expect(classes(dataset.training) == [0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(values(dataset.training) == [2, 3, 12, 110, 20, 30, 40, 50, 60, 70, 80, 90, 101])
    #expect(classes(dataset[.validation]) == [0, 2] && values(dataset[.validation]) == [1, 25])
    #expect(classes(dataset[.test]) == [10] && values(dataset[.test]) == [100])
  }

  @Test func foldersAreClassesInTheOrderOfTheirBytes() throws {
    let folder = try DatasetsFolder()
    for (name, value) in [
      ("train/zebra/b.png", 1), ("train/zebra/B.jpeg.png", 2), ("train/Ape/10.png", 3),
      ("train/Ape/2.png", 4),
      ("train/éland/x.png", 5), ("val/zebra/a.png", 6), ("test/Ape/q.png", 7),
    ] as [(String, UInt8)] {
      try folder.write(name, flat(value))
    }
    try folder.write("train/Ape/.DS_Store", [1])
    let dataset = try ImageFolder(directory: folder.path, size: 2).load(from: DatasetSources())
    #expect(dataset.training.classNames == ["Ape", "zebra", "éland"])
    #expect(classes(dataset.training) == [0, 0, 1, 1, 2] && values(dataset.training) == [3, 4, 2, 1, 5])
    #expect(classes(dataset[.validation]) == [1] && values(dataset[.test]) == [7])
  }

  @Test func imagesBecomeSquaresOfThreeChannelsOrOne() throws {
    let folder = try DatasetsFolder()
    let square = Tensor((0..<48).map { UInt8(5 * $0) }, shape: [3, 4, 4])
    try folder.write("training/0_0.jpg", SampleJPEG.color)
    try folder.write("training/0_1.jpeg", SampleJPEG.gray)
    try folder.write("training/0_2.png", png(square))
    func images(_ channels: Int) throws -> [Tensor] {
      let loaded = try ImageFolder(directory: folder.path, size: 4, channels: channels).load(
        from: DatasetSources())
      return (0..<3).map { loaded.training.inputTensor([$0]) }
    }
    // `numpy.asarray(Image.open(f).resize((4, 4), Image.BILINEAR))` of the gray file, by Pillow 12.2.0.
    let gray: [UInt8] = [23, 39, 57, 74, 57, 73, 91, 108, 97, 114, 132, 149, 132, 148, 166, 183]
    let color = try ImageFile.decoded(SampleJPEG.color, name: "color")
    let three = try images(3)
    #expect(three[0].bytes == (try ImageFeatures.resampled(color, height: 4, width: 4)).bytes)
    // The same of the color file: red of the first row, blue of the last.
    #expect(three[0].bytes.map { Array($0[..<4]) } == [22, 40, 57, 76])
    #expect(three[0].bytes.map { Array($0[44...]) } == [164, 216, 248, 255])
    #expect(three[1].bytes == gray + gray + gray)
    #expect(three[2].bytes == square.bytes)
    let one = try images(1)
    #expect(
      one[0].bytes == (try ImageFeatures.resampled(ImageFeatures.gray(color), height: 4, width: 4)).bytes)
    #expect(one[1].bytes == gray)
    #expect(one[2].bytes == (try ImageFeatures.gray(square)).bytes)
  }

  /// Many images on all cores against one after the other.
  @Test func threadsHaveNoInfluence() throws {
    let folder = try DatasetsFolder()
    let stream = RandomStream(seed: 1, purpose: .dataGeneration)
    var expected: [UInt8] = []
    for file in 0..<200 {
      let values = (0..<(3 * 9 * 7)).map { UInt8(stream.word(file * 189 + $0) & 255) }
      let picture = Tensor(values, shape: [3, 9, 7])
      try folder.write("training/0_\(file).png", png(picture))
      expected += try ImageFeatures.resampled(picture, height: 5, width: 5).bytes ?? []
    }
    let dataset = try ImageFolder(directory: folder.path, size: 5).load(from: DatasetSources())
    #expect(dataset.training.inputTensor(0..<200).bytes == expected)
  }

  @Test func relativeFoldersAreInTheUsersFolderFirst() throws {
    let folder = try DatasetsFolder()
    try folder.write("here/food/training/0_0.png", flat(9))
    let kind = ImageFolder(directory: "food/", size: 2)
    let dataset = try kind.load(from: DatasetSources(userFolder: folder.path + "/here"))
    #expect(dataset.origins == ["food/": .made(from: folder.path + "/here/food", savedTo: nil)])
    let problem = datasetFailure { _ = try kind.load(from: DatasetSources(userFolder: folder.path)) }
    #expect(
      problem == """
        image-folder: no source has a usable food/
          \(folder.path)/food/: there is no such folder
          food/: there is no such folder
        Give the folder's path, or set REPRISE_DATA to the folder that it is in.
        """)
    #expect(
      datasetFailure { _ = try kind.load(from: DatasetSources()) }.contains("REPRISE_DATA: is not set"))
  }
}
