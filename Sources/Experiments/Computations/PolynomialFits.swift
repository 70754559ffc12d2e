import Archive
import Settings
import Tensors

/// `polynomial-fits: { examples: 15, degrees: [1, 3, 14], noise: 0.2 }`: least-squares polynomials through one noisy sample
/// of sin 2πx on 0…1, and their errors on the sample and on a second one between its
/// places.
///
/// The polynomials orthogonal over the sample's places are built by their three-term recurrence, so that high degrees
/// need no ill-conditioned matrix; everything in Double, every sum one ascending chain.
/// Source: G. E. Forsythe, "Generation and use of orthogonal polynomials for data-fitting with a digital computer",
/// J. SIAM 5 (1957), doi:10.1137/0105007.
package struct PolynomialFits: Computation {
  /// `polynomial-fits`.
  package static let kind = "polynomial-fits"
  private let examples: Int
  private let degrees: [Int]
  private let noise: Double

  /// Reads `examples` (15), `degrees` (each below the number of examples) and `noise` (0.2).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let examples = try options.value(.examples, default: 15, .within(2...10_000))
    self.examples = examples
    degrees = try options.value(
      .degrees,
      Rule("a list of degrees from 0 to \(examples - 1)") { degrees in
        !degrees.isEmpty && degrees.allSatisfy { (0..<examples).contains($0) }
      })
    noise = try options.value(.noise, default: 0.2, .notNegative)
  }

  /// Groups `sample`, `second`, `curves` (the true one and a fit for each degree) and `errors`.
  package func compute(_ context: ComputationContext) -> [ComputedGroup] {
    let x = evenlySpaced(examples, from: 0, to: 1), places = evenlySpaced(201, from: 0, to: 1)
    // Between the places of the first sample, where a polynomial through all of it can do what it likes.
    let between = zip(x, x.dropFirst()).map { ($0 + $1) / 2 }
    func sample(_ name: String, _ x: [Double]) -> [Double] {
      var draws = [Float](repeating: 0, count: x.count)
      draws.withUnsafeMutableBufferPointer {
        context.random.stream(.dataGeneration, site: RandomSite(path: "\(Self.kind)/\(name)")).fillNormal(
          $0, standardDeviation: noise)
      }
      return zip(x, draws).map { Self.truth($0) + Double($1) }
    }
    let (y, second) = (sample("sample", x), sample("second", between))
    let fits = degrees.map { Fit(degree: $0, x, y) }
    func error(_ fit: Fit, _ x: [Double], _ y: [Double]) -> Double {
      let squares = zip(x, y).reduce(0) { sum, point in
        let difference = fit.value(at: point.0) - point.1
        return sum + difference * difference
      }
      return (squares / Double(x.count)).squareRoot()
    }
    return [
      ComputedGroup(
        "curves", title: "Polynomials through one sample", axes: [.init("x", title: "x", Tensor(places))],
        arrays: [.init("truth", title: "sin 2πx", Tensor(places.map(Self.truth)))]
          + zip(degrees, fits).map { degree, fit in
            .init("degree-\(degree)", title: "Degree \(degree)", Tensor(places.map(fit.value)))
          }),
      ComputedGroup(
        "sample", title: "The sample", axes: [.init("x", title: "x", Tensor(x))],
        arrays: [.init("y", title: "y", Tensor(y))]),
      ComputedGroup(
        "second", title: "A second sample", axes: [.init("x", title: "x", Tensor(between))],
        arrays: [.init("y", title: "y", Tensor(second))]),
      ComputedGroup(
        "errors", title: "Root-mean-square errors",
        axes: [.init("degree", title: "Degree", Tensor(degrees.map { Int64($0) }))],
        arrays: [
          .init("sample", title: "On the sample", Tensor(fits.map { error($0, x, y) })),
          .init("second", title: "On the second sample", Tensor(fits.map { error($0, between, second) })),
        ]),
    ]
  }

  private static func truth(_ x: Double) -> Double { (2 * Double.pi * x).sine }

  /// A least-squares polynomial in the basis that is orthogonal over its sample.
  private struct Fit {
    /// p₀ = 1, pₖ₊₁ = (x − aₖ) pₖ − bₖ pₖ₋₁; the fit is Σ cₖ pₖ.
    private var a: [Double] = [], b: [Double] = [], c: [Double] = []

    init(degree: Int, _ x: [Double], _ y: [Double]) {
      func sum(_ p: [Double], _ q: [Double]) -> Double { zip(p, q).reduce(0) { $0 + $1.0 * $1.1 } }
      var (before, now) = ([Double](repeating: 0, count: x.count), [Double](repeating: 1, count: x.count))
      var sizeBefore = 0.0, rest = y
      for k in 0...degree {
        let size = sum(now, now)
        // Against the rest and not y: rounding errors of the lower degrees are fitted too.
        let coefficient = sum(rest, now) / size
        c.append(coefficient)
        rest = zip(rest, now).map { $0 - coefficient * $1 }
        let shift = sum(zip(x, now).map { $0 * $1 }, now) / size
        let ratio = k == 0 ? 0 : size / sizeBefore
        a.append(shift)
        b.append(ratio)
        (before, now) = (
          now, x.indices.map { (x[$0] - shift) * now[$0] - ratio * before[$0] }
        )
        sizeBefore = size
      }
    }

    func value(at x: Double) -> Double {
      var before = 0.0, now = 1.0, value = 0.0
      for k in c.indices {
        value += c[k] * now
        (before, now) = (now, (x - a[k]) * now - b[k] * before)
      }
      return value
    }
  }
}
