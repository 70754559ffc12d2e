import Tensors
import Testing

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
