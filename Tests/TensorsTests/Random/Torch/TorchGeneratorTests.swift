import Tensors
import TestSupport
import Testing

@Suite struct TorchGeneratorTests {
  private let processor = try! Processor()

  @Test("every kind of draw of the golden file is tested here")
  func coverage() {
    let tested: Set = [
      "rand", "randn", "randn_small", "randperm", "randperm_sha256", "linear_init", "linear_init_sha256",
      "conv2d_init", "dropout", "dataloader_shuffle", "document-002-data",
    ]
    #expect(Set(TorchGolden.all.map(\.draw)) == tested)
    #expect(TorchGolden.all.count == 45)
  }

  @Test("rand", arguments: TorchGolden.entries("rand"))
  func rand(golden: TorchGolden) throws {
    var generator = TorchGenerator(seed: golden.seed)
    let values = filled(try #require(golden.n), with: Float(0)) { generator.fillUniform($0) }
    #expect(values.map(\.bitPattern) == golden.y?.floatBits)
  }

  @Test("a uniform number that rounds to the upper bound becomes the lower one")
  func upperBound() {
    var generator = TorchGenerator(seed: 0)
    // Only the two bounds are Floats of this range, and half of the numbers round to the upper one.
    let upper = Double(Float(1).nextUp)
    let values = filled(100, with: Float(0)) { generator.fillUniform($0, from: 1, to: upper) }
    #expect(values.allSatisfy { $0 == 1 })
  }

  @Test("randn, both size paths", arguments: TorchGolden.entries("randn", "randn_small"))
  func randn(golden: TorchGolden) throws {
    var generator = TorchGenerator(seed: golden.seed)
    let values = filled(try #require(golden.n), with: Float(0)) { generator.fillNormal($0) }
    #expect(values.map(\.bitPattern) == golden.y?.floatBits)
  }

  @Test("randperm", arguments: TorchGolden.entries("randperm", "randperm_sha256"))
  func randperm(golden: TorchGolden) throws {
    var generator = TorchGenerator(seed: golden.seed)
    let order = generator.permutation(of: try #require(golden.n))
    if let digest = golden.sha256 {
      #expect(order.withUnsafeBytes { Digest(of: $0) }.hexadecimal == digest)
    } else {
      #expect(order == golden.y?.integers)
    }
  }

  @Test(
    "the first layer's parameters: Linear and Conv2d",
    arguments: TorchGolden.entries(
      "linear_init", "linear_init_sha256", "conv2d_init"))
  func layers(golden: TorchGolden) throws {
    let outputs = try #require(golden.outputs)
    let fanIn = try #require(golden.inputs) * (golden.kernel.map { $0 * $0 } ?? 1)
    var source = TorchSource(seed: golden.seed)
    let weight = drawn(outputs * fanIn, over: Float(0)) {
      source.initializeUniform(&$0, path: "weight", bound: 1 / Double(fanIn).squareRoot())
    }
    let bias = drawn(outputs, over: Float(0)) {
      source.initializeUniform(&$0, path: "bias", bound: 1 / Double(fanIn).squareRoot())
    }
    #expect(try #require(golden.weight).matches(weight))
    #expect(try #require(golden.bias).matches(bias))
  }

  @Test("dropout", arguments: TorchGolden.entries("dropout"))
  func dropout(golden: TorchGolden) throws {
    let keepProbability = 1 - (try #require(golden.p))
    var source = TorchSource(seed: golden.seed)
    let mask = drawn(try #require(golden.n), over: UInt8(9)) {
      source.dropoutMask(
        &$0, site: RandomSite(path: "dropout"), step: 0, keepProbability: keepProbability, on: processor)
    }
    let kept = Float(1 / keepProbability).bitPattern
    #expect(mask.map { $0 == 1 ? kept : 0 } == golden.y?.floatBits)
  }

  @Test("DataLoader's shuffle", arguments: TorchGolden.entries("dataloader_shuffle"))
  func dataLoader(golden: TorchGolden) throws {
    var source = TorchSource(seed: golden.seed)
    #expect(source.epochOrder(of: try #require(golden.n), epoch: 0) == golden.y?.integers)
  }

  @Test("document 002's data", arguments: TorchGolden.entries("document-002-data"))
  func document002(golden: TorchGolden) throws {
    let x = try #require(golden.x).floatBits.map(Float.init(bitPattern:))
    // linspace(-1, 1, 20): from the left end in the first half, from the right end in the second.
    let step: Float = 2.0 / 19
    let expected = (0..<20).map { i -> Float in
      i < 10 ? Float(-1).addingProduct(Float(i), step) : Float(1).addingProduct(Float(19 - i), -step)
    }
    #expect(x.map(\.bitPattern) == expected.map(\.bitPattern))
    var generator = TorchGenerator(seed: golden.seed)
    for targets in [golden.trainingTargets, golden.testTargets] {
      let noise = filled(20, with: Float(0)) { generator.fillNormal($0) }
      let y = zip(x, noise).map { $0 + 0.3 * $1 }
      #expect(y.map(\.bitPattern) == targets?.floatBits)
    }
  }
}

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
