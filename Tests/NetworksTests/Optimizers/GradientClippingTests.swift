import Foundation
import Networks
import Tensors
import TestSupport
import Testing

@Suite struct GradientClippingTests {
  static let processors =
    InstructionSet.available.map { try! Processor(instructionSet: $0) } + [try! Processor(threads: 3)]

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

  @Test(arguments: processors)
  func bothEqualTheirFormulas(_ processor: Processor) {
    check(Float.self, on: processor)
    check(Double.self, on: processor)
  }

  @Test(arguments: processors)
  func divergenceStaysVisible(_ processor: Processor) {
    let g: [Float] = [.nan, 100, -100, .infinity]
    #expect(mismatch(clipped(g, .norm(1), on: processor), g) == nil)
    #expect(mismatch(clipped(g, .value(1), on: processor), [.nan, 1, -1, 1]) == nil)
  }

  @Test func itIsReadAndWritten() throws {
    func decode(_ text: String) throws -> GradientClipping {
      try JSONDecoder().decode(GradientClipping.self, from: Data(text.utf8))
    }
    for (text, expected) in [(#"{"norm":10}"#, GradientClipping.norm(10)), (#"{"value":1}"#, .value(1))] {
      #expect(try decode(text) == expected)
      #expect(try String(decoding: JSONEncoder().encode(expected), as: UTF8.self) == text)
    }
    for text in ["{}", #"{"norm": 0}"#, #"{"value": -1}"#, #"{"norm": 1, "value": 1}"#] {
      #expect(throws: DecodingError.self) { try decode(text) }
    }
  }
}
