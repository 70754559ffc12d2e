import CKernels
import Tensors
import TestSupport
import Testing

@Suite struct LossTests {
  private struct Answer<S: Scalar> {
    var softmax, losses, gradient: [S]

    init(_ logits: [S], targets: [UInt8], classes: Int, on processor: Processor) {
      let rows = targets.count
      var softmax = [S](repeating: 0, count: logits.count)
      var losses = [S](repeating: 0, count: rows)
      var gradient = softmax
      softmax.withUnsafeMutableBufferPointer { softmax in
        losses.withUnsafeMutableBufferPointer { losses in
          gradient.withUnsafeMutableBufferPointer { gradient in
            processor.crossEntropy(
              logits, targets: targets, softmax: softmax.baseAddress!, losses: losses.baseAddress!,
              rows: rows, classes: classes)
            processor.crossEntropyBackward(
              softmax: softmax.baseAddress!, targets: targets, scale: S(1 / Double(rows)),
              into: gradient.baseAddress!, rows: rows, classes: classes)
          }
        }
      }
      (self.softmax, self.losses, self.gradient) = (softmax, losses, gradient)
    }
  }

  @Test(arguments: Processor.kinds, Golden.repdl("cross_entropy"))
  func crossEntropyAgreesWithRepDL(_ processor: Processor, _ golden: Golden) {
    let rows = golden.shape("x")[0]
    let answer = Answer(
      golden.floats("x"), targets: golden.integers("target").map(UInt8.init), classes: golden.shape("x")[1],
      on: processor)
    let mean = processor.sum(answer.losses, count: rows) * Float(1 / Double(rows))
    #expect(mismatch(answer.softmax, golden.floats("softmax")) == nil)
    #expect(mismatch([mean], golden.floats("loss")) == nil)
    #expect(mismatch(answer.gradient, golden.floats("grad_x")) == nil)
  }

