import Foundation
import Tensors
import Testing

@Suite struct NormalTests {
  @Test("numbers are those of the second implementation, to the last bit", arguments: PhiloxGolden.file.cases)
  func goldens(golden: PhiloxGolden) throws {
    let stream = try golden.stream()
    let values = filled(golden.normal.count, with: Float(0)) { stream.fillNormal($0) }
    #expect(values.map(\.bitPattern) == golden.normal)
  }

  @Test("the pair's exact places: quarter turns, the largest and the smallest radius")
  func exactPairs() {
    let largest = (64 * log(2.0)).squareRoot()
    #expect(abs(BoxMuller.pair(0, 0).cosine - largest) < 1e-15 * largest)
    #expect(BoxMuller.pair(0, 0).sine == 0)
    #expect(BoxMuller.pair(.max, 0x1234_5678) == (0, 0))
    let radius = BoxMuller.pair(77, 0).cosine
    #expect(BoxMuller.pair(77, 0x4000_0000) == (0, radius))
    #expect(BoxMuller.pair(77, 0x8000_0000) == (-radius, 0))
    #expect(BoxMuller.pair(77, 0xC000_0000) == (0, -radius))
  }

  @Test("the pair equals the formula through the C library, nearly")
  func formula() {
    var worst = 0.0
    for index in 0..<4000 {
      let stream = RandomStream(seed: 9, purpose: .dataGeneration)
      let four = stream.block(index)
      let radius = (-2 * log((Double(four.x) + 1) * 0x1p-32)).squareRoot()
      let angle = 2 * Double.pi * Double(four.y) * 0x1p-32
      let pair = BoxMuller.pair(four.x, four.y)
      worst = max(worst, abs(pair.cosine - radius * cos(angle)), abs(pair.sine - radius * sin(angle)))
      let wide = BoxMuller.pair(four)
      let unit = UniformUnit.double(high: four.x, low: four.y) + 0x1p-53
      let turn = UniformUnit.double(high: four.z, low: four.w)
      let wideRadius = (-2 * log(unit)).squareRoot()
      worst = max(worst, abs(wide.cosine - wideRadius * cos(2 * .pi * turn)))
      worst = max(worst, abs(wide.sine - wideRadius * sin(2 * .pi * turn)))
    }
    // The naive angle is off by up to 2π · 2⁻⁵³, times a radius of at most 6.7.
    #expect(worst < 1e-14)
  }

  @Test("bulk, single and sub-range agree")
  func bulk() {
    let stream = RandomStream(seed: 3, purpose: .initialization, site: RandomSite(path: "w"))
    let whole = filled(64, with: Float(0)) { stream.fillNormal($0, mean: 1, standardDeviation: 0.25) }
    let wholeDouble = filled(64, with: 0.0) { stream.fillNormal($0, mean: 1, standardDeviation: 0.25) }
    #expect((0..<64).allSatisfy { whole[$0] != stream.normal(at: $0) as Float })
    var wrong = 0
    for start in 0..<9 {
      for count in 0..<9 {
        let part = filled(count, with: Float(0)) {
          stream.fillNormal($0, mean: 1, standardDeviation: 0.25, from: start)
        }
        if part != Array(whole[start..<start + count]) { wrong += 1 }
        let partDouble = filled(count, with: 0.0) {
          stream.fillNormal($0, mean: 1, standardDeviation: 0.25, from: start)
        }
        if partDouble != Array(wholeDouble[start..<start + count]) { wrong += 1 }
      }
    }
    #expect(wrong == 0)
    let standard = filled(64, with: Float(0)) { stream.fillNormal($0) }
    #expect(standard == (0..<64).map { stream.normal(at: $0) })
  }

  @Test("the Double numbers' bits, frozen")
  func frozenDoubles() {
    let stream = RandomStream(seed: 0, purpose: .initialization)
    let bits = (0..<4).map { (stream.normal(at: $0) as Double).bitPattern }
    #expect(
      bits == [
        0x3fa3_fdd5_f997_b96c, 0x3fbf_8fe9_cc44_cf05,
        0xbf96_9450_f683_f0bc, 0xbfe5_54b5_ee77_ae91,
      ])
  }

  @Test("moments of 2¹⁸ numbers (seed 5)", arguments: ["Float", "Double"])
  func moments(type: String) {
    let count = 1 << 18
    let stream = RandomStream(seed: 5, purpose: .dataGeneration)
    let values =
      type == "Float"
      ? filled(count, with: Float(0)) { stream.fillNormal($0) }.map(Double.init)
      : filled(count, with: 0.0) { stream.fillNormal($0) }
    func moment(_ power: Int) -> Double {
      values.reduce(0) { $0 + pow($1, Double(power)) } / Double(count)
    }
    // Five standard errors: √(1/N), √(2/N), √(15/N), √(96/N) with N = 2¹⁸.
    #expect(abs(moment(1)) < 0.0098)
    #expect(abs(moment(2) - 1) < 0.0139)
    #expect(abs(moment(3)) < 0.0379)
    #expect(abs(moment(4) - 3) < 0.0957)
    // Neighbors come from one pair: their product must have mean 0.
    let products = stride(from: 0, to: count, by: 2).reduce(0.0) { $0 + values[$1] * values[$1 + 1] }
    #expect(abs(products / Double(count / 2)) < 0.0139)
  }
}
