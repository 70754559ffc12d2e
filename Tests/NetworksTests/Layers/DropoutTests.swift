import Networks
import Tensors
import TestSupport
import Testing

@Suite struct DropoutTests {
  /// A dropout at 'drop' on 5 samples of 4001 values: its output, and the gradient of its input.
  private func run<S: Scalar>(
    _ probability: Double, _ x: [S], dY: [S], _ mode: Pass.Mode = .training, step: Int = 3,
    source: (any RandomSource)? = PhiloxSource(seed: 9), on processor: Processor
  ) throws -> (y: [S], dX: [S]) {
    let graph = try Graph<S>(
      input: [4001], layer: Sequential([("drop", Dropout(probability: probability))]),
      differentiatesInput: true)
    let memory = Memory(graph, capacity: 5, gradients: true)
    let pass = Pass(mode, count: 5, step: step, random: source.map { SharedRandomSource($0) }, on: processor)
    memory.fill(graph.input, x)
    graph.forward(memory, pass)
    memory.fillGradient(graph.output, dY)
    graph.backward(memory, pass)
    return (memory.values(of: graph.output, samples: 5), memory.gradients(of: graph.input, samples: 5))
  }

  private func check<S: Scalar>(_: S.Type, _ probability: Double, on processor: Processor) throws {
    let x: [S] = Arrays.uniform(20_005, seed: 1), dY: [S] = Arrays.uniform(20_005, seed: 2)
    let stream = RandomStream(seed: 9, purpose: .dropout, site: RandomSite(path: "drop"), step: 3)
    let rule = DropoutRule(keepProbability: 1 - probability)
    let kept = S(1 / (1 - probability))
    let factors = x.indices.map { rule.keeps(stream.word($0)) ? kept : 0 }
    let (y, dX) = try run(probability, x, dY: dY, on: processor)
    #expect(mismatch(y, zip(x, factors).map { $0 * $1 }) == nil)
    #expect(mismatch(dX, zip(dY, factors).map { $0 * $1 }) == nil)
  }

  @Test(arguments: Processor.kinds, [0.1, 0.5, 0.8])
  func trainingMultipliesByTheMask(_ processor: Processor, _ probability: Double) throws {
    try check(Float.self, probability, on: processor)
    try check(Double.self, probability, on: processor)
  }

  @Test func evaluationAndProbabilityZeroChangeNothing() throws {
    let x: [Float] = Arrays.uniform(20_005, seed: 1), dY: [Float] = Arrays.uniform(20_005, seed: 2)
    let processor = try Processor()
    for (probability, mode) in [(0.5, Pass.Mode.evaluation), (1, .evaluation), (0, .training)] {
      let (y, dX) = try run(probability, x, dY: dY, mode, source: nil, on: processor)
      #expect(mismatch(y, x) == nil)
      #expect(mismatch(dX, dY) == nil)
    }
  }

  @Test func probabilityOneDropsEverything() throws {
    let x: [Float] = Arrays.uniform(20_005, seed: 1), dY: [Float] = Arrays.uniform(20_005, seed: 2)
    let (y, dX) = try run(1, x, dY: dY, on: try Processor())
    #expect(mismatch(y, x.map { $0 * 0 }) == nil)
    #expect(mismatch(dX, dY.map { $0 * 0 }) == nil)
  }

  @Test func everyStepHasItsOwnMask() throws {
    let x = [Float](repeating: 1, count: 20_005)
    let processor = try Processor()
    let masks = try (0..<3).map { try run(0.5, x, dY: x, step: $0, on: processor).y }
    #expect(Set(masks).count == 3)
    #expect(try run(0.5, x, dY: x, step: 1, on: processor).y == masks[1])
  }

  @Test func torchsMaskIsDrawnFromItsGenerator() throws {
    let x = [Float](repeating: 1, count: 20_005)
    let (y, _) = try run(0.25, x, dY: x, source: TorchSource(seed: 4), on: try Processor(threads: 2))
    var source = TorchSource(seed: 4)
    let processor = try Processor()
    let mask = drawn(x.count, over: UInt8(9)) {
      source.dropoutMask(&$0, site: RandomSite(path: ""), step: 0, keepProbability: 0.75, on: processor)
    }
    #expect(mismatch(y, mask.map { $0 == 1 ? Float(1 / 0.75) : 0 }) == nil)
  }

  @Test func theProbabilityIsNeededAndInZeroToOne() throws {
    #expect(try read(Dropout.self, "probability: 0.5") == Dropout(probability: 0.5))
    #expect(problem(Dropout.self, "{}").contains("'probability' is missing"))
    for value in ["1.5", "-0.1"] {
      #expect(
        problem(Dropout.self, "probability: \(value)")
          == "line 1: 'probability' (\(value)): must be from 0 to 1")
    }
    #expect(throws: GraphError.self) { try Graph<Float>(input: [4], layer: Dropout(probability: 1.5)) }
  }

  @Test func withoutASourceTrainingStopsAndNamesTheLayer() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let graph = try Graph<Float>(
        input: [4], layer: Sequential([("drop", Dropout(probability: 0.5))]))
      let memory = Memory(graph, capacity: 1, gradients: false)
      graph.forward(memory, Pass(.training, count: 1, on: try Processor()))
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("dropout at 'drop'"))
  }
}
