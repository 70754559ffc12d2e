import Tensors
import TestSupport
import Testing

@Suite struct OptimizerStepTests {
  @Test(arguments: Processor.kinds, Golden.repdl("adam"))
  func adamAgreesWithRepDL(_ processor: Processor, _ golden: Golden) {
    var p = golden.floats("p0")
    var m = [Float](repeating: 0, count: p.count), v = m
    for (step, (gradient, expected)) in zip(golden.floatLists("grads"), golden.floatLists("params"))
      .enumerated()
    {
      adam(
        &p, &m, &v, gradient, on: processor,
        AdamNumbers(
          learningRate: golden.double("lr"), beta1: golden.double("beta1"), beta2: golden.double("beta2"),
          epsilon: golden.double("eps"), weightDecay: golden.double("weight_decay"), step: step + 1))
      #expect(mismatch(p, expected) == nil, "step \(step + 1)")
    }
  }

  /// The recurrence as the contract writes it, number by number, in either scalar type.
  @Test(arguments: Processor.kinds)
  func adamEqualsItsRecurrence(_ processor: Processor) {
    func check<S: Scalar>(_: S.Type) {
      let count = 9001
      var p: [S] = Arrays.uniform(count, seed: 1)
      var m = [S](repeating: 0, count: count), v = m
      var (p1, m1, v1) = (p, m, v)
      for step in 1...3 {
        let g: [S] = Arrays.uniform(count, seed: 10 + step)
        adam(
          &p, &m, &v, g, on: processor,
          AdamNumbers(
            learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.1, step: step))
        let root = S((1 - 0.999.raised(to: step)).squareRoot())
        let negativeStep = S(-0.01 / (1 - 0.9.raised(to: step)))
        for i in 0..<count {
          let gradient = g[i].addingProduct(S(0.1), p1[i])
          m1[i] = (m1[i] * S(0.9)).addingProduct(gradient, S(1 - 0.9))
          v1[i] = v1[i] * S(0.999) + (gradient * gradient) * S(1 - 0.999)
          let d = v1[i].squareRoot() / root + S(1e-8)
          p1[i] = p1[i] + (m1[i] / d) * negativeStep
        }
      }
      #expect(mismatch(p, p1) == nil)
      #expect(mismatch(m, m1) == nil)
      #expect(mismatch(v, v1) == nil)
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: Processor.kinds)
  func sgdAndMomentumEqualTheirRecurrences(_ processor: Processor) {
    func check<S: Scalar>(_: S.Type) {
      let count = 9001
      for decay in [0.0, 0.01] {
        var p: [S] = Arrays.uniform(count, seed: 1), p1 = p
        var q = p, q1 = p
        var v = [S](repeating: 5, count: count), v1 = v
        for step in 1...3 {
          let g: [S] = Arrays.uniform(count, seed: 20 + step)
          p.withUnsafeMutableBufferPointer {
            processor.sgdStep(
              parameters: $0.baseAddress!, gradients: g, learningRate: 0.1, weightDecay: decay, count: count)
          }
          q.withUnsafeMutableBufferPointer { q in
            v.withUnsafeMutableBufferPointer { v in
              processor.momentumStep(
                parameters: q.baseAddress!, velocities: v.baseAddress!, gradients: g, learningRate: 0.1,
                momentum: 0.9, isFirst: step == 1, weightDecay: decay, count: count)
            }
          }
          for i in 0..<count {
            func decayed(_ p: S) -> S { decay == 0 ? g[i] : g[i].addingProduct(S(decay), p) }
            p1[i] = p1[i].addingProduct(S(-0.1), decayed(p1[i]))
            v1[i] = step == 1 ? decayed(q1[i]) : decayed(q1[i]).addingProduct(S(0.9), v1[i])
            q1[i] = q1[i].addingProduct(S(-0.1), v1[i])
          }
        }
        #expect(mismatch(p, p1) == nil)
        #expect(mismatch(q, q1) == nil)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  private func adam<S: Scalar>(
    _ p: inout [S], _ m: inout [S], _ v: inout [S], _ g: [S], on processor: Processor,
    _ numbers: AdamNumbers<S>
  ) {
    p.withUnsafeMutableBufferPointer { p in
      m.withUnsafeMutableBufferPointer { m in
        v.withUnsafeMutableBufferPointer { v in
          processor.adamStep(
            parameters: p.baseAddress!, firstMoments: m.baseAddress!, secondMoments: v.baseAddress!,
            gradients: g, numbers: numbers, count: p.count)
        }
      }
    }
  }
}
