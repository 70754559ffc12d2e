import Networks
import Tensors
import TestSupport
import Testing

/// The recurrences of the contract, number by number in plain Swift.
@Suite struct OptimizerRecurrenceTests {
  /// Runs five steps of an optimizer on 9001 numbers and compares with `rule`, which is given a parameter, its
  /// gradient, its memory and the step.
  private func compare<S: Scalar>(
    _ optimizer: any Optimizer, on processor: Processor,
    _ rule: (_ p: inout S, _ g: S, _ memory: inout [S], _ step: Int) -> Void
  ) {
    let count = 9001
    var descent = Descent<S>(optimizer, from: Arrays.uniform(count, seed: 1), on: processor)
    var p = descent.parameters
    var memories = [[S]](repeating: [0, 0], count: count)
    for step in 1...5 {
      let g: [S] = Arrays.uniform(count, seed: 30 + step)
      descent.step(g)
      for i in 0..<count { rule(&p[i], g[i], &memories[i], step) }
    }
    #expect(mismatch(descent.parameters, p) == nil, "\(optimizer)")
  }

  private func check<S: Scalar>(_: S.Type, on processor: Processor) {
    for decay in [0.0, 0.1] {
      func decayed(_ g: S, _ p: S) -> S { decay == 0 ? g : g.addingProduct(S(decay), p) }

      compare(
        SGD(learningRate: 0.1, momentum: 0.9, weightDecay: decay, nesterov: true), on: processor
      ) { (p: inout S, g, memory, step) in
        let g = decayed(g, p)
        memory[0] = step == 1 ? g : g.addingProduct(S(0.9), memory[0])
        p = p.addingProduct(S(-0.1), g.addingProduct(S(0.9), memory[0]))
      }
      compare(RMSprop(learningRate: 0.1, weightDecay: decay), on: processor) { (p: inout S, g, memory, _) in
        let g = decayed(g, p)
        memory[0] = memory[0] * S(0.99) + (g * g) * S(1 - 0.99)
        let d = memory[0].squareRoot() + S(1e-8)
        p = p.addingProduct(S(-0.1), g / d)
      }
      compare(Adagrad(learningRate: 0.1, weightDecay: decay), on: processor) { (p: inout S, g, memory, _) in
        let g = decayed(g, p)
        memory[0] = memory[0].addingProduct(g, g)
        let d = memory[0].squareRoot() + S(1e-10)
        p = p.addingProduct(S(-0.1), g / d)
      }
      compare(AdamW(learningRate: 0.1, weightDecay: decay), on: processor) { (p: inout S, g, memory, step) in
        if decay != 0 { p = p * S(1 - 0.1 * decay) }
        memory[0] = (memory[0] * S(0.9)).addingProduct(g, S(1 - 0.9))
        memory[1] = memory[1] * S(0.999) + (g * g) * S(1 - 0.999)
        let root = S((1 - 0.999.raised(to: step)).squareRoot())
        let d = memory[1].squareRoot() / root + S(1e-8)
        p = p + (memory[0] / d) * S(-0.1 / (1 - 0.9.raised(to: step)))
      }
    }
  }

  @Test(arguments: Processor.kinds)
  func everyRecurrenceIsMetBitForBit(_ processor: Processor) {
    check(Float.self, on: processor)
    check(Double.self, on: processor)
  }
}
