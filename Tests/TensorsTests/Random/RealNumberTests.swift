import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct UniformTests {
  @Test("numbers are those of the second implementation", arguments: PhiloxGolden.file.cases)
  func goldens(golden: PhiloxGolden) throws {
    let stream = try golden.stream()
    let unit = filled(golden.uniform.count, with: Float(0)) { stream.fillUniform($0, in: 0..<1) }
    #expect(unit.map(\.bitPattern) == golden.uniform)
    let ranged = filled(golden.uniformInRange.count, with: Float(0)) {
      stream.fillUniform($0, in: -0.125..<0.625)
    }
    #expect(ranged.map(\.bitPattern) == golden.uniformInRange)
  }

  static let words: [UInt32] = [0, 1, 0xFF, 0x100, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FEFF, 0xFFFF_FF00, .max]

  @Test("the unit interval's ends")
  func unitInterval() {
    #expect(UniformUnit.float(0) == 0)
    #expect(UniformUnit.float(.max) == Float(1).nextDown)
    #expect(UniformUnit.float(0x8000_0000) == 0.5)
    #expect(UniformUnit.double(high: 0, low: 0x7FF) == 0)
    #expect(UniformUnit.double(high: 0, low: 0x800) == 0x1p-53)
    #expect(UniformUnit.double(high: .max, low: .max) == 1.0.nextDown)
  }

  @Test("a Float range's upper bound is never reached, its lower bound never passed")
  func floatRanges() {
    let ranges: [Range<Float>] = [
      0..<1, -1..<1, 1..<Float(1).nextUp, 16_777_216..<16_777_218, -1..<0, -Float.leastNonzeroMagnitude..<0,
      0..<Float.leastNonzeroMagnitude, -Float.greatestFiniteMagnitude..<Float.greatestFiniteMagnitude,
      1e30..<Float(1e30).nextUp, -1e-37..<1e30, 0.1..<0.3, -0.035714287..<0.035714287,
    ]
    var wrong: [String] = []
    for range in ranges {
      let rule = UniformRange(range)
      for word in Self.words where !range.contains(rule.value(word)) {
        wrong.append("\(range), word \(word): \(rule.value(word))")
      }
      #expect(rule.value(0) == range.lowerBound)
    }
    #expect(wrong == [])
    // Here the clamp is what keeps the bound out: the exact result rounds to it.
    #expect(UniformRange(1..<Float(1).nextUp).value(.max) == 1)
    #expect(UniformRange(0..<1).value(.max) == Float(1).nextDown)
  }

  @Test("a Double range's upper bound is never reached")
  func doubleRanges() {
    let ranges: [Range<Double>] = [
      0..<1, 1..<1.0.nextUp, -1..<0, 1e300..<1.0e300.nextUp, -1e-300..<1e300,
      0..<Double.leastNonzeroMagnitude,
    ]
    var wrong: [String] = []
    for range in ranges {
      for unit in [0, 0x1p-53, 0.5, 1.0.nextDown] where !range.contains(UniformRange.value(unit, in: range)) {
        wrong.append("\(range), \(unit)")
      }
    }
    #expect(wrong == [])
  }

  @Test("bulk, single and sub-range agree")
  func bulk() {
    let stream = RandomStream(seed: 11, purpose: .initialization, site: RandomSite(path: "w"))
    let range: Range<Float> = -3..<5
    let wide: Range<Double> = -3..<5
    for start in [0, 1, 2, 3, 4, 101] {
      let floats = filled(23, with: Float(0)) { stream.fillUniform($0, in: range, from: start) }
      #expect(floats == (0..<23).map { stream.uniform(at: start + $0, in: range) })
      let units = filled(23, with: Float(0)) { stream.fillUniform($0, in: 0..<1, from: start) }
      #expect(units == (0..<23).map { UniformUnit.float(stream.word(start + $0)) })
      let doubles = (start..<start + 23).map {
        UniformUnit.double(high: stream.word(2 * $0), low: stream.word(2 * $0 + 1))
      }
      #expect(filled(23, with: 0.0) { stream.fillUniform($0, in: 0..<1, from: start) } == doubles)
      let ranged = filled(23, with: 0.0) { stream.fillUniform($0, in: wide, from: start) }
      #expect(ranged == doubles.map { -3 + $0 * 8 })
      #expect(filled(1, with: 0.0) { stream.fillUniform($0, in: wide, from: start + 22) } == [ranged[22]])
    }
  }

  @Test("mean and variance of 2¹⁸ numbers (seed 5)")
  func moments() {
    let count = 1 << 18
    let stream = RandomStream(seed: 5, purpose: .dataGeneration)
    let values = filled(count, with: Float(0)) { stream.fillUniform($0, in: 0..<1) }.map(Double.init)
    let mean = values.reduce(0, +) / Double(count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    // Five standard errors: √(1/12/N) = 0.00056 for the mean, √(1/180/N) = 0.000146 for the variance.
    #expect(abs(mean - 0.5) < 0.0029)
    #expect(abs(variance - 1.0 / 12) < 0.00073)
  }
}

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
    }
    // The naive angle is off by up to 2π · 2⁻⁵³, times a radius of at most 6.7.
    #expect(worst < 1e-14)
  }

  @Test("bulk, single and sub-range agree")
  func bulk() {
    let stream = RandomStream(seed: 3, purpose: .initialization, site: RandomSite(path: "w"))
    let whole = filled(64, with: Float(0)) { stream.fillNormal($0, mean: 1, standardDeviation: 0.25) }
    var wrong = 0
    for start in 0..<9 {
      for count in 0..<9 {
        let part = filled(count, with: Float(0)) {
          stream.fillNormal($0, mean: 1, standardDeviation: 0.25, from: start)
        }
        if part != Array(whole[start..<start + count]) { wrong += 1 }
      }
    }
    #expect(wrong == 0)
    let standard = filled(64, with: Float(0)) { stream.fillNormal($0) }
    #expect((0..<64).allSatisfy { whole[$0] != standard[$0] })
    let single = (0..<64).flatMap { index in
      filled(1, with: Float(0)) { stream.fillNormal($0, from: index) }
    }
    #expect(standard == single)
  }

  @Test("moments of 2¹⁸ numbers (seed 5)")
  func moments() {
    let count = 1 << 18
    let stream = RandomStream(seed: 5, purpose: .dataGeneration)
    let values = filled(count, with: Float(0)) { stream.fillNormal($0) }.map(Double.init)
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
