import Archive
import Networks
import Settings
import Tensors

/// `parameter-counts: { networks: [{ input: [1, 6, 6], layers: [conv-2d: { outputs: 1, kernel: 3 }] }] }`: how many weights and
/// biases networks have.
///
/// Each network is recorded on its input, without memory for its values; parameters of one dimension count as biases.
package struct ParameterCounts: Computation {
  /// `parameter-counts`.
  package static let kind = "parameter-counts"

  private struct Network: Codable, Sendable {
    let input: [Int]
    let layers: Sequential
  }

  private let networks: [Network]

  /// Reads `networks`, each the shape of its `input` and its `layers`.
  package init(from decoder: any Decoder) throws {
    networks = try decoder.container(keyedBy: CodingKeys.self).value(
      .networks,
      Rule("a list of networks with an input of sides from 1 to 65536") { networks in
        !networks.isEmpty
          && networks.allSatisfy { network in
            (1...4).contains(network.input.count) && network.input.allSatisfy((1...65_536).contains)
          }
      })
  }

  /// One group, `counts`: numbers in, numbers out, weights, biases, and parameters, which are both together.
  ///
  /// - Throws: `GraphError` for layers that do not fit their input.
  package func compute(_ context: ComputationContext) throws -> [ComputedGroup] {
    let graphs = try networks.map { try Graph<Float>(input: Shape($0.input), layer: $0.layers) }
    func array(_ name: String, _ title: String, _ count: (Graph<Float>) -> Int) -> ComputedGroup.Array {
      .init(name, title: title, Tensor(graphs.map { Int64(count($0)) }))
    }
    func count(_ graph: Graph<Float>, _ isCounted: (Slot) -> Bool) -> Int {
      graph.parameters.filter(isCounted).reduce(0) { $0 + $1.shape.count }
    }
    return [
      ComputedGroup(
        "counts", title: "Parameters of networks", axes: [.indices("network", graphs.count)],
        arrays: [
          array("parameters", "Parameters") { count($0) { _ in true } },
          array("weights", "Weights") { count($0) { $0.shape.dimensions.count > 1 } },
          array("biases", "Biases") { count($0) { $0.shape.dimensions.count == 1 } },
          array("inputs", "Inputs", \.input.shape.count),
          array("outputs", "Outputs", \.output.shape.count),
        ])
    ]
  }
}
