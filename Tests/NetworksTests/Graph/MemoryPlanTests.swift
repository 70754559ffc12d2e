import Networks
import Tensors
import TestSupport
import Testing

/// A memory whose values and gradients share room computes what one computes that keeps them all.
@Suite struct MemoryPlanTests {
  /// Every layer, in place and not; a value that two layers read, and one that a rectifier may not overwrite.
  private static let network = Sequential([
    Conv2d(outputs: 4, kernel: 3, padding: 1), BatchNorm(), ReLU(),
    MaxPool2d(kernel: 3, stride: 2, padding: 1),
    Residual(body: Sequential([Conv2d(outputs: 4, kernel: 3, padding: 1), BatchNorm(), ReLU()])), ReLU(),
    Residual(
      body: Sequential([ReLU(), Sigmoid()]),
      shortcut: Sequential([Conv2d(outputs: 4, kernel: 1), LeakyReLU()])),
    Residual(body: Sequential([Residual(body: Sequential([Tanh()])), LayerNorm()])),
    AvgPool2d(kernel: 2), Dropout(probability: 0.3), ReLU(), Flatten(), Linear(outputs: 7), ReLU(),
    Linear(outputs: 5),
  ])

  private struct Answer: Equatable {
    var output: [Float], input: [Float], parameters: [Float]
  }

  private func answer(keepsActivations: Bool, _ targets: Pass.GradientTargets, steps: Int = 2) throws -> (
    Answer, room: Int
  ) {
    let graph = try Graph<Float>(input: [2, 9, 8], layer: Self.network, differentiatesInput: true)
    let loss = try CrossEntropy().record(on: graph)
    let memory = Memory(graph, capacity: 5, gradients: true, keepsActivations: keepsActivations)
    let random = SharedRandomSource(PhiloxSource(seed: 3))
    graph.initialize(memory, from: &random.source)
    memory.fill(graph.input, Arrays.uniform(5 * 144, seed: 4))
    try memory.setTargets(classes: [0, 3, 1, 4, 2])
    // The second step finds what the first has left.
    for step in 0..<steps {
      var pass = Pass(.training, count: 5 - step, step: step, random: random, on: try Processor())
      pass.gradients = targets
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      loss.backward(memory, pass)
      graph.backward(memory, pass)
    }
    return (
      Answer(
        output: memory.values(of: graph.output, samples: 4),
        input: memory.gradients(of: graph.input, samples: 4),
        parameters: Array(memory.parameterGradients)), memory.activationRoom
    )
  }

  @Test(arguments: [Pass.GradientTargets.all, .input]) func sharedRoomChangesNoBit(
    _ targets: Pass.GradientTargets
  )
    throws
  {
    let (kept, keptRoom) = try answer(keepsActivations: true, targets)
    let (shared, sharedRoom) = try answer(keepsActivations: false, targets)
    #expect(mismatch(shared.output, kept.output) == nil)
    #expect(mismatch(shared.input, kept.input) == nil)
    #expect(mismatch(shared.parameters, kept.parameters) == nil)
    #expect(kept.input.contains { $0 != 0 } && kept.output.contains { $0 != 0 })
    #expect(3 * sharedRoom < 2 * keptRoom, "\(sharedRoom) of \(keptRoom)")
  }

  /// The first rectifier overwrites the product, the others keep their inputs, which backwards read; all have one
  /// gradient.
  @Test func roomIsForWhatLivesTogether() throws {
    let graph = try Graph<Float>(
      input: [16], layer: Sequential([Linear(outputs: 16), ReLU(), ReLU(), ReLU(), Linear(outputs: 16)]))
    #expect(Memory(graph, capacity: 3, gradients: true, keepsActivations: false).activationRoom == 7 * 48)
    #expect(Memory(graph, capacity: 3, gradients: false, keepsActivations: false).activationRoom == 3 * 48)
    #expect(Memory(graph, capacity: 3, gradients: true).activationRoom == 12 * 48)
  }

  @Test func whatIsNotKeptIsNotRead() async {
    await #expect(processExitsWith: .failure) {
      let graph = try Graph<Float>(input: [3], layer: Sequential([Linear(outputs: 2), ReLU(), ReLU()]))
      _ = Memory(graph, capacity: 2, gradients: true, keepsActivations: false).tensor(
        of: graph.activations[1])
    }
  }

  /// The last layers overwrite their inputs, and their inputs' gradients, where they may.
  @Test(arguments: [true, false])
  func whatComesInAndOutIsKept(_ differentiatesInput: Bool) throws {
    let layers: [any Layer] = [
      Linear(outputs: 4), ReLU(), Residual(body: Sequential([ReLU()])), ReLU(), ReLU(),
    ]
    func read(_ keepsActivations: Bool) throws -> [Tensor] {
      let graph = try Graph<Float>(
        input: [3], layer: Sequential(layers), differentiatesInput: differentiatesInput)
      let loss = try CrossEntropy().record(on: graph)
      let memory = Memory(graph, capacity: 2, gradients: true, keepsActivations: keepsActivations)
      var random = PhiloxSource(seed: 4)
      graph.initialize(memory, from: &random)
      memory.fill(graph.input, Arrays.uniform(6, seed: 5))
      try memory.setTargets(classes: [1, 3])
      let pass = try Pass(.training, count: 2, on: Processor())
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      return [
        memory.tensor(of: graph.input), memory.tensor(of: graph.output), memory.gradient(of: graph.output),
      ] + (differentiatesInput ? [memory.gradient(of: graph.input)] : [])
    }
    let kept = try read(true)
    #expect(try read(false) == kept)
    #expect(kept[2].floats?.contains { $0 != 0 } == true)
  }
}
