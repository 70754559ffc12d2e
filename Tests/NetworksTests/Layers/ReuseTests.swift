import Networks
import Settings
import Tensors
import TestSupport
import Testing

@Suite struct ReuseTests {
  private let shared = Sequential([
    ("first", Sequential([Linear(outputs: 6), BatchNorm(), ReLU()])),
    ("second", Sequential([Linear(outputs: 6), Reuse("first/batch-norm"), ReLU()])),
  ])

  @Test func parametersAndBuffersAreThereOnce() throws {
    let graph = try Graph<Float>(input: [5], layer: shared)
    #expect(
      graph.parameters.map(\.path) == [
        "first/linear/weight", "first/linear/bias", "first/batch-norm/weight", "first/batch-norm/bias",
        "second/linear/weight", "second/linear/bias",
      ])
    #expect(
      graph.buffers.map(\.path) == ["first/batch-norm/running-mean", "first/batch-norm/running-variance"])
    #expect(graph.activations.map(\.path).contains("second/reuse"))
  }

  /// A shared linear layer's gradient is the sum of the gradients that two layers of the same numbers have, the later
  /// use first.
  @Test func gradientsOfBothUsesAreAdded() throws {
    let once = try Graph<Float>(
      input: [4], layer: Sequential([Linear(outputs: 4), Tanh(), Reuse("linear")]))
    let apart = try Graph<Float>(
      input: [4], layer: Sequential([Linear(outputs: 4), Tanh(), Linear(outputs: 4)]))
    let pass = Pass(.training, count: 3, on: try Processor())
    let weight: [Float] = Arrays.uniform(16, seed: 1), bias: [Float] = Arrays.uniform(4, seed: 2)
    let x: [Float] = Arrays.uniform(12, seed: 3), dY: [Float] = Arrays.uniform(12, seed: 4)
    func gradients(_ graph: Graph<Float>) -> [[Float]] {
      let memory = Memory(graph, capacity: 3, gradients: true)
      for slot in graph.parameters { memory.fill(slot, slot.shape.count == 16 ? weight : bias) }
      memory.fill(graph.input, x)
      graph.forward(memory, pass)
      memory.fillGradient(graph.output, dY)
      graph.backward(memory, pass)
      return graph.parameters.map { memory.gradients(of: $0, samples: 3) }
    }
    let sum = gradients(once), parts = gradients(apart)
    #expect(sum.count == 2 && parts.count == 4)
    for index in 0..<2 {
      #expect(mismatch(sum[index], zip(parts[index + 2], parts[index]).map { $0 + $1 }) == nil)
    }
  }

  /// Running statistics move once a use, in the order of the uses.
  @Test func runningStatisticsMoveForEachUse() throws {
    let graph = try Graph<Float>(
      input: [3], layer: Sequential([BatchNorm(momentum: 0.5), Linear(outputs: 3), Reuse("batch-norm")]))
    let memory = graph.memory(4, gradients: false, seed: 5)
    memory.fill(graph.input, Arrays.uniform(12, seed: 6))
    let pass = Pass(.training, count: 4, on: try Processor())
    graph.forward(memory, pass)
    let values = [graph.input, graph.activations[2]].map { memory.values(of: $0, samples: 4) }
    let quarter = Float(0.25)
    let means = values.map { rows in
      (0..<3).map { channel in (0..<4).reduce(Float(0)) { $0 + rows[$1 * 3 + channel] } * quarter }
    }
    let running = memory.values(of: graph.buffers[0], samples: 1)
    for channel in 0..<3 {
      let expected = Float(0.5) * (Float(0.5) * means[0][channel]) + Float(0.5) * means[1][channel]
      #expect(abs(running[channel] - expected) < 1e-6)
      #expect(abs(means[1][channel]) > 1e-3)
    }
  }

  @Test func aLayerThatIsNotWiredYetIsNamed() {
    let error = #expect(throws: GraphError.self) {
      try Graph<Float>(input: [4], layer: Sequential([Linear(outputs: 4), Reuse("lineer")]))
    }
    #expect(error?.description.contains("'lineer'") == true)
    #expect(error?.description.contains("linear") == true)
    #expect(throws: GraphError.self) {
      try Graph<Float>(input: [4], layer: Sequential([("group", Sequential([Reuse("group")]))]))
    }
  }

  @Test func aShapeThatDoesNotFitIsNamed() {
    let error = #expect(throws: GraphError.self) {
      try Graph<Float>(input: [4], layer: Sequential([Linear(outputs: 3), Reuse("linear")]))
    }
    #expect(error?.description.contains("linear/weight") == true)
  }
}
