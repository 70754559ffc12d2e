/// The generator MT19937: 32-bit words from a state of 624 words.
///
/// Source: Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), doi:10.1145/272991.272995, with
/// the seeding of 2002 (`init_genrand`).
package struct MersenneTwister: Equatable, Sendable {
  /// The number of words in the state.
  package static let stateCount = 624

  /// The state: 624 words.
  package private(set) var state: [UInt32]
  /// The place of the next word to give out: 0 ... 624, where 624 means that the state must be renewed first.
  package private(set) var position: Int

  /// The generator seeded with one word.
  package init(seed: UInt32) {
    var words = [seed]
    words.reserveCapacity(Self.stateCount)
    for i in 1..<UInt32(Self.stateCount) {
      let last = words[words.count - 1]
      words.append(1_812_433_253 &* (last ^ last >> 30) &+ i)
    }
    state = words
    position = Self.stateCount
  }

  /// The generator at a saved state; `nil` unless there are 624 words and the position is 0 ... 624.
  package init?(state: [UInt32], position: Int) {
    guard state.count == Self.stateCount, (0...Self.stateCount).contains(position) else { return nil }
    self.state = state
    self.position = position
  }

  /// The next word.
  package mutating func next() -> UInt32 {
    if position == Self.stateCount { renew() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9D2C_5680
    word ^= word << 15 & 0xEFC6_0000
    return word ^ word >> 18
  }

  private mutating func renew() {
    let count = Self.stateCount
    state.withUnsafeMutableBufferPointer { state in
      // Each word is made from itself, its successor and the word 397 places on, all cyclically; the words
      // before it are already the new ones.
      for i in 0..<count {
        let successor = state[i + 1 == count ? 0 : i + 1]
        let far = state[i + 397 < count ? i + 397 : i + 397 - count]
        let joined = state[i] & 0x8000_0000 | successor & 0x7FFF_FFFF
        state[i] = far ^ joined >> 1 ^ (successor & 1 == 0 ? 0 : 0x9908_B0DF)
      }
    }
    position = 0
  }
}
