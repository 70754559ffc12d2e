import Datasets
import Foundation
import Tensors
import Testing

@Suite struct DatasetSourcesTests {
  private let small = SmallDataset()

  private func classes(_ examples: Examples) -> [UInt8] {
    if case .classes(let classes, _) = examples.targets { classes } else { [] }
  }

  private func fill(_ folder: DatasetsFolder, _ subfolder: String, compressed: Bool = false) throws {
    for (name, file) in small.contents {
      try folder.write(
        "\(subfolder)/\(name)\(compressed ? ".gz" : "")", compressed ? gzip(file) : file)
    }
  }

  private func table(_ mirror: String) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: small.contents.map { (mirror + $0 + ".gz", gzip($1)) })
  }

  @Test func plainAndCompressedAreEqual() throws {
    let folder = try DatasetsFolder()
    try fill(folder, "plain/small")
    try fill(folder, "packed/small", compressed: true)
    let plain = try small.declaration().load(from: DatasetSources(userFolder: folder.path + "/plain"))
    let packed = try small.declaration().load(from: DatasetSources(userFolder: folder.path + "/packed"))
    for dataset in [plain, packed] {
      #expect(dataset.name == "small" && dataset.training.count == 3 && dataset[.test]?.count == 1)
      #expect(dataset.training.inputTensor(0..<3) == Tensor((0..<12).map { UInt8($0) }, shape: [3, 1, 2, 2]))
      #expect(classes(dataset.training) == [0, 1, 1] && dataset[.test].map(classes) == [1])
      #expect(dataset.training.classNames == ["no", "yes"])
    }
    #expect(plain.digests == packed.digests)
    #expect(
      packed.origins[SmallDataset.trainingLabels]
        == .file(path: folder.path + "/packed/small/\(SmallDataset.trainingLabels).gz"))
  }

  @Test func sourcesAreTriedInOrder() throws {
    let folder = try DatasetsFolder()
    let mirrors = ["https://one.example/", "https://two.example/"]
    let declaration = small.declaration(systemFolders: [folder.path + "/system"], mirrors: mirrors)
    let sources = DatasetSources(
      userFolder: folder.path + "/user", cacheFolder: folder.path + "/cache",
      downloader: TableDownloader(answers: table(mirrors[1])))
    func origin() throws -> DatasetOrigin? {
      try declaration.load(from: sources).origins[SmallDataset.testLabels]
    }

    let saved = folder.path + "/cache/small/\(SmallDataset.testLabels)"
    #expect(try origin() == .download(address: mirrors[1] + SmallDataset.testLabels + ".gz", savedTo: saved))
    #expect(
      try Array(Data(contentsOf: URL(fileURLWithPath: saved))) == small.contents[SmallDataset.testLabels])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache/small").count == 4)
    #expect(try origin() == .file(path: saved))
    try fill(folder, "system")
    #expect(try origin() == .file(path: folder.path + "/system/\(SmallDataset.testLabels)"))
    try fill(folder, "user/small")
    #expect(try origin() == .file(path: folder.path + "/user/small/\(SmallDataset.testLabels)"))
    var others = sources
    others.userFolder = nil
    others.includesSystemFolders = false
    #expect(try declaration.load(from: others).origins[SmallDataset.testLabels] == .file(path: saved))
  }

  @Test func wrongBytesAreNoAnswer() throws {
    let folder = try DatasetsFolder()
    let mirrors = ["https://one.example/", "https://two.example/"]
    let declaration = small.declaration(systemFolders: [folder.path + "/system"], mirrors: mirrors)
    let right = small.contents[SmallDataset.trainingLabels]!
    var changed = right
    changed[right.count - 1] = 0
    try folder.write("user/small/train-labels-idx1-ubyte", changed)
    try folder.write("user/small/train-labels-idx1-ubyte.gz", Array(gzip(right).dropLast()))
    try folder.write("system/train-labels-idx1-ubyte", idx([2], [0, 1]))
    try folder.write("system/train-labels-idx1-ubyte.gz", [UInt8](repeating: 0, count: 100_000))
    try folder.write("cache/small/train-labels-idx1-ubyte", Array("<html>".utf8))
    var answers = ["https://one.example/train-labels-idx1-ubyte.gz": gzip(changed)]
    var sources = DatasetSources(
      userFolder: folder.path + "/user", cacheFolder: folder.path + "/cache",
      downloader: TableDownloader(answers: answers))
    let problem = datasetFailure {
      _ = try sources.contents(of: declaration.files[1], in: declaration.location)
    }
    let digest = declaration.files[1].digest
    let lines = problem.split(separator: "\n").map { $0.replacingOccurrences(of: folder.path, with: "") }
    try #require(lines.count == 10)
    #expect(lines[0] == "Small: no source has a usable train-labels-idx1-ubyte")
    #expect(
      lines[1].hasPrefix("  /user/small/train-labels-idx1-ubyte: has SHA-256 ")
        && lines[1].contains("expected \(digest)"))
    #expect(lines[2] == "  /user/small/train-labels-idx1-ubyte.gz: is cut off")
    #expect(lines[3] == "  /system/train-labels-idx1-ubyte: has 10 bytes, expected 11")
    #expect(
      lines[4]
        == "  /system/train-labels-idx1-ubyte.gz: is larger than the 4107 bytes expected at most (100000)")
    #expect(lines[5].hasPrefix("  /cache/small/train-labels-idx1-ubyte: has 6 bytes, expected 11"))
    #expect(lines[6] == "  /cache/small/train-labels-idx1-ubyte.gz: cannot open: No such file or directory")
    #expect(lines[7].hasPrefix("  https://one.example/train-labels-idx1-ubyte.gz: has SHA-256 "))
    #expect(lines[8] == "  https://two.example/train-labels-idx1-ubyte.gz: answers with status 404")
    #expect(lines[9] == "Ask somebody.")

    // One right source at the end is enough, and it repairs the cache.
    answers["https://two.example/train-labels-idx1-ubyte.gz"] = gzip(right)
    sources.downloader = TableDownloader(answers: answers)
    let found = try sources.contents(of: declaration.files[1], in: declaration.location)
    #expect(found.bytes[0..<found.bytes.count] == right)
    sources.downloader = nil
    let again = try sources.contents(of: declaration.files[1], in: declaration.location)
    #expect(again.origin == .file(path: folder.path + "/cache/small/train-labels-idx1-ubyte"))
  }

  @Test func cacheThatCannotBeWrittenIsNoObstacle() throws {
    let folder = try DatasetsFolder()
    try folder.write("cache", [1])
    let sources = DatasetSources(
      cacheFolder: folder.path + "/cache",
      downloader: TableDownloader(answers: table("https://one.example/")))
    let dataset = try small.declaration(mirrors: ["https://one.example/"]).load(from: sources)
    #expect(
      dataset.origins[SmallDataset.testLabels]
        == .download(address: "https://one.example/\(SmallDataset.testLabels).gz", savedTo: nil))
  }

  @Test func nothingIsSaidAboutWhereToLook() throws {
    let problem = datasetFailure { _ = try small.declaration().load(from: DatasetSources()) }
    #expect(
      problem == "Small: no source has a usable train-images-idx3-ubyte\n  REPRISE_DATA: is not set\n"
        + "  network: downloads are off\nAsk somebody.")
  }

  @Test func environmentNamesTheFolders() {
    func folders(_ environment: [String: String]) -> [String?] {
      let sources = DatasetSources.standard(environment: environment)
      return [sources.userFolder, sources.cacheFolder]
    }
    #expect(folders([:]) == [nil, nil])
    #expect(folders(["HOME": "/h", "REPRISE_DATA": ""]) == [nil, "/h/.cache/reprise"])
    #expect(folders(["HOME": "/h", "XDG_CACHE_HOME": "/x", "REPRISE_DATA": "/d"]) == ["/d", "/x/reprise"])
    #expect(folders(["HOME": "/h", "XDG_CACHE_HOME": "x"]) == [nil, "/h/.cache/reprise"])
  }

  @Test func specialFilesAreRefused() throws {
    let folder = try DatasetsFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/small/train-images-idx3-ubyte", withIntermediateDirectories: true)
    let problem = datasetFailure {
      _ = try small.declaration().load(from: DatasetSources(userFolder: folder.path))
    }
    #expect(problem.contains("/small/train-images-idx3-ubyte: is not a file"))
  }
}
