import Files
import Images
import Settings
import Tensors

/// `image-folder: { directory: food-11, size: 128, channels: 3 }`: a folder of photographs as examples of (channels,
/// size, size) bytes.
///
/// The folder has `training/` (or `train/`) and, where there are such parts, `validation/` (`val/`) and `evaluation/`
/// (`test/`), in one of the two layouts of ``ImageFolderListing``. Its own validation part validates and its
/// evaluation part is the test part, unless `validation` says otherwise.
///
/// Each image is decoded by `ImageFile`. With 3 channels a gray image gets three equal ones; with 1 channel a color
/// image becomes gray by `ImageFeatures.gray`. Then both sides get `size` pixels by `ImageFeatures.resampled`,
/// whatever the image's proportions; one that has the size already stays bit for bit. What was decoded is kept in the
/// cache (`ImageFolderCache`).
public struct ImageFolder: DatasetKind, Equatable {
  /// `image-folder`.
  public static let kind = "image-folder"
  /// A folder of the user.
  public static let supply = DatasetSupply.imageFolder(
    "image-folder: { directory } names your folder with training/, validation/ and evaluation/")
  /// The folder's own validation part.
  public static let validation = DatasetDeclaration.Validation.given

  /// The folder; a relative path is looked for in `REPRISE_DATA`, then in the working directory. The configuration holds
  /// it as it is written here.
  public let directory: String
  /// Rows and columns of every example, 1 to 1024.
  public let size: Int
  /// 3 for red, green and blue, 1 for gray.
  public let channels: Int

  /// A folder of images.
  ///
  /// - Precondition: `size` is 1 … 1024, `channels` 1 or 3.
  public init(directory: String, size: Int = 128, channels: Int = 3) {
    precondition((1...1024).contains(size) && (channels == 1 || channels == 3), "\(size) and \(channels)")
    self.directory = directory
    self.size = size
    self.channels = channels
  }

  /// Reads `directory`, `size` and `channels`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    directory = try options.value(.directory, Rule("a folder's path") { !$0.isEmpty })
    size = try options.value(.size, default: 128, .within(1...1024))
    channels = try options.value(.channels, default: 3, Rule("1 or 3") { $0 == 1 || $0 == 3 })
  }

  /// Why the folder is not there; `nil` if it is.
  package func absence(from sources: DatasetSources) -> DatasetError? {
    do {
      _ = try sources.folder(directory)
      return nil
    } catch {
      return error as? DatasetError
    }
  }

  /// Reads the folder, or what the cache has of it.
  ///
  /// - Throws: `DatasetError` that names the first file, in the order of the examples, that cannot be used.
  public func load(from sources: DatasetSources) throws -> Dataset {
    let listing = try ImageFolderListing(of: sources.folder(directory))
    if let problem = listing.problems.first { throw listing.explained(problem) }
    let (pixels, origin) = try ImageFolderCache(
      listing, size: size, channels: channels, in: sources.cacheFolder
    )
    .contents { try decoded(listing) }
    // Digests, limits and batches work on ranges of the one block of bytes.
    let all = try Examples(
      inputs: pixels, shape: [channels, size, size],
      targets: .classes(listing.files.map { UInt8($0.label) }, names: listing.classNames),
      name: listing.folder)
    func examples(_ part: Dataset.Part) -> Examples? {
      let places = listing.files.indices.filter { listing.files[$0].part == part }
      guard let first = places.first else { return nil }
      return all.selecting(first..<first + places.count)
    }
    return try Dataset(
      name: Self.kind, training: examples(.training) ?? all, validation: examples(.validation),
      test: examples(.test), origins: [directory: origin])
  }

  /// All images of a listing, one after the other, decoded on all cores.
  private func decoded(_ listing: ImageFolderListing) throws -> [UInt8] {
    let count = channels * size * size
    return try [UInt8](unsafeUninitializedCapacity: listing.files.count * count) { buffer, filled in
      // Each image has its own place in the buffer, so the order in which they are done is without influence.
      nonisolated(unsafe) let start = buffer.baseAddress
      let failures = listing.inParallel(stopping: true) { file in
        let pixels = try pixels(of: listing.path(of: listing.files[file]))
        (start.map { $0 + file * count })?.update(from: pixels, count: count)
      }
      if let failure = failures.first { throw listing.explained(failure.error) }
      filled = listing.files.count * count
    }
  }

  /// One image as the data set has it.
  private func pixels(of path: String) throws -> [UInt8] {
    var image = try ImageFile.read(path)
    if channels == 1 { image = try ImageFeatures.gray(image) }
    image = try ImageFeatures.resampled(image, height: size, width: size)
    let bytes = image.bytes ?? []
    return bytes.count == channels * size * size ? bytes : bytes + bytes + bytes
  }
}
