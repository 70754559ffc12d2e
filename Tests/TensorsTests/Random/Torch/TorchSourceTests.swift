import Tensors
import Testing

@Suite struct TorchSourceTests {
  /// Draws of every kind, in an order that leaves a spare normal number behind.
  private func draws(_ source: inout some RandomSource) -> [[UInt32]] {
    var rows: [[UInt32]] = []
    rows.append(
      filled(3, with: Float(0)) {
        source.initializeNormal($0, path: "a", mean: 0.5, standardDeviation: 2)
      }.map(\.bitPattern))
    rows.append(
      filled(5, with: Float(0)) { source.initializeUniform($0, path: "b", bound: 0.1) }.map(\.bitPattern))
    rows.append(
      filled(7, with: UInt8(9)) {
        source.dropoutMask($0, site: RandomSite(path: "c"), step: 1, keepProbability: 0.5)
      }.map(UInt32.init))
    source.beginOrderedPass()
    rows.append(source.epochOrder(of: 9, epoch: 1).map(UInt32.init))
    rows.append(source.splitOrder(of: 9, name: "validation").map(UInt32.init))
    return rows
  }

  @Test("a source restored from its saved state goes on as if nothing had happened")
  func resume() throws {
    var source = TorchSource(seed: 42)
    for _ in 0..<40 {
      _ = draws(&source)
      var restored = try TorchSource(savedState: source.savedState)
      #expect(restored == source)
      var original = source
      #expect(draws(&restored) == draws(&original))
      #expect(restored == original)
    }
  }

  @Test("the state is all there is: a copy draws the same and leaves the original alone")
  func values() {
    var source = TorchSource(seed: 1)
    _ = draws(&source)
    let before = source
    var copy = source
    let first = draws(&copy)
    #expect(source == before)
    #expect(copy != before)
    #expect(draws(&source) == first)
  }

  @Test("bytes that are no saved state are refused with a reason")
  func damage() {
    let good = TorchSource(seed: 3).savedState
    #expect(good.count == 2520)
    var position = good
    position[8 + 4 * 624 + 1] = 0xFF
    var spares = good
    spares[8 + 4 * 624 + 4] = 2
    for bytes in [[], Array(good.dropLast()), good + [0], PhiloxSource(seed: 3).savedState, position, spares]
    {
      #expect(throws: RandomStateError.self) { try TorchSource(savedState: bytes) }
    }
    #expect(throws: RandomStateError.self) { try PhiloxSource(savedState: good) }
    #expect(throws: RandomStateError.self) { try PhiloxSource(savedState: []) }
    do {
      _ = try RandomSourceKind.torch.source(savedState: [1, 2, 3])
      Issue.record("three bytes were taken for a state")
    } catch {
      #expect(error.kind == .torch && error.description.contains("checkpoint"))
    }
  }

  @Test("a configuration's word gives the source", arguments: RandomSourceKind.allCases)
  func kinds(kind: RandomSourceKind) throws {
    var source = kind.source(seed: 9)
    #expect(source is PhiloxSource == (kind == .philox))
    #expect(RandomSourceKind(rawValue: kind.rawValue) == kind)
    _ = source.epochOrder(of: 5, epoch: 0)
    var restored = try kind.source(savedState: source.savedState)
    #expect(restored.epochOrder(of: 100, epoch: 1) == source.epochOrder(of: 100, epoch: 1))
    #expect(restored.savedState == source.savedState)
  }

  @Test("each pass of a data loader draws two seeds when it shuffles and one when it does not")
  func passes() {
    var shuffled = TorchSource(seed: 5)
    _ = shuffled.epochOrder(of: 10, epoch: 0)
    var ordered = TorchSource(seed: 5)
    ordered.beginOrderedPass()
    #expect(shuffled != ordered)
    ordered.beginOrderedPass()
    #expect(shuffled == ordered)
  }

  @Test("dropout draws nothing where the answer is certain", arguments: [0.0, 1.0])
  func certainDropout(keepProbability: Double) {
    var source = TorchSource(seed: 5)
    let mask = filled(8, with: UInt8(9)) {
      source.dropoutMask($0, site: RandomSite(path: "d"), step: 0, keepProbability: keepProbability)
    }
    #expect(mask == [UInt8](repeating: UInt8(keepProbability), count: 8))
    #expect(source == TorchSource(seed: 5))
  }
}
