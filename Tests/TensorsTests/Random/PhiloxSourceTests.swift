import Tensors
import TestSupport
import Testing

@Suite struct PhiloxSourceTests {
  @Test("every draw is the stream that its documentation names")
  func streams() throws {
    let source = PhiloxSource(seed: 6)
    let weights = drawn(50, over: Float(0)) {
      source.initializeUniform(&$0, path: "fc/weight", bound: 0.1)
    }
    let stream = RandomStream(seed: 6, purpose: .initialization, site: RandomSite(path: "fc/weight"))
    #expect(weights == (0..<50).map { stream.uniform(at: $0, in: -0.1..<0.1) })
    let normal = drawn(50, over: Float(0)) {
      source.initializeNormal(&$0, path: "fc/weight", mean: 2, standardDeviation: 0.01)
    }
    #expect(normal == filled(50, with: 0) { stream.fillNormal($0, mean: 2, standardDeviation: 0.01) })
    #expect(
      source.epochOrder(of: 30, epoch: 2)
        == RandomStream(seed: 6, purpose: .shuffling, step: 2).permutation(of: 30))
    #expect(
      source.splitOrder(of: 30, name: "validation")
        == RandomStream(seed: 6, purpose: .shuffling, site: RandomSite(path: "validation"))
        .permutation(of: 30))
  }

  /// The kernels' own Philox and the one in Swift are two programs; the words are the same.
  @Test("a mask is the rule applied to the stream's words", arguments: Processor.kinds)
  func masks(processor: Processor) {
    let site = RandomSite(path: "a/drop"), largest = 50_000
    for seed in [5, 0xFFFF_FFFF_FFFF] as [UInt64] {
      let source = PhiloxSource(seed: seed)
      let stream = RandomStream(seed: seed, purpose: .dropout, site: site, step: 7)
      let words = filled(largest, with: UInt32(0)) { stream.fill($0, from: 0) { $0 } }
      for keep in [0, 1e-9, 0.3, 0.5, 0.8, 1.0.nextDown, 1] {
        let rule = DropoutRule(keepProbability: keep)
        let expected = words.map { rule.keeps($0) ? 1 : 0 as UInt8 }
        for count in [0, 1, 3, 4, 50, 63, 64, 65, 1000, 8192, 20_011, largest] {
          let mask = drawn(count, over: UInt8(9)) {
            source.dropoutMask(&$0, site: site, step: 7, keepProbability: keep, on: processor)
          }
          #expect(mask == Array(expected[..<count]), "\(count) elements kept with probability \(keep)")
        }
      }
    }
  }

  @Test("the order of calls moves nothing, and the saved state is the source")
  func stateless() throws {
    let source = PhiloxSource(seed: 6)
    let processor = try Processor()
    let before = source.epochOrder(of: 100, epoch: 1)
    _ = source.epochOrder(of: 10, epoch: 0)
    _ = drawn(10, over: UInt8(0)) {
      source.dropoutMask(&$0, site: RandomSite(path: "d"), step: 0, keepProbability: 0.5, on: processor)
    }
    #expect(source.epochOrder(of: 100, epoch: 1) == before)
    let restored = try PhiloxSource(savedState: source.savedState)
    #expect(restored == source)
    #expect(restored.epochOrder(of: 100, epoch: 1) == before)
  }
}
