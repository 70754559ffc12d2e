import Networks
import Tensors
import Testing

@Suite struct RepeatTests {
  @Test func eachTimeHasParametersOfItsOwn() throws {
    let graph = try Graph<Float>(
      input: [5], layer: Sequential([Repeat(times: 2, Sequential([Linear(outputs: 4), ReLU()]))]))
    #expect(
      graph.parameters.map(\.path) == [
        "repeat/1/linear/weight", "repeat/1/linear/bias", "repeat/2/linear/weight", "repeat/2/linear/bias",
      ])
    #expect(graph.parameters.map(\.shape) == [[4, 5], [4], [4, 4], [4]])
  }

  @Test func itIsTheLayersWrittenOut() throws {
    func outputs(_ layer: some Layer) throws -> [Float] {
      let graph = try Graph<Float>(input: [5], layer: layer)
      let memory = Memory(graph, capacity: 1, gradients: false)
      for (index, number) in memory.parameters.indices.enumerated() {
        memory.parameters[number] = Float(index % 7) - 3
      }
      try memory.setInput(Tensor([1, 2, 3, 4, 5] as [Float], shape: [1, 5]))
      graph.forward(memory, Pass(.evaluation, count: 1, on: try Processor()))
      return try #require(memory.tensor(of: graph.output, samples: 1).floats)
    }
    let once: [any Layer] = [Linear(outputs: 5), Tanh()]
    #expect(
      try outputs(Repeat(times: 3, Sequential(once))) == outputs(Sequential(once + once + once)))
  }

  @Test func zeroTimesIsRefused() {
    #expect(problem(Repeat.self, "{ times: 0, layers: [relu] }").contains("from 1 to 1000"))
  }

  /// A thousand times a thousand times a thousand, of a layer or of nothing: refused at once.
  @Test(arguments: [true, false]) func repetitionsOfRepetitionsHaveAnEnd(_ isEmpty: Bool) {
    var nested = Repeat(times: 1000, Sequential(isEmpty ? [] : [ReLU()]))
    for _ in 0..<2 { nested = Repeat(times: 1000, Sequential([nested])) }
    let error = #expect(throws: GraphError.self) { try Graph<Float>(input: [5], layer: nested) }
    #expect(error?.description.contains("at most 10000 layers and groups") == true)
  }
}
