import Networks
import Tensors
import TestSupport
import Testing

/// Shaped values go into a memory and come out of it, bit for bit.
@Suite struct MemoryTests {
  private let network = Sequential([Linear(outputs: 4), BatchNorm()])

  @Test func valuesComeOutWithTheirShapes() throws {
    let graph = try Graph<Float>(
      input: [2, 3], layer: Sequential([Flatten(), Linear(outputs: 4), BatchNorm()]))
    let memory = graph.memory(5)
    #expect(memory.tensor(of: graph.input).shape == [5, 2, 3])
    #expect(memory.tensor(of: graph.input, samples: 2).shape == [2, 2, 3])
    #expect(memory.tensor(of: graph.output, samples: 0).shape == [0, 4])
    #expect(memory.tensor(of: graph.parameters[0]).shape == [4, 6])
    #expect(memory.tensor(of: graph.parameters[0], samples: 1).shape == [4, 6], "a parameter has no samples")
    #expect(
      memory.tensor(of: graph.parameters[0]).floats == memory.values(of: graph.parameters[0], samples: 1))
    #expect(memory.tensor(of: graph.buffers[1]) == Tensor([1, 1, 1, 1] as [Float]))
    #expect(
      memory.gradient(of: graph.parameters[0]) == Tensor([Float](repeating: 0, count: 24), shape: [4, 6]))
    let gradient: [Float] = Arrays.uniform(20, seed: 1)
    memory.fillGradient(graph.output, gradient)
    #expect(memory.gradient(of: graph.output) == Tensor(gradient, shape: [5, 4]))
  }

  @Test func doublesStayDoubles() throws {
    let graph = try Graph<Double>(input: [3], layer: network)
    let memory = graph.memory(2)
    let x: [Double] = [.pi, -0.0, .nan, 1e-300, .infinity, 0.1]
    try memory.setInput(Tensor(x, shape: [2, 3]))
    #expect(memory.tensor(of: graph.input) == Tensor(x, shape: [2, 3]))
  }

  @Test func numbersOfOtherTypesAreRoundedOnce() throws {
    let graph = try Graph<Float>(input: [2], layer: network)
    let memory = graph.memory(3)
    try memory.setInput(Tensor([0.1, 1e-50], shape: [1, 2]))
    #expect(memory.tensor(of: graph.input, samples: 1).floats == [0.1, 0])
    try memory.setInput(Tensor([255, 7] as [UInt8], shape: [1, 2]))
    #expect(memory.tensor(of: graph.input, samples: 1).floats == [255, 7])
    try memory.setInput(Tensor([16_777_217, -1] as [Int64], shape: [1, 2]))
    #expect(memory.tensor(of: graph.input, samples: 1).floats == [16_777_216, -1])
    try memory.set(graph.parameters[0], to: Tensor([Float](repeating: 2, count: 8), shape: [4, 2]))
    #expect(memory.parameters.prefix(8).allSatisfy { $0 == 2 })
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let graph = try Graph<Float>(input: [2], layer: network)
    let memory = graph.memory(3)
    func message(_ body: () throws -> Void) -> String {
      let error = #expect(throws: GraphError.self) { try body() }
      return error.map { "\($0)" } ?? ""
    }
    for shape in [[2], [4, 2], [0, 2], [3, 3], [1, 1, 2]] as [Shape] {
      let text = message {
        try memory.setInput(Tensor([Float](repeating: 0, count: shape.count), shape: shape))
      }
      #expect(text == "'input': 1 to 3 samples of shape (2,) are wanted, not \(shape)")
    }
    #expect(
      message { try memory.set(graph.parameters[0], to: Tensor([Float](repeating: 0, count: 8))) }
        == "'linear/weight': it has shape (4, 2), not (8,)")
    #expect(message { try memory.setTargets(classes: []) } == "'targets': 1 to 3 classes are wanted, not 0")
    #expect(message { try memory.setTargets(classes: [0, 1, 2, 3]) }.contains("not 4"))
    #expect(message { try memory.setTargets(classes: [4]) } == "'targets': class 4 has no output among 4")
    #expect(message { try memory.setTargets(values: Tensor([0.5], shape: [1, 1])) }.contains("(4,)"))
  }

  @Test func targetsReachTheLoss() throws {
    let graph = try Graph<Float>(input: [2], layer: Sequential([any Layer]()))
    let loss = try MeanSquaredError().record(on: graph, targets: .values)
    let memory = graph.memory(2)
    try memory.setInput(Tensor([1, 2, 3, 4] as [Float], shape: [2, 2]))
    try memory.setTargets(values: Tensor([1, 1, 1, 1] as [Float], shape: [2, 2]))
    let pass = Pass(.training, count: 2, on: try Processor())
    graph.forward(memory, pass)
    loss.forward(memory, pass)
    #expect(memory.tensor(of: loss.losses) == Tensor([0.5, 6.5] as [Float], shape: [2]))
    #expect(loss.mean(memory, pass) == 3.5)
  }

  @Test func nothingIsRecordedAfterwards() throws {
    let graph = try Graph<Float>(input: [2], layer: network)
    _ = Memory(graph, capacity: 1, gradients: false)
    let error = #expect(throws: GraphError.self) { try CrossEntropy().record(on: graph) }
    #expect(
      "\(error!)" == "'loss/softmax': a memory was made without room for it: record layers and losses before")
  }

  @Test func memoriesMayShareParameters() throws {
    let graph = try Graph<Float>(input: [20], layer: GraphTests.network)
    let memory = Memory(graph, capacity: 3, gradients: true)
    let other = Memory(graph, capacity: 50, gradients: false, sharing: memory)
    memory.parameters[7] = 42
    #expect(other.parameters[7] == 42)
    #expect(other.modelDigest == memory.modelDigest)
  }
}
