import Datasets
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

/// A data set of a few images, its files' contents, and the sources that tests try it from.
struct SmallDataset {
  let training = (
    images: IDXFile(dimensions: [3, 2, 2], elements: Array(0..<12)),
    labels: IDXFile(dimensions: [3], elements: [0, 1, 1])
  )
  let test = (
    images: IDXFile(dimensions: [1, 2, 2], elements: [9, 8, 7, 6]),
    labels: IDXFile(dimensions: [1], elements: [1])
  )

  var contents: [String: IDXFile] {
    [
      "train-images": training.images, "train-labels": training.labels, "test-images": test.images,
      "test-labels": test.labels,
    ]
  }

  func declaration(systemFolders: [String] = [], mirrors: [String] = []) -> IDXDataset {
    func file(_ name: String, _ contents: IDXFile) -> IDXDataset.File {
      .init(name: name, dimensions: contents.dimensions, digest: Digest(of: contents.bytes))
    }
    return IDXDataset(
      name: "small", title: "Small", classNames: ["no", "yes"],
      trainingImages: file("train-images", training.images),
      trainingLabels: file("train-labels", training.labels), testImages: file("test-images", test.images),
      testLabels: file("test-labels", test.labels), systemFolders: systemFolders, mirrors: mirrors,
      remedy: "Ask somebody.")
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
  } catch {
    return "another error: \(error)"
  }
}
