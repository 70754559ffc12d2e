import Tensors
import Testing

@Suite struct BoundedIntegerTests {
  @Test(
    "over all 2³² words each number is accepted equally often",
    arguments: [1, 2, 3, 5, 6, 7, 10, 64, 100, 641, 1000, 4097, 60000, 65535, 65536])
  func exactlyUniform(bound: Int) {
    // The words of one number lie in a row from ⌈v · 2³² / bound⌉. Their products' low halves grow by the
    // bound from word to word and the threshold is smaller, so only the first of a row can be rejected.
    let rule = BoundedInteger(below: bound)
    var wrong: [Int] = []
    for number in 0..<bound {
      let first = ((number << 32) + bound - 1) / bound
      let end = (((number + 1) << 32) + bound - 1) / bound
      let head = rule.value(UInt32(first))
      let accepted = end - first - (head == nil ? 1 : 0)
      let rest = [first + 1, (first + end) / 2, end - 1].map { rule.value(UInt32($0)) }
      let inPlace = (head == nil || head == number) && rest.allSatisfy { $0 == number }
      if accepted != (1 << 32) / bound || !inPlace { wrong.append(number) }
    }
    #expect(wrong == [])
  }

  @Test("large bounds: the whole word space, and one more than its half")
  func largeBounds() {
    let all = BoundedInteger(below: 1 << 32)
    #expect([0, 1, 0x8000_0000, .max].map { all.value($0) } == [0, 1, 0x8000_0000, 0xFFFF_FFFF])
    let half = BoundedInteger(below: (1 << 31) + 1)
    #expect(half.value(0) == nil)
    #expect(half.value(.max) == 1 << 31)
  }

  @Test("numbers are those of the second implementation", arguments: PhiloxGolden.file.cases)
  func goldens(golden: PhiloxGolden) throws {
    let stream = try golden.stream()
    let small = filled(golden.integersBelow10.count, with: 0) { stream.fillIntegers($0, below: 10) }
    #expect(small == golden.integersBelow10)
    // Nearly half of all words are rejected at this bound.
    let large = golden.integersBelow2147483649.indices.map { stream.integer(at: $0, below: (1 << 31) + 1) }
    #expect(large == golden.integersBelow2147483649)
  }

  @Test("a sub-range reads the numbers of the whole range, rejected words or not")
  func subRange() {
    let stream = RandomStream(seed: 1, purpose: .dataGeneration)
    let whole = filled(64, with: 0) { stream.fillIntegers($0, below: (1 << 31) + 1) }
    let part = filled(30, with: 0) { stream.fillIntegers($0, below: (1 << 31) + 1, from: 17) }
    #expect(part == Array(whole[17..<47]))
    let rejected = (0..<64).filter { BoundedInteger(below: (1 << 31) + 1).value(stream.word($0)) == nil }
    #expect(!rejected.isEmpty)
  }

  @Test("chi-square of 100,000 numbers below 10 (seed 2)")
  func chiSquare() {
    let stream = RandomStream(seed: 2, purpose: .dataGeneration)
    var counts = [Double](repeating: 0, count: 10)
    for index in 0..<100_000 { counts[stream.integer(at: index, below: 10)] += 1 }
    let statistic = counts.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 }
    // Nine degrees of freedom: above 33.7 with probability 10⁻⁴, below 0.7 with probability 10⁻⁴.
    #expect(statistic < 33.7 && statistic > 0.7)
  }
}
