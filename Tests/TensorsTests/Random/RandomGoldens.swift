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

/// One entry of `Goldens/torch-random.json`: draws of PyTorch 2.15 (x86-64, AVX2 build), made by
/// `Tests/Goldens/make_goldens.py`.
struct TorchGolden: Decodable, Sendable, CustomTestStringConvertible {
  let draw: String
  let seed: UInt64
  let n: Int?
  let inputs: Int?
  let outputs: Int?
  let kernel: Int?
  let p: Double?
  let sha256: String?
  let y: TorchArray?
  let x: TorchArray?
  let weight: Parameter?
  let bias: Parameter?
  let trainingTargets: TorchArray?
  let testTargets: TorchArray?

  private enum CodingKeys: String, CodingKey {
    case draw, seed, n, inputs, outputs, kernel, p, sha256, y, x, weight, bias
    case trainingTargets = "y_train"
    case testTargets = "y_test"
  }

  var testDescription: String { "\(draw), seed \(seed)" }

  /// A parameter's values, or the SHA-256 of their bytes.
  enum Parameter: Decodable, Sendable {
    case values(TorchArray)
    case sha256(String)

    init(from decoder: any Decoder) throws {
      if let digest = try? decoder.singleValueContainer().decode(String.self) {
        self = .sha256(digest)
      } else {
        self = .values(try TorchArray(from: decoder))
      }
    }

    /// Whether these are the bits of the values.
    func matches(_ values: [Float]) -> Bool {
      switch self {
      case .values(let array): array.floatBits == values.map(\.bitPattern)
      case .sha256(let digest): values.withUnsafeBytes { Digest(of: $0) }.hexadecimal == digest
      }
    }
  }

  static let all = goldenFile("torch-random.json", as: [TorchGolden].self)

  /// The entries of some draws.
  static func entries(_ draws: String...) -> [TorchGolden] {
    all.filter { draws.contains($0.draw) }
  }
}

/// An array in a golden file: little-endian bytes, base64, row-major.
struct TorchArray: Decodable, Sendable {
  let shape: [Int]
  let f32: Data?
  let i64: Data?

  /// The Floats' bits; empty if these are whole numbers.
  var floatBits: [UInt32] { words(of: f32, as: UInt32.self) }

  /// The whole numbers; empty if these are Floats.
  var integers: [Int] { words(of: i64, as: UInt64.self).map { Int($0) } }

  private func words<Word: FixedWidthInteger>(of data: Data?, as type: Word.Type) -> [Word] {
    let bytes = [UInt8](data ?? Data())
    let size = Word.bitWidth / 8
    return stride(from: 0, to: bytes.count, by: size).map { start in
      bytes[start..<start + size].reversed().reduce(0) { $0 << 8 | Word($1) }
    }
  }
}
