import Tensors
import Testing

@Suite struct TorchChainTests {
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
        filled(n, with: Float(0)) {
          source.initializeNormal($0, path: "w", mean: 0.3, standardDeviation: 1.7)
        })
    case "rand": return digest(filled(n, with: Float(0)) { source.generator.fillUniform($0) })
    case "uniform -0.7 0.1":
      return digest(filled(n, with: Float(0)) { source.generator.fillUniform($0, from: -0.7, to: 0.1) })
    case "weight":
      let bound = 1 / Double(n).squareRoot()
      return digest(
        filled(n, with: Float(0)) { source.initializeUniform($0, path: "w", bound: bound) })
    case "dropout 0.2":
      return digest(
        filled(n, with: UInt8(9)) {
          source.dropoutMask($0, site: RandomSite(path: "d"), step: 0, keepProbability: 1 - 0.2)
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
