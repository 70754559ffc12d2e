import Archive
import Reporting
import Settings
import Tensors

/// `contours: { run: error-surface, panels: [{ title: raw, value: raw/value, paths: [{ x: raw-1/first, y: raw-1/second, label: rate
/// 0.03 }] }] }`: computed functions of two variables as contour lines, a panel each, with paths on them.
///
/// The lines of a panel stand at m + (M − m) / 4ᵏ, k = 1 … 6, m and M the smallest and the largest value, so that on a
/// quadratic function each has half the size of the next. Both axes have one scale.
package struct ContoursFigure: FigureKind {
  /// `contours`.
  package static let kind = "contours"

  private struct Path: Codable, Sendable {
    let x, y, label: String
  }

  private struct Panel: Codable, Sendable {
    let title, value: String
    let xLabel, yLabel: String?
    let paths: [Path]?
  }

  private let run: String
  private let panels: [Panel]

  /// Reads `run` and `panels`, each an array over two axes, whose second one is horizontal.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    panels = try options.value(.panels, .notEmpty)
  }

  /// The one computation.
  package var runs: [String] { [run] }

  /// As declared; axes are called after those of the array unless a panel says otherwise. A path is drawn up to where it
  /// leaves the panel.
  ///
  /// - Throws: `RunError.unfitData` for an array that has not two axes, `FigureError`.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    let names = panels.flatMap { $0.paths ?? [] }.map(\.label)
    return ContourFigure(
      caption: try context.caption(of: [group]),
      panels: try panels.map { panel in
        let axes = try group.first.computedAxes(panel.value)
        guard axes.count == 2 else {
          throw RunError.unfitData("'\(panel.value)' has \(axes.count) axes, and contours need 2")
        }
        let values = try group.first.computedArray(panel.value).values.numbers
        let field = try ScalarField(x: axes[1].values.numbers, y: axes[0].values.numbers, values: values)
        let ranges = (
          x: field.x[0]...field.x[field.x.count - 1], y: field.y[0]...field.y[field.y.count - 1]
        )
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        return ContourFigure.Panel(
          title: panel.title, xLabel: panel.xLabel ?? axes[1].title, yLabel: panel.yLabel ?? axes[0].title,
          xRange: ranges.x, yRange: ranges.y,
          contours: [
            ContourFigure.Contours(
              field,
              levels: (1...6).map { least + (most - least) / Double(1 << (2 * $0)) })
          ],
          paths: try (panel.paths ?? []).map { path in
            let points = zip(
              try group.first.computedArray(path.x).values.numbers,
              try group.first.computedArray(path.y).values.numbers
            ).map { ScalarField.Point($0, $1) }
            let inside = points.prefix { ranges.x.contains($0.x) && ranges.y.contains($0.y) }.count
            return ContourFigure.Path(
              name: path.label, points: Array(points.prefix(inside + 1)), color: color(path.label, of: names))
          })
      }, columns: 2)
  }

  /// One color for each label, in the order in which they occur; blue is the contour lines'.
  private func color(_ label: String, of names: [String]) -> OkabeIto {
    let unique = names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
    let colors: [OkabeIto] = [.vermillion, .bluishGreen, .orange, .reddishPurple]
    return colors[(unique.firstIndex(of: label) ?? 0) % colors.count]
  }
}
