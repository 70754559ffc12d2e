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
    let result = try GradientCheck.run(Doubling(factor: factor), input: [6], on: Processor())
    #expect(!result.passes)
    #expect(result.worstAt.hasPrefix("input"))
  }

  @Test func aRightGradientOfTheSameKindPasses() throws {
    #expect(try GradientCheck.run(Doubling(factor: 1), input: [6], on: Processor()).passes)
  }

  /// The inputs of `ReLU` are within four steps of its kink here, so nothing can be compared.
  @Test func pointsNearAKinkAreLeftOut() throws {
    let layer = Sequential([Doubling(factor: 1, value: 0x1p-40), ReLU()])
    let result = try GradientCheck.run(layer, input: [6], on: Processor())
    #expect(result.nearKink > 0)
    #expect(result.compared == 0)
    #expect(!result.passes)
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

/// y = value · x², whose backward is wrong by a factor.
private struct Doubling: Layer {
  static let kind = "doubling"
  var factor: Double
  var value = 1.0

  func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    x.graph.record(
      Square(x: x.slot, output: try x.graph.activation(x.shape), factor: factor, value: value))
  }
}

private struct Square<S: Scalar>: Networks.Operation {
  let x, output: Slot
  let factor, value: Double
  var inputs: [Slot] { [x] }

  func forward(_ run: Run<S>) {
    for i in 0..<run.count * x.shape.count { run[output][i] = S(value) * run[x][i] * run[x][i] }
  }

  func backward(_ run: Run<S>) {
    guard let gradient = run.gradient(of: 0, x) else { return }
    for i in 0..<run.count * x.shape.count {
      gradient[i] = run.outputGradient(output)[i] * S(2 * value * factor) * run[x][i]
    }
  }
}
