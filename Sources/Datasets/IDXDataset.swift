import Foundation
import Tensors

/// The declaration of a data set of four IDX files, as of MNIST and those made in its image.
package struct IDXDataset: Sendable {
  /// Where the files may be.
  package let location: DatasetLocation
  /// What the classes are called, by index.
  package let classNames: [String]
  /// Images to learn from, their classes, images to test with, their classes.
  package let files: [DatasetFile]

  /// A data set whose files have MNIST's names.
  ///
  /// - Parameter digests: SHA-256 of the decompressed files: training images and labels, test images and labels.
  package init(
    _ location: DatasetLocation, classNames: [String], training: Int = 60_000, test: Int = 10_000,
    height: Int = 28, width: Int = 28, digests: [String]
  ) {
    self.location = location
    self.classNames = classNames
    let parts = [("train", training), ("t10k", test)]
    files = parts.enumerated().flatMap { index, part in
      [
        DatasetFile(
          name: "\(part.0)-images-idx3-ubyte", length: 16 + part.1 * height * width,
          digest: digests[2 * index]),
        DatasetFile(name: "\(part.0)-labels-idx1-ubyte", length: 8 + part.1, digest: digests[2 * index + 1]),
      ]
    }
  }

  /// Reads the data set from the first sources that have its files, each checked against its digest.
  ///
  /// - Throws: `DatasetError`.
  package func load(from sources: DatasetSources) throws -> Dataset {
    let results = Results(count: files.count)
    // Decompressing and hashing are the work here; the four files do not depend on each other.
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      results.set(index, Result { try sources.contents(of: files[index], in: location) })
    }
    let found = try results.values.map { try $0.get() }
    let arrays = try zip(files, found).map { try IDXFile(bytes: $1.bytes, name: $0.name) }
    return try Dataset(
      name: location.name,
      training: try Self.examples(arrays[0], arrays[1], classNames, "\(location.title), training"),
      test: try Self.examples(arrays[2], arrays[3], classNames, "\(location.title), test"),
      origins: Dictionary(uniqueKeysWithValues: zip(files.map(\.name), found.map(\.origin))))
  }

  /// Images of [count, height, width] or [count, channels, height, width] with their classes, [count].
  ///
  /// - Throws: `DatasetError.damaged` when they do not belong together.
  package static func examples(
    _ images: IDXFile, _ labels: IDXFile, _ classNames: [String], _ name: String
  ) throws -> Examples {
    let sizes = images.dimensions
    guard sizes.count == 3 || sizes.count == 4, labels.dimensions.count == 1 else {
      throw DatasetError.damaged(
        file: name,
        reason:
          "images have 3 or 4 dimensions and labels 1; found \(sizes.count) and \(labels.dimensions.count)")
    }
    guard sizes[0] == labels.dimensions[0] else {
      throw DatasetError.damaged(
        file: name, reason: "\(sizes[0]) images and \(labels.dimensions[0]) labels do not belong together")
    }
    return try Examples(
      inputs: images.elements, shape: Shape((sizes.count == 4 ? [] : [1]) + sizes[1...]),
      targets: .classes(labels.elements[0..<labels.elements.count], names: classNames), name: name)
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

/// Fashion-MNIST: 60,000 and 10,000 gray pictures of clothes, 28 × 28.
///
/// Source: H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine
/// Learning Algorithms", 2017, https://github.com/zalandoresearch/fashion-mnist.
public struct FashionMNIST: DatasetKind {
  /// `fashion-mnist`.
  public static let kind = "fashion-mnist"
  /// Its four files.
  public static var supply: DatasetSupply { .files(files.files, in: files.location) }

  /// It has no options of its own.
  public init() {}

  package static let files = IDXDataset(
    DatasetLocation(
      name: kind, title: "Fashion-MNIST", systemFolders: ["/usr/share/datasets/fashion-mnist"],
      mirrors: ["https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"],
      remedy:
        "Install it (Debian: apt-get install dataset-fashion-mnist), or set REPRISE_DATA to a folder with the "
        + "four files in a subfolder fashion-mnist."),
    classNames: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
      "Ankle boot",
    ],
    digests: [
      "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
      "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
      "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
      "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
    ])

  /// Reads the four files, each checked against its digest.
  public func load(from sources: DatasetSources) throws -> Dataset { try Self.files.load(from: sources) }
}

/// MNIST: 60,000 and 10,000 gray pictures of handwritten digits, 28 × 28.
///
/// Source: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document
/// recognition", Proceedings of the IEEE 86 (1998), doi:10.1109/5.726791.
public struct MNIST: DatasetKind {
  /// `mnist`.
  public static let kind = "mnist"
  /// Its four files.
  public static var supply: DatasetSupply { .files(files.files, in: files.location) }

  /// It has no options of its own.
  public init() {}

  package static let files = IDXDataset(
    DatasetLocation(
      name: kind, title: "MNIST",
      mirrors: [
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
      ],
      remedy:
        "Run scripts/fetch-mnist.sh, or set REPRISE_DATA to a folder with the four files in a subfolder mnist."
    ),
    classNames: (0...9).map(String.init),
    digests: [
      "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ])

  /// Reads the four files, each checked against its digest.
  public func load(from sources: DatasetSources) throws -> Dataset { try Self.files.load(from: sources) }
}
