import Tensors
import TestSupport
import Testing

/// A matrix product as the contract states it: for every element one chain of fused multiply-adds.
private struct Problem<S: Scalar> {
  var m, n, k: Int
  var transposesA = false, transposesB = false
  var a, b: [S]
  var bias: [S]?
  var start: [S]?

  init(m: Int, n: Int, k: Int, seed: Int = 1) {
    (self.m, self.n, self.k) = (m, n, k)
    a = Arrays.uniform(m * k, seed: seed)
    b = Arrays.uniform(k * n, seed: seed + 1)
  }

  func naive() -> [S] {
    (0..<m * n).map { index in
      let (i, j) = (index / n, index % n)
      var sum = start?[index] ?? 0
      for p in 0..<k {
        let x = transposesA ? a[p * m + i] : a[i * k + p]
        let y = transposesB ? b[j * k + p] : b[p * n + j]
        sum = sum.addingProduct(x, y)
      }
      if let bias { sum += bias[j] }
      return sum
    }
  }

  func computed(on processor: Processor) -> [S] {
    var c = start ?? [S](repeating: .nan, count: m * n)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          // An empty array has no address; the product never reads it.
          let nothing = UnsafeMutablePointer<S>.allocate(capacity: 1)
          defer { nothing.deallocate() }
          let viewA = MatrixView(a.baseAddress ?? UnsafePointer(nothing), stride: transposesA ? m : k)
          let viewB = MatrixView(b.baseAddress ?? UnsafePointer(nothing), stride: transposesB ? k : n)
          func multiply(_ bias: UnsafePointer<S>?) {
            processor.multiply(
              transposesA ? viewA.transposed : viewA, transposesB ? viewB.transposed : viewB,
              into: c.baseAddress ?? nothing, cStride: n, m: m, n: n, k: k, accumulates: start != nil,
              bias: bias)
          }
          if let bias { bias.withUnsafeBufferPointer { multiply($0.baseAddress) } } else { multiply(nil) }
        }
      }
    }
    return c
  }
}

/// Sides of 0, 1, the tiles' borders ± 1 and primes, and long sums that are cut into parts.
private let shapes: [(Int, Int, Int)] = [
  (0, 3, 2), (3, 0, 2), (3, 2, 0), (1, 1, 1), (1, 1, 700), (1, 17, 3), (17, 1, 5), (2, 3, 4), (4, 8, 4),
  (5, 9, 7), (6, 16, 16), (7, 17, 33), (13, 31, 29), (14, 32, 64), (15, 33, 65), (16, 64, 3), (6, 15, 513),
  (32, 10, 100), (10, 32, 33), (28, 97, 31), (43, 101, 127), (3, 7, 1025), (64, 40, 256), (29, 129, 17),
]

@Suite struct MatrixProductTests {
  private func check<S: Scalar>(_: S.Type, on processor: Processor) {
    var failure: String?
    for (number, (m, n, k)) in shapes.enumerated() {
      for variant in 0..<16 {
        var problem = Problem<S>(m: m, n: n, k: k, seed: 100 * number)
        problem.transposesA = variant & 1 != 0
        problem.transposesB = variant & 2 != 0
        if variant & 4 != 0 { problem.start = Arrays.uniform(m * n, seed: 7) }
        if variant & 8 != 0 { problem.bias = Arrays.uniform(n, seed: 8) }
        if let difference = mismatch(problem.computed(on: processor), problem.naive()) {
          failure = failure ?? "(\(m), \(n), \(k)) variant \(variant): \(difference)"
        }
      }
    }
    #expect(failure == nil)
  }

  @Test(arguments: Processor.kinds)
  func equalsTheNaiveChainInFloat(_ processor: Processor) { check(Float.self, on: processor) }

  @Test(arguments: Processor.kinds)
  func equalsTheNaiveChainInDouble(_ processor: Processor) { check(Double.self, on: processor) }

