import Tensors
import Testing

@Suite struct DropoutRuleTests {
  @Test("keep ⇔ word < p · 2³²", arguments: [(0.5, 0x8000_0000), (0.25, 0x4000_0000), (0.8, 3_435_973_836)])
  func threshold(probability: Double, threshold: UInt64) {
    let rule = DropoutRule(keepProbability: probability)
    #expect(rule.threshold == threshold)
    #expect(rule.keeps(UInt32(threshold - 1)))
    #expect(!rule.keeps(UInt32(threshold)))
  }

  @Test("probability 1 keeps every word, 0 none")
  func certain() {
    #expect([0, 1, 0x8000_0000, .max].allSatisfy { DropoutRule(keepProbability: 1).keeps($0) })
    #expect(![0, 1, 0x8000_0000, .max].contains { DropoutRule(keepProbability: 0).keeps($0) })
    #expect(!DropoutRule(keepProbability: 1.0.nextDown).keeps(.max))
  }

  @Test("a mask is the rule applied to the stream's words, from any start")
  func mask() {
    let stream = RandomStream(seed: 8, purpose: .dropout, site: RandomSite(path: "drop"), step: 12)
    let rule = DropoutRule(keepProbability: 0.75)
    for start in [0, 1, 6] {
      let mask = filled(1001, with: UInt8(9)) { stream.fillMask($0, keeping: rule, from: start) }
      #expect(mask == (0..<1001).map { rule.keeps(stream.word(start + $0)) ? 1 : 0 })
    }
  }
}
