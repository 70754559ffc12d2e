import Testing

/// A function with a known minimum of 0, for trying optimisers on.
enum Objective: CaseIterable, Sendable {
  /// Σ aᵢ pᵢ², with a from 0.5 to 2.
  case quadratic
  /// A milder form of Rosenbrock's valley: (1 − x)² + 10 (y − x²)², minimum at (1, 1).
  case valley
  /// The mean squared error of a line through eight points that lie on one.
  case regression

  var start: [Double] {
    switch self {
    case .quadratic: [1, -2, 3, -0.5]
    case .valley: [-0.5, 0.5]
    case .regression: [0, 0]
    }
  }

  func callAsFunction(_ p: [Double]) -> Double {
    switch self {
    case .quadratic: return p.indices.reduce(0) { $0 + scale($1) * p[$1] * p[$1] }
    case .valley:
      let (a, b) = (1 - p[0], p[1] - p[0] * p[0])
      return a * a + 10 * b * b
    case .regression: return (0..<8).reduce(0) { $0 + residual(p, $1) * residual(p, $1) } / 8
    }
  }

  func gradient(_ p: [Double]) -> [Double] {
    switch self {
    case .quadratic: return p.indices.map { 2 * scale($0) * p[$0] }
    case .valley:
      let (a, b) = (1 - p[0], p[1] - p[0] * p[0])
      return [-2 * a - 40 * b * p[0], 20 * b]
    case .regression:
      return [
        (0..<8).reduce(0) { $0 + 2 * residual(p, $1) * abscissa($1) } / 8,
        (0..<8).reduce(0) { $0 + 2 * residual(p, $1) } / 8,
      ]
    }
  }

  private func scale(_ index: Int) -> Double { 0.5 + 0.5 * Double(index) }
  private func abscissa(_ index: Int) -> Double { Double(index) / 4 - 0.875 }
  private func residual(_ p: [Double], _ index: Int) -> Double {
    p[0] * abscissa(index) + p[1] - (3 * abscissa(index) - 1)
  }
}