  /// Sums of whole numbers are exact in any order, so this finds faults of indexing alone.
  @Test(arguments: Processor.kinds)
  func equalsIntegerArithmetic(_ processor: Processor) {
    for (number, (m, n, k)) in shapes.enumerated() {
      var problem = Problem<Float>(m: m, n: n, k: k)
      problem.a = Arrays.integers(m * k, range: 15, seed: number)
      problem.b = Arrays.integers(k * n, range: 15, seed: number + 50)
      let exact = (0..<m * n).map { index -> Float in
        let (i, j) = (index / n, index % n)
        var sum: Int64 = 0
        for p in 0..<k { sum += Int64(problem.a[i * k + p]) * Int64(problem.b[p * n + j]) }
        return Float(sum)
      }
      let computed = problem.computed(on: processor).map { $0 + 0 }  // an exact 0 may have either sign
      #expect(mismatch(computed, exact) == nil, "(\(m), \(n), \(k))")
    }
  }

  /// +M at i, −M at j, ones elsewhere: a chain in ascending order loses the ones before j and keeps the
  /// n − 1 − j behind it; any other order gives another number.
  @Test(arguments: Processor.kinds)
  func addsInAscendingOrder(_ processor: Processor) {
    let k = 1031
    let large: Float = 0x1p100
    for (i, j) in [(0, 1), (0, k - 1), (3, 4), (7, 512), (511, 512), (513, 900), (100, k - 2)] {
      var problem = Problem<Float>(m: 17, n: 35, k: k)
      problem.a = [Float](repeating: 1, count: 17 * k)
      problem.b = [Float](repeating: 1, count: k * 35)
      for column in 0..<35 {
        problem.b[i * 35 + column] = large
        problem.b[j * 35 + column] = -large
      }
      let expected = [Float](repeating: Float(k - 1 - j), count: 17 * 35)
      #expect(mismatch(problem.computed(on: processor), expected) == nil, "i = \(i), j = \(j)")
    }
  }

  /// NaN, infinities, subnormals and signed zeros go the way of the chain.
  @Test(arguments: Processor.kinds)
  func keepsSpecialValues(_ processor: Processor) {
    let special: [Float] = [
      .nan, .infinity, -.infinity, 0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0x1p-126,
      Float(bitPattern: 0x007f_ffff), .greatestFiniteMagnitude, 1, -1, 0x1p-75,
    ]
    var problem = Problem<Float>(m: 13, n: 13, k: 3)
    problem.a = (0..<39).map { special[$0 * 5 % 13] }
    problem.b = (0..<39).map { special[($0 * 7 + 3) % 13] }
    problem.start = special + special + [Float](repeating: 0x1p-149, count: 143)
    #expect(mismatch(problem.computed(on: processor), problem.naive()) == nil)
  }

  /// Sums that lie so near a boundary between two Floats that rounding to Double first would go wrong: of
  /// ordinary size, where results are subnormal, and where they overflow.
  @Test(arguments: Processor.kinds)
  func roundsOnceNearBoundaries(_ processor: Processor) {
    // (1 + d)(1 − d) = 1 − d²: a product that misses a boundary by less than a Double shows.
    let mantissas: [Float] = [1 + 0x1p-23, 1 - 0x1p-23, 1 + 0x1p-22, 1 - 0x1p-22]
    var roundedTwice = 0
    for exponent in [0, 127, 100, -102, -125, -126, -127, -130, -148, -149] {
      var problem = Problem<Float>(m: 16, n: 72, k: 1)
      // A product's exponent is that of c less 23, 24 or 25.
      let half = exponent / 2
      problem.a = (0..<16).map {
        Float(sign: $0 < 8 ? .plus : .minus, exponent: half, significand: mantissas[$0 % 4])
      }
      problem.b = (0..<72).map {
        Float(sign: .plus, exponent: exponent - half - 23 - $0 / 4 % 3, significand: mantissas[$0 % 4])
      }
      let c = Arrays.integers(16 * 72, range: 7, seed: 13) as [Float]
      problem.start = c.enumerated().map { index, value in
        let bit = Float(sign: .plus, exponent: max(exponent - 23, -149), significand: 1)
        let base = Float(sign: .plus, exponent: exponent, significand: index % 5 == 0 ? 1.5 : 1)
        return exponent == 127 ? .greatestFiniteMagnitude - abs(value) * bit : base + value * bit
      }
      let expected = problem.naive()
      for index in expected.indices {
        let sum =
          Double(problem.a[index / 72]) * Double(problem.b[index % 72]) + Double(problem.start![index])
        if Float(sum) != expected[index] { roundedTwice += 1 }
      }
      #expect(mismatch(problem.computed(on: processor), expected) == nil, "2^\(exponent)")
    }
    #expect(roundedTwice > 50, "the inputs show the difference")
  }

