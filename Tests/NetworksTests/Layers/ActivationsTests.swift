import CKernels
import Networks
import Tensors
import TestSupport
import Testing

/// Element-wise layers compute their formulas bit for bit, forward and backward.
@Suite struct ActivationsTests {
  /// A layer's output and the gradient of its input, for 3 samples.
  private func run(
    _ layer: some Layer, input: Shape = [8], _ x: [Float], dY: [Float], _ mode: Pass.Mode = .training
  ) throws -> (y: [Float], dX: [Float]) {
    let graph = try Graph<Float>(input: input, layer: layer, differentiatesInput: true)
    let memory = Memory(graph, capacity: 4, gradients: true)
    let pass = Pass(mode, count: 3, on: try Processor())
    memory.fill(graph.input, x)
    graph.forward(memory, pass)
    memory.fillGradient(graph.output, dY)
    graph.backward(memory, pass)
    return (memory.values(of: graph.output, samples: 3), memory.gradients(of: graph.input, samples: 3))
  }

  private let x: [Float] = [.nan, 0, -0.0, .infinity, -.infinity] + Arrays.uniform(19, seed: 1)
  private let dY: [Float] = Arrays.uniform(24, seed: 2)

  @Test func relu() throws {
    let (y, dX) = try run(ReLU(), x, dY: dY)
    #expect(mismatch(y, x.map { $0 <= 0 ? 0 : $0 }) == nil)
    #expect(mismatch(dX, zip(y, dY).map { $0 <= 0 ? 0 : $1 }) == nil)
  }

  @Test func leakyReLU() throws {
    let (y, dX) = try run(LeakyReLU(negativeSlope: 0.1), x, dY: dY)
    #expect(mismatch(y, x.map { $0 > 0 ? $0 : $0 * Float(0.1) }) == nil)
    #expect(mismatch(dX, zip(x, dY).map { $0 > 0 ? $1 : $1 * Float(0.1) }) == nil)
  }

  @Test func sigmoid() throws {
    let (y, dX) = try run(Sigmoid(), x, dY: dY)
    #expect(mismatch(y, x.map { reprise_float_sigmoid($0) }) == nil)
    #expect(mismatch(dX, zip(y, dY).map { ($1 * (1 - $0)) * $0 }) == nil)
  }

  @Test func silu() throws {
    let (y, dX) = try run(SiLU(), x, dY: dY)
    #expect(mismatch(y, x.map { $0 * reprise_float_sigmoid($0) }) == nil)
    let expected = zip(x, dY).map { x, dY in
      let s = reprise_float_sigmoid(x)
      return (dY * s) * (1 + x * (1 - s))
    }
    #expect(mismatch(dX, expected) == nil)
  }

  @Test func tanh() throws {
    let (y, dX) = try run(Tanh(), x, dY: dY)
    #expect(mismatch(y, x.map { reprise_float_tanh($0) }) == nil)
    #expect(mismatch(dX, zip(y, dY).map { $1 * (1 - $0 * $0) }) == nil)
  }

  @Test func flattenChangesOnlyTheShape() throws {
    #expect(try Graph<Float>(input: [2, 2, 2], layer: Flatten()).output.shape == [8])
    #expect(try Graph<Float>(input: [], layer: Flatten()).output.shape == [1])
    let (y, dX) = try run(Flatten(), input: [2, 2, 2], x, dY: dY)
    #expect(mismatch(y, x) == nil)
    #expect(mismatch(dX, dY) == nil)
  }

  @Test func slopesHaveTheirDefaultAndTheirLimits() throws {
    #expect(try read(LeakyReLU.self, "{}") == LeakyReLU(negativeSlope: 0.01))
    #expect(try read(LeakyReLU.self, "negative-slope: 0.2") == LeakyReLU(negativeSlope: 0.2))
    #expect(try written(LeakyReLU()) == "{}")
    #expect(try written(LeakyReLU(negativeSlope: 0.2)) == #"{"negative-slope":0.2}"#)
    #expect(problem(LeakyReLU.self, "negative-slope: .inf").hasPrefix("line 1: "))
    #expect(problem(ReLU.self, "slope: 1").contains("unknown key 'slope'"))
  }
}
