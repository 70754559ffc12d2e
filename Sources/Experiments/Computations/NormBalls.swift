import Archive
import Settings
import Tensors

/// `norm-balls: { minimum: [1.4, 0.5], curvature: [1, 0.2, 3], radius: 1 }`: a quadratic loss of two weights, and the points
/// where it is smallest within |w₁| + |w₂| ≤ r and within w₁² + w₂² ≤ r².
///
/// loss(w) = a d₁² + 2 b d₁ d₂ + c d₂², d = w − minimum, curvature = [a, b, c]. Where the minimum
/// lies outside, the smallest of 40,000 points of the border is taken: on the diamond evenly spaced, on the circle as rational points ((1 − t²), 2t) / (1 + t²) of each
/// quarter. Double throughout.
package struct NormBalls: Computation {
  /// `norm-balls`.
  package static let kind = "norm-balls"
  private let minimum, curvature: [Double]
  private let radius: Double

  /// Reads `minimum`, `curvature` (positive definite) and `radius`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    minimum = try options.value(.minimum, Rule("a list of 2") { $0.count == 2 })
    curvature = try options.value(
      .curvature,
      Rule<[Double]>("a list of 3, [a, b, c] with a c > b² and a > 0") { (list: [Double]) -> Bool in
        list.count == 3 && list[0] > 0 && list[0] * list[2] > list[1] * list[1]
      })
    radius = try options.value(.radius, .positive)
  }

  private func loss(_ x: Double, _ y: Double) -> Double {
    let (dx, dy) = (x - minimum[0], y - minimum[1])
    return curvature[0] * dx * dx + 2 * curvature[1] * dx * dy + curvature[2] * dy * dy
  }

  /// Groups `loss` (on a grid of 61 × 61) and `optima`: the free minimum, then those on the diamond and the circle.
  package func compute(_ context: ComputationContext) -> [ComputedGroup] {
    let span = 2 * max(radius, abs(minimum[0]), abs(minimum[1]))
    let places = evenlySpaced(61, from: -span, to: span)
    // A quarter turn each.
    let turns: [(cosine: Double, sine: Double)] = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    func smallest(_ quarter: (Double) -> (Double, Double)) -> (Double, Double) {
      var best = (0.0, 0.0), least = Double.infinity
      for turn in turns {
        for index in 0..<10_000 {
          let point = quarter(Double(index) / 10_000)
          let x = radius * (turn.cosine * point.0 - turn.sine * point.1)
          let y = radius * (turn.sine * point.0 + turn.cosine * point.1)
          if loss(x, y) < least { (best, least) = ((x, y), loss(x, y)) }
        }
      }
      return best
    }
    // Where the free minimum lies within, it is the smallest there too.
    let (x, y) = (abs(minimum[0]), abs(minimum[1]))
    let diamond = x + y <= radius ? (minimum[0], minimum[1]) : smallest { (1 - $0, $0) }
    let circle =
      x * x + y * y <= radius * radius
      ? (minimum[0], minimum[1]) : smallest { ((1 - $0 * $0) / (1 + $0 * $0), 2 * $0 / (1 + $0 * $0)) }
    let points = [(minimum[0], minimum[1]), diamond, circle]
    return [
      ComputedGroup(
        "loss", title: "Loss of two weights",
        axes: [
          .init("second", title: "Second weight", Tensor(places)),
          .init("first", title: "First weight", Tensor(places)),
        ],
        arrays: [
          .init(
            "value", title: "Loss",
            Tensor(places.flatMap { y in places.map { loss($0, y) } }, shape: [places.count, places.count]))
        ]),
      ComputedGroup(
        "optima", title: "Where the loss is smallest",
        axes: [.init("constraint", title: "Free, diamond, circle", Tensor([0, 1, 2] as [Int64]))],
        arrays: [
          .init("first", title: "First weight", Tensor(points.map(\.0))),
          .init("second", title: "Second weight", Tensor(points.map(\.1))),
          .init("loss", title: "Loss", Tensor(points.map { loss($0.0, $0.1) })),
          .init("radius", title: "Radius of the constraint", Tensor([.infinity, radius, radius])),
        ]),
    ]
  }
}
