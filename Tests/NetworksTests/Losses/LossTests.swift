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
    #expect(throws: GraphError.self) { try recorded(CrossEntropy(), .values, input: [2, 3]) }
    #expect(throws: GraphError.self) { try recorded(CrossEntropy(), .values, input: [1]) }
    #expect(throws: GraphError.self) {
      try recorded(CrossEntropy(labelSmoothing: 0.1), .classes, input: [300])
    }
    _ = try recorded(BinaryCrossEntropy(), .values, input: [2, 300])
    _ = try recorded(CrossEntropy(), .classes, input: [256])
    _ = try recorded(CrossEntropy(), .values, input: [300])
  }

  @Test func labelsAreSmoothedIfAConfigurationSaysSo() throws {
    #expect(try read(CrossEntropy.self, "{}") == CrossEntropy())
    #expect(try read(CrossEntropy.self, "label-smoothing: 0.1") == CrossEntropy(labelSmoothing: 0.1))
    #expect(try written(CrossEntropy(labelSmoothing: 0)) == "{}")
    #expect(try written(CrossEntropy(labelSmoothing: 0.1)) == #"{"label-smoothing":0.1}"#)
    #expect(problem(CrossEntropy.self, "label-smoothing: 1.5").contains("must be from 0 to 1"))
    let error = #expect(throws: GraphError.self) {
      try recorded(CrossEntropy(labelSmoothing: -1), .classes, input: [3])
    }
    #expect("\(error!)".contains("cross-entropy at 'loss': labelSmoothing is -1.0, but must be from 0 to 1"))
  }

  /// Logits 0, targets 0.25 and 0.75 or class 1, two outputs: every term is a multiple of log 2.
  @Test func lossesOfProbabilitiesAreComputed() throws {
    func answer(_ loss: CrossEntropy, _ targets: TargetKind) throws -> (loss: Float, gradient: [Float]) {
      let graph = try Graph<Float>(input: [2], layer: Sequential([any Layer]()))
      let op = try loss.record(on: graph, targets: targets)
      let memory = Memory(graph, capacity: 1, gradients: true)
      memory.fill(graph.input, [0, 0])
      memory.targets[0] = 1
      _ = memory.targetValues.update(fromContentsOf: [0.25, 0.75])
      let pass = Pass(.training, count: 1, on: try Processor())
      op.forward(memory, pass)
      op.backward(memory, pass)
      return (op.mean(memory, pass), memory.gradients(of: graph.output, samples: 1))
    }
    let log2: Float = 0.6931472
    #expect(try answer(CrossEntropy(), .values) == (0.25 * log2 + 0.75 * log2, [0.25, -0.25]))
    #expect(try answer(CrossEntropy(labelSmoothing: 0.5), .values).gradient == [0.125, -0.125])
    #expect(try answer(CrossEntropy(labelSmoothing: 0.5), .classes).gradient == [0.25, -0.25])
    #expect(try answer(CrossEntropy(), .classes) == (log2, [0.5, -0.5]))
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
