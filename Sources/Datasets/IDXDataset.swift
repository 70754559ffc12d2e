import Foundation
import Tensors

/// The declaration of a data set of four IDX files: what they are called, what they must be, where they are.
public struct IDXDataset: Hashable, Sendable {
  /// One of the four files.
  public struct File: Hashable, Sendable {
    /// The name without `.gz`.
    public let name: String
    /// The dimensions that its header must state.
    public let dimensions: [Int]
    /// SHA-256 of the decompressed file.
    public let digest: Digest

    /// A declared file.
    public init(name: String, dimensions: [Int], digest: Digest) {
      self.name = name
      self.dimensions = dimensions
      self.digest = digest
    }

    /// The length of the decompressed file in bytes.
    public var length: Int { 4 + 4 * dimensions.count + dimensions.reduce(1, *) }
  }

  /// The name in configurations and of the folder: `fashion-mnist`.
  public let name: String
  /// The name for people: `Fashion-MNIST`.
  public let title: String
  /// What the classes are called, by index.
  public let classNames: [String]
  /// Images of [count, height, width] to learn from.
  public let trainingImages: File
  /// Their classes, [count].
  public let trainingLabels: File
  /// Images of [count, height, width] to test with.
  public let testImages: File
  /// Their classes, [count].
  public let testLabels: File
  /// Folders where a system package puts the files.
  public let systemFolders: [String]
  /// Addresses of folders that hold the files compressed, each ending in a slash.
  public let mirrors: [String]
  /// What to do when no source has the files.
  public let remedy: String

  /// A declared data set.
  public init(
    name: String, title: String, classNames: [String], trainingImages: File, trainingLabels: File,
    testImages: File, testLabels: File, systemFolders: [String] = [], mirrors: [String] = [], remedy: String
  ) {
    self.name = name
    self.title = title
    self.classNames = classNames
    self.trainingImages = trainingImages
    self.trainingLabels = trainingLabels
    self.testImages = testImages
    self.testLabels = testLabels
    self.systemFolders = systemFolders
    self.mirrors = mirrors
    self.remedy = remedy
  }

  /// The four files: training images and labels, test images and labels.
  public var files: [File] { [trainingImages, trainingLabels, testImages, testLabels] }

  /// Reads the data set from the first sources that have its files, each checked against its digest.
  ///
  /// - Throws: `DatasetError`.
  public func load(from sources: DatasetSources = .standard()) throws -> ImageDataset {
    let files = self.files
    let results = Results(count: files.count)
    // Decompressing and hashing are the work here; the four files do not depend on each other.
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      results.set(index, Result { try sources.contents(of: files[index], in: self) })
    }
    let found = try results.values.map { try $0.get() }
    return ImageDataset(
      name: name,
      training: try LabelledImages(
        images: found[0].contents, labels: found[1].contents, classNames: classNames,
        name: "\(title), training"),
      test: try LabelledImages(
        images: found[2].contents, labels: found[3].contents, classNames: classNames, name: "\(title), test"),
      origins: Dictionary(uniqueKeysWithValues: zip(files.map(\.name), found.map(\.origin))))
  }

  /// What the parallel reads leave, by file.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var slots: [Result<DatasetSources.Found, any Error>?]

    init(count: Int) { slots = Array(repeating: nil, count: count) }

    func set(_ index: Int, _ result: Result<DatasetSources.Found, any Error>) {
      lock.withLock { slots[index] = result }
    }

    var values: [Result<DatasetSources.Found, any Error>] { lock.withLock { slots.compactMap { $0 } } }
  }
}
