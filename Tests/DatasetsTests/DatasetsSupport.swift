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
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  func littleEndian(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 255) } }
  let length = UInt16(bytes.count)
  let block = [1, UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)]
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + block + bytes + littleEndian(~crc)
    + littleEndian(UInt32(bytes.count))
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
