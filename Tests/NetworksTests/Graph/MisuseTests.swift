import Networks
import Tensors
import Testing

/// What is put together wrongly stops with an error, or at least stops: it never reads or writes elsewhere.
@Suite struct MisuseTests {
  private static func network(_ width: Int) throws -> Graph<Float> {
    try Graph<Float>(input: [width], layer: Sequential([Linear(outputs: 4), BatchNorm(), ReLU()]))
  }

  private static func pass(_ count: Int) throws -> Pass { Pass(.training, count: count, on: try Processor()) }

  @Test func aForeignSlotIsNotWritten() throws {
    let graph = try Self.network(3), other = try Self.network(5)
    let memory = Memory(graph, capacity: 2, gradients: true)
    for slot in [other.input, other.parameters[0], other.buffers[0]] {
      let zeros = [Float](repeating: 0, count: slot.shape.count)
      let shape: Shape = slot.path == "input" ? [1, 5] : slot.shape
      let error = #expect(throws: GraphError.self) { try memory.set(slot, to: Tensor(zeros, shape: shape)) }
      #expect("\(error!)" == "'\(slot.path)': it is a value of another network")
    }
  }

  /// Even a network of the same layers is another one.
  @Test func aForeignSlotIsNotRead() async {
    await #expect(processExitsWith: .failure) {
      let graph = try MisuseTests.network(3), other = try MisuseTests.network(3)
      _ = Memory(graph, capacity: 2, gradients: true).tensor(of: other.parameters[0])
    }
    await #expect(processExitsWith: .failure) {
      let graph = try MisuseTests.network(3), other = try MisuseTests.network(3)
      _ = Memory(graph, capacity: 2, gradients: true).gradient(of: other.parameters[0])
    }
  }

  @Test func aForeignMemoryIsNotRunNorShared() async {
    await #expect(processExitsWith: .failure) {
      let memory = Memory(try MisuseTests.network(3), capacity: 2, gradients: true)
      try MisuseTests.network(3).forward(memory, try MisuseTests.pass(2))
    }
    await #expect(processExitsWith: .failure) {
      let memory = Memory(try MisuseTests.network(3), capacity: 2, gradients: true)
      try MisuseTests.network(3).backward(memory, try MisuseTests.pass(2))
    }
    await #expect(processExitsWith: .failure) {
      let memory = Memory(try MisuseTests.network(3), capacity: 2, gradients: true)
      _ = Memory(try MisuseTests.network(3), capacity: 2, gradients: true, sharing: memory)
    }
  }

  @Test func aForeignLossIsNotComputed() async {
    await #expect(processExitsWith: .failure) {
      let memory = Memory(try MisuseTests.network(3), capacity: 2, gradients: true)
      try CrossEntropy().record(on: try MisuseTests.network(3)).forward(memory, try MisuseTests.pass(2))
    }
    await #expect(processExitsWith: .failure) {
      let memory = Memory(try MisuseTests.network(3), capacity: 2, gradients: true)
      _ = try CrossEntropy().record(on: try MisuseTests.network(3)).mean(memory, try MisuseTests.pass(2))
    }
    await #expect(processExitsWith: .failure) {
      let memory = Memory(try MisuseTests.network(3), capacity: 2, gradients: true)
      try MeanSquaredError().record(on: try MisuseTests.network(3)).backward(memory, try MisuseTests.pass(2))
    }
  }

  /// Each stops alone: nothing here is computed before.
  @Test func aPassIsNotLargerThanTheMemory() async {
    await #expect(processExitsWith: .failure) {
      let graph = try MisuseTests.network(3)
      graph.forward(Memory(graph, capacity: 2, gradients: true), try MisuseTests.pass(3))
    }
    await #expect(processExitsWith: .failure) {
      let graph = try MisuseTests.network(3)
      graph.backward(Memory(graph, capacity: 2, gradients: true), try MisuseTests.pass(3))
    }
    await #expect(processExitsWith: .failure) {
      let graph = try MisuseTests.network(3), loss = try MeanSquaredError().record(on: graph)
      loss.forward(Memory(graph, capacity: 2, gradients: true), try MisuseTests.pass(3))
    }
    await #expect(processExitsWith: .failure) {
      let graph = try MisuseTests.network(3), loss = try CrossEntropy().record(on: graph)
      _ = loss.mean(Memory(graph, capacity: 2, gradients: true), try MisuseTests.pass(-1))
    }
    await #expect(processExitsWith: .failure) {
      let graph = try MisuseTests.network(3), loss = try CrossEntropy().record(on: graph)
      loss.backward(Memory(graph, capacity: 2, gradients: true), try MisuseTests.pass(3))
    }
  }

  @Test func theInputsGradientAloneNeedsANetworkThatHasIt() async {
    await #expect(processExitsWith: .failure) {
      let graph = try MisuseTests.network(3)
      var pass = try MisuseTests.pass(2)
      pass.gradients = .input
      graph.backward(Memory(graph, capacity: 2, gradients: true), pass)
    }
  }

  @Test func aMemoryIsNotLargerThanNumbersReach() async {
    await #expect(processExitsWith: .failure) {
      _ = Memory(try MisuseTests.network(3), capacity: Int.max / 4, gradients: false)
    }
  }

  /// What the exit tests leave out, so that they fail for the reason that they give.
  @Test func theSameStepsInTheRightOrderAreFine() throws {
    let graph = try Self.network(3), loss = try CrossEntropy().record(on: graph)
    let memory = graph.memory(2), pass = try Self.pass(2)
    _ = Memory(graph, capacity: 2, gradients: true, sharing: memory)
    graph.forward(memory, pass)
    loss.forward(memory, pass)
    loss.backward(memory, pass)
    graph.backward(memory, pass)
    #expect(loss.mean(memory, pass).isFinite)
    #expect(memory.gradient(of: graph.parameters[0]).shape == [4, 3])
  }

  @Test func valuesOfAnotherNetworkAreNotWiredIn() throws {
    var foreign: Node<Float>?
    _ = try Graph<Float>(input: [4]) { x in
      foreign = x
      return x
    }
    let output = #expect(throws: GraphError.self) { try Graph<Float>(input: [3]) { _ in foreign! } }
    #expect("\(output!)" == "'input': another network's value cannot be this one's output")
  }

  @Test func aLossStandsBehindAWholeNetwork() throws {
    let error = #expect(throws: GraphError.self) {
      try Graph<Float>(input: [300]) { x in
        _ = try MeanSquaredError().record(on: x.graph, targets: .values)
        return try Linear(outputs: 2)(x)
      }
    }
    #expect("\(error!)".contains("mse at 'loss': a loss is recorded behind a whole network"))
  }
}
