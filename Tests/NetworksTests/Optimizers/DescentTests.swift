import Networks
import Tensors
import TestSupport
import Testing

@Suite struct DescentTests {
  static let optimizers: [any Optimizer] = [
    SGD(learningRate: 0.02), SGD(learningRate: 0.01, momentum: 0.9),
    SGD(learningRate: 0.01, momentum: 0.9, nesterov: true), Adam(learningRate: 0.05),
    AdamW(learningRate: 0.05, weightDecay: 1e-4), RMSprop(learningRate: 0.01), Adagrad(learningRate: 0.5),
  ]

  /// Every optimiser with every objective.
  @Test(arguments: optimizers.indices, Objective.allCases)
  func everyOptimizerGoesDown(_ index: Int, _ objective: Objective) throws {
    var descent = Descent(Self.optimizers[index], from: objective.start, on: try Processor())
    let before = objective(descent.parameters)
    for _ in 0..<500 { descent.step(objective.gradient(descent.parameters)) }
    let after = objective(descent.parameters)
    #expect(after < before / 50, "\(Self.optimizers[index]): \(before) to \(after)")
  }

  /// One L2 penalty of λ/2 and a weight decay of λ: under plain SGD the same, under Adam not.
  @Test func weightDecayIsAnL2PenaltyUnderPlainSGDAlone() throws {
    let processor = try Processor()
    func path(_ optimizer: any Optimizer, penalty: Float) -> [Float] {
      var descent = Descent<Float>(optimizer, from: Arrays.uniform(100, seed: 1), on: processor)
      for step in 0..<20 {
        let gradient: [Float] = Arrays.uniform(100, seed: 10 + step)
        descent.step(zip(gradient, descent.parameters).map { $0.addingProduct(penalty, $1) })
      }
      return descent.parameters
    }
    let l2 = path(SGD(learningRate: 0.1), penalty: 0.5)
    #expect(mismatch(path(SGD(learningRate: 0.1, weightDecay: 0.5), penalty: 0), l2) == nil)
    // Decoupled decay is not an L2 penalty where gradients are rescaled …
    let adam = path(Adam(learningRate: 0.1), penalty: 0.5)
    let decoupled = path(AdamW(learningRate: 0.1, weightDecay: 0.5), penalty: 0)
    #expect(zip(adam, decoupled).contains { abs($0 - $1) > 0.1 })
    // … but without decay AdamW is Adam.
    #expect(
      mismatch(
        path(AdamW(learningRate: 0.1, weightDecay: 0), penalty: 0), path(Adam(learningRate: 0.1), penalty: 0))
        == nil)
  }

  @Test func aPenaltyOfL2IsAWeightDecayBitForBit() throws {
    let graph = try Graph<Float>(input: [5], layer: Linear(outputs: 4))
    let memory = Memory(graph, capacity: 1, gradients: true)
    var random = PhiloxSource(seed: 1)
    graph.initialize(memory, from: &random)
    let gradient: [Float] = Arrays.uniform(24, seed: 3)
    let processor = try Processor()
    _ = memory.parameterGradients.update(fromContentsOf: gradient)
    Penalty(.l2Squared, weight: 0.05).apply(graph, memory, on: processor)
    var penalised = Descent(SGD(learningRate: 0.1), from: Array(memory.parameters), on: processor)
    penalised.step(Array(memory.parameterGradients))
    var decayed = Descent(
      SGD(learningRate: 0.1, weightDecay: 0.1), from: Array(memory.parameters), on: processor)
    decayed.step(gradient)
    #expect(mismatch(penalised.parameters, decayed.parameters) == nil)
  }
}