  @Test func aRowHasTheSameBitsInAnyBatch() throws {
    let processor = try Processor()
    let whole = Problem<Float>(m: 67, n: 45, k: 300, seed: 3)
    let all = whole.computed(on: processor)
    for rows in [0..<1, 5..<6, 10..<23, 0..<66, 66..<67] {
      var part = Problem<Float>(m: rows.count, n: 45, k: 300)
      part.a = Array(whole.a[rows.lowerBound * 300..<rows.upperBound * 300])
      part.b = whole.b
      let expected = Array(all[rows.lowerBound * 45..<rows.upperBound * 45])
      #expect(mismatch(part.computed(on: processor), expected) == nil, "\(rows)")
    }
  }

  @Test func threadsChangeNothing() throws {
    for (m, n, k) in [(300, 200, 100), (5, 1000, 300), (1000, 7, 300), (3, 2, 1), (1, 5000, 40)] {
      let problem = Problem<Float>(m: m, n: n, k: k, seed: 5)
      let alone = problem.computed(on: try Processor(threads: 1))
      for threads in [2, 3, 7] {
        let computed = problem.computed(on: try Processor(threads: threads))
        #expect(mismatch(computed, alone) == nil, "\(threads) threads")
      }
    }
  }

  /// C = A₁B₁, then C += A₂B₂, has the bits of one product over both parts of k.
  @Test func aSumMayBeCutAnywhere() throws {
    let processor = try Processor()
    let whole = Problem<Float>(m: 20, n: 30, k: 97, seed: 9)
    let expected = whole.computed(on: processor)
    for cut in [1, 13, 48, 96] {
      var first = Problem<Float>(m: 20, n: 30, k: cut)
      first.a = (0..<20).flatMap { whole.a[$0 * 97..<$0 * 97 + cut] }
      first.b = Array(whole.b[..<(cut * 30)])
      var second = Problem<Float>(m: 20, n: 30, k: 97 - cut)
      second.a = (0..<20).flatMap { whole.a[$0 * 97 + cut..<($0 + 1) * 97] }
      second.b = Array(whole.b[(cut * 30)...])
      second.start = first.computed(on: processor)
      #expect(mismatch(second.computed(on: processor), expected) == nil, "cut at \(cut)")
    }
  }

  @Test func theTransposeIsTheProductOfTransposes() throws {
    let processor = try Processor()
    let problem = Problem<Float>(m: 37, n: 53, k: 71, seed: 11)
    var transposed = Problem<Float>(m: 53, n: 37, k: 71)
    (transposed.a, transposed.b) = (problem.b, problem.a)
    (transposed.transposesA, transposed.transposesB) = (true, true)
    let c = problem.computed(on: processor), t = transposed.computed(on: processor)
    #expect(mismatch(c, (0..<37 * 53).map { t[$0 % 53 * 37 + $0 / 53] }) == nil)
  }

  @Test(arguments: Golden.repdl("mm"), Processor.kinds)
  func agreesWithRepDL(_ golden: Golden, _ processor: Processor) {
    let (a, b, y) = (golden.shape("a"), golden.shape("b"), golden.shape("y"))
    let transposesA = golden.bool("transA")
    var problem = Problem<Float>(m: y[0], n: y[1], k: transposesA ? a[0] : a[1])
    problem.a = golden.floats("a")
    problem.b = golden.floats("b")
    problem.transposesA = transposesA
    problem.transposesB = golden.bool("transB")
    #expect(b.count == 2)
    #expect(mismatch(problem.computed(on: processor), golden.floats("y")) == nil)
  }
}
