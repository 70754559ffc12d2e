import Datasets
import Foundation
import Tensors
import Testing

@Suite struct ImageFolderCacheTests {
  private let folder: DatasetsFolder
  private var cache: String { folder.path + "/cache" }

  init() throws {
    folder = try DatasetsFolder()
    try folder.write("food/training/0_0.png", flat(1))
    try folder.write("food/training/1_0.png", flat(2))
    try folder.write("food/validation/0_0.png", flat(3))
  }

  private func load(size: Int = 2, channels: Int = 3) throws -> (digests: [String: String], DatasetOrigin?) {
    let directory = folder.path + "/food"
    let dataset = try ImageFolder(directory: directory, size: size, channels: channels)
      .load(from: DatasetSources(cacheFolder: cache))
    return (dataset.digests, dataset.origins[directory])
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cache + "/image-folder").sorted()
  }

  @Test func aSecondLoadReadsTheCache() throws {
    let (made, origin) = try load()
    let path = try cache + "/image-folder/" + #require(files().first)
    #expect(origin == .made(from: folder.path + "/food", savedTo: path))
    let (kept, second) = try load()
    #expect(kept == made && second == .file(path: path))
    // Another process makes the same file.
    let contents = try Data(contentsOf: URL(fileURLWithPath: path))
    try FileManager.default.removeItem(atPath: path)
    _ = try load()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == contents)
  }

  @Test func everyOptionAndEveryChangeHasItsOwnFile() throws {
    let (first, _) = try load()
    #expect(try load(size: 3).digests != first && files().count == 2)
    #expect(try load(channels: 1).digests != first && files().count == 3)
    try folder.write("food/training/1_0.png", flat(9))
    let (changed, origin) = try load()
    #expect(changed["training"] != first["training"] && changed["validation"] == first["validation"])
    #expect(try files().count == 4)
    if case .file = origin { Issue.record("an image that changed came from the cache") }
    try folder.write("food/training/1_1.png", flat(9))
    #expect(try load().digests["training"] != changed["training"])
    // A file that only moved to another class.
    try FileManager.default.moveItem(
      atPath: folder.path + "/food/training/1_1.png", toPath: folder.path + "/food/training/0_1.png")
    _ = try load()
    #expect(try files().count == 6)
  }

  @Test func whatIsNotWholeIsMadeAgain() throws {
    let (made, _) = try load()
    let path = try cache + "/image-folder/" + #require(files().first)
    let whole = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    var changed = whole
    changed[whole.count - 5] ^= 1
    var label = whole
    label[30] ^= 1
    let foreign = Array("Reprise image-folder\n".utf8) + [UInt8](repeating: 7, count: 500)
    for contents in [
      changed, label, foreign, Array(whole.dropLast()), whole + [0], [], Array(whole.prefix(20)),
    ] {
      try folder.write("cache/image-folder/\(path.split(separator: "/").last ?? "")", contents)
      let (again, origin) = try load()
      #expect(again == made && origin == .made(from: folder.path + "/food", savedTo: path))
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == whole)
    }
  }

  @Test func aCacheThatCannotBeWrittenIsNoObstacle() throws {
    try folder.write("cache", [1])
    let (_, origin) = try load()
    #expect(origin == .made(from: folder.path + "/food", savedTo: nil))
  }
}
