import Networks
import Settings
import TestSupport
import Tensors
import Testing

@Suite struct ProjectedGradientDescentTests {
  private let classes: [UInt8] = [0, 1, 2, 1, 0]
  private var inputs: [Float] { (Arrays.uniform(5 * 6, seed: 11) as [Float]).map { abs($0) } }

  /// The inputs after an attack on a small network, and the network's memory.
  private func attacked(
    _ attack: ProjectedGradientDescent, seed: UInt64 = 3, on processor: Processor
  ) throws -> (inputs: [Float], clean: [Float], memory: Memory<Float>) {
    let network = Sequential([Linear(outputs: 8), BatchNorm(), ReLU(), Linear(outputs: 3)])
    let graph = try Graph<Float>(input: [6], layer: network, differentiatesInput: true)
    let loss = try CrossEntropy().record(on: graph)
    let memory = graph.memory(5)
    memory.fill(graph.input, inputs)
    try memory.setTargets(classes: classes)
    let clean = UnsafeMutableBufferPointer<Float>.allocate(capacity: 30)
    defer { clean.deallocate() }
    attack.attack(graph, loss, memory, count: 5, clean: clean, on: processor) { sample in
      RandomStream(seed: seed, purpose: .attack, site: RandomSite(index: sample), step: 1)
    }
    return (memory.values(of: graph.input, samples: 5), Array(clean), memory)
  }

  @Test func everyElementStaysWithinEpsilonAndTheRange() throws {
    let attack = ProjectedGradientDescent(epsilon: 0.1, stepSize: 0.03, steps: 10)
    let (moved, clean, _) = try attacked(attack, on: Processor())
    #expect(mismatch(clean, inputs) == nil)
    #expect(zip(moved, clean).allSatisfy { abs($0 - $1) <= 0.1 + 0x1p-23 })
    #expect(moved.allSatisfy { (0...1).contains($0) })
    #expect(zip(moved, clean).contains { abs($0 - $1) > 0.09 }, "the bound is reached")
  }

  @Test func theLossGrows() throws {
    let processor = try Processor()
    func loss(_ steps: Int) throws -> Float {
      let network = Sequential([Linear(outputs: 8), BatchNorm(), ReLU(), Linear(outputs: 3)])
      let graph = try Graph<Float>(input: [6], layer: network, differentiatesInput: true)
      let loss = try CrossEntropy().record(on: graph)
      let memory = graph.memory(5)
      try memory.setTargets(classes: classes)
      let attack = ProjectedGradientDescent(epsilon: 0.3, stepSize: 0.05, steps: steps, randomStart: false)
      memory.fill(graph.input, steps == 1 ? inputs : try attacked(attack, on: processor).inputs)
      let pass = Pass(.evaluation, count: 5, on: processor)
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      return loss.mean(memory, pass)
    }
    #expect(try loss(20) > loss(1) + 0.1)
  }

  @Test func parametersBuffersAndTheirGradientsStay() throws {
    let (_, _, memory) = try attacked(ProjectedGradientDescent(steps: 3), on: Processor())
    #expect(memory.parameterGradients.allSatisfy { $0 == 0 })
    #expect(Array(memory.buffers) == Array(repeating: 0, count: 8) + Array(repeating: 1, count: 8))
  }

  @Test func threadsAndInstructionSetsChangeNothingAndTheStreamDoes() throws {
    let attack = ProjectedGradientDescent(steps: 5)
    let expected = try attacked(attack, on: Processor(instructionSet: .scalar)).inputs
    for processor in Processor.kinds {
      #expect(mismatch(try attacked(attack, on: processor).inputs, expected) == nil)
    }
    #expect(try attacked(attack, seed: 4, on: Processor()).inputs != expected)
  }

  @Test(arguments: [
    "epsilon: 0", "epsilon: 1.5", "epsilon: 1e-50", "step-size: 1e-50", "step-size: -1", "steps: 0",
    "alpha: 0.1",
  ])
  func impossibleOptionsAreRefused(_ option: String) {
    let key = option.prefix { $0 != ":" }
    #expect(problem(ProjectedGradientDescent.self, "{ \(option) }").contains(key))
  }

  @Test func defaultsAreLeftOut() throws {
    let attack = try read(ProjectedGradientDescent.self, "{ epsilon: 0.3, steps: 7 }")
    #expect(try canonicalJSON(attack, leavingOutDefaults: true) == #"{"steps":7}"#)
  }
}
