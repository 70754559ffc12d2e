import Networks
import Settings
import Tensors
import TestSupport
import Testing

@Suite struct LossTests {
  private func recorded(
    _ loss: any Loss, _ targets: TargetKind, input: Shape
  ) throws -> any LossOp<Float> {
    try loss.record(on: Graph<Float>(input: input, layer: Sequential([any Layer]())), targets: targets)
  }

  /// The batch's loss is the mean over all elements; a sample's is the mean over its own.
  @Test func theMeanIsOverAllElements() throws {
    let graph = try Graph<Float>(input: [2, 3], layer: Sequential([any Layer]()))
    let loss = try MeanSquaredError().record(on: graph, targets: .values)
    let memory = Memory(graph, capacity: 4, gradients: true)
    let x: [Float] = Arrays.uniform(24, seed: 1), t: [Float] = Arrays.uniform(24, seed: 2)
    memory.fill(graph.input, x)
    _ = memory.targetValues.update(fromContentsOf: t)
    let pass = Pass(.training, count: 3, on: try Processor())
    loss.forward(memory, pass)
    var sum: Float = 0
    for (x, t) in zip(x, t).prefix(18) { sum += (x - t) * (x - t) }
    #expect(loss.mean(memory, pass) == sum * Float(1.0 / 18))
    var first: Float = 0
    for (x, t) in zip(x, t).prefix(6) { first += (x - t) * (x - t) }
    #expect(memory.values(of: loss.losses, samples: 3)[0] == first * Float(1.0 / 6))
    loss.backward(memory, pass)
    #expect(memory.gradientPointer(to: graph.output)[17] == (x[17] - t[17]) * Float(2.0 / 18))
  }

  @Test func shapesThatDoNotFitTheTargetsAreRefused() throws {
    #expect(throws: GraphError.self) { try recorded(MeanSquaredError(), .classes, input: [2, 3]) }
    #expect(throws: GraphError.self) { try recorded(BinaryCrossEntropy(), .classes, input: [300]) }
    #expect(throws: GraphError.self) { try recorded(CrossEntropy(), .values, input: [3]) }
    _ = try recorded(BinaryCrossEntropy(), .values, input: [2, 300])
    _ = try recorded(CrossEntropy(), .classes, input: [256])
  }

  private struct Configuration: Codable {
    @OneOf<Losses> var loss: any Loss
  }

  @Test(arguments: [
    ("cross-entropy", "Cross-entropy", "nats"), ("mse", "Mean squared error", "1"),
    ("bce", "Binary cross-entropy", "nats"),
  ])
  func aConfigurationNamesOne(_ name: String, _ title: String, _ unit: String) throws {
    let configuration = try read(Configuration.self, "loss: \(name)")
    #expect(type(of: configuration.loss).kind == name)
    #expect(configuration.loss.title == title)
    #expect(configuration.loss.unit == unit)
    #expect(try written(configuration) == #"{"loss":{"\#(name)":{}}}"#)
    #expect(try type(of: read(Configuration.self, written(configuration)).loss).kind == name)
  }

  @Test func aMisspelledLossIsNamed() {
    #expect(
      problem(Configuration.self, "loss: cross-entrophy")
        == "line 1: no loss is called 'cross-entrophy'; did you mean 'cross-entropy'? (one of: "
        + "\(Losses.names.joined(separator: ", ")))")
    #expect(problem(Configuration.self, "loss: { mse: { delta: 1 } }").contains("unknown key 'delta'"))
  }
}
