import Networks
import Tensors
import TestSupport
import Testing

/// Weight decay λ and the penalty λ/2 · ‖w‖² are the same in gradient descent, bit for bit, and not in Adam.
@Suite struct WeightDecayTests {
  private func trained(_ optimizer: some Optimizer, penalty: Penalty?) throws -> [Float] {
    let graph = try Graph<Float>(
      input: [6], layer: Sequential([Linear(outputs: 4), Tanh(), Linear(outputs: 3)]))
    let loss = try MeanSquaredError().record(on: graph, targets: .values)
    let memory = graph.memory(8, seed: 3)
    let state = OptimizerState(of: optimizer, for: memory)
    let processor = try Processor()
    for step in 1...25 {
      memory.fill(graph.input, Arrays.uniform(48, seed: step))
      try memory.setTargets(values: Tensor(Arrays.uniform(24, seed: 100 + step) as [Float], shape: [8, 3]))
      let pass = Pass(.training, count: 8, on: processor)
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      _ = penalty?.apply(graph, memory, on: processor)
      state.update(memory, step: step, learningRate: optimizer.learningRate, on: processor)
    }
    return Array(memory.parameters)
  }

  @Test(arguments: [0.0, 0.9])
  func itIsTheSquaredPenaltyInGradientDescent(_ momentum: Double) throws {
    let decay = try trained(SGD(learningRate: 0.1, momentum: momentum, weightDecay: 0.25), penalty: nil)
    let penalty = try trained(
      SGD(learningRate: 0.1, momentum: momentum), penalty: Penalty(.l2Squared, weight: 0.125))
    #expect(mismatch(decay, penalty) == nil)
    #expect(try mismatch(decay, trained(SGD(learningRate: 0.1, momentum: momentum), penalty: nil)) != nil)
  }

  @Test func itIsNotInAdam() throws {
    let penalty = try trained(Adam(learningRate: 0.01), penalty: Penalty(.l2Squared, weight: 0.125))
    #expect(try mismatch(trained(AdamW(learningRate: 0.01, weightDecay: 0.25), penalty: nil), penalty) != nil)
  }
}
