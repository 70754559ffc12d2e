import Tensors
import Testing

@Suite struct RandomStreamTests {
  @Test("the layout's version is the golden file's")
  func version() {
    #expect(RandomStream.layoutVersion == PhiloxGolden.file.layoutVersion)
  }

  @Test("words are those of the second implementation", arguments: PhiloxGolden.file.cases)
  func words(golden: PhiloxGolden) throws {
    let stream = try golden.stream()
    #expect(golden.words.indices.map { stream.word($0) } == golden.words)
    #expect(stream.word(RandomStream.wordCount - 1) == golden.lastWord)
  }

  @Test("any sub-range reads the words of the whole range")
  func subRanges() {
    let stream = RandomStream(seed: 7, purpose: .dataGeneration)
    let whole = (0..<64).map { stream.word($0) }
    var mismatches: [Range<Int>] = []
    for start in 0..<20 {
      for count in 0..<20 {
        let part = filled(count, with: UInt32(0)) { stream.fill($0, from: start) }
        if part != Array(whole[start..<start + count]) { mismatches.append(start..<start + count) }
      }
    }
    #expect(mismatches == [])
  }

  @Test("another seed, purpose, site or step gives other words")
  func independence() {
    var streams: [RandomStream] = []
    for seed in [0, 1, 0xFFFF_FFFF, 0x1_0000_0000, 0x1_0000_0001, UInt64.max] {
      for purpose in RandomPurpose.allCases {
        for site in [RandomSite.none, RandomSite(index: 1), RandomSite(path: "a"), RandomSite(path: "b")] {
          for step in [0, 1, 0xFFFF_FFFF] {
            streams.append(RandomStream(seed: seed, purpose: purpose, site: site, step: step))
          }
        }
      }
    }
    let words = Set(streams.flatMap { stream in (0..<4).map { stream.word($0) } })
    // 1440 words of 32 bits: a coincidence has a chance of 2⁻¹², and this draw has none.
    #expect(streams.count == 360)
    #expect(words.count == 4 * streams.count)
  }

  @Test("keys: the seed itself below 2³², else derived with the high bit set")
  func keys() {
    #expect(RandomStream(seed: 0xFFFF_FFFF, purpose: .dropout).key == SIMD2(0xFFFF_FFFF, 3))
    var wrong: [UInt64] = []
    var highBitsAdded = 0
    for low in 0..<16 as Range<UInt32> {
      let seed = 0x7_0000_0000 | UInt64(low)
      let derived = Philox4x32.words(counter: SIMD4(3, 0, 0, .max), key: SIMD2(low, 7))
      if derived.y < 0x8000_0000 { highBitsAdded += 1 }
      let key = RandomStream(seed: seed, purpose: .dropout).key
      if key != SIMD2(derived.x, derived.y | 0x8000_0000) { wrong.append(seed) }
    }
    #expect(wrong == [])
    #expect(highBitsAdded > 0)
  }
}
