import Networks
import Tensors
import Testing

@Suite struct GradientCheckTests {
  @Test(arguments: GradientCheck.cases.indices)
  func everyCasePasses(_ index: Int) throws {
    let entry = GradientCheck.cases[index]
    let result = try entry.run(on: Processor())
    #expect(result.passes, "\(entry.name): \(result.worstError) at \(result.worstAt)")
  }

  /// A second use of a value: its gradients are added.
  @Test func gradientsOfSeveralUsesAreAdded() throws {
    let result = try GradientCheck.run(
      Fan(), input: [4], loss: CrossEntropy(), samples: 5, on: Processor())
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

  @Test(arguments: [ReLU(), LeakyReLU(negativeSlope: -1)] as [any ElementwiseLayer])
  func rectifiersSayOnWhichSideTheyAre(_ layer: any ElementwiseLayer) throws {
    let graph = try Graph<Double>(input: [3], layer: layer)
    let memory = Memory(graph, capacity: 1, gradients: false)
    let pass = Pass(.training, count: 1, on: try Processor())
    func signature(_ values: [Double]) -> KinkSignature {
      memory.fill(graph.input, values)
      graph.forward(memory, pass)
      return graph.kinkSignature(memory, pass)
    }
    #expect(signature([1, -1, 2]) == signature([0.5, -3, 0.1]))
    #expect(signature([1, -1, 2]) != signature([1, 1, 2]))
    #expect(signature([1, -1, 2]) != signature([-1, 1, 2]))
  }

  @Test func everyLayerAndLossBringsACase() {
    let kinds = Layers.list as [any GradientChecked.Type] + Losses.list + [Penalty.self]
    for kind in kinds { #expect(!kind.gradientChecks.isEmpty, "\(kind)") }
    let names = GradientCheck.cases.map(\.name)
    #expect(Set(names).count == names.count, "a name stands for one case")
    #expect(Layers.names.allSatisfy { kind in names.contains { $0.hasPrefix(kind) } })
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

private struct Sum<S: Scalar>: Op {
  let a, b, output: Slot
  var inputs: [Slot] { [a, b] }

  func forward(_ context: OpContext<S>) {
    for i in 0..<context.count(of: a) { context[output][i] = context[a][i] + context[b][i] }
  }

  func backward(_ context: OpContext<S>) {
    for (index, slot) in inputs.enumerated() {
      guard let gradient = context.gradient(of: index, slot) else { continue }
      gradient.update(from: context.outputGradient(output), count: context.count(of: a))
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

private struct Square<S: Scalar>: Op {
  let x, output: Slot
  let factor: Double
  var inputs: [Slot] { [x] }

  func forward(_ context: OpContext<S>) {
    for i in 0..<context.count(of: x) { context[output][i] = context[x][i] * context[x][i] }
  }

  func backward(_ context: OpContext<S>) {
    guard let gradient = context.gradient(of: 0, x) else { return }
    for i in 0..<context.count(of: x) {
      gradient[i] = context.outputGradient(output)[i] * S(2 * factor) * context[x][i]
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

private struct Steps<S: Scalar>: Op {
  let x, output: Slot
  var inputs: [Slot] { [x] }

  func forward(_ context: OpContext<S>) {
    context[output].update(from: context[x], count: context.count(of: x))
  }

  func backward(_ context: OpContext<S>) {
    context.gradient(of: 0, x)?.update(from: context.outputGradient(output), count: context.count(of: x))
  }

  func addKinks(_ context: OpContext<S>, to signature: inout KinkSignature) {
    for i in 0..<context.count(of: x) {
      signature.add(UInt64(bitPattern: Int64((context[x][i] * 0x1p13).rounded(.down))))
    }
  }
}
