import Datasets
import Foundation
import Testing

@Suite struct DatasetSourcesTests {
  private let small = SmallDataset()

  private func fill(_ folder: DatasetsFolder, _ subfolder: String, compressed: Bool = false) throws {
    for (name, file) in small.contents {
      try folder.write(
        "\(subfolder)/\(name)\(compressed ? ".gz" : "")", compressed ? gzip(file.bytes) : file.bytes)
    }
  }

  private func table(_ mirror: String) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: small.contents.map { (mirror + $0 + ".gz", gzip($1.bytes)) })
  }

  @Test func plainAndCompressedAreEqual() throws {
    let folder = try DatasetsFolder()
    try fill(folder, "plain/small")
    try fill(folder, "packed/small", compressed: true)
    let plain = try small.declaration().load(from: DatasetSources(userFolder: folder.path + "/plain"))
    let packed = try small.declaration().load(from: DatasetSources(userFolder: folder.path + "/packed"))
    for dataset in [plain, packed] {
      #expect(dataset.name == "small" && dataset.training.count == 3 && dataset.test.count == 1)
      #expect(dataset.training.pixels == small.training.images.elements)
      #expect(dataset.training.labels == [0, 1, 1] && dataset.test.labels == [1])
      #expect(dataset.training.classNames == ["no", "yes"])
    }
    #expect(plain.training.digest == packed.training.digest && plain.test.digest == packed.test.digest)
    #expect(packed.origins["train-images"] == .file(path: folder.path + "/packed/small/train-images.gz"))
  }

  @Test func sourcesAreTriedInOrder() throws {
    let folder = try DatasetsFolder()
    let mirrors = ["https://one.example/", "https://two.example/"]
    let declaration = small.declaration(systemFolders: [folder.path + "/system"], mirrors: mirrors)
    let sources = DatasetSources(
      userFolder: folder.path + "/user", cacheFolder: folder.path + "/cache",
      downloader: TableDownloader(answers: table(mirrors[1])))
    func origin() throws -> DatasetOrigin? { try declaration.load(from: sources).origins["test-labels"] }

    let saved = folder.path + "/cache/small/test-labels"
    #expect(try origin() == .download(address: mirrors[1] + "test-labels.gz", savedTo: saved))
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: saved))) == small.test.labels.bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache/small").count == 4)
    #expect(try origin() == .file(path: saved))
    try fill(folder, "system")
    #expect(try origin() == .file(path: folder.path + "/system/test-labels"))
    try fill(folder, "user/small")
    #expect(try origin() == .file(path: folder.path + "/user/small/test-labels"))
    var others = sources
    others.userFolder = nil
    others.includesSystemFolders = false
    #expect(try declaration.load(from: others).origins["test-labels"] == .file(path: saved))
  }

  @Test func wrongBytesAreNoAnswer() throws {
    let folder = try DatasetsFolder()
    let mirrors = ["https://one.example/", "https://two.example/"]
    let declaration = small.declaration(systemFolders: [folder.path + "/system"], mirrors: mirrors)
    let right = small.training.labels.bytes
    var changed = right
    changed[right.count - 1] = 0
    try folder.write("user/small/train-labels", changed)
    try folder.write("user/small/train-labels.gz", Array(gzip(right).dropLast()))
    try folder.write("system/train-labels", IDXFile(dimensions: [2], elements: [0, 1]).bytes)
    try folder.write("system/train-labels.gz", [UInt8](repeating: 0, count: 100_000))
    try folder.write("cache/small/train-labels", Array("<html>".utf8))
    var answers = ["https://one.example/train-labels.gz": gzip(changed)]
    var sources = DatasetSources(
      userFolder: folder.path + "/user", cacheFolder: folder.path + "/cache",
      downloader: TableDownloader(answers: answers))
    let problem = datasetFailure { _ = try sources.contents(of: declaration.trainingLabels, in: declaration) }
    let digest = declaration.trainingLabels.digest
    let lines = problem.split(separator: "\n").map { $0.replacingOccurrences(of: folder.path, with: "") }
    try #require(lines.count == 10)
    #expect(lines[0] == "Small: no source has a usable train-labels")
    #expect(
      lines[1].hasPrefix("  /user/small/train-labels: has SHA-256 ")
        && lines[1].contains("expected \(digest)"))
    #expect(lines[2] == "  /user/small/train-labels.gz: is cut off")
    #expect(lines[3] == "  /system/train-labels: holds 2, expected 3")
    #expect(lines[4] == "  /system/train-labels.gz: is larger than the 4107 bytes expected at most (100000)")
    #expect(lines[5].hasPrefix("  /cache/small/train-labels: is not an IDX file"))
    #expect(lines[6] == "  /cache/small/train-labels.gz: No such file or directory")
    #expect(lines[7].hasPrefix("  https://one.example/train-labels.gz: has SHA-256 "))
    #expect(lines[8] == "  https://two.example/train-labels.gz: answers with status 404")
    #expect(lines[9] == "Ask somebody.")

    // One right source at the end is enough, and it repairs the cache.
    answers["https://two.example/train-labels.gz"] = gzip(right)
    sources.downloader = TableDownloader(answers: answers)
    let found = try sources.contents(of: declaration.trainingLabels, in: declaration)
    #expect(found.contents == small.training.labels)
    sources.downloader = nil
    let again = try sources.contents(of: declaration.trainingLabels, in: declaration)
    #expect(again.origin == .file(path: folder.path + "/cache/small/train-labels"))
  }

  @Test func cacheThatCannotBeWrittenIsNoObstacle() throws {
    let folder = try DatasetsFolder()
    try folder.write("cache", [1])
    let sources = DatasetSources(
      cacheFolder: folder.path + "/cache",
      downloader: TableDownloader(answers: table("https://one.example/")))
    let dataset = try small.declaration(mirrors: ["https://one.example/"]).load(from: sources)
    #expect(
      dataset.origins["test-labels"]
        == .download(address: "https://one.example/test-labels.gz", savedTo: nil))
  }

  @Test func nothingIsSaidAboutWhereToLook() throws {
    let problem = datasetFailure { _ = try small.declaration().load(from: DatasetSources()) }
    #expect(
      problem == "Small: no source has a usable train-images\n  REPRISE_DATA: is not set\n"
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
      atPath: folder.path + "/small/train-images", withIntermediateDirectories: true)
    let problem = datasetFailure {
      _ = try small.declaration().load(from: DatasetSources(userFolder: folder.path))
    }
    #expect(problem.contains("/small/train-images: is not a file"))
  }
}
