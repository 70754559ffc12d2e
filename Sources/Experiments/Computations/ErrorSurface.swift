import Archive
import Settings
import Tensors

/// `error-surface: { deviations: [1, 5], weights: [1, 0.5], start: [-2, 1], rates: [0.03], normalized-rates: [0.5] }`: the
/// mean squared error of ŷ = w₁x₁ + w₂x₂ over its two weights, and gradient descent on it, before and after z-score
/// normalization of the inputs.
///
/// xᵢ is a standard normal draw times `deviations`[i], y = `weights` · x + `noise` times another draw. Normalized is
/// xᵢ ← (xᵢ − mean) / deviation, of all examples (the biased one). Descent starts at `start`, counted from the minimum of either
/// surface, and ends where its distance to the minimum is at most `tolerance` of the first one, or more than a hundred
/// times as large, or after `steps` steps. Double throughout; a sum over examples is one ascending chain.
package struct ErrorSurface: Computation {
  /// `error-surface`.
  package static let kind = "error-surface"
  private let deviations, weights, start, rates, normalizedRates: [Double]
  private let examples, steps: Int
  private let noise, tolerance: Double

  /// Reads `deviations`, `weights` and `start` (two numbers each), `rates` and `normalized-rates` (positive, one for
  /// each descent), `examples` (50), `noise` (0.1), `steps` (500) and `tolerance` (0.01).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let pair = Rule<[Double]>("a list of 2 numbers") { $0.count == 2 && $0.allSatisfy(\.isFinite) }
    let positive = Rule<[Double]>("a list of positive numbers") {
      !$0.isEmpty && $0.allSatisfy { $0 > 0 && $0.isFinite }
    }
    deviations = try options.value(
      .deviations, Rule("a list of 2 positive numbers") { $0.count == 2 && positive.problem(with: $0) == nil }
    )
    weights = try options.value(.weights, pair)
    start = try options.value(
      .start,
      Rule("a list of 2 numbers that are not both 0") {
        pair.problem(with: $0) == nil && $0 != [0, 0]
      })
    rates = try options.value(.rates, positive)
    normalizedRates = try options.value(.normalizedRates, positive)
    examples = try options.value(.examples, default: 50, .within(3...10_000))
    noise = try options.value(.noise, default: 0.1, .notNegative)
    steps = try options.value(.steps, default: 500, .within(1...100_000))
    tolerance = try options.value(.tolerance, default: 0.01, Rule("above 0 and below 1") { $0 > 0 && $0 < 1 })
  }

  /// For each surface, `raw` and `normalized`, the loss on a grid of 121 × 121 around the minimum, and its descents `raw-1`,
  /// `raw-2` and so on, point by point; `curvature`, of both surfaces the eigenvalues of the loss' second derivatives
  /// and the condition number, largest over smallest; `descents`, of all descents the surface (0, 1), the rate, the steps
  /// and the last distance to the minimum as a share of the first.
  package func compute(_ context: ComputationContext) -> [ComputedGroup] {
    let sample = self.sample(context.random)
    let surfaces = [
      (name: "raw", title: "inputs as they are", surface: sample, rates: rates),
      (name: "normalized", title: "inputs normalized", surface: sample.normalized, rates: normalizedRates),
    ]
    var groups: [ComputedGroup] = []
    var descents: [(surface: Int64, rate: Double, path: Descent)] = []
    for (index, (name, title, surface, rates)) in surfaces.enumerated() {
      groups.append(grid(name, "Loss, \(title)", surface))
      for (number, rate) in rates.enumerated() {
        let path = descent(on: surface, rate: rate)
        descents.append((Int64(index), rate, path))
        groups.append(path.group("\(name)-\(number + 1)", "Gradient descent, \(title), rate \(rate)"))
      }
    }
    let curvatures = surfaces.map(\.surface.curvatures)
    return groups + [
      ComputedGroup(
        "curvature", title: "Second derivatives of the loss", axes: [.indices("surface", surfaces.count)],
        arrays: [
          .init("condition", title: "Condition number", Tensor(curvatures.map { $0.largest / $0.smallest })),
          .init("smallest", title: "Smallest eigenvalue", Tensor(curvatures.map(\.smallest))),
          .init("largest", title: "Largest eigenvalue", Tensor(curvatures.map(\.largest))),
        ]),
      ComputedGroup(
        "descents", title: "Gradient descent", axes: [.indices("descent", descents.count)],
        arrays: [
          .init("steps", title: "Steps", Tensor(descents.map { Int64($0.path.points.count - 1) })),
          .init("rate", title: "Learning rate", Tensor(descents.map(\.rate))),
          .init("distance", title: "Last distance to the minimum", Tensor(descents.map(\.path.distance))),
          .init("surface", title: "Surface", Tensor(descents.map(\.surface))),
        ]),
    ]
  }

  private func sample(_ random: PhiloxSource) -> Surface {
    func normal(_ name: String, _ deviation: Double) -> [Double] {
      var draws = [Float](repeating: 0, count: examples)
      draws.withUnsafeMutableBufferPointer {
        random.stream(.dataGeneration, site: RandomSite(path: "\(Self.kind)/\(name)")).fillNormal(
          $0, standardDeviation: 1)
      }
      return draws.map { deviation * Double($0) }
    }
    let (first, second) = (normal("first", deviations[0]), normal("second", deviations[1]))
    let noise = normal("noise", self.noise)
    return Surface(
      first: first, second: second,
      targets: noise.indices.map { weights[0] * first[$0] + weights[1] * second[$0] + noise[$0] })
  }

  private func grid(_ name: String, _ title: String, _ surface: Surface) -> ComputedGroup {
    let minimum = surface.minimum, span = 1.25 * max(abs(start[0]), abs(start[1]))
    let x = evenlySpaced(121, from: minimum.x - span, to: minimum.x + span)
    let y = evenlySpaced(121, from: minimum.y - span, to: minimum.y + span)
    return ComputedGroup(
      name, title: title,
      axes: [
        .init("second", title: "Second weight", Tensor(y)), .init("first", title: "First weight", Tensor(x)),
      ],
      arrays: [
        .init(
          "value", title: "Loss",
          Tensor(y.flatMap { y in x.map { surface.loss(at: ($0, y)) } }, shape: [y.count, x.count]))
      ])
  }

  private func descent(on surface: Surface, rate: Double) -> Descent {
    let minimum = surface.minimum
    func distance(_ point: Point) -> Double {
      let (x, y) = (point.x - minimum.x, point.y - minimum.y)
      return (x * x + y * y).squareRoot()
    }
    var point = (x: minimum.x + start[0], y: minimum.y + start[1])
    let first = distance(point)
    var points = [point], share = 1.0
    while points.count <= steps, share > tolerance, share <= 100 {
      let slope = surface.gradient(at: point)
      point = (point.x - rate * slope.x, point.y - rate * slope.y)
      points.append(point)
      share = distance(point) / first
    }
    return Descent(points: points, losses: points.map(surface.loss), distance: share)
  }
}

