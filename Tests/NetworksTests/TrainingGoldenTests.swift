import Networks
import Tensors
import TestSupport
import Testing

@Suite struct TrainingGoldenTests {
  /// A two-layer perceptron trained for 20 Adam steps: every operator of it, chained, in RepDL's bits.
  @Test(arguments: Processor.kinds, Golden.repdl("mlp_training"))
  func aTrainedPerceptronAgreesWithRepDL(_ processor: Processor, _ golden: Golden) throws {
    let sizes = golden.integerList("layers")
    let graph = try Graph<Float>(
      input: [sizes[0]],
      layer: Sequential([Linear(outputs: sizes[1]), ReLU(), Linear(outputs: sizes[2])]))
    let loss = try CrossEntropy().record(on: graph)
    let (steps, batch) = (golden.shape("x")[0], golden.shape("x")[1])
    let memory = Memory(graph, capacity: batch, gradients: true)
    for (slot, values) in zip(graph.parameters, golden.floatLists("init")) {
      memory.fill(slot, values)
    }
    let optimizer = Adam(learningRate: golden.double("lr"))
    let state = OptimizerState(of: optimizer, for: memory)

    let x = golden.floats("x"), targets = golden.integers("target").map(UInt8.init)
    let pass = Pass(.training, count: batch, on: processor)
    var losses: [Float] = []
    for step in 0..<steps {
      let size = batch * sizes[0]
      memory.fill(graph.input, Array(x[step * size..<(step + 1) * size]))
      _ = memory.targets.update(fromContentsOf: targets[step * batch..<(step + 1) * batch])
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      losses.append(loss.mean(memory, pass))
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      state.update(memory, step: step + 1, on: processor)
    }
    #expect(mismatch(losses, golden.floats("losses")) == nil)
    for (slot, expected) in zip(graph.parameters, golden.floatLists("final")) {
      #expect(mismatch(memory.values(of: slot, samples: 1), expected) == nil, "\(slot.path)")
    }
  }
}
