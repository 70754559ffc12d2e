import Tensors
import TestSupport
import Testing

@Suite struct TorchSourceTests {
  private let processor = try! Processor(threads: 2)

  /// Draws of every kind, in an order that leaves a spare normal number behind.
  private func draws(_ source: inout TorchSource) -> [[UInt32]] {
    var rows: [[UInt32]] = []
    rows.append(
      drawn(3, over: Float(0)) {
        source.initializeNormal(&$0, path: "a", mean: 0.5, standardDeviation: 2)
      }.map(\.bitPattern))
    rows.append(
      drawn(5, over: Float(0)) { source.initializeUniform(&$0, path: "b", bound: 0.1) }.map(\.bitPattern))
    rows.append(
      drawn(7, over: UInt8(9)) {
        source.dropoutMask(&$0, site: RandomSite(path: "c"), step: 1, keepProbability: 0.5, on: processor)
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
    let mask = drawn(8, over: UInt8(9)) {
      source.dropoutMask(
        &$0, site: RandomSite(path: "d"), step: 0, keepProbability: keepProbability, on: processor)
    }
    #expect(mask == [UInt8](repeating: UInt8(keepProbability), count: 8))
    #expect(source == TorchSource(seed: 5))
  }
}

@Suite struct TorchChainTests {
  private let processor = try! Processor()

  /// One generator's chained draws, from `Goldens/torch-chains.json`, made by `Goldens/make_torch_chains.py`.
  struct Chain: Decodable, Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let draws: [Draw]
    var testDescription: String { "seed \(seed)" }
  }

  struct Draw: Decodable, Sendable {
    let name: String
    let size: Int
    let sha256: String

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      name = try row.decode(String.self)
      size = try row.decode(Int.self)
      sha256 = try row.decode(String.self)
    }
  }

  static let chains = goldenFile("torch-chains.json", as: [Chain].self)

  @Test("a long mixed run draws as PyTorch does", arguments: chains)
  func chain(chain: Chain) throws {
    #expect(chain.draws.count == 63)
    var source = TorchSource(seed: chain.seed)
    for draw in chain.draws {
      let digest = try #require(digest(of: draw, from: &source))
      // Everything after a wrong draw is wrong too.
      try #require(digest.hexadecimal == draw.sha256, "\(draw.name), \(draw.size) elements")
    }
  }

  private func digest(of draw: Draw, from source: inout TorchSource) -> Digest? {
    let n = draw.size
    func digest<Value>(_ values: [Value]) -> Digest { values.withUnsafeBytes { Digest(of: $0) } }
    switch draw.name {
    case "randn": return digest(filled(n, with: Float(0)) { source.generator.fillNormal($0) })
    case "normal 0.3 1.7":
      return digest(
        drawn(n, over: Float(0)) {
          source.initializeNormal(&$0, path: "w", mean: 0.3, standardDeviation: 1.7)
        })
    case "rand": return digest(filled(n, with: Float(0)) { source.generator.fillUniform($0) })
    case "uniform -0.7 0.1":
      return digest(filled(n, with: Float(0)) { source.generator.fillUniform($0, from: -0.7, to: 0.1) })
    case "weight":
      let bound = 1 / Double(n).squareRoot()
      return digest(
        drawn(n, over: Float(0)) { source.initializeUniform(&$0, path: "w", bound: bound) })
    case "dropout 0.2":
      return digest(
        drawn(n, over: UInt8(9)) {
          source.dropoutMask(
            &$0, site: RandomSite(path: "d"), step: 0, keepProbability: 1 - 0.2, on: processor)
        })
    case "loader shuffled": return digest(source.epochOrder(of: n, epoch: 0))
    case "loader ordered":
      source.beginOrderedPass()
      return digest(Array(0..<n))
    case "split": return digest(source.splitOrder(of: n, name: "split"))
    default: return nil
    }
  }
}
