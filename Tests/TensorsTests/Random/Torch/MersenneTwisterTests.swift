import Tensors
import Testing

@Suite struct MersenneTwisterTests {
  @Test("the reference value: the 10,000th word after the default seed 5489")
  func reference() {
    // ISO/IEC 14882:2011, 26.5.5, states it for mt19937.
    var generator = MersenneTwister(seed: 5489)
    for _ in 0..<9999 { _ = generator.next() }
    #expect(generator.next() == 4_123_659_995)
  }

  @Test("a state is 624 words and a position of 0 to 624")
  func states() {
    let words = [UInt32](repeating: 1, count: 624)
    #expect(MersenneTwister(state: words, position: 0) != nil)
    #expect(MersenneTwister(state: words, position: 624) != nil)
    #expect(MersenneTwister(state: words, position: 625) == nil)
    #expect(MersenneTwister(state: words, position: -1) == nil)
    #expect(MersenneTwister(state: words.dropLast(), position: 0) == nil)
  }
}
