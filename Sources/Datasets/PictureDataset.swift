import Images
import Settings
import Tensors

/// `picture`: one picture as a data set of one example, (channels, height, width) bytes: the project's own drawing, or any
/// PNG or JPEG with `picture: { file: photo.jpg }`, relative to the working directory.
public struct PictureDataset: DatasetKind, Equatable {
  /// `picture`.
  public static let kind = "picture"
  /// A file of the user, or none.
  public static let supply = DatasetSupply.own(
    "drawn; picture: { file } names a PNG or JPEG of yours")

  /// The file; `nil` for the project's own drawing.
  public let file: String?

  /// Reads `file`.
  public init(from decoder: any Decoder) throws {
    file = try decoder.container(keyedBy: CodingKeys.self).valueIfPresent(.file)
  }

  /// Reads or draws the picture.
  ///
  /// - Throws: `DatasetError` that names the file.
  public func load(from sources: DatasetSources) throws -> Dataset {
    let image: Tensor
    do {
      image = try file.map(ImageFile.read) ?? DrawnPicture.image()
    } catch {
      throw DatasetError(reading: file ?? Self.kind, error)
    }
    return try Dataset(
      name: Self.kind,
      training: Examples(
        inputs: Bytes(image.bytes ?? []), shape: image.shape, targets: .classes([0], names: [Self.kind]),
        name: file ?? Self.kind),
      origins: file.map { [$0: .file(path: $0)] } ?? [:])
  }
}
