import Archive
import Reporting
import Settings

/// `distance: { a: lr-low, b: lr-high }`: how far the parameters of two runs are apart after each epoch that both keep, as
/// ‖a − b‖ / ‖a‖ on a logarithmic axis: a curve a parameter. With several seeds the first one of each is compared.
package struct DistanceFigure: FigureKind {
  /// `distance`.
  package static let kind = "distance"

  private let a, b: String
  /// The paths of those that are drawn; all that both have if empty.
  private let parameters: [String]

  /// Reads the runs `a` and `b`, and `parameters`, a list of paths (all).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    a = try options.value(.a)
    b = try options.value(.b)
    parameters = try options.value(.parameters, default: [])
  }

  /// Both.
  package var runs: [String] { [a, b] }

  /// One panel. Where a parameter is equal in both there is no point, which the remark says; a note names those that never
  /// differ, and those whose distance is not finite.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let (first, second) = (groups[0].first, groups[1].first)
    var distances: [String: [(epoch: Int, norm: Double)]] = [:]
    let comparison = try PartComparison(
      .parameters, .parameters(of: first), .parameters(of: second),
      only: parameters.isEmpty ? nil : parameters
    ) {
      distances[$0.name, default: []].append(($0.epoch ?? 0, $0.distance.relativeNorm))
      return true
    }
    let known = first.parameterPaths()
    for path in parameters where distances[path] == nil {
      throw RunError.unfitData(
        "the runs \(a) and \(b) keep no parameter '\(path)' of one shape at the same epoch"
          + KeySpelling.hint(for: path, among: known))
    }
    let drawn = known.filter { distances[$0] != nil }
    guard !drawn.isEmpty else {
      throw RunError.unfitData("the runs \(a) and \(b) keep no parameter of one shape at the same epoch")
    }
    let taken = Set(thinned(comparison.epochs.count).map { comparison.epochs[$0] })
    let series = drawn.map { path in
      let points = (distances[path] ?? []).filter { taken.contains($0.epoch) }
      return Series(name: path, x: points.map { Double($0.epoch) }, y: points.map(\.norm))
    }
    let equal = drawn.filter { path in distances[path]?.allSatisfy { $0.norm == 0 } ?? true }
    let broken = drawn.compactMap { path in
      distances[path]?.first { !$0.norm.isFinite }.map { "\(path) from epoch \($0.epoch) on" }
    }
    let notices = [("equal throughout: ", equal), ("not finite: ", broken)].filter { !$0.1.isEmpty }
    let panel = CurvesFigure.Panel(
      xLabel: "epoch", yLabel: "‖a − b‖ / ‖a‖", series: series, yIsLogarithmic: true,
      showsLastValues: series.count <= 6,
      notice: notices.map { $0.0 + $0.1.joined(separator: ", ") }.joined(separator: "; "))
    let names = try "a: \(first.title()), b: \(second.title())."
    return CurvesFigure(
      caption: try context.caption(of: groups, names + " Where both are equal there is no point."),
      panels: [panel],
      columns: 1)
  }
}
