import Networks
import Tensors
import TestSupport
import Testing

@Suite struct PenaltyTests {
  static let processors =
    InstructionSet.available.map { try! Processor(instructionSet: $0) } + [try! Processor(threads: 3)]

  /// The formulas as `Penalty` writes them, array by array.
  private func naive<S: Scalar>(_ penalty: Penalty, _ arrays: [[S]], _ gradients: [[S]]) -> (S, [[S]]) {
    let w = S(penalty.weight)
    var sum: S = 0
    var results = gradients
    for (index, p) in arrays.enumerated() {
      if penalty.selection == .weights && index % 2 == 1 { continue }
      var size: S = 0
      for x in p { size = size + (penalty.kind == .l1 ? abs(x) : x * x) }
      if penalty.kind == .l2Norm { size = size.squareRoot() }
      sum = sum + size
      for i in p.indices {
        let g = gradients[index][i]
        switch penalty.kind {
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
    for kind in Penalty.Kind.allCases {
      for selection in Penalty.Selection.allCases {
        let penalty = Penalty(kind, weight: 0.03, on: selection)
        // The last bias is all zeros, where the norm has no direction.
        let arrays = graph.parameters.enumerated().map { index, parameter in
          index == 3
            ? [S](repeating: 0, count: parameter.slot.shape.count)
            : Arrays.uniform(parameter.slot.shape.count, seed: index)
        }
        let gradients: [[S]] = arrays.enumerated().map { Arrays.uniform($1.count, seed: 10 + $0) }
        for ((slot, _), (p, g)) in zip(graph.parameters, zip(arrays, gradients)) {
          memory.pointer(to: slot).update(from: p, count: p.count)
          memory.gradientPointer(to: slot).update(from: g, count: g.count)
        }
        let (value, expected) = naive(penalty, arrays, gradients)
        let alone = penalty.value(graph, memory, on: processor)
        let applied = penalty.apply(graph, memory, on: processor)
        #expect(mismatch([alone, applied], [value, value]) == nil, "\(penalty)")
        #expect(mismatch(Array(memory.parameterGradients), expected.flatMap(\.self)) == nil, "\(penalty)")
      }
    }
  }

  @Test(arguments: processors)
  func everyPenaltyEqualsItsFormula(_ processor: Processor) throws {
    try check(Float.self, on: processor)
    try check(Double.self, on: processor)
  }
}
