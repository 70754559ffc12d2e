import Networks
import Tensors
import Testing

@Suite struct GraphLoadingTests {
  private func network() throws -> (graph: Graph<Float>, memory: Memory<Float>) {
    let layers = Sequential([
      (name: "hidden", layer: Sequential([Linear(outputs: 3), BatchNorm()])),
      (name: "output", layer: Sequential([Linear(outputs: 2, bias: false)])),
    ])
    let graph = try Graph<Float>(input: [4], layer: layers)
    let memory = Memory(graph, capacity: 2, gradients: false)
    var random = PhiloxSource(seed: 3)
    graph.initialize(memory, from: &random)
    return (graph, memory)
  }

  private func numbers(_ slots: [Slot]) -> [NamedTensor] {
    var next: Float = 0
    return slots.map { slot in
      NamedTensor(
        slot.path,
        Tensor(
          (0..<slot.shape.count).map { _ in
            next -= 0.5
            return next
          }, shape: slot.shape))
    }
  }

  @Test func parametersAreReplacedByPath() throws {
    let (graph, memory) = try network()
    let buffers = graph.buffers.map { memory.tensor(of: $0) }
    let given = numbers(graph.parameters)
    try graph.setParameters(of: memory, to: given.reversed())
    #expect(graph.parameters.map { memory.tensor(of: $0) } == given.map(\.tensor))
    #expect(graph.buffers.map { memory.tensor(of: $0) } == buffers)
    #expect(memory.modelDigest == Digest(ofModel: given))
  }

  /// The keys are those of a PyTorch module whose children have the groups' and layers' names.
  @Test func aStateDictIsLoaded() throws {
    let (graph, memory) = try network()
    #expect(
      graph.parameters.map(\.path) == [
        "hidden/linear/weight", "hidden/linear/bias", "hidden/batch-norm/weight", "hidden/batch-norm/bias",
        "output/linear/weight",
      ])
    let keys = [
      "hidden.linear.weight", "hidden.linear.bias", "hidden.batch-norm.weight", "hidden.batch-norm.bias",
      "output.linear.weight", "hidden.batch-norm.running_mean", "hidden.batch-norm.running_var",
    ]
    let slots = graph.parameters + graph.buffers
    let given = zip(keys, numbers(slots)).map { NamedTensor($0, $1.tensor) }
    for counted in [false, true] {
      let count = NamedTensor("hidden.batch-norm.num_batches_tracked", Tensor([9] as [Int64], shape: []))
      try graph.load(stateDict: given + (counted ? [count] : []), into: memory)
      #expect(slots.map { memory.tensor(of: $0) } == given.map(\.tensor))
    }
    #expect(throws: GraphError.self) {
      try graph.load(
        stateDict: given + [NamedTensor("output.num_batches_tracked", Tensor([9] as [Int64], shape: []))],
        into: memory)
    }
  }

  @Test func whatDoesNotFitIsListedAndNothingChanges() throws {
    let (graph, memory) = try network()
    let before = memory.modelDigest
    var given = numbers(graph.parameters)
    given.remove(at: 1)
    given[0].tensor = given[0].tensor.reshaped(to: [4, 3])
    given.append(NamedTensor("other/weight", Tensor([1] as [Float])))
    given.append(given[2])
    let error = #expect(throws: GraphError.self) { try graph.setParameters(of: memory, to: given) }
    #expect(
      error?.description
        == "'parameters': missing: hidden/linear/bias; not expected: hidden/batch-norm/bias (twice), other/weight; "
        + "unfit: hidden/linear/weight has shape (4, 3), not (3, 4)")
    #expect(memory.modelDigest == before)
  }

  @Test func anotherNetworksMemoryIsRefused() throws {
    let (graph, memory) = (try network().graph, try network().memory)
    let before = memory.modelDigest
    #expect(throws: GraphError.self) {
      try graph.setParameters(of: memory, to: numbers(graph.parameters))
    }
    #expect(memory.modelDigest == before)
  }
}
