import Networks
import Tensors
import Testing

@Suite struct GradientCheckTests {
  static let processors = InstructionSet.available.map { try! Processor(instructionSet: $0) }

  @Test(arguments: GradientCheck.cases.indices)
  func everyCasePasses(_ index: Int) throws {
    let entry = GradientCheck.cases[index]
    let result = try entry.run(on: Processor())
    #expect(result.passes, "\(entry.name): \(result.worstError) at \(result.worstAt)")
  }

  /// A second use of a value: its gradients are added.
  @Test func gradientsOfSeveralUsesAreAdded() throws {
    let result = try GradientCheck.run(
      Fan(), input: [4], loss: .crossEntropy, samples: 5, on: Processor())
    #expect(result.passes, "\(result.worstError) at \(result.worstAt)")
  }

  /// A backward that is wrong by one part in a million, or forgets a use, must not pass.
  @Test(arguments: [1 + 1e-6, 0.5, -1, .nan])
  func aWrongGradientFails(_ factor: Double) throws {
    let result = try GradientCheck.run(Squaring(factor: factor), input: [6], on: Processor())
    #expect(!result.passes)
    #expect(result.worstAt.hasPrefix("input"))
  }

  @Test func aRightGradientOfTheSameKindPasses() throws {
    #expect(try GradientCheck.run(Squaring(factor: 1), input: [6], on: Processor()).passes)
  }

  /// The identity, but with a kink every 2⁻¹³: each point has one within four steps.
  @Test func pointsNearAKinkAreLeftOut() throws {
    let result = try GradientCheck.run(Kinked(), input: [6], on: Processor())
    #expect(result.nearKink == 18)
    #expect(result.compared == 0)
    #expect(!result.passes, "a check that compared nothing has not passed")
  }

  @Test func reluSaysOnWhichSideItIs() throws {
    let graph = try Graph<Double>(input: [3], layer: ReLU())
    let memory = Memory(graph, capacity: 1, gradients: false)
    let pass = Pass(.training, count: 1, on: try Processor())
    func signature(_ values: [Double]) -> UInt64 {
      memory.pointer(to: graph.input).update(from: values, count: 3)
      graph.forward(memory, pass)
      return graph.kinkSignature(memory, pass)
    }
    #expect(signature([1, -1, 2]) == signature([0.5, -3, 0.1]))
    #expect(signature([1, -1, 2]) != signature([1, 1, 2]))
    #expect(signature([1, -1, 2]) != signature([-1, 1, 2]))
  }
}

/// y = relu(Ax) + …: one hidden value that two layers use.
private struct Fan: Layer {
  static let kind = "fan"

  func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let hidden = try x.graph.scope("hidden") { try Linear(outputs: 6)(x) }
    let first = try x.graph.scope("first") { try Linear(outputs: 6)(hidden) }
    let second = try x.graph.scope("second") { try ReLU()(hidden) }
    return try x.graph.scope("sum") {
      x.graph.record(
        Sum(a: first.slot, b: second.slot, output: try x.graph.activation(first.shape)))
    }
  }
}

private struct Sum<S: Scalar>: Networks.Operation {
  let a, b, output: Slot
  var inputs: [Slot] { [a, b] }

  func forward(_ run: Run<S>) {
    for i in 0..<run.count * a.shape.count { run[output][i] = run[a][i] + run[b][i] }
  }

  func backward(_ run: Run<S>) {
    for (index, slot) in inputs.enumerated() {
      guard let gradient = run.gradient(of: index, slot) else { continue }
      gradient.update(from: run.outputGradient(output), count: run.count * a.shape.count)
    }
  }
}

/// y = x² with a backward that is wrong by a factor.
private struct Squaring: Layer {
  static let kind = "squaring"
  var factor: Double

  func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    x.graph.record(
      Square(x: x.slot, output: try x.graph.activation(x.shape), factor: factor))
  }
}

private struct Square<S: Scalar>: Networks.Operation {
  let x, output: Slot
  let factor: Double
  var inputs: [Slot] { [x] }

  func forward(_ run: Run<S>) {
    for i in 0..<run.count * x.shape.count { run[output][i] = run[x][i] * run[x][i] }
  }

  func backward(_ run: Run<S>) {
    guard let gradient = run.gradient(of: 0, x) else { return }
    for i in 0..<run.count * x.shape.count {
      gradient[i] = run.outputGradient(output)[i] * S(2 * factor) * run[x][i]
    }
  }
}

/// y = x, said to have a kink at every multiple of 2⁻¹³.
private struct Kinked: Layer {
  static let kind = "kinked"

  func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    x.graph.record(Steps(x: x.slot, output: try x.graph.activation(x.shape)))
  }
}

private struct Steps<S: Scalar>: Networks.Operation {
  let x, output: Slot
  var inputs: [Slot] { [x] }

  func forward(_ run: Run<S>) { run[output].update(from: run[x], count: run.count * x.shape.count) }

  func backward(_ run: Run<S>) {
    run.gradient(of: 0, x)?.update(from: run.outputGradient(output), count: run.count * x.shape.count)
  }

  func kinkSignature(_ run: Run<S>) -> UInt64 {
    (0..<run.count * x.shape.count).reduce(0) { hash, i in
      hash &* 31 &+ UInt64(bitPattern: Int64((run[x][i] * 0x1p13).rounded(.down)))
    }
  }
}
