import Networks
import Settings
import Tensors
import TestSupport
import Testing

@Suite struct GradientClippingTests {
  private func clipped<S: Scalar>(_ g: [S], _ clipping: GradientClipping, on processor: Processor) -> [S] {
    var g = g
    g.withUnsafeMutableBufferPointer { clipping.apply(to: $0, on: processor) }
    return g
  }

  private func check<S: Scalar>(_: S.Type, on processor: Processor) {
    let g = (Arrays.uniform(20_001, seed: 1) as [S]).map { $0 * 3 }
    let norm = g.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    #expect(norm > 100)
    let factor = S(min(1, 10 / (norm + 1e-6)))
    #expect(mismatch(clipped(g, .norm(10), on: processor), g.map { $0 * factor }) == nil)
    #expect(mismatch(clipped(g, .norm(norm), on: processor), g) == nil, "not above the limit")
    #expect(mismatch(clipped(g, .value(0.5), on: processor), g.map { min(max($0, -0.5), 0.5) }) == nil)
  }

  @Test(arguments: Processor.kinds)
  func bothEqualTheirFormulas(_ processor: Processor) {
    check(Float.self, on: processor)
    check(Double.self, on: processor)
  }

  @Test(arguments: Processor.kinds)
  func divergenceStaysVisible(_ processor: Processor) {
    let g: [Float] = [.nan, 100, -100, .infinity]
    #expect(mismatch(clipped(g, .norm(1), on: processor), g) == nil)
    #expect(mismatch(clipped(g, .value(1), on: processor), [.nan, 1, -1, 1]) == nil)
  }

  @Test func aMemorysGradientsAreClipped() throws {
    let memory = try Graph<Float>(input: [3], layer: Linear(outputs: 2)).memory(1)
    memory.parameterGradients.update(repeating: 3)
    GradientClipping.value(0.5).apply(to: memory, on: try Processor())
    #expect(Array(memory.parameterGradients) == [Float](repeating: 0.5, count: 8))
  }

  @Test func itIsReadAndWritten() throws {
    for (text, expected) in [(#"{"norm":10}"#, GradientClipping.norm(10)), (#"{"value":1}"#, .value(1))] {
      #expect(try read(GradientClipping.self, text) == expected)
      #expect(try written(expected) == text)
      #expect(try canonicalJSON(expected) == text)
    }
  }

  @Test(arguments: [
    ("{}", "one of: norm, value"), ("norm", "'norm' must be a number"), ("norm: ", "'norm' must be a number"),
    ("norm: 0", "line 1: 'norm' (0): must be positive"), ("value: -1", "must be positive"),
    ("norm: .inf", "line 1"), ("{ norm: 1, value: 1 }", "norm, value given"),
    ("nrom: 1", "did you mean 'norm'?"),
  ])
  func impossibleOnesAreRefused(_ text: String, _ reason: String) {
    #expect(problem(GradientClipping.self, text).contains(reason), "\(problem(GradientClipping.self, text))")
  }
}
