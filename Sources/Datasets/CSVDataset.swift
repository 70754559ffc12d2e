import Files
import Settings
import Tensors

/// `csv: { training: points.csv, test: more.csv, targets: [y] }`: tables of numbers with a line of names; the columns
/// that are named are targets, the others inputs, in the order of the file.
///
/// Paths are relative to the working directory, the project's folder as a rule.
public struct CSVDataset: DatasetKind, Equatable {
  /// `csv`.
  public static let kind = "csv"
  /// Tables of the user.
  public static let supply = DatasetSupply.own(
    "csv: { training, test, targets } names your tables of numbers")

  /// The file of the training part.
  public let training: String
  /// The file of the test part, if there is one.
  public let test: String?
  /// The columns that are real-valued targets.
  public let targets: [String]

  /// Tables in files.
  public init(training: String, test: String? = nil, targets: [String]) {
    self.training = training
    self.test = test
    self.targets = targets
  }

  /// Reads `training`, `test` and `targets`, a list of columns.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    training = try options.value(.training)
    test = try options.valueIfPresent(.test)
    targets = try options.value(.targets, .notEmpty)
  }

  /// Reads the files.
  ///
  /// - Throws: `DatasetError` that names file, line and column.
  public func load(from sources: DatasetSources) throws -> Dataset {
    let (learned, inputs) = try examples(training)
    return try Dataset(
      name: Self.kind, training: learned, test: test.map { try examples($0, inputs: inputs).examples },
      origins: Dictionary(
        [training, test].compactMap { $0.map { ($0, .file(path: $0)) } },
        uniquingKeysWith: { first, _ in first }))
  }

  /// A file's examples and the names of their inputs, which are taken in the order of `inputs` if that is given.
  private func examples(
    _ path: String, inputs: [String]? = nil
  ) throws -> (examples: Examples, inputs: [String]) {
    let contents: [UInt8]
    do {
      contents = try FileOperations.contents(of: path, limit: 1 << 32)
    } catch let error as FileError {
      throw DatasetError.unreadable(file: path, reason: error.reason)
    }
    return try contents.withUnsafeBytes { bytes in
      let file = try CSVFile(bytes, name: path)
      let targetColumns = try targets.map(file.column)
      let own = (0..<file.columnCount).filter { !targetColumns.contains($0) }
      let names = inputs ?? own.compactMap { file.names?[$0] }
      let inputColumns = try names.map(file.column)
      guard inputColumns.count == own.count else {
        throw DatasetError.damaged(
          file: path, reason: "has \(own.count) inputs, and the training file \(names.count)")
      }
      guard !inputColumns.isEmpty else {
        throw DatasetError.damaged(file: path, reason: "has no column besides the targets")
      }
      let table = try file.floats()
      func columns(_ columns: [Int]) -> [Float] {
        (0..<file.rowCount).flatMap { row in columns.map { table[row * file.columnCount + $0] } }
      }
      let examples = try Examples(
        inputs: Tensor(columns(inputColumns), shape: [file.rowCount, inputColumns.count]),
        targets: .values(columns(targetColumns), shape: [targetColumns.count]), name: path)
      return (examples, names)
    }
  }
}

/// `mnist-csv`: MNIST in its CSV form, a line an image: the label, then the 784 pixels.
///
/// The files `mnist_train.csv` and `mnist_test.csv` are looked for where data sets are (a folder `mnist-csv`), and
/// written into the cache from MNIST's own files where they are nowhere. Their SHA-256 is checked.
public struct MNISTCSV: DatasetKind {
  /// `mnist-csv`.
  public static let kind = "mnist-csv"
  /// Its two files.
  public static var supply: DatasetSupply { .files([files.training, files.test], in: location) }

  /// It has no options of its own.
  public init() {}

  private static let location = DatasetLocation(
    name: kind, title: "MNIST as CSV", remedy: "It is written from MNIST's own files.")
  private static let files = (
    training: DatasetFile(
      name: "mnist_train.csv", length: 109_575_994,
      digest: "fb60bc58af4dac3554e394af262b3184479833d3cc540ff8783f274b73492d5d"),
    test: DatasetFile(
      name: "mnist_test.csv", length: 18_289_443,
      digest: "51c292478d94ec3a01461bdfa82eb0885d262eb09e615679b2d69dedb6ad09e7")
  )

  /// Reads the two files, and writes them first where they are not there.
  public func load(from sources: DatasetSources) throws -> Dataset {
    func found(_ file: DatasetFile, _ part: (Dataset) -> Examples?) throws -> DatasetSources.Found {
      try sources.contents(of: file, in: Self.location, orMadeFrom: "MNIST's own files") {
        try Self.text(of: part(MNIST().load(from: sources)))
      }
    }
    let training = try found(Self.files.training) { $0.training }
    let test = try found(Self.files.test) { $0[.test] }
    return try Dataset(
      name: Self.kind, training: examples(training, Self.files.training.name),
      test: examples(test, Self.files.test.name),
      origins: [Self.files.training.name: training.origin, Self.files.test.name: test.origin])
  }

  private func examples(_ file: DatasetSources.Found, _ name: String) throws -> Examples {
    try file.bytes.withUnsafeBytes { bytes in
      let (labels, pixels) = try CSVFile(bytes, name: name).labelsAndBytes()
      return try Examples(
        inputs: Bytes(pixels), shape: [1, 28, 28],
        targets: .classes(labels, names: MNIST.files.classNames), name: name)
    }
  }

  /// The CSV form of examples whose inputs are bytes.
  private static func text(of examples: Examples?) -> [UInt8] {
    guard let examples, case .classes(let labels, _) = examples.targets,
      let bytes = examples.inputTensor(0..<examples.count).bytes
    else { preconditionFailure("MNIST has two parts of bytes and classes") }
    return bytes.withUnsafeBytes { CSVFile.text(labels: labels, bytes: $0) }
  }
}
