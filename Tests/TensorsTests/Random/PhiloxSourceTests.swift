import Tensors
import Testing

@Suite struct PhiloxSourceTests {
  @Test("every draw is the stream that its documentation names")
  func streams() {
    let source = PhiloxSource(seed: 6)
    let weights = filled(50, with: Float(0)) { source.initializeUniform($0, path: "fc/weight", bound: 0.1) }
    let stream = RandomStream(seed: 6, purpose: .initialization, site: RandomSite(path: "fc/weight"))
    #expect(weights == (0..<50).map { stream.uniform(at: $0, in: -0.1..<0.1) })
    let normal = filled(50, with: Float(0)) {
      source.initializeNormal($0, path: "fc/weight", mean: 2, standardDeviation: 0.01)
    }
    #expect(normal == filled(50, with: 0) { stream.fillNormal($0, mean: 2, standardDeviation: 0.01) })
    #expect(
      source.epochOrder(of: 30, epoch: 2)
        == RandomStream(seed: 6, purpose: .shuffling, step: 2).permutation(of: 30))
    #expect(
      source.splitOrder(of: 30, name: "validation")
        == RandomStream(seed: 6, purpose: .shuffling, site: RandomSite(path: "validation"))
        .permutation(of: 30))
    let mask = filled(50, with: UInt8(9)) {
      source.dropoutMask($0, site: RandomSite(path: "drop"), step: 3, keepProbability: 0.8)
    }
    let words = RandomStream(seed: 6, purpose: .dropout, site: RandomSite(path: "drop"), step: 3)
    #expect(mask == (0..<50).map { DropoutRule(keepProbability: 0.8).keeps(words.word($0)) ? 1 : 0 })
  }

  @Test("the order of calls moves nothing, and the saved state is the source")
  func stateless() throws {
    let source = PhiloxSource(seed: 6)
    let before = source.epochOrder(of: 100, epoch: 1)
    _ = source.epochOrder(of: 10, epoch: 0)
    _ = filled(10, with: UInt8(0)) {
      source.dropoutMask($0, site: RandomSite(path: "d"), step: 0, keepProbability: 0.5)
    }
    source.beginOrderedPass()
    #expect(source.epochOrder(of: 100, epoch: 1) == before)
    let restored = try PhiloxSource(savedState: source.savedState)
    #expect(restored == source)
    #expect(restored.epochOrder(of: 100, epoch: 1) == before)
  }
}
