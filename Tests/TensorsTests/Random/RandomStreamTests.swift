import Tensors
import TestSupport
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
        let part = filled(count, with: UInt32(0)) { stream.fill($0, from: start) { $0 } }
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
    // 1728 words of 32 bits: a coincidence has a chance of 2⁻¹², and this draw has none.
    #expect(streams.count == 432)
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

@Suite struct Philox4x32Tests {
  @Test("known answers of the published generator")
  func knownAnswers() {
    #expect(
      Philox4x32.words(counter: .zero, key: .zero)
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox4x32.words(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox4x32.words(
        counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("every bit of the counter and of the key reaches every word")
  func avalanche() {
    let counter = SIMD4<UInt32>(1, 2, 3, 4)
    let key = SIMD2<UInt32>(5, 6)
    let base = Philox4x32.words(counter: counter, key: key)
    var unchanged = 0
    for bit in 0..<192 {
      var (c, k) = (counter, key)
      if bit < 128 { c[bit / 32] ^= 1 << UInt32(bit % 32) } else { k[bit / 32 - 4] ^= 1 << UInt32(bit % 32) }
      let words = Philox4x32.words(counter: c, key: k)
      for lane in 0..<4 where words[lane] == base[lane] { unchanged += 1 }
    }
    #expect(unchanged == 0)
  }
}

@Suite struct RandomSiteTests {
  @Test("a path's word is the start of its SHA-256")
  func word() {
    // The first digits of SHA-256("abc") and of SHA-256(""), FIPS 180-2, appendix B, and its empty message.
    #expect(RandomSite(path: "abc").word == 0xba78_16bf)
    #expect(RandomSite(path: "").word == 0xe3b0_c442)
    #expect(RandomSite(index: 4_294_967_295).word == .max)
    #expect(RandomSite.none.word == 0)
  }

  @Test("two sites with one word are refused, by name")
  func collisions() throws {
    try RandomSite.requireDistinct((0..<2000).map { "layer\($0)/weight" })
    #expect(throws: RandomSiteCollision(first: "a", second: "a")) {
      try RandomSite.requireDistinct(["a", "b", "a"])
    }
    let same = String(describing: RandomSiteCollision(first: "a", second: "a"))
    #expect(same.contains("'a'") && same.contains("another name"))
    // Found by trying "site0", "site1", … until two had the same first 32 bits of their SHA-256.
    let pair = RandomSiteCollision(first: "site116442", second: "site134824")
    #expect(RandomSite(path: pair.first) == RandomSite(path: pair.second))
    #expect(throws: pair) { try RandomSite.requireDistinct(["x", pair.first, "y", pair.second]) }
    #expect(pair.description.contains(pair.first) && pair.description.contains(pair.second))
  }
}
