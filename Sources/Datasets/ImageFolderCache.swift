import Files
import Foundation
import Images
import Tensors

/// The decoded images of a folder as one file in the cache, so that a second process need not decode them again.
///
/// The file has the name of its key: SHA-256 of the version of the rule, the decoders' versions, size and channels,
/// the folder's path and, for every image in order, its length, the time of its last change, its class and its name.
/// The file holds a line of text with that key, one with SHA-256 of what follows, and the images' bytes. It may be
/// removed at any time: what is not there, not whole or of another key is made again.
struct ImageFolderCache {
  /// Raised when the same files give other bytes: a changed rule of gray or size.
  private static let rule = 1

  private let key: Digest
  private let count: Int
  /// The file and the folder it is in; `nil` where there is no cache.
  private let place: (folder: String, file: String)?
  private let source: String

  /// The place of a listing's images in a cache folder.
  ///
  /// - Throws: `DatasetError.unreadable` that names an image which the system does not show.
  init(_ listing: ImageFolderListing, size: Int, channels: Int, in cacheFolder: String?) throws {
    var lines = [
      "rule \(Self.rule) png \(ImageFile.pngVersion) jpeg \(ImageFile.jpegVersion) size \(size) channels \(channels)",
      URL(fileURLWithPath: listing.folder).standardized.path,
    ]
    for file in listing.files {
      do {
        let stamp = try FileStamp(of: listing.path(of: file))
        lines.append("\(stamp.size) \(stamp.seconds).\(stamp.nanoseconds) \(file.label) \(file.name)")
      } catch {
        throw listing.explained(DatasetError(reading: listing.path(of: file), error))
      }
    }
    let key = Digest(of: lines.joined(separator: "\n"))
    self.key = key
    count = listing.files.count * channels * size * size
    source = listing.folder
    let folder = cacheFolder.map { "\($0)/\(ImageFolder.kind)" }
    place = folder.map { ($0, "\($0)/\(key).bytes") }
  }

  /// The images' bytes: from the cache, or made now and kept there; a cache that cannot be written costs only that.
  ///
  /// - Throws: What `make` throws.
  func contents(_ make: () throws -> [UInt8]) throws -> (bytes: Bytes, origin: DatasetOrigin) {
    if let place, let kept = kept(place.file) { return (kept, .file(path: place.file)) }
    let pixels = try make()
    return (Bytes(pixels), .made(from: source, savedTo: place.flatMap { save(pixels, $0.folder, $0.file) }))
  }

  private func header(_ contents: Digest) -> [UInt8] {
    Array("Reprise image-folder \(key)\nSHA-256 \(contents)\n".utf8)
  }

  /// What a cache file holds; `nil` unless it is whole and of this key.
  private func kept(_ path: String) -> Bytes? {
    guard let file = try? Bytes(mapping: path), file.count > count else { return nil }
    let pixels = file.dropFirst(file.count - count)
    let start = header(pixels.withUnsafeBytes { Digest(of: $0) })
    guard file.count == start.count + count, file[0..<start.count] == start else { return nil }
    return pixels
  }

  private func save(_ pixels: [UInt8], _ folder: String, _ file: String) -> String? {
    do {
      try FileOperations.system.createDirectory(folder)
      let start = header(Digest(of: pixels))
      try start.withUnsafeBytes { start in
        try pixels.withUnsafeBytes { try FileOperations.system.replaceFile(file, with: [start, $0]) }
      }
      return file
    } catch {
      return nil
    }
  }
}
