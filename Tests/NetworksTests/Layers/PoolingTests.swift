import Foundation
import Networks
import Tensors
import TestSupport
import Testing

@Suite struct PoolingTests {
  @Test func shapesFollow() throws {
    let graph = try Graph<Float>(
      input: [3, 28, 28],
      layer: Sequential([
        MaxPool2d(kernel: 3, stride: 2, padding: 1), BatchNorm(), AvgPool2d(kernel: 2), AdaptiveAvgPool2d(),
      ]))
    #expect(
      graph.activations.map(\.shape) == [
        [3, 28, 28], [3, 14, 14], [3, 14, 14], [3, 7, 7], [3, 1, 1],
      ])
  }

  @Test(arguments: [[28] as Shape, [1, 1, 5], [2, 3]])
  func wrongShapesAreNamed(_ shape: Shape) {
    for layer in [MaxPool2d(kernel: 2), AvgPool2d(kernel: 2)] as [any Layer] {
      let error = #expect(throws: GraphError.self) {
        try Graph<Float>(input: shape, layer: Sequential([layer]))
      }
      #expect("\(error!)".contains("at least 2 × 2"))
    }
  }

  @Test func planesAreAveraged() throws {
    let graph = try Graph<Float>(input: [5, 3, 7], layer: AdaptiveAvgPool2d())
    let memory = Memory(graph, capacity: 4, gradients: false)
    let x: [Float] = Arrays.uniform(4 * 5 * 21, seed: 1)
    memory.pointer(to: graph.input).update(from: x, count: x.count)
    graph.forward(memory, Pass(.evaluation, count: 4, on: try Processor()))
    let expected = (0..<20).map { plane in
      (0..<21).reduce(0) { $0 + x[plane * 21 + $1] } * Float(1.0 / 21)
    }
    #expect(mismatch(memory.values(of: graph.output, samples: 4), expected) == nil)
  }

  @Test func layersAreReadAndWritten() throws {
    let text = """
      ["batch-norm", {"batch-norm": {"epsilon": 0.001, "momentum": 0.2, "evaluates-with": "batch"}},
       "layer-norm", {"layer-norm": {"epsilon": 0.001, "affine": false}},
       {"max-pool-2d": {"kernel": 3, "stride": 2, "padding": 1}}, {"max-pool-2d": {"kernel": 2}},
       {"avg-pool-2d": {"kernel": 2, "stride": 1}}, "adaptive-avg-pool-2d"]
      """
    let network = try JSONDecoder().decode(Sequential.self, from: Data(text.utf8))
    let layers = network.layers.map(\.layer)
    #expect(layers[0] as? BatchNorm == BatchNorm(epsilon: 1e-5, momentum: 0.1, evaluatesWith: .running))
    #expect(layers[1] as? BatchNorm == BatchNorm(epsilon: 0.001, momentum: 0.2, evaluatesWith: .batch))
    #expect(layers[2] as? LayerNorm == LayerNorm(epsilon: 1e-5, affine: true))
    #expect(layers[3] as? LayerNorm == LayerNorm(epsilon: 0.001, affine: false))
    #expect(layers[4] as? MaxPool2d == MaxPool2d(kernel: 3, stride: 2, padding: 1))
    #expect(layers[5] as? MaxPool2d == MaxPool2d(kernel: 2, stride: 2, padding: 0))
    #expect(layers[6] as? AvgPool2d == AvgPool2d(kernel: 2, stride: 1))
    #expect(layers[7] as? AdaptiveAvgPool2d == AdaptiveAvgPool2d())
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let written = try encoder.encode(network)
    let again = try JSONDecoder().decode(Sequential.self, from: written)
    #expect(try encoder.encode(again) == written)
    #expect(again.layers[1].layer as? BatchNorm == layers[1] as? BatchNorm)
  }

  @Test(arguments: [
    #"["max-pool-2d"]"#, #"[{"max-pool-2d": {"kernel": 0}}]"#,
    #"[{"max-pool-2d": {"kernel": 2, "stride": 0}}]"#,
    #"[{"max-pool-2d": {"kernel": 2, "padding": 2}}]"#, #"[{"avg-pool-2d": {"stride": 2}}]"#,
    #"[{"batch-norm": {"epsilon": 0}}]"#, #"[{"batch-norm": {"momentum": 1.5}}]"#,
    #"[{"batch-norm": {"evaluates-with": "nothing"}}]"#, #"[{"layer-norm": {"epsilon": -1}}]"#,
  ])
  func impossibleOptionsAreRefused(_ text: String) {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(Sequential.self, from: Data(text.utf8))
    }
  }
}
