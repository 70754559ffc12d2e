import Foundation
import Interchange
import Tensors

/// Tensors of every element type whose bits are easily lost, and files of them.
enum Samples {
  /// −0, the smallest numbers, infinities, a quiet NaN with a payload and a signaling one.
  static let floats = Tensor(
    [0x8000_0000, 0, 1, 0x7f80_0000, 0x7fc0_1234, 0xffa0_0001, 0x3f80_0001].map(Float.init(bitPattern:)),
    shape: [7, 1])
  static let doubles = Tensor(
    [1 << 63, 0, 1, 0x7ff0 << 48, 0x7ff8 << 48 | 77, 0xfff0 << 48 | 5].map(Double.init(bitPattern:)),
    shape: [2, 1, 3])
  static let integers = Tensor([Int64.min, -1, 0, Int64.max])
  static let bytes = Tensor((0...255).map(UInt8.init), shape: [16, 16])

  /// Every element type, scalars, empty dimensions; bytes first, so that what follows would lie at odd places.
  static let named = [
    NamedTensor("bytes", Tensor([1, 2, 3] as [UInt8])), NamedTensor("hidden.linear.weight", floats),
    NamedTensor("group/double", doubles), NamedTensor("Zahl \"π\" \\ 🙂", integers), NamedTensor("b", bytes),
    NamedTensor("scalar", Tensor([-0.0] as [Float], shape: [])),
    NamedTensor("scalar int", Tensor([7] as [Int64], shape: [])),
    NamedTensor("none", Tensor([] as [Float], shape: [3, 0, 2])), NamedTensor("no", Tensor([] as [UInt8])),
  ]

  /// A file that an independent program wrote.
  static func golden(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)").path
  }

  /// What the independent programs were given.
  static let goldens = [
    NamedTensor(
      "a",
      Tensor([0, -0.0, 1.5, .infinity, -2.25, Float(bitPattern: 1)], shape: [2, 3])),
    NamedTensor("b", Tensor([3.25], shape: [])), NamedTensor("c", Tensor([-1, 1 << 62] as [Int64])),
    NamedTensor("d", Tensor([] as [UInt8], shape: [0, 3])),
  ]

  /// Calls `read` with the bytes cut off everywhere, which it must refuse.
  ///
  /// - Returns: The lengths that were not refused by an `InterchangeError`.
  static func acceptedCuts(_ bytes: [UInt8], _ read: ([UInt8]) throws -> Void) -> [Int] {
    bytes.indices.filter { length in
      do {
        try read(Array(bytes[..<length]))
        return true
      } catch { return !(error is InterchangeError) }
    }
  }

  /// Calls `read` with some bits flipped, many times over; it may give anything but a crash and a foreign error.
  ///
  /// - Returns: What was read where that was no error.
  static func flipped<Value>(
    _ bytes: [UInt8], upTo end: Int, rounds: Int = 20_000, _ read: ([UInt8]) throws -> Value
  ) throws -> [Value] {
    let random = PhiloxSource(seed: 7).stream(.dataGeneration)
    return try (0..<rounds).compactMap { round in
      var changed = bytes
      for flip in 0...Int(random.word(8 * round) % 3) {
        let place = Int(random.word(8 * round + 1 + 2 * flip)) % end
        changed[place] ^= 1 << UInt8(random.word(8 * round + 2 + 2 * flip) % 8)
      }
      do { return try read(changed) } catch is InterchangeError { return nil }
    }
  }
}
