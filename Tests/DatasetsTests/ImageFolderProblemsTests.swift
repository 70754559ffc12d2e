import Datasets
import Foundation
import Tensors
import Testing

@Suite struct ImageFolderProblemsTests {
  private let folder: DatasetsFolder

  /// A folder that is whole: two classes, a training and a validation part.
  init() throws {
    folder = try DatasetsFolder()
    for name in ["training/0_0.png", "training/0_1.png", "training/1_0.png", "validation/1_7.png"] {
      try folder.write(name, flat(1))
    }
  }

  private func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
  }

  /// What loading says, without the folder's path; the way out, which must be in it, is cut off.
  private func failure() throws -> String {
    let text = datasetFailure {
      _ = try ImageFolder(directory: folder.path, size: 2).load(from: DatasetSources())
    }
    let way = "; `reprise data check \(folder.path)` lists all that are broken"
    #expect(text == "no error" || text.hasSuffix(way) && !text.contains("\n"), "\(text)")
    return text.replacingOccurrences(of: way, with: "").replacingOccurrences(of: folder.path + "/", with: "")
  }

  private func problems() throws -> [String] {
    try ImageFolderCheck(of: folder.path, in: DatasetSources()).problems.map {
      "\($0.path): \($0.reason)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  @Test func aWholeFolderHasNone() throws {
    #expect(try failure() == "no error")
    let check = try ImageFolderCheck(of: folder.path, in: DatasetSources())
    #expect(check.problems.isEmpty && check.parts.map(\.part) == ["training", "validation"])
    #expect(check.parts.map(\.good) == [3, 1] && check.parts.map(\.images) == [3, 1])
  }

  @Test func theFirstBrokenImageIsNamed() throws {
    try folder.write("training/1_1.jpg", Array(SampleJPEG.color.dropLast(20)))
    try folder.write("training/1_2.png", Array(flat(1).prefix(40)))
    try folder.write("validation/0_0.jpg", Array("<html>".utf8))
    try folder.write("validation/0_1.jpg", [])
    #expect(
      try failure() == "training/1_1.jpg: is not a whole JPEG file: Premature end of JPEG file")
    let all = try problems()
    try #require(all.count == 4)
    #expect(try all[0] == failure())
    #expect(all[1] == "training/1_2.png: is cut off: its 40 bytes are no whole PNG file")
    #expect(all[2] == "validation/0_0.jpg: is neither a PNG nor a JPEG file: it starts with 3c 68 74 6d")
    #expect(all[3] == "validation/0_1.jpg: is empty")
    let check = try ImageFolderCheck(of: folder.path, in: DatasetSources())
    #expect(check.parts.map(\.good) == [3, 1] && check.parts.map(\.images) == [5, 3])
  }

  @Test func whatTheSystemDoesNotGiveOutIsNamed() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/training/1_1.jpg", withDestinationPath: "nowhere.jpg")
    #expect(try failure() == "training/1_1.jpg: cannot examine: No such file or directory")
    #expect(try problems() == ["training/1_1.jpg: cannot open: No such file or directory"])
    try remove("training/1_1.jpg")
    try folder.write("training/1_1.jpg/inner", [1])
    #expect(try failure() == "training/1_1.jpg: is not a file")
  }

  @Test(arguments: [
    "abc.jpg", "0_.png", "_1.png", "0_1_2.png", "0.png", "-1_2.png", "0_1 (copy).png", "٣_1.png",
    "0_99999999999999999999.png",
  ])
  func wrongNamesAreNamed(_ name: String) throws {
    try folder.write("training/\(name)", flat(1))
    let reason = "is not named <class>_<index>, two numbers such as 3_12.jpg: rename it or take it away"
    #expect(try failure() == "training/\(name): \(reason)")
    #expect(try problems() == ["training/\(name): \(reason)"])
  }

  @Test func classesAreWithoutGapsAndAtMost256() throws {
    try folder.write("training/3_0.png", flat(1))
    #expect(
      try failure()
        == "training: has no image of class 2, but of class 3: classes are 0 to n - 1, without a gap")
    try folder.write("training/256_0.png", flat(1))
    try folder.write("training/2_0.png", flat(1))
    #expect(
      try failure() == "training/256_0.png: is of class 256; there are 256 classes at most, 0 to 255")
    try remove("training/256_0.png")
    try folder.write("validation/4_0.png", flat(1))
    #expect(
      try failure() == "validation/4_0.png: is of class 4, and the training part has 4 classes")
  }

  @Test func partsThatAreEmptyOrMixedAreNamed() throws {
    try folder.write("evaluation/README", [1])
    #expect(try failure() == "evaluation: has no images (.jpg, .jpeg, .png): fill it or remove it")
    try folder.write("evaluation/apple/1.png", flat(1))
    #expect(try failure() == "evaluation: has a folder for each class, unlike the training part")
    try remove("evaluation")
    try folder.write("training/apple/1.png", flat(1))
    #expect(
      try failure()
        == "training/apple: is a folder beside images: either all images are named <class>_<index>, or each class has a folder"
    )
    try remove("training")
    try folder.write("training/README", [1])
    #expect(try failure() == "training: has no images (.jpg, .jpeg, .png): fill it")
  }

  @Test func classesFoldersAreChecked() throws {
    let classes = try DatasetsFolder()
    try classes.write("train/a/1.png", flat(1))
    try classes.write("train/b/README", [1])
    try classes.write("train/a/inner/2.png", flat(1))
    try classes.write("val/c/1.png", flat(1))
    let found = try ImageFolderCheck(of: classes.path, in: DatasetSources()).problems.map {
      "\($0.path.dropFirst(classes.path.count + 1)): \($0.reason)"
    }
    #expect(
      found == [
        "train/a/inner: is a folder in a class's folder, where only images can be",
        "train/b: is a class without images (.jpg, .jpeg, .png): fill it or remove it",
        "val/c: is a class that the training part does not have",
      ])
    let many = try DatasetsFolder()
    for number in 0...256 { try many.write("train/\(number)/1.png", flat(1)) }
    #expect(
      datasetFailure { _ = try ImageFolder(directory: many.path, size: 2).load(from: DatasetSources()) }
        .hasPrefix("\(many.path)/train: has 257 classes; there are 256 at most; "))
    try FileManager.default.removeItem(atPath: many.path + "/train/256")
    let dataset = try ImageFolder(directory: many.path, size: 2).load(from: DatasetSources())
    #expect(dataset.training.count == 256 && dataset.training.classNames?.count == 256)
  }

  @Test func aFolderWithoutATrainingPartIsRefused() throws {
    try folder.write("train/0_0.png", flat(1))
    #expect(
      datasetFailure { _ = try ImageFolder(directory: folder.path).load(from: DatasetSources()) }
        == "\(folder.path): has both training/ and train/: rename one of them")
    try remove("train")
    try remove("training")
    #expect(
      datasetFailure { _ = try ImageFolderCheck(of: folder.path, in: DatasetSources()) }.hasPrefix(
        "\(folder.path): has no folder training/ or train/: an image folder has one"))
  }
}
