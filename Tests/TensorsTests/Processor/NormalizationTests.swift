import Tensors
import TestSupport
import Testing

@Suite struct NormalizationTests {
  /// Blocks of channels and runs of positions, whole and in part.
  static let shapes: [ChannelShape] = [
    (1, 1, 1), (4, 3, 30), (7, 5, 1), (33, 16, 1), (70, 50, 1), (2, 16, 64), (3, 33, 67), (1, 9, 130),
    (2, 200, 9), (5, 1, 128), (40, 1200, 1),
  ].map { ChannelShape(samples: $0.0, channels: $0.1, positions: $0.2) }

  /// The contract's steps, one by one.
  private struct Naive<S: Scalar> {
    var mean, variance, deviation, y, dx, dGamma, dBeta: [S]

    init(
      x: [S], dy: [S], gamma: [S], beta: [S], shape: ChannelShape, dGamma: [S], dBeta: [S],
      fixed: (mean: [S], variance: [S])? = nil
    ) {
      let zeros = [S](repeating: 0, count: shape.channels)
      (mean, variance, deviation, y, dx) = (zeros, zeros, zeros, x, x)
      (self.dGamma, self.dBeta) = (dGamma, dBeta)
      let q = S(1 / Double(shape.chainCount))
      for c in 0..<shape.channels {
        let chain = (0..<shape.samples).flatMap { n in
          (0..<shape.positions).map { (n * shape.channels + c) * shape.positions + $0 }
        }
        var sum: S = 0
        for i in chain { sum = sum + x[i] }
        mean[c] = fixed?.mean[c] ?? sum * q
        var squares: S = 0
        for i in chain {
          let d = x[i] - mean[c]
          squares = squares + d * d
        }
        variance[c] = fixed?.variance[c] ?? squares * q
        let sigma = (variance[c] + S(1e-5)).squareRoot()
        deviation[c] = sigma
        for i in chain { y[i] = ((x[i] - mean[c]) / sigma) * gamma[c] + beta[c] }

        var s: S = 0, b: S = 0, sumOfH: S = 0
        let cubed = ((2 * sigma) * sigma) * sigma
        for i in chain {
          s = s + dy[i]
          b = b + (dy[i] * (mean[c] - x[i])) * (gamma[c] / cubed)
          self.dGamma[c] = self.dGamma[c] + ((x[i] - mean[c]) / sigma) * dy[i]
          self.dBeta[c] = self.dBeta[c] + dy[i]
        }
        func h(_ i: Int) -> S {
          let h = (b * q) * (x[i] - mean[c])
          return h + h
        }
        for i in chain { sumOfH = sumOfH + h(i) }
        let a = (-gamma[c] / sigma) * s
        for i in chain {
          dx[i] =
            fixed == nil
            ? ((gamma[c] / sigma) * dy[i] + h(i)) + (a - sumOfH) * q : (gamma[c] / sigma) * dy[i]
        }
      }
    }
  }

  private func compare<S: Scalar>(_: S.Type, _ shape: ChannelShape, on processor: Processor) -> [String] {
    let count = shape.samples * shape.channels * shape.positions, channels = shape.channels
    let x: [S] = Arrays.uniform(count, seed: 1), dy: [S] = Arrays.uniform(count, seed: 2)
    let gamma: [S] = Arrays.uniform(channels, seed: 3), beta: [S] = Arrays.uniform(channels, seed: 4)
    let start: [S] = Arrays.uniform(channels, seed: 5)
    let zeros = [S](repeating: 0, count: channels)
    var problems: [String] = []
    func check(_ name: String, _ a: [S], _ b: [S]) {
      if let difference = mismatch(a, b) { problems.append("\(name) of \(shape): \(difference)") }
    }
    for continues in [false, true] {
      let first = continues ? start : zeros
      let expected = Naive(
        x: x, dy: dy, gamma: gamma, beta: beta, shape: shape, dGamma: first, dBeta: first)
      var mean = start, variance = start, deviation = start, y = x, dx = dy, dGamma = start, dBeta = start
      processor.channelStatistics(x, shape: shape, mean: &mean, variance: &variance)
      processor.deviations(of: variance, epsilon: 1e-5, into: &deviation, count: channels)
      processor.normalizeChannels(
        x, shape: shape, mean: mean, deviation: deviation, gamma: gamma, beta: beta, into: &y)
      func gradients(constant: Bool, inPlace: Bool = false) {
        dGamma = start
        dBeta = start
        dx = dy
        dy.withUnsafeBufferPointer { source in
          dx.withUnsafeMutableBufferPointer { dx in
            dGamma.withUnsafeMutableBufferPointer { dGamma in
              dBeta.withUnsafeMutableBufferPointer { dBeta in
                // dx holds dy and is both: that must not matter.
                processor.channelGradients(
                  constant || inPlace ? UnsafePointer(dx.baseAddress!) : source.baseAddress!,
                  x: x, shape: shape, mean: mean, deviation: deviation, gamma: gamma, dx: dx.baseAddress!,
                  dGamma: (dGamma.baseAddress!, continues), dBeta: (dBeta.baseAddress!, continues),
                  constantStatistics: constant)
              }
            }
          }
        }
      }
      gradients(constant: false)
      check("mean", mean, expected.mean)
      check("variance", variance, expected.variance)
      check("deviation", deviation, expected.deviation)
      check("y", y, expected.y)
      check("dx", dx, expected.dx)
      check("dGamma", dGamma, expected.dGamma)
      check("dBeta", dBeta, expected.dBeta)
      gradients(constant: false, inPlace: true)
      check("dx in dy's place", dx, expected.dx)
      gradients(constant: true)
      let fixed = Naive(
        x: x, dy: dy, gamma: gamma, beta: beta, shape: shape, dGamma: first, dBeta: first,
        fixed: (mean, variance))
      check("dx with constant statistics", dx, fixed.dx)
      check("dGamma with constant statistics", dGamma, fixed.dGamma)
    }
    return problems
  }

