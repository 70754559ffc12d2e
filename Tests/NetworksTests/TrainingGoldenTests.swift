import Networks
import Tensors
import TestSupport
import Testing

@Suite struct TrainingGoldenTests {
  static let processors =
    InstructionSet.available.map { try! Processor(instructionSet: $0) } + [try! Processor(threads: 3)]

  /// A two-layer perceptron trained for 20 Adam steps: every operator of it, chained, in RepDL's bits.
  @Test(arguments: processors, Golden.repdl("mlp_training"))
  func aTrainedPerceptronAgreesWithRepDL(_ processor: Processor, _ golden: Golden) throws {
    let sizes = golden.integerList("layers")
    let graph = try Graph<Float>(
      input: [sizes[0]],
      layer: Sequential([Linear(outputs: sizes[1]), ReLU(), Linear(outputs: sizes[2])]))
    let loss = try Loss.crossEntropy.record(on: graph)
    let (steps, batch) = (golden.shape("x")[0], golden.shape("x")[1])
    let memory = Memory(graph, capacity: batch, gradients: true)
    for ((slot, _), values) in zip(graph.parameters, golden.floatLists("init")) {
      memory.pointer(to: slot).update(from: values, count: values.count)
    }
    let optimizer = Adam(learningRate: golden.double("lr"))
    let state = optimizer.stateNames.map { _ in
      let array = UnsafeMutableBufferPointer<Float>.allocate(capacity: memory.parameters.count)
      array.initialize(repeating: 0)
      return array
    }
    defer { state.forEach { $0.deallocate() } }

    let x = golden.floats("x"), targets = golden.integers("target").map(UInt8.init)
    let pass = Pass(.training, count: batch, on: processor)
    var losses: [Float] = []
    for step in 0..<steps {
      let size = batch * sizes[0]
      memory.pointer(to: graph.input).update(from: Array(x[step * size..<(step + 1) * size]), count: size)
      _ = memory.targets.update(fromContentsOf: targets[step * batch..<(step + 1) * batch])
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      losses.append(loss.mean(memory, pass))
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      optimizer.step(
        parameters: memory.parameters, gradients: memory.parameterGradients, state: state, step: step + 1,
        learningRate: optimizer.learningRate, on: processor)
    }
    #expect(mismatch(losses, golden.floats("losses")) == nil)
    for ((slot, _), expected) in zip(graph.parameters, golden.floatLists("final")) {
      #expect(mismatch(memory.values(of: slot, samples: 1), expected) == nil, "\(slot.path)")
    }
  }
}
