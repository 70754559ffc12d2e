import Networks
import Tensors
import TestSupport
import Testing

@Suite struct ResidualTests {
  private let projected = Sequential([
    (
      "block",
      Residual(
        body: Sequential([Linear(outputs: 6), Tanh(), Linear(outputs: 4)]),
        shortcut: Sequential([("projection", Linear(outputs: 4, bias: false))]))
    )
  ])

  @Test func bodyAndShortcutAreInThePaths() throws {
    let graph = try Graph<Float>(input: [5], layer: projected)
    #expect(
      graph.parameters.map(\.path) == [
        "block/body/linear/weight", "block/body/linear/bias", "block/body/linear-2/weight",
        "block/body/linear-2/bias", "block/shortcut/projection/weight",
      ])
    #expect(
      graph.activations.map(\.path) == [
        "input", "block/body/linear", "block/body/tanh", "block/body/linear-2", "block/shortcut/projection",
        "block/sum",
      ])
  }

  @Test func theOutputIsOneAddition() throws {
    let graph = try Graph<Float>(input: [5], layer: projected)
    let memory = graph.memory(7, gradients: false, seed: 2)
    memory.fill(graph.input, Arrays.uniform(35, seed: 3))
    graph.forward(memory, Pass(.training, count: 7, on: try Processor()))
    let values = graph.activations.suffix(3).map { memory.values(of: $0, samples: 7) }
    #expect(mismatch(values[2], zip(values[0], values[1]).map { $0 + $1 }) == nil)
    #expect(values[0].contains { $0 != 0 } && values[1].contains { $0 != 0 })
  }

  /// dX = dY, to which the body's gradient is added: the reverse of the order of the uses.
  @Test func theGradientIsThatOfBothWays() throws {
    let network = Sequential([("block", Residual(body: Sequential([Sigmoid()])))])
    let graph = try Graph<Float>(input: [50], layer: network, differentiatesInput: true)
    let memory = Memory(graph, capacity: 2, gradients: true)
    let pass = Pass(.training, count: 2, on: try Processor())
    let x: [Float] = Arrays.uniform(100, seed: 4), dY: [Float] = Arrays.uniform(100, seed: 5)
    memory.fill(graph.input, x)
    memory.fillGradient(graph.output, dY)
    graph.forward(memory, pass)
    graph.backward(memory, pass)
    let y = memory.values(of: graph.activations[1], samples: 2)
    let dX = memory.gradients(of: graph.input, samples: 2)
    #expect(mismatch(dX, zip(y, dY).map { $1 + ($1 * (1 - $0)) * $0 }) == nil)
    #expect(mismatch(memory.values(of: graph.output, samples: 2), zip(y, x).map { $0 + $1 }) == nil)
  }

  @Test func shapesThatDoNotFitAreNamed() {
    func problem(_ layer: Residual) -> String {
      let error = #expect(throws: GraphError.self) {
        try Graph<Float>(input: [5], layer: Sequential([("block", layer)]))
      }
      return "\(error!)"
    }
    let body = Sequential([Linear(outputs: 4)])
    let alone = problem(Residual(body: body))
    #expect(alone.contains("residual at 'block'") && alone.contains("(4,)") && alone.contains("(5,)"))
    #expect(alone.contains("shortcut"))
    let projected = problem(Residual(body: body, shortcut: Sequential([Linear(outputs: 3)])))
    #expect(projected.contains("(4,)") && projected.contains("its shortcut gives (3,)"))
  }

  @Test func residualsMayBeNested() throws {
    let body: [any Layer] = [
      Residual(body: Sequential([Tanh()])), Linear(outputs: 6), Residual(body: Sequential([Sigmoid()])),
    ]
    let result = try GradientCheck.run(
      Residual(body: Sequential(body)), input: [6], samples: 3, on: Processor())
    #expect(result.passes, "\(result.worstError) at \(result.worstAt)")
  }

  @Test(arguments: [
    ("body: []", "at least 1 layer"),
    ("{ body: [tanh], shortcut: [] }", "leave it out to add the input itself"),
    ("shortcut: [tanh]", "'body' is missing"), ("{ body: [tanh], shortcut: tanh }", "must be a list"),
  ])
  func impossibleOptionsAreRefused(_ text: String, _ reason: String) {
    #expect(problem(Residual.self, text).contains(reason), "\(problem(Residual.self, text))")
  }
}
