import Archive
import Datasets
import Networks
import Settings
import Tensors

/// `dropout-modes: { network: [...], passes: 3 }`: one example through an untrained network with dropout, several times in
/// training mode and several times in evaluation mode.
///
/// The group `outputs` has an array for each pass, over the network's outputs; `distances` has for each pass how far its
/// outputs are from those of the first pass in the same mode (Euclidean, in Double, ascending).
package struct DropoutModes: Computation {
  /// `dropout-modes`.
  package static let kind = "dropout-modes"
  private let network: Sequential
  private let passes: Int

  /// Reads `network` and `passes` (3).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    network = try options.value(.network)
    passes = try options.value(.passes, default: 3, .within(1...100))
  }

  /// The first training example's outputs.
  package func compute(_ context: ComputationContext) throws -> [ComputedGroup] {
    let model = try UntrainedNetwork(network, context, for: Self.kind)
    let modes = try [("training", Pass.Mode.training), ("evaluation", .evaluation)].map { name, mode in
      (name: name, passes: try (0..<passes).map { try model.outputs(mode, step: $0) })
    }
    let outputs = modes.flatMap { mode in
      mode.passes.enumerated().map { pass, values in
        ComputedGroup.Array(
          "\(mode.name)-\(pass + 1)", title: "\(mode.name.capitalized) mode, pass \(pass + 1)", Tensor(values)
        )
      }
    }
    let distances = modes.map { mode in
      ComputedGroup.Array(
        mode.name, title: "Distance to the first pass, \(mode.name) mode",
        Tensor(mode.passes.map { distance($0.map(Double.init), mode.passes[0].map(Double.init)) }))
    }
    let indices = (0..<outputs[0].values.count).map { Int64($0) }
    return [
      ComputedGroup(
        "outputs", title: "Outputs for one input", axes: [.init("output", title: "Output", Tensor(indices))],
        arrays: outputs),
      ComputedGroup(
        "distances", title: "Distance to the first pass",
        axes: [.init("pass", title: "Pass", Tensor((1...passes).map { Int64($0) }))], arrays: distances),
    ]
  }
}

/// `dropout-ensemble: { network: [...], members: 1000 }`: the mean of the outputs of more and more subnetworks that dropout
/// makes of a network, and how far it is from the output in evaluation mode.
///
/// Where nothing after the dropout is nonlinear, the mean converges to it. Group `mean`, over the number of members:
/// `distance`, the Euclidean distance over all outputs divided by the size of the evaluation's, and `first`, the mean of
/// the first output; sums in Double, ascending. Group `evaluation`: the outputs in evaluation mode.
package struct DropoutEnsemble: Computation {
  /// `dropout-ensemble`.
  package static let kind = "dropout-ensemble"
  private let network: Sequential
  private let members: Int

  /// Reads `network` and `members` (1000).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    network = try options.value(.network)
    members = try options.value(.members, default: 1000, .within(1...1_000_000))
  }

  /// The first training example's outputs.
  package func compute(_ context: ComputationContext) throws -> [ComputedGroup] {
    let model = try UntrainedNetwork(network, context, for: Self.kind)
    let evaluation = try model.outputs(.evaluation, step: 0).map(Double.init)
    let size = evaluation.reduce(0) { $0 + $1 * $1 }.squareRoot()
    var sums = [Double](repeating: 0, count: evaluation.count)
    var distances: [Double] = [], first: [Double] = []
    for member in 0..<members {
      for (index, output) in try model.outputs(.training, step: member).enumerated() {
        sums[index] += Double(output)
      }
      let means = sums.map { $0 / Double(member + 1) }
      distances.append(distance(means, evaluation) / size)
      first.append(means[0])
    }
    return [
      ComputedGroup(
        "mean", title: "The mean of so many subnetworks",
        axes: [.init("members", title: "Subnetworks", Tensor((1...members).map { Int64($0) }))],
        arrays: [
          .init("distance", title: "Relative distance to evaluation mode", Tensor(distances)),
          .init("first", title: "Mean of the first output", Tensor(first)),
        ]),
      ComputedGroup(
        "evaluation", title: "Outputs in evaluation mode",
        axes: [.init("output", title: "Output", Tensor(evaluation.indices.map { Int64($0) }))],
        arrays: [.init("value", title: "Output", Tensor(evaluation))]),
    ]
  }
}

/// √(Σ (a − b)²), one ascending chain.
private func distance(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}

/// A network with its first values and one example as its input.
private struct UntrainedNetwork {
  private let graph: Graph<Float>
  private let memory: Memory<Float>
  private let random: SharedRandomSource
  private let processor: Processor

  init(_ network: Sequential, _ context: ComputationContext, for computation: String) throws {
    let examples = try context.requiredData(for: computation).training
    graph = try Graph(input: [examples.shape.count], layer: network)
    guard examples.targetShape?.count ?? 0 <= graph.output.shape.count else {
      throw RunError.unfitData(
        "'\(computation)': the data have \(examples.targetShape!.count) targets an example, and the network "
          + "\(graph.output.shape.count) outputs")
    }
    memory = Memory(graph, capacity: 1, gradients: false)
    random = SharedRandomSource(context.random)
    processor = context.processor
    graph.initialize(memory, from: &random.source)
    examples.copy(
      CollectionOfOne(0), to: memory.pointer(to: graph.input), classes: memory.targets,
      values: memory.targetValues, on: processor)
  }

  func outputs(_ mode: Pass.Mode, step: Int) throws -> [Float] {
    graph.forward(memory, Pass(mode, count: 1, step: step, random: random, on: processor))
    return memory.tensor(of: graph.output, samples: 1).floats ?? []
  }
}