  @Test(arguments: Processor.kinds)
  func everyStepIsTheContracts(_ processor: Processor) {
    for shape in Self.shapes {
      #expect(compare(Float.self, shape, on: processor) == [])
      #expect(compare(Double.self, shape, on: processor) == [])
    }
  }

  /// M, −M and ones: only an ascending chain gives this sum.
  @Test(arguments: Processor.kinds)
  func sumsAreAscendingChains(_ processor: Processor) {
    let shape = ChannelShape(samples: 2, channels: 19, positions: 69)
    let chain = shape.chainCount
    for (i, j) in [(0, 1), (3, 68), (5, 69), (70, 137), (0, 137)] {
      var x = [Float](repeating: 1, count: chain * shape.channels)
      for c in 0..<shape.channels {
        for (k, value) in [(i, 0x1p100 as Float), (j, -0x1p100)] {
          x[(k / 69 * shape.channels + c) * 69 + k % 69] = value
        }
      }
      var mean = [Float](repeating: 0, count: shape.channels)
      processor.channelStatistics(x, shape: shape, mean: &mean, variance: nil)
      let expected = Float(chain - 1 - j) * Float(1 / Double(chain))
      #expect(mean.allSatisfy { $0 == expected }, "\(i), \(j)")
    }
  }

  @Test(arguments: Processor.kinds)
  func runningAverages(_ processor: Processor) {
    let start: [Float] = Arrays.uniform(37, seed: 1), x: [Float] = Arrays.uniform(37, seed: 2)
    var average = start
    processor.updateRunningAverage(&average, with: x, factor: 32.0 / 31, momentum: 0.1, count: 37)
    let expected = zip(start, x).map { $0 * Float(0.9) + ($1 * Float(32.0 / 31)) * Float(0.1) }
    #expect(mismatch(average, expected) == nil)
  }

  @Test(arguments: Processor.kinds)
  func rows(_ processor: Processor) {
    for (rows, columns) in [(1, 1), (5, 7), (33, 200), (3, 1000), (300, 16)] {
      let x: [Float] = Arrays.uniform(rows * columns, seed: 1)
      let dy: [Float] = Arrays.uniform(rows * columns, seed: 2)
      let mean: [Float] = Arrays.uniform(rows, seed: 3)
      let deviation = (Arrays.uniform(rows, seed: 4) as [Float]).map { $0 + 1.5 }
      let gamma: [Float] = Arrays.uniform(columns, seed: 5), beta: [Float] = Arrays.uniform(columns, seed: 6)
      var y = x, plain = x, product = x
      processor.normalizeRows(
        x, rows: rows, columns: columns, mean: mean, deviation: deviation, affine: nil, into: &plain)
      let quotients = x.indices.map { (x[$0] - mean[$0 / columns]) / deviation[$0 / columns] }
      #expect(mismatch(plain, quotients) == nil)
      gamma.withUnsafeBufferPointer { gamma in
        beta.withUnsafeBufferPointer { beta in
          processor.normalizeRows(
            x, rows: rows, columns: columns, mean: mean, deviation: deviation,
            affine: (gamma.baseAddress!, beta.baseAddress!), into: &y)
        }
      }
      let expected = x.indices.map { quotients[$0] * gamma[$0 % columns] + beta[$0 % columns] }
      #expect(mismatch(y, expected) == nil)
      processor.multiplyRows(dy, by: gamma, into: &product, rows: rows, columns: columns)
      #expect(mismatch(product, x.indices.map { dy[$0] * gamma[$0 % columns] }) == nil)
      for continues in [false, true] {
        var total = beta
        processor.sumNormalized(
          x, times: dy, rows: rows, columns: columns, mean: mean, deviation: deviation, into: &total,
          continues: continues)
        let sums = (0..<columns).map { j in
          (0..<rows).reduce(continues ? beta[j] : 0) { sum, i in
            sum + quotients[i * columns + j] * dy[i * columns + j]
          }
        }
        #expect(mismatch(total, sums) == nil)
      }
    }
  }
}
