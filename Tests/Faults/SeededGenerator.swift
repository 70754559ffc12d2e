import Tensors

/// Numbers that a seed determines, for the choices of a sample.
package struct SeededGenerator: RandomNumberGenerator {
  private let stream: RandomStream
  private var place = 0

  /// The numbers of a seed.
  package init(seed: UInt64) { stream = PhiloxSource(seed: seed).stream(.dataGeneration) }

  package mutating func next() -> UInt64 {
    defer { place += 2 }
    return UInt64(stream.word(place)) << 32 | UInt64(stream.word(place + 1))
  }
}
