import Networks
import Tensors
import TestSupport
import Testing

@Suite struct PenaltyTests {
  /// The formulas as `Penalty` writes them, array by array.
  private func naive<S: Scalar>(_ penalty: Penalty, _ arrays: [[S]], _ gradients: [[S]]) -> (S, [[S]]) {
    let w = S(penalty.weight)
    var sum: S = 0
    var results = gradients
    for (index, p) in arrays.enumerated() {
      if penalty.selection == .weights && index % 2 == 1 { continue }
      var size: S = 0
      for x in p { size = size + (penalty.size == .l1 ? abs(x) : x * x) }
      if penalty.size == .l2Norm { size = size.squareRoot() }
      sum = sum + size
      for i in p.indices {
        let g = gradients[index][i]
        switch penalty.size {
        case .l1: results[index][i] = g + (p[i] > 0 ? w : p[i] < 0 ? -w : p[i] * w)
        case .l2Norm: results[index][i] = size == 0 ? g : g.addingProduct(w, p[i] / size)
        case .l2Squared: results[index][i] = g.addingProduct(S(2 * penalty.weight), p[i])
        }
      }
    }
    return (w * sum, results)
  }

  private func check<S: Scalar>(_: S.Type, on processor: Processor) throws {
    let graph = try Graph<S>(
      input: [120], layer: Sequential([Linear(outputs: 90), ReLU(), Linear(outputs: 7)]))
    let memory = Memory(graph, capacity: 1, gradients: true)
    for size in Penalty.Size.allCases {
      for selection in Penalty.Selection.allCases {
        let penalty = Penalty(size, weight: 0.03, on: selection)
        // The last bias is all zeros, where the norm has no direction.
        let arrays = graph.parameters.enumerated().map { index, slot in
          index == 3
            ? [S](repeating: 0, count: slot.shape.count)
            : Arrays.uniform(slot.shape.count, seed: index)
        }
        let gradients: [[S]] = arrays.enumerated().map { Arrays.uniform($1.count, seed: 10 + $0) }
        for (slot, (p, g)) in zip(graph.parameters, zip(arrays, gradients)) {
          memory.fill(slot, p)
          memory.fillGradient(slot, g)
        }
        let (value, expected) = naive(penalty, arrays, gradients)
        let alone = penalty.value(graph, memory, on: processor)
        let applied = penalty.apply(graph, memory, on: processor)
        #expect(mismatch([alone, applied], [value, value]) == nil, "\(penalty)")
        #expect(mismatch(Array(memory.parameterGradients), expected.flatMap(\.self)) == nil, "\(penalty)")
      }
    }
  }

  @Test(arguments: Processor.kinds)
  func everyPenaltyEqualsItsFormula(_ processor: Processor) throws {
    try check(Float.self, on: processor)
    try check(Double.self, on: processor)
  }

  @Test(arguments: [
    ("l1: { weight: 1e-4, parameters: weights }", Penalty(.l1, weight: 1e-4, on: .weights)),
    ("l2-norm: { weight: 2 }", Penalty(.l2Norm, weight: 2)),
    ("l2-squared: { weight: 0.5, parameters: all }", Penalty(.l2Squared, weight: 0.5)),
  ])
  func itIsReadAndWritten(_ text: String, _ penalty: Penalty) throws {
    #expect(try read(Penalty.self, text) == penalty)
    #expect(try read(Penalty.self, written(penalty)) == penalty)
  }

  @Test func whatCountsIsWrittenWhereItIsNotAll() throws {
    #expect(try written([Penalty(.l2Norm, weight: 2)]) == #"[{"l2-norm":{"weight":2}}]"#)
    #expect(
      try written(Penalty(.l1, weight: 1e-4, on: .weights))
        == #"{"l1":{"parameters":"weights","weight":0.0001}}"#)
  }

  @Test(arguments: [
    ("l3: { weight: 1 }", "no penalty is called 'l3'; did you mean 'l1'? (one of: l1, l2-norm, l2-squared)"),
    ("l1", "'weight' of 'l1' is missing"), ("l1: { weight: 0 }", "'l1.weight' (0): must be positive"),
    ("l1: { weight: 1, parameters: biases }", "all, weights"),
    ("{ l1: { weight: 1 }, l2-norm: { weight: 1 } }", "l1, l2-norm given"),
  ])
  func impossibleOnesAreRefused(_ text: String, _ reason: String) {
    #expect(problem(Penalty.self, text).contains(reason), "\(problem(Penalty.self, text))")
  }
}