  /// The formula with the functions of one number. Where all logits but one are 40 and more below it the sum is 1, so
  /// that every bit of an exponential is a bit of the softmax.
  @Test(arguments: Processor.kinds)
  func crossEntropyEqualsItsFormula(_ processor: Processor) {
    func check<S: Scalar>(_: S.Type, exp: (S) -> S, log: (S) -> S) {
      for (scale, offset) in [(1, 0), (8, 0), (30, 0), (60, -100), (300, -440), (S(0x1p-12), 0)] as [(S, S)] {
        let rows = 41, classes = 101
        var logits = (Arrays.uniform(rows * classes, seed: 3) as [S]).map { $0 * scale + offset }
        for row in 0..<rows { logits[row * classes + row] = 0 }
        let targets = (0..<rows).map { UInt8($0 * 2) }
        let answer = Answer(logits, targets: targets, classes: classes, on: processor)
        for row in 0..<rows {
          let x = logits[row * classes..<(row + 1) * classes], largest = x.max()!
          let e = x.map { exp($0 - largest) }
          let sum = e.reduce(0, +)
          #expect(
            mismatch(Array(answer.softmax[row * classes..<(row + 1) * classes]), e.map { $0 / sum }) == nil)
          let loss = log(sum) - (x[x.startIndex + Int(targets[row])] - largest)
          #expect(mismatch([answer.losses[row]], [loss]) == nil)
        }
      }
    }
    check(Float.self, exp: reprise_float_exp, log: reprise_float_log)
    check(Double.self, exp: reprise_double_exp, log: reprise_double_log)
  }

  @Test func instructionSetsAndThreadsAgree() throws {
    func check<S: Scalar>(_: S.Type) {
      let logits: [S] = (Arrays.uniform(4096, seed: 1) as [S]).map { $0 * 50 }
      let targets = (0..<256).map { UInt8($0 % 16) }
      let expected = Answer(logits, targets: targets, classes: 16, on: Processor.kinds[0])
      for processor in Processor.kinds.dropFirst() {
        let answer = Answer(logits, targets: targets, classes: 16, on: processor)
        #expect(mismatch(answer.softmax, expected.softmax) == nil)
        #expect(mismatch(answer.losses, expected.losses) == nil)
        #expect(mismatch(answer.gradient, expected.gradient) == nil)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: Processor.kinds)
  func divergenceStaysVisible(_ processor: Processor) {
    let answer = Answer<Float>([.nan, 1, 2, 1, .infinity, 0], targets: [1, 1], classes: 3, on: processor)
    #expect(answer.losses.allSatisfy { $0.isNaN })
  }

  @Test(arguments: Processor.kinds)
  func theFirstMaximumHitsAndNaNWins(_ processor: Processor) {
    let rows: [[Float]] = [[1, 3, 3], [3, 1, 2], [1, .nan, 5], [.nan, 1, .nan], [-1, -2, -0.5]]
    let winners: [UInt8] = [1, 0, 1, 0, 2]
    let flat = rows.flatMap(\.self)
    #expect(processor.countHits(flat, targets: winners, rows: 5, classes: 3) == 5)
    let others = winners.map { ($0 + 1) % 3 }
    #expect(processor.countHits(flat, targets: others, rows: 5, classes: 3) == 0)
  }
}

/// Cross-entropy against probabilities and against smoothed classes.
@Suite struct SoftCrossEntropyTests {
  private struct Answer<S: Scalar> {
    var softmax, losses, gradient: [S]

    init(_ logits: [S], _ targets: LossTargets<S>, smoothing: Double, rows: Int, on processor: Processor) {
      let columns = logits.count / rows
      var softmax = [S](repeating: 7, count: logits.count), losses = [S](repeating: 7, count: rows)
      var gradient = softmax
      softmax.withUnsafeMutableBufferPointer { softmax in
        losses.withUnsafeMutableBufferPointer { losses in
          gradient.withUnsafeMutableBufferPointer { gradient in
            processor.softCrossEntropy(
              logits, targets: targets, smoothing: smoothing, softmax: softmax.baseAddress!,
              losses: losses.baseAddress!, rows: rows, columns: columns)
            processor.softCrossEntropyBackward(
              softmax: softmax.baseAddress!, targets: targets, smoothing: smoothing,
              scale: S(1 / Double(rows)), into: gradient.baseAddress!, rows: rows, columns: columns)
          }
        }
      }
      (self.softmax, self.losses, self.gradient) = (softmax, losses, gradient)
    }

    /// The formula, one element after the other.
    init(naive logits: [S], values: [S], smoothing: Double, rows: Int, exp: (S) -> S, log: (S) -> S) {
      let columns = logits.count / rows
      (softmax, losses, gradient) = ([], [], [])
      for row in 0..<rows {
        let x = Array(logits[row * columns..<(row + 1) * columns]), largest = x.max()!
        let p = values[row * columns..<(row + 1) * columns].map {
          S(1 - smoothing) * $0 + S(smoothing / Double(columns))
        }
        let e = x.map { exp($0 - largest) }
        let sum = e.reduce(0, +), weight = p.reduce(0, +)
        let probabilities = e.map { $0 / sum }
        softmax += probabilities
        losses.append(zip(x, p).reduce(0) { $0 + $1.1 * (log(sum) - ($1.0 - largest)) })
        gradient += zip(probabilities, p).map { ($0 * weight - $1) * S(1 / Double(rows)) }
      }
    }
  }

  private func expectEqual<S: Scalar>(_ a: Answer<S>, _ b: Answer<S>) {
    #expect(mismatch(a.softmax, b.softmax) == nil)
    #expect(mismatch(a.losses, b.losses) == nil)
    #expect(mismatch(a.gradient, b.gradient) == nil)
  }

  @Test(arguments: Processor.kinds)
  func itEqualsItsFormula(_ processor: Processor) {
    func check<S: Scalar>(_: S.Type, exp: (S) -> S, log: (S) -> S) {
      for (rows, columns) in [(37, 10), (1, 11), (1031, 6), (7, 200), (5, 1)] {
        let logits = (Arrays.uniform(rows * columns, seed: 3) as [S]).map { $0 * 20 }
        let values = (Arrays.uniform(rows * columns, seed: 4) as [S]).map { ($0 + 1) / 2 }
        let classes = (0..<rows).map { UInt8($0 * 7 % columns) }
        var oneHot = [S](repeating: 0, count: rows * columns)
        for (row, index) in classes.enumerated() { oneHot[row * columns + Int(index)] = 1 }
        for smoothing in [0, 0.1, 1] {
          let ofValues = values.withUnsafeBufferPointer {
            Answer(logits, .values($0.baseAddress!), smoothing: smoothing, rows: rows, on: processor)
          }
          expectEqual(
            ofValues,
            Answer(naive: logits, values: values, smoothing: smoothing, rows: rows, exp: exp, log: log))
          let ofClasses = classes.withUnsafeBufferPointer {
            Answer(logits, .classes($0.baseAddress!), smoothing: smoothing, rows: rows, on: processor)
          }
          expectEqual(
            ofClasses,
            Answer(naive: logits, values: oneHot, smoothing: smoothing, rows: rows, exp: exp, log: log))
        }
      }
    }
    check(Float.self, exp: reprise_float_exp, log: reprise_float_log)
    check(Double.self, exp: reprise_double_exp, log: reprise_double_log)
  }

  /// Against probabilities of 1 and 0 it is the cross-entropy against classes, bit for bit.
  @Test(arguments: Processor.kinds)
  func certainTargetsAreClasses(_ processor: Processor) {
    let rows = 50, columns = 9
    let logits = (Arrays.uniform(rows * columns, seed: 5) as [Float]).map { $0 * 8 }
    let classes = (0..<rows).map { UInt8($0 % columns) }
    let answer = classes.withUnsafeBufferPointer {
      Answer<Float>(logits, .classes($0.baseAddress!), smoothing: 0, rows: rows, on: processor)
    }
    var softmax = [Float](repeating: 0, count: logits.count), losses = [Float](repeating: 0, count: rows)
    var gradient = softmax
    processor.crossEntropy(
      logits, targets: classes, softmax: &softmax, losses: &losses, rows: rows, classes: columns)
    processor.crossEntropyBackward(
      softmax: softmax, targets: classes, scale: 1 / 50, into: &gradient, rows: rows, classes: columns)
    #expect(mismatch(answer.losses, losses) == nil)
    #expect(mismatch(answer.gradient, gradient) == nil)
  }
}

@Suite struct RegressionLossTests {
  private enum Kind: CaseIterable { case squaredError, binaryCrossEntropy }

  private struct Answer<S: Scalar> {
    var elements, losses, gradient: [S]

    init(_ kind: Kind, _ x: [S], _ targets: LossTargets<S>, rows: Int, on processor: Processor) {
      let columns = x.count / rows
      elements = [S](repeating: 7, count: x.count)
      losses = [S](repeating: 7, count: rows)
      gradient = elements
      elements.withUnsafeMutableBufferPointer { e in
        losses.withUnsafeMutableBufferPointer { losses in
          gradient.withUnsafeMutableBufferPointer { gradient in
            let (e, losses, gradient) = (e.baseAddress!, losses.baseAddress!, gradient.baseAddress!)
            let scale = S((kind == .squaredError ? 2 : 1) / Double(x.count))
            switch kind {
            case .squaredError:
              processor.squaredError(
                x, targets: targets, elements: e, losses: losses, rows: rows, columns: columns)
              processor.squaredErrorBackward(
                x, targets: targets, scale: scale, into: gradient, rows: rows, columns: columns)
            case .binaryCrossEntropy:
              processor.binaryCrossEntropy(
                x, targets: targets, elements: e, losses: losses, rows: rows, columns: columns)
              processor.binaryCrossEntropyBackward(
                x, targets: targets, scale: scale, into: gradient, rows: rows, columns: columns)
            }
          }
        }
      }
    }

    /// The formulas as the documentation writes them, number by number.
    init(
      naive kind: Kind, _ x: [S], values t: [S], rows: Int, log: (S) -> S, log1p: (S) -> S
    ) {
      let columns = x.count / rows
      func floored(_ a: S) -> S { a < -100 ? -100 : a }
      elements = zip(x, t).map { x, t in
        if kind == .squaredError { return (x - t) * (x - t) }
        let zeroPart = (t - 1) * floored(log1p(-x)), onePart = t * floored(log(x))
        return zeroPart - onePart
      }
      losses = (0..<rows).map { [elements] row in
        elements[row * columns..<(row + 1) * columns].reduce(0, +) * S(1 / Double(columns))
      }
      gradient = zip(x, t).map { [count = Double(x.count)] x, t in
        if kind == .squaredError { return (x - t) * S(2 / count) }
        let product = (1 - x) * x
        return (x - t) / (product < S(1e-12) ? S(1e-12) : product) * S(1 / count)
      }
    }
  }

  /// Probabilities with the edges at which BCE is clamped; rows of a length that is no vector's.
  private func inputs<S: Scalar>(rows: Int, columns: Int) -> (x: [S], values: [S], classes: [UInt8]) {
    var x = (Arrays.uniform(rows * columns, seed: 1) as [S]).map { ($0 + 1) / 2 }
    // Small ones too, and any number of zeros after the point, at both ends.
    for index in x.indices where index % 3 == 1 {
      let small = S(sign: .plus, exponent: S.Exponent(-(index % 60)), significand: 1 + x[index] / 2) / 2
      x[index] = index % 2 == 0 ? small : 1 - small
    }
    x.replaceSubrange(0..<6, with: [0, 1, S(1e-30), S(0x1p-60), 1 - S(0x1p-24), .nan])
    let values = (Arrays.uniform(rows * columns, seed: 2) as [S]).map { ($0 + 1) / 2 }
    return (x, values, (0..<rows).map { UInt8($0 % columns) })
  }

  @Test(arguments: Processor.kinds)
  func bothEqualTheirFormulas(_ processor: Processor) {
    func check<S: Scalar>(_: S.Type, log: (S) -> S, log1p: (S) -> S) {
      for (rows, columns) in [(37, 10), (1, 11), (1031, 6), (7, 200)] {
        let (x, values, classes): ([S], [S], [UInt8]) = inputs(rows: rows, columns: columns)
        var oneHot = [S](repeating: 0, count: rows * columns)
        for (row, index) in classes.enumerated() { oneHot[row * columns + Int(index)] = 1 }
        for kind in Kind.allCases {
          let ofValues = values.withUnsafeBufferPointer {
            Answer(kind, x, .values($0.baseAddress!), rows: rows, on: processor)
          }
          expectEqual(ofValues, Answer(naive: kind, x, values: values, rows: rows, log: log, log1p: log1p))
          let ofClasses = classes.withUnsafeBufferPointer {
            Answer(kind, x, .classes($0.baseAddress!), rows: rows, on: processor)
          }
          expectEqual(ofClasses, Answer(naive: kind, x, values: oneHot, rows: rows, log: log, log1p: log1p))
        }
      }
    }
    check(Float.self, log: reprise_float_log, log1p: reprise_float_log1p)
    check(Double.self, log: reprise_double_log, log1p: reprise_double_log1p)
  }

  private func expectEqual<S: Scalar>(_ a: Answer<S>, _ b: Answer<S>) {
    #expect(mismatch(a.elements, b.elements) == nil)
    #expect(mismatch(a.losses, b.losses) == nil)
    #expect(mismatch(a.gradient, b.gradient) == nil)
  }

  @Test(arguments: Processor.kinds)
  func certainAndWrongCostsAHundred(_ processor: Processor) {
    let targets: [Float] = [1, 0, 1, 0]
    let answer = targets.withUnsafeBufferPointer {
      Answer<Float>(.binaryCrossEntropy, [0, 1, 1, 0], .values($0.baseAddress!), rows: 4, on: processor)
    }
    #expect(answer.losses == [100, 100, 0, 0])
  }
}
