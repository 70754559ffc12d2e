import Datasets
import Settings
import Tensors
import Testing

@Suite struct MixupTests {
  private func mixup(_ alpha: String) throws -> Mixup {
    try StrictDecoder().decode(from: SettingsTree(yaml: "alpha: \(alpha)"))
  }

  @Test func alphaIsReadAndHasItsLimits() throws {
    #expect(try canonicalJSON(mixup("0.2"), leavingOutDefaults: true) == #"{"alpha":0.2}"#)
    for alpha in ["0", "101", "-1", ".nan"] {
      do {
        _ = try mixup(alpha)
        Issue.record("\(alpha) was taken")
      } catch { #expect("\(error)".contains("alpha"), "\(error)") }
    }
  }

  /// λ has mean ½, variance 1 / (4(2α + 1)) and fourth central moment 3 / (16(2α + 1)(2α + 3)).
  @Test(arguments: ["0.1", "0.2", "0.5", "1", "1.5", "4", "40"])
  func weightsHaveTheMomentsOfTheirDistribution(_ alpha: String) throws {
    let mixup = try mixup(alpha), a = mixup.alpha
    let count = 20_000
    let deviations = (0..<count).map {
      Double(mixup.draw(seed: 3, epoch: 1, index: $0, count: 10).weight) - 0.5
    }
    let n = Double(count)
    let variance = 1 / (4 * (2 * a + 1)), fourth = 3 / (16 * (2 * a + 1) * (2 * a + 3))
    let mean = deviations.reduce(0, +) / n, second = deviations.reduce(0) { $0 + $1 * $1 } / n
    #expect(abs(mean) < 4 * (variance / n).squareRoot())
    #expect(abs(second - variance) < 4 * ((fourth - variance * variance) / n).squareRoot())
    #expect(deviations.allSatisfy { abs($0) <= 0.5 })
  }

  /// Also at the smallest α, where both gamma numbers are too small for a Double.
  @Test func weightsAreNumbersInRange() throws {
    for alpha in ["0.001", "0.01", "100"] {
      let mixup = try mixup(alpha)
      let weights = (0..<2000).map { mixup.draw(seed: 1, epoch: 0, index: $0, count: 1).weight }
      #expect(weights.allSatisfy { (0...1).contains($0) })
      #expect(weights.contains { $0 < 0.5 } && weights.contains { $0 > 0.5 })
    }
  }

  @Test func everyExampleIsAsLikelyAPartner() throws {
    let mixup = try mixup("0.2")
    var counts = [Int](repeating: 0, count: 7)
    for index in 0..<7000 { counts[mixup.draw(seed: 1, epoch: 0, index: index, count: 7).partner] += 1 }
    let deviation = (7000 * (1.0 / 7) * (6.0 / 7)).squareRoot()
    #expect(counts.allSatisfy { abs(Double($0) - 1000) < 4 * deviation })
    #expect(mixup.draw(seed: 1, epoch: 0, index: 5, count: 1).partner == 0)
  }

  @Test func onlySeedEpochAndIndexCount() throws {
    let mixup = try mixup("0.4")
    let draw = mixup.draw(seed: 1, epoch: 2, index: 3, count: 1000)
    #expect(mixup.draw(seed: 1, epoch: 2, index: 3, count: 1000) == draw)
    #expect(mixup.draw(seed: 2, epoch: 2, index: 3, count: 1000) != draw)
    #expect(mixup.draw(seed: 1, epoch: 3, index: 3, count: 1000) != draw)
    #expect(mixup.draw(seed: 1, epoch: 2, index: 4, count: 1000) != draw)
  }

  @Test(arguments: [("0.2", "b305d3de31d399ff"), ("1", "a7df4490603e0d70"), ("3", "6fb72b9652dbe661")])
  func definitionsAreFrozen(_ alpha: String, _ digest: String) throws {
    let mixup = try mixup(alpha)
    let draws = (0..<100).map { mixup.draw(seed: 42, epoch: 3, index: $0, count: 60_000) }
    let partners = NamedTensor("partners", Tensor(draws.map { Int64($0.partner) }))
    let weights = NamedTensor("weights", Tensor(draws.map(\.weight)))
    #expect(Digest(ofModel: [partners, weights]).hexadecimal.prefix(16) == digest, "\(alpha)")
  }

  @Test func valuesAreMixed() {
    let x: [Float] = [0, 1, 0.3, 0.7], partner: [Float] = [1, 0, 0.9, 0.7]
    for weight in [0, 0.3, 1] as [Float] {
      var mixed = x
      mixed.withUnsafeMutableBufferPointer {
        Mixup.mix($0.baseAddress!, with: partner, weight: weight, count: 4)
      }
      #expect(mixed == zip(x, partner).map { weight * $0 + (1 - weight) * $1 })
      if weight == 1 { #expect(mixed == x) }
      if weight == 0 { #expect(mixed == partner) }
    }
  }
}