private typealias Point = (x: Double, y: Double)

/// A way down, and how far from the minimum it ends.
private struct Descent {
  let points: [Point]
  let losses: [Double]
  let distance: Double

  func group(_ name: String, _ title: String) -> ComputedGroup {
    ComputedGroup(
      name, title: title, axes: [.indices("step", points.count)],
      arrays: [
        .init("loss", title: "Loss", Tensor(losses)),
        .init("first", title: "First weight", Tensor(points.map(\.x))),
        .init("second", title: "Second weight", Tensor(points.map(\.y))),
      ])
  }
}

/// Examples of two inputs with their targets, and the mean squared error on them over the two weights.
private struct Surface {
  let first, second, targets: [Double]

  private func mean(_ value: (Int) -> Double) -> Double {
    targets.indices.reduce(0) { $0 + value($1) } / Double(targets.count)
  }

  private func error(_ weights: Point, _ example: Int) -> Double {
    weights.x * first[example] + weights.y * second[example] - targets[example]
  }

  func loss(at weights: Point) -> Double {
    mean {
      let error = error(weights, $0)
      return error * error
    }
  }

  func gradient(at weights: Point) -> Point {
    (2 * mean { error(weights, $0) * first[$0] }, 2 * mean { error(weights, $0) * second[$0] })
  }

  /// Means of x₁², x₁x₂ and x₂²: half the second derivatives.
  private var moments: (a: Double, b: Double, c: Double) {
    (mean { first[$0] * first[$0] }, mean { first[$0] * second[$0] }, mean { second[$0] * second[$0] })
  }

  /// Where the gradient is 0: Cramer's rule on the normal equations.
  var minimum: Point {
    let (a, b, c) = moments
    let (p, q) = (mean { first[$0] * targets[$0] }, mean { second[$0] * targets[$0] })
    let determinant = a * c - b * b
    return ((p * c - q * b) / determinant, (q * a - p * b) / determinant)
  }

  /// The eigenvalues of the second derivatives.
  var curvatures: (smallest: Double, largest: Double) {
    let (a, b, c) = moments
    let root = ((a - c) * (a - c) + 4 * b * b).squareRoot()
    return (a + c - root, a + c + root)
  }

  /// The same with z-scores as inputs.
  var normalized: Surface {
    func scores(_ x: [Double]) -> [Double] {
      let center = mean { x[$0] }
      let deviation = mean { (x[$0] - center) * (x[$0] - center) }.squareRoot()
      return x.map { ($0 - center) / deviation }
    }
    return Surface(first: scores(first), second: scores(second), targets: targets)
  }
}
