import Datasets
import Files
import Foundation
import Tensors

/// A folder for one test's files, removed with the value.
final class DatasetsFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("datasets-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }
}

/// A file in the IDX format, made here so that the reader is not checked against itself.
func idx(_ dimensions: [Int], _ elements: [UInt8], type: UInt8 = 8) -> [UInt8] {
  [0, 0, type, UInt8(dimensions.count)]
    + dimensions.flatMap { size in (0..<4).map { UInt8(size >> (24 - 8 * $0) & 255) } } + elements
}

/// A data set of a few images, its files' contents, and the sources that tests try it from.
struct SmallDataset {
  /// By name.
  let contents: [String: [UInt8]] = [
    "train-images-idx3-ubyte": idx([3, 2, 2], Array(0..<12)), "train-labels-idx1-ubyte": idx([3], [0, 1, 1]),
    "t10k-images-idx3-ubyte": idx([1, 2, 2], [9, 8, 7, 6]), "t10k-labels-idx1-ubyte": idx([1], [1]),
  ]
  static let trainingLabels = "train-labels-idx1-ubyte", testLabels = "t10k-labels-idx1-ubyte"

  func declaration(systemFolders: [String] = [], mirrors: [String] = []) -> IDXDataset {
    let names = [
      "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
      "t10k-labels-idx1-ubyte",
    ]
    return IDXDataset(
      DatasetLocation(
        name: "small", title: "Small", systemFolders: systemFolders, mirrors: mirrors, remedy: "Ask somebody."
      ),
      classNames: ["no", "yes"], training: 3, test: 1, height: 2, width: 2,
      digests: names.map { Digest(of: contents[$0]!).hexadecimal })
  }
}

/// Answers from a table; everything else is not found.
struct TableDownloader: Downloading {
  var answers: [String: [UInt8]]

  struct NotFound: Error, CustomStringConvertible { let description = "answers with status 404" }

  func download(_ address: String, limit: Int) throws -> [UInt8] {
    guard let answer = answers[address] else { throw NotFound() }
    return answer
  }
}

/// A gzip file of one member with stored blocks, made here so that the reader is not checked against itself.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  func littleEndian(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 255) } }
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + storedBlock(bytes) + littleEndian(crc(bytes))
    + littleEndian(UInt32(bytes.count))
}

/// The last block of a deflate stream, with its bytes as they are; fewer than 2¹⁶.
private func storedBlock(_ bytes: [UInt8]) -> [UInt8] {
  let length = UInt16(bytes.count)
  return [1, UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)] + bytes
}

/// The CRC-32 of gzip and PNG.
private func crc(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  return ~crc
}

/// A PNG file of an image, bytes (1 or 3 channels, height, width).
func png(_ image: Tensor) -> [UInt8] {
  let sizes = image.shape.dimensions, values = image.bytes ?? []
  let (channels, height, width) = (sizes[0], sizes[1], sizes[2])
  func bigEndian(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }
  func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    bigEndian(UInt32(data.count)) + Array(name.utf8) + data + bigEndian(crc(Array(name.utf8) + data))
  }
  var rows: [UInt8] = []
  for row in 0..<height {
    rows.append(0)
    for column in 0..<width {
      for channel in 0..<channels { rows.append(values[(channel * height + row) * width + column]) }
    }
  }
  var sums: (UInt32, UInt32) = (1, 0)
  for byte in rows {
    sums.0 = (sums.0 + UInt32(byte)) % 65521
    sums.1 = (sums.1 + sums.0) % 65521
  }
  let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, channels == 3 ? 2 : 0, 0, 0, 0]
  let packed = [0x78, 1] + storedBlock(rows) + bigEndian(sums.1 << 16 | sums.0)
  let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  return [signature, chunk("IHDR", header), chunk("IDAT", packed), chunk("IEND", [])].flatMap { $0 }
}

/// What an error says; tells also that none was thrown or that it was of another type.
func datasetFailure(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch let error as DatasetError {
    return error.description
  } catch let error as FileError {
    return error.description
  } catch {
    return "another error: \(error)"
  }
}
