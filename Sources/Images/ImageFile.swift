import CImages
import Files
import Tensors

/// Images from PNG and JPEG files, the same bytes on every machine.
///
/// PNG: a palette's colors become RGB; 1, 2 and 4 bits of gray become 8 (v · 255 / greatest); of 16 bits the high byte is kept;
/// then a sample v with alpha a, whether a channel or a transparent color, is laid over white:
/// ⌊(v·a + 255·(255 − a) + 127) / 255⌋. Gamma, color profiles and what else a file says about color are ignored.
///
/// JPEG: 8 bits, gray or three channels, baseline or progressive, Huffman-coded, by libjpeg-turbo's slow integer transform and
/// triangular upsampling, without smoothing between blocks. The orientation that a camera notes is ignored.
///
/// What follows a file's end mark is not looked at.
package enum ImageFile {
  /// The largest file that is read, in bytes.
  private static let largestFile = 1 << 30

  /// libpng's version, such as 1.6.39.
  package static var pngVersion: String { String(cString: reprise_png_version()) }

  /// libjpeg-turbo's version, such as 2.1.5: that of the headers at compile time.
  package static var jpegVersion: String { String(cString: reprise_jpeg_version()) }

  /// Reads a file, which its first bytes tell to be PNG or JPEG.
  ///
  /// - Returns: Bytes (channels, height, width), top row first, with one channel (gray) or three (red, green, blue).
  /// - Throws: `FileError` where the system does not give the file out or it has more than 2³⁰ bytes;
  ///   `ImageError.damaged` for a file that is empty, foreign, cut off or corrupt, in which the library finds anything to warn of,
  ///   that has a side over 32768, more than 2²⁸ pixels, or more than its bytes can hold; `ImageError.noMemory`.
  package static func read(_ path: String) throws -> Tensor {
    try decoded(FileOperations.contents(of: path, limit: largestFile), name: path)
  }

  /// The image in a file's bytes, as ``read(_:)`` gives it.
  ///
  /// - Parameter name: what an error calls the file.
  package static func decoded(_ bytes: [UInt8], name: String) throws(ImageError) -> Tensor {
    guard !bytes.isEmpty else { throw .damaged(file: name, reason: "is empty") }
    guard let format = Format.allCases.first(where: { bytes.starts(with: $0.signature) }) else {
      let start = bytes.prefix(4).map { String($0, radix: 16) }.joined(separator: " ")
      throw .damaged(file: name, reason: "is neither a PNG nor a JPEG file: it starts with \(start)")
    }
    var image = reprise_image()
    try check(format.read(bytes, &image, nil), image, name)
    let shape: Shape = [Int(image.channels), Int(image.height), Int(image.width)]
    var result = REPRISE_IMAGE_READ
    let pixels = [UInt8](unsafeUninitializedCapacity: shape.count) { buffer, count in
      result = format.read(bytes, &image, buffer.baseAddress)
      count = result == REPRISE_IMAGE_READ ? shape.count : 0
    }
    try check(result, image, name)
    return Tensor(pixels, shape: shape)
  }

  private static func check(
    _ result: reprise_image_result, _ image: reprise_image, _ name: String
  ) throws(ImageError) {
    guard result != REPRISE_IMAGE_READ else { return }
    let reason = withUnsafeBytes(of: image.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    throw result == REPRISE_IMAGE_NO_MEMORY
      ? .noMemory(file: name, reason: reason) : .damaged(file: name, reason: reason)
  }

  /// The kinds of files.
  private enum Format: CaseIterable {
    case png, jpeg

    /// How every file of the kind starts.
    var signature: [UInt8] {
      switch self {
      case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      case .jpeg: [0xFF, 0xD8, 0xFF]
      }
    }

    func read(
      _ bytes: [UInt8], _ image: inout reprise_image, _ pixels: UnsafeMutablePointer<UInt8>?
    ) -> reprise_image_result {
      switch self {
      case .png: reprise_read_png(bytes, bytes.count, &image, pixels)
      case .jpeg: reprise_read_jpeg(bytes, bytes.count, &image, pixels)
      }
    }
  }
}
