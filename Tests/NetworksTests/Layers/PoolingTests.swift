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

  @Test func ceilModeKeepsWhatIsLeftOver() throws {
    let graph = try Graph<Float>(
      input: [3, 28, 27],
      layer: Sequential([
        MaxPool2d(kernel: 3, stride: 2, ceilMode: true), AvgPool2d(kernel: 3, ceilMode: true),
      ]))
    #expect(graph.activations.map(\.shape) == [[3, 28, 27], [3, 14, 13], [3, 5, 5]])
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
    memory.fill(graph.input, x)
    graph.forward(memory, Pass(.evaluation, count: 4, on: try Processor()))
    let expected = (0..<20).map { plane in
      (0..<21).reduce(0) { $0 + x[plane * 21 + $1] } * Float(1.0 / 21)
    }
    #expect(mismatch(memory.values(of: graph.output, samples: 4), expected) == nil)
  }

  @Test func optionsAreReadAndWritten() throws {
    #expect(
      try read(MaxPool2d.self, "{ kernel: 3, stride: 2, padding: 1 }")
        == MaxPool2d(kernel: 3, stride: 2, padding: 1))
    #expect(try read(MaxPool2d.self, "kernel: 2") == MaxPool2d(kernel: 2, stride: 2, padding: 0))
    #expect(try read(AvgPool2d.self, "{ kernel: 2, stride: 1 }") == AvgPool2d(kernel: 2, stride: 1))
    #expect(
      try read(MaxPool2d.self, "{ kernel: 3, ceil-mode: true }") == MaxPool2d(kernel: 3, ceilMode: true))
    #expect(
      try read(AvgPool2d.self, "{ kernel: 3, ceil-mode: true }") == AvgPool2d(kernel: 3, ceilMode: true))
    #expect(try written(AvgPool2d(kernel: 2, ceilMode: true)) == #"{"ceil-mode":true,"kernel":2}"#)
    #expect(try written(MaxPool2d(kernel: 3, stride: 3)) == #"{"kernel":3}"#)
    #expect(try written(AvgPool2d(kernel: 2, stride: 1)) == #"{"kernel":2,"stride":1}"#)
  }

  @Test(arguments: [
    ("{}", "'kernel' is missing"), ("kernel: 0", "must be from 1 to 1024"),
    ("{ kernel: 2, stride: 0 }", "must be from 1 to 1024"),
    ("{ kernel: 2, padding: 2 }", "must be from 0 to 1"),
  ])
  func impossibleOptionsAreRefused(_ text: String, _ reason: String) {
    #expect(problem(MaxPool2d.self, text).contains(reason), "\(problem(MaxPool2d.self, text))")
  }

  @Test func anAverageNeedsAKernelAndKnowsNoPadding() {
    #expect(problem(AvgPool2d.self, "stride: 2").contains("'kernel' is missing"))
    #expect(problem(AvgPool2d.self, "{ kernel: 2, padding: 1 }").contains("unknown key 'padding'"))
  }
}
