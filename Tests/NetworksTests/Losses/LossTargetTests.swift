import Networks
import Tensors
import TestSupport
import Testing

@Suite struct LossTargetTests {
  private func recorded(
    _ loss: Loss, _ targets: Loss.Targets, input: Shape
  ) throws -> any LossOperation<Float> {
    try loss.record(on: Graph<Float>(input: input, layer: Sequential([any Layer]())), targets: targets)
  }

  /// The batch's loss is the mean over all elements; a sample's is the mean over its own.
  @Test func theMeanIsOverAllElements() throws {
    let graph = try Graph<Float>(input: [2, 3], layer: Sequential([any Layer]()))
    let loss = try Loss.mse.record(on: graph, targets: .values)
    let memory = Memory(graph, capacity: 4, gradients: true)
    let x: [Float] = Arrays.uniform(24, seed: 1), t: [Float] = Arrays.uniform(24, seed: 2)
    memory.pointer(to: graph.input).update(from: x, count: 24)
    _ = memory.targetValues.update(fromContentsOf: t)
    let pass = Pass(.training, count: 3, on: try Processor())
    loss.forward(memory, pass)
    var sum: Float = 0
    for (x, t) in zip(x, t).prefix(18) { sum += (x - t) * (x - t) }
    #expect(loss.mean(memory, pass) == sum * Float(1.0 / 18))
    var first: Float = 0
    for (x, t) in zip(x, t).prefix(6) { first += (x - t) * (x - t) }
    #expect(loss.losses(memory)[0] == first * Float(1.0 / 6))
    loss.backward(memory, pass)
    #expect(memory.gradientPointer(to: graph.output)[17] == (x[17] - t[17]) * Float(2.0 / 18))
  }

  @Test func shapesThatDoNotFitTheTargetsAreRefused() throws {
    #expect(throws: GraphError.self) { try recorded(.mse, .classes, input: [2, 3]) }
    #expect(throws: GraphError.self) { try recorded(.bce, .classes, input: [300]) }
    #expect(throws: GraphError.self) { try recorded(.crossEntropy, .values, input: [3]) }
    _ = try recorded(.bce, .values, input: [2, 300])
  }
}
