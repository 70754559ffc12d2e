import Foundation
import Tensors
import Testing

/// One case of `Goldens/philox.json`, made by `Goldens/make_philox_goldens.py`.
struct PhiloxGolden: Decodable, Sendable, CustomTestStringConvertible {
  let seed: String
  let purpose: UInt32
  let path: String?
  let step: Int
  let words: [UInt32]
  let lastWord: UInt32
  let uniform: [UInt32]
  let uniformInRange: [UInt32]
  let normal: [UInt32]
  let integersBelow10: [Int]
  let integersBelow2147483649: [Int]
  let permutationOf20: [Int]

  var testDescription: String { "seed \(seed), purpose \(purpose)" }

  func stream() throws -> RandomStream {
    RandomStream(
      seed: try #require(UInt64(seed)), purpose: try #require(RandomPurpose(rawValue: purpose)),
      site: path.map(RandomSite.init(path:)) ?? .none, step: step)
  }

  struct File: Decodable {
    let layoutVersion: Int
    let cases: [PhiloxGolden]
  }

  static let file = goldenFile("philox.json", as: File.self)
}

/// Reads a golden file that lies beside this source file.
func goldenFile<Contents: Decodable>(_ name: String, as type: Contents.Type) -> Contents {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
  do {
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  } catch {
    fatalError("cannot read the golden values \(file.path()): \(error)")
  }
}

/// `count` values written by `fill`.
func filled<Value>(
  _ count: Int, with placeholder: Value, _ fill: (UnsafeMutableBufferPointer<Value>) -> Void
) -> [Value] {
  var values = [Value](repeating: placeholder, count: count)
  values.withUnsafeMutableBufferPointer { fill($0) }
  return values
}
