import Networks
import Tensors
import Testing

/// What a library user does, with public declarations alone: this file must compile outside the package too.
@Suite struct LibraryTests {
  /// The example of the README, with a step of an optimizer after it.
  @Test func aNetworkIsWiredOnceAndTrained() throws {
    let graph = try Graph<Float>(
      input: [4], layer: Sequential([Linear(outputs: 8), ReLU(), Linear(outputs: 3)]))
    let loss = try CrossEntropy().record(on: graph)
    let memory = Memory(graph, capacity: 6, gradients: true)
    var random = PhiloxSource(seed: 0)
    graph.initialize(memory, from: &random)

    try memory.setInput(Tensor((0..<24).map { Float($0 % 5) / 4 }, shape: [6, 4]))
    try memory.setTargets(classes: [0, 1, 2, 0, 1, 2])
    let pass = Pass(.training, count: 6, on: try Processor(threads: 2))
    let optimizer = OptimizerState(of: Adam(learningRate: 0.05), for: memory)
    var losses: [Float] = []
    var digests: Set<String> = [memory.modelDigest.hexadecimal]
    for step in 1...40 {
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      losses.append(loss.mean(memory, pass))
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      optimizer.update(memory, step: step, on: pass.processor)
      digests.insert(memory.modelDigest.hexadecimal)
    }
    #expect(losses.last! < losses[0] / 2)
    #expect(digests.count == 41, "every step moves the parameters")

    #expect(
      graph.parameters.map(\.path) == ["linear/weight", "linear/bias", "linear-2/weight", "linear-2/bias"])
    for slot in graph.parameters {
      #expect(memory.tensor(of: slot).shape == slot.shape)
      #expect(memory.gradient(of: slot).floats!.contains { $0 != 0 })
    }
    // The gradient of a bias in front of a softmax: over the classes it adds up to 0.
    let bias = memory.gradient(of: graph.parameters[3]).floats!
    #expect(abs(bias.reduce(0, +)) < 1e-6)
    #expect(memory.tensor(of: graph.output, samples: 2).shape == [2, 3])
  }

  /// A layer made of layers, each in a scope with a name.
  private struct Block: Layer {
    static let kind = "block"
    var width: Int

    func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
      let wide = try x.graph.scope("up") { try Linear(outputs: width)(x) }
      let bent = try x.graph.scope("bend") { try Tanh()(wide) }
      return try x.graph.scope("down") { try Linear(outputs: x.shape.count)(bent) }
    }
  }

  @Test func aLayerOfLayersIsCheckedLikeAnyOther() throws {
    let graph = try Graph<Float>(input: [3], layer: Sequential([Block(width: 5)]))
    #expect(graph.activations.map(\.path) == ["input", "block/up", "block/bend", "block/down"])
    let result = try GradientCheck.run(
      Block(width: 5), input: [3], loss: MeanSquaredError(), targets: .values, on: Processor())
    #expect(result.passes, "\(result.worstError) at \(result.worstAt)")
  }
}
