import Networks
import Tensors
import TestSupport
import Testing

@Suite struct GraphTests {
  static let network = Sequential([
    ("hidden", Sequential([Linear(outputs: 16), ReLU()])), ("output", Sequential([Linear(outputs: 4)])),
  ])

  @Test func everyValueHasItsPath() throws {
    let graph = try Graph<Float>(input: [20], layer: Self.network)
    #expect(
      graph.parameters.map(\.path) == [
        "hidden/linear/weight", "hidden/linear/bias", "output/linear/weight", "output/linear/bias",
      ])
    #expect(
      graph.activations.map(\.path) == ["input", "hidden/linear", "hidden/relu", "output/linear"])
    #expect(graph.parameters.map(\.shape) == [[16, 20], [16], [4, 16], [4]])
  }

  @Test func layersOfOneKindAreNumbered() throws {
    let graph = try Graph<Float>(
      input: [3], layer: Sequential([Linear(outputs: 3), ReLU(), Linear(outputs: 2)]))
    #expect(graph.activations.map(\.path) == ["input", "linear", "relu", "linear-2"])
  }

  @Test func wrongShapesAreNamed() {
    let error = #expect(throws: GraphError.self) {
      try Graph<Float>(input: [1, 28, 28], layer: Self.network)
    }
    #expect("\(error!)".contains("linear at 'hidden/linear'"))
    #expect("\(error!)".contains("(1, 28, 28)"))
  }

  @Test func twoValuesOfOnePathAreRefused() {
    #expect(throws: GraphError.self) {
      try Graph<Float>(input: [3], layer: Sequential([("a", Linear(outputs: 3)), ("a", Linear(outputs: 3))]))
    }
  }

  /// 2³¹ numbers of a sort are more than places are counted for: as parameters, values or the input.
  @Test func networksThatNoMachineHoldsAreRefused() {
    let cases: [(Shape, any Layer, String)] = [
      (
        [1 << 20], Linear(outputs: 1 << 20),
        "the network at 'a/weight': with a value of shape (1048576, 1048576)"
      ),
      ([1 << 31], ReLU(), "the network at 'input'"), ([1 << 40, 1 << 40], ReLU(), "the network at 'input'"),
      ([1 << 30], Sequential([ReLU(), Tanh()]), "the network at 'a/relu'"),
    ]
    for (input, layer, reason) in cases {
      let error = #expect(throws: GraphError.self) {
        try Graph<Float>(input: input, layer: Sequential([("a", layer)]))
      }
      #expect(error.map { "\($0)".contains(reason) } == true, "\(error.map { "\($0)" } ?? "none"): \(reason)")
    }
  }

  /// The first values are uniform in ±1/√inputs, by name: another layer in front moves nobody's numbers.
  @Test func parametersStartByTheirNames() throws {
    func initial(_ layer: Sequential, input: Int) throws -> [String: [Float]] {
      let graph = try Graph<Float>(input: [input], layer: layer)
      let memory = graph.memory(1, seed: 3)
      return Dictionary(
        uniqueKeysWithValues: graph.parameters.map { ($0.path, memory.values(of: $0, samples: 1)) })
    }
    let alone = try initial(Sequential([("b", Linear(outputs: 5))]), input: 16)
    let behind = try initial(
      Sequential([("a", Linear(outputs: 16)), ("b", Linear(outputs: 5))]), input: 9)
    for (path, values) in alone {
      #expect(mismatch(values, behind[path]!) == nil)
      #expect(values.allSatisfy { abs($0) <= 0.25 })
      #expect(values.contains { abs($0) > 0.2 })
    }
  }

  /// A batch in pieces, gradients accumulated, has the gradients of the whole batch, bit for bit.
  @Test func gradientsOfPiecesAreThoseOfTheWhole() throws {
    let graph = try Graph<Float>(input: [20], layer: Self.network)
    let memory = graph.memory(12)
    let x: [Float] = Arrays.uniform(12 * 20, seed: 2), dy: [Float] = Arrays.uniform(12 * 4, seed: 3)
    func gradients(_ pieces: [Range<Int>]) throws -> [Float] {
      for (index, piece) in pieces.enumerated() {
        var pass = Pass(.training, count: piece.count, on: try Processor())
        pass.accumulatesGradients = index > 0
        memory.fill(graph.input, Array(x[piece.lowerBound * 20..<piece.upperBound * 20]))
        memory.fillGradient(graph.output, Array(dy[piece.lowerBound * 4..<piece.upperBound * 4]))
        graph.forward(memory, pass)
        graph.backward(memory, pass)
      }
      return Array(memory.parameterGradients)
    }
    let whole = try gradients([0..<12])
    let pieces = try gradients([0..<5, 5..<6, 6..<12])
    #expect(mismatch(pieces, whole) == nil)
  }
}
