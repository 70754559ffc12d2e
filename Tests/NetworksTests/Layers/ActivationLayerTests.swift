import CKernels
import Foundation
import Networks
import Tensors
import TestSupport
import Testing

/// Layers that record one operation: what they compute, and how they are read.
@Suite struct ActivationLayerTests {
  /// A layer's output and the gradient of its input, for 3 samples.
  private func run(
    _ layer: some Layer, input: Shape = [8], _ x: [Float], dY: [Float], _ mode: Pass.Mode = .training
  ) throws -> (y: [Float], dX: [Float]) {
    let graph = try Graph<Float>(input: input, layer: layer, differentiatesInput: true)
    let memory = Memory(graph, capacity: 4, gradients: true)
    let pass = Pass(mode, count: 3, on: try Processor())
    memory.pointer(to: graph.input).update(from: x, count: x.count)
    graph.forward(memory, pass)
    memory.gradientPointer(to: graph.output).update(from: dY, count: dY.count)
    graph.backward(memory, pass)
    return (
      memory.values(of: graph.output, samples: 3),
      Array(UnsafeBufferPointer(start: memory.gradientPointer(to: graph.input), count: x.count))
    )
  }

  private let x: [Float] = [.nan, 0, -0.0, .infinity, -.infinity] + Arrays.uniform(19, seed: 1)
  private let dY: [Float] = Arrays.uniform(24, seed: 2)

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

  @Test func leakyReLUSaysOnWhichSideItIs() throws {
    let graph = try Graph<Double>(input: [2], layer: LeakyReLU(negativeSlope: -1))
    let memory = Memory(graph, capacity: 1, gradients: false)
    let pass = Pass(.training, count: 1, on: try Processor())
    func signature(_ values: [Double]) -> UInt64 {
      memory.pointer(to: graph.input).update(from: values, count: 2)
      graph.forward(memory, pass)
      return graph.kinkSignature(memory, pass)
    }
    #expect(signature([1, -1]) == signature([0.5, -3]))
    #expect(signature([1, -1]) != signature([1, 1]))
  }

  @Test(arguments: [
    #"["leaky-relu"]"#, #"[{"leaky-relu": {"negative-slope": 0.2}}]"#, #"["sigmoid", "tanh", "flatten"]"#,
    #"[{"dropout": {"probability": 0.5}}]"#, #"[{"residual": {"body": ["tanh"]}}]"#,
    #"[{"residual": {"body": [{"linear": {"outputs": 4}}], "shortcut": [{"linear": {"outputs": 4}}]}}]"#,
  ])
  func layersAreReadAndWritten(_ text: String) throws {
    let network = try JSONDecoder().decode(Sequential.self, from: Data(text.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let written = try encoder.encode(network)
    let again = try JSONDecoder().decode(Sequential.self, from: written)
    #expect(try encoder.encode(again) == written)
    #expect(try Graph<Float>(input: [4], layer: again).output.shape == [4])
  }

  @Test func optionsHaveTheirDefaults() throws {
    let network = try JSONDecoder().decode(
      Sequential.self, from: Data(#"["leaky-relu", {"leaky-relu": {}}]"#.utf8))
    #expect(network.layers[0].layer as? LeakyReLU == LeakyReLU(negativeSlope: 0.01))
    #expect(network.layers[1].layer as? LeakyReLU == LeakyReLU(negativeSlope: 0.01))
  }

  @Test(arguments: [
    (#"["dropout"]"#, "needs options"),
    (#"["residual"]"#, "needs options"),
    (#"[{"dropout": {"probability": 1.5}}]"#, "probability is 1.5, but must be in 0...1"),
    (#"[{"dropout": {"probability": -0.1}}]"#, "must be in 0...1"),
    (#"[{"residual": {"body": []}}]"#, "a residual's body needs at least 1 layer"),
    (#"[{"residual": {"body": ["tanh"], "shortcut": []}}]"#, "leave it out to add the input itself"),
    (#"[{"residual": {"shortcut": ["tanh"]}}]"#, "body"),
  ])
  func impossibleOptionsAreNamed(_ text: String, _ reason: String) {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Sequential.self, from: Data(text.utf8))
    }
    #expect("\(error!)".contains(reason), "\(error!)")
  }
}
