import Archive
import Settings
import Tensors

/// `sigmoid-of-product: { inputs: [255, 1], weights: [-0.1, 0, 0.1], span: 1 }`: the sigmoid of weight × input, for each
/// input at the weights and at 401 evenly spaced ones in ±`span`.
///
/// Groups `table-1`, `curve-1` for the first input and so on; product and sigmoid in Double.
package struct SigmoidOfProduct: Computation {
  /// `sigmoid-of-product`.
  package static let kind = "sigmoid-of-product"
  private let inputs, weights: [Double]
  private let span: Double

  /// Reads `inputs`, `weights` and `span`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    inputs = try options.value(.inputs, .notEmpty)
    weights = try options.value(.weights, .notEmpty)
    span = try options.value(.span, default: 1, .positive)
  }

  /// A table and a curve for each input.
  package func compute(_ context: ComputationContext) -> [ComputedGroup] {
    let places = evenlySpaced(401, from: -span, to: span)
    return inputs.enumerated().flatMap { index, input in
      [("table", weights), ("curve", places)].map { name, weights in
        ComputedGroup(
          "\(name)-\(index + 1)", title: "Sigmoid of weight × \(input)",
          axes: [.init("weight", title: "Weight", Tensor(weights))],
          arrays: [
            .init(
              "sigmoid", title: "Sigmoid of weight × input", Tensor(weights.map { ($0 * input).sigmoid })),
            .init("input", title: "Input", Tensor(weights.map { _ in input })),
          ])
      }
    }
  }
}

/// `activation-curves: { span: 6, negative-slope: 0.02 }`: sigmoid, ReLU and LeakyReLU with their derivatives, at 401
/// evenly spaced places in ±`span`, in Double.
package struct ActivationCurves: Computation {
  /// `activation-curves`.
  package static let kind = "activation-curves"
  private let span, negativeSlope: Double

  /// Reads `span` (6) and `negative-slope` (0.02).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    span = try options.value(.span, default: 6, .positive)
    negativeSlope = try options.value(.negativeSlope, default: 0.02, .finite)
  }

  /// One group, `curves`.
  package func compute(_ context: ComputationContext) -> [ComputedGroup] {
    let x = evenlySpaced(401, from: -span, to: span)
    func array(_ name: String, _ title: String, _ f: (Double) -> Double) -> ComputedGroup.Array {
      .init(name, title: title, Tensor(x.map(f)))
    }
    return [
      ComputedGroup(
        "curves", title: "Activation functions", axes: [.init("x", title: "Input", Tensor(x))],
        arrays: [
          array("sigmoid", "Sigmoid") { $0.sigmoid },
          array("relu", "ReLU") { max($0, 0) },
          array("leaky-relu", "LeakyReLU") { $0 > 0 ? $0 : negativeSlope * $0 },
          array("sigmoid-derivative", "Derivative of the sigmoid") { $0.sigmoid * (1 - $0.sigmoid) },
          array("relu-derivative", "Derivative of ReLU") { $0 > 0 ? 1 : 0 },
          array("leaky-relu-derivative", "Derivative of LeakyReLU") { $0 > 0 ? 1 : negativeSlope },
        ])
    ]
  }
}

/// `count` places from one to another, both among them.
func evenlySpaced(_ count: Int, from first: Double, to last: Double) -> [Double] {
  (0..<count).map { first + (last - first) * Double($0) / Double(max(count - 1, 1)) }
}
