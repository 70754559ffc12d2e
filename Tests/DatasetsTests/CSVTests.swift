import Datasets
import Tensors
import Testing

@Suite struct CSVTests {
  private func load(_ text: String, targets: [String] = ["y"]) throws -> Dataset {
    let folder = try DatasetsFolder()
    let path = try folder.write("points.csv", Array(text.utf8))
    return try CSVDataset(training: path, targets: targets).load(from: DatasetSources())
  }

  private func problem(_ text: String, targets: [String] = ["y"]) -> String {
    do {
      _ = try load(text, targets: targets)
      return ""
    } catch { return "\(error)" }
  }

  @Test func namedColumnsAreTargetsAndTheOthersInputs() throws {
    let data = try load("a, y,b\r\n1,2,3\r\n-4e-1 , 5.5,\t6\n\n")
    #expect(data.training.count == 2 && data.training.shape == [2])
    #expect(data.training.inputTensor(0..<2) == Tensor([1, 3, -0.4, 6] as [Float], shape: [2, 2]))
    guard case .values(let values, let shape) = data.training.targets else {
      Issue.record("targets are no values")
      return
    }
    #expect(values == [2, 5.5] && shape == [1])
    #expect(try load("y,a\n1,2", targets: ["y"]).training.count == 1)
  }

  @Test(arguments: [
    ("a,y\n1,2\n3\n", "line 3, column 2: the line ends after 1 of 2 fields"),
    ("a,y\n1,2,3\n", "line 2, column 3: there are more than 2 fields"),
    ("a,y\n1,x\n", "line 2, column 2: 'x' is not a finite number"),
    ("a,y\n1,\n", "line 2, column 2: '' is not a finite number"),
    ("a,y\n1,inf\n", "is not a finite number"), ("a,y\n1,nan\n", "is not a finite number"),
    ("a,y\n1,2\n\n3,4", "line 3, column 1"), ("a,y\n", "no lines of numbers"), ("", "no lines of numbers"),
    ("a,a,y\n1,2,3", "line 1, column 2: the name 'a'"),
    ("a,z\n1,2", "has no column 'y'; its columns are: a, z"),
    ("1,2\n3,4", "has no line of names"), ("y\n1", "no column besides the targets"),
  ])
  func badTablesNameLineAndColumn(_ text: String, _ expected: String) {
    let message = problem(text)
    #expect(message.contains("points.csv") && message.contains(expected), "\(message)")
  }

  /// The test file's inputs are taken by their names, in the order of the training file.
  @Test func columnsOfTwoFilesAreMatchedByName() throws {
    let folder = try DatasetsFolder()
    func dataset(_ test: String) throws -> Dataset {
      try CSVDataset(
        training: folder.write("a.csv", Array("a,b,y\n1,2,3\n".utf8)),
        test: folder.write("b.csv", Array(test.utf8)), targets: ["y"]
      ).load(from: DatasetSources())
    }
    #expect(
      try dataset("b,y,a\n20,30,10\n")[.test]?.inputTensor(0..<1)
        == Tensor([10, 20] as [Float], shape: [1, 2]))
    #expect(throws: DatasetError.self) { try dataset("a,c,y\n1,2,3\n") }
    #expect(throws: DatasetError.self) { try dataset("a,b,c,y\n1,2,3,4\n") }
  }

  @Test func aMissingFileIsNamed() {
    let error = #expect(throws: DatasetError.self) {
      try CSVDataset(training: "/nowhere/x.csv", targets: ["y"]).load(from: DatasetSources())
    }
    #expect(error.map { "\($0)" }?.contains("/nowhere/x.csv") == true)
  }

  /// Every length and many changed bytes: an error or a table, never a crash.
  @Test func brokenTablesAreErrorsOrTables() throws {
    let text = Array("a,y\n1,2\n3.5,-4\n5e3,6\n".utf8)
    for length in 0...text.count { _ = problem(String(decoding: text.prefix(length), as: UTF8.self)) }
    let noise = PhiloxSource(seed: 9).stream(.dataGeneration)
    for index in 0..<300 {
      var bytes = text
      bytes[Int(noise.word(2 * index)) % bytes.count] = UInt8(noise.word(2 * index + 1) & 255)
      _ = problem(String(decoding: bytes, as: UTF8.self))
    }
    #expect(try load(String(decoding: text, as: UTF8.self)).training.count == 3)
  }

  /// A file of 600 KB whose first line has 300,000 fields, and which has as many lines: the memory for a full table would
  /// be 360 GB, and to compare each name with all before it takes minutes.
  @Test func aWideFirstLineTakesNoMoreThanItsLength() {
    let wide = (0..<300_000).map { "\($0)" }.joined(separator: ",")
    let empty = String(repeating: "\n", count: 300_000)
    #expect(problem("y,\(wide)\(empty)1").contains("line 2, column 1: '' is not a finite number"))
    #expect(problem("\(wide)\(empty)1").contains("has no line of names"))
    let named = "y," + (0..<300_000).map { "n\($0)" }.joined(separator: ",")
    #expect(problem("\(named)\n1").contains("line 2, column 2: the line ends after 1 of 300001 fields"))
  }

  /// MNIST read from its CSV form, which is written from the IDX files, is MNIST.
  @Test func mnistAsCSVIsMNIST() throws {
    let cache = try DatasetsFolder()
    var sources = DatasetSources.standard()
    let plain = try MNIST().load(from: sources)
    // MNIST itself comes from where it is; what is made goes to the test's own cache.
    sources.userFolder = sources.cacheFolder
    sources.cacheFolder = cache.path
    let (first, second) = (try MNISTCSV().load(from: sources), try MNISTCSV().load(from: sources))
    #expect(first.digests == plain.digests && second.digests == plain.digests)
  }
}
