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
    let small = golden.integersBelow10.indices.map { stream.integer(at: $0, below: 10) }
    #expect(small == golden.integersBelow10)
    // Nearly half of all words are rejected at this bound.
    let large = golden.integersBelow2147483649.indices.map { stream.integer(at: $0, below: (1 << 31) + 1) }
    #expect(large == golden.integersBelow2147483649)
  }

  @Test("a rejected word is read again at the same index, at the next attempt")
  func attempts() {
    let stream = RandomStream(seed: 1, purpose: .dataGeneration)
    let bound = (1 << 31) + 1
    let rule = BoundedInteger(below: bound)
    let rejected = (0..<64).filter { rule.value(stream.word($0)) == nil }
    #expect(!rejected.isEmpty)
    for index in 0..<64 {
      let accepted = (0..<UInt32(100)).lazy.compactMap { rule.value(stream.word(index, attempt: $0)) }.first
      #expect(stream.integer(at: index, below: bound) == accepted)
    }
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

@Suite struct ShuffleTests {
  @Test("permutations are those of the second implementation", arguments: PhiloxGolden.file.cases)
  func goldens(golden: PhiloxGolden) throws {
    #expect(try golden.stream().permutation(of: 20) == golden.permutationOf20)
  }

  @Test("every size gives a permutation, equal to choosing from the rest", arguments: [0, 1, 2, 3, 17, 1000])
  func permutation(count: Int) {
    let stream = RandomStream(seed: 4, purpose: .shuffling, step: count)
    let order = stream.permutation(of: count)
    #expect(order.sorted() == Array(0..<count))
    // The naive form: choose one of what is left, fill its place with the last of what is left.
    var left = Array(0..<count)
    var chosen: [Int] = []
    for draw in 0..<count {
      let place = left.count == 1 ? 0 : stream.integer(at: draw, below: left.count)
      chosen.append(left[place])
      left[place] = left[left.count - 1]
      left.removeLast()
    }
    #expect(order == chosen.reversed())
  }

  @Test("a slice is shuffled within its own indices")
  func slice() {
    let stream = RandomStream(seed: 4, purpose: .shuffling)
    var numbers = Array(100..<120)
    stream.shuffle(&numbers[5..<12])
    let order = stream.permutation(of: 7)
    #expect(numbers == Array(100..<105) + order.map { 105 + $0 } + Array(112..<120))
  }

  @Test("all 24 orders of four are equally likely (24,000 seeds, chi-square)")
  func orders() {
    var counts: [[Int]: Double] = [:]
    for seed in 0..<24_000 {
      counts[RandomStream(seed: UInt64(seed), purpose: .shuffling).permutation(of: 4), default: 0] += 1
    }
    #expect(counts.count == 24)
    let statistic = counts.values.sorted().reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 }
    // 23 degrees of freedom: above 55.5 or below 5.9 with probability 2 · 10⁻⁴ or less each.
    #expect(statistic < 55.5 && statistic > 5.9)
  }
}

@Suite struct DropoutRuleTests {
  @Test("keep ⇔ word < p · 2³²", arguments: [(0.5, 0x8000_0000), (0.25, 0x4000_0000), (0.8, 3_435_973_836)])
  func threshold(probability: Double, threshold: UInt64) {
    let rule = DropoutRule(keepProbability: probability)
    #expect(rule.threshold == threshold)
    #expect(rule.keeps(UInt32(threshold - 1)))
    #expect(!rule.keeps(UInt32(threshold)))
  }

  @Test("probability 1 keeps every word, 0 none")
  func certain() {
    #expect([0, 1, 0x8000_0000, .max].allSatisfy { DropoutRule(keepProbability: 1).keeps($0) })
    #expect(![0, 1, 0x8000_0000, .max].contains { DropoutRule(keepProbability: 0).keeps($0) })
    #expect(!DropoutRule(keepProbability: 1.0.nextDown).keeps(.max))
  }
}
