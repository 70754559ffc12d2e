import Tensors
import TestSupport
import Testing

@Suite struct LossTests {
  static let processors =
    InstructionSet.available.map { try! Processor(instructionSet: $0) } + [try! Processor(threads: 3)]

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

  @Test(arguments: processors, Golden.repdl("cross_entropy"))
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

  @Test func instructionSetsAndThreadsAgree() throws {
    func check<S: Scalar>(_: S.Type) {
      let logits: [S] = (Arrays.uniform(4096, seed: 1) as [S]).map { $0 * 50 }
      let targets = (0..<256).map { UInt8($0 % 16) }
      let expected = Answer(logits, targets: targets, classes: 16, on: Self.processors[0])
      for processor in Self.processors.dropFirst() {
        let answer = Answer(logits, targets: targets, classes: 16, on: processor)
        #expect(mismatch(answer.softmax, expected.softmax) == nil)
        #expect(mismatch(answer.losses, expected.losses) == nil)
        #expect(mismatch(answer.gradient, expected.gradient) == nil)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: processors)
  func divergenceStaysVisible(_ processor: Processor) {
    let answer = Answer<Float>([.nan, 1, 2, 1, .infinity, 0], targets: [1, 1], classes: 3, on: processor)
    #expect(answer.losses.allSatisfy { $0.isNaN })
  }

  @Test(arguments: processors)
  func theFirstMaximumHitsAndNaNWins(_ processor: Processor) {
    let rows: [[Float]] = [[1, 3, 3], [3, 1, 2], [1, .nan, 5], [.nan, 1, .nan], [-1, -2, -0.5]]
    let winners: [UInt8] = [1, 0, 1, 0, 2]
    let flat = rows.flatMap(\.self)
    #expect(processor.countHits(flat, targets: winners, rows: 5, classes: 3) == 5)
    let others = winners.map { ($0 + 1) % 3 }
    #expect(processor.countHits(flat, targets: others, rows: 5, classes: 3) == 0)
  }
}
