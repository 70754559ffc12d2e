import Reporting
import Settings

/// `parameters: { rows: [{ run: lr-high, label: 0.1 }], columns: [{ path: hidden/linear/weight, label: hidden }] }`:
/// the archived histograms of parameters after the last epoch: a row a run, a column a parameter.
package struct ParametersFigure: FigureKind {
  /// `parameters`.
  package static let kind = "parameters"

  /// A column of the grid.
  package struct Column: Codable, Sendable, Equatable {
    /// The parameter's path.
    let path: String
    /// What the figure calls it.
    let label: String
  }

  /// From top to bottom.
  package let rows: [LabeledRun]
  /// From left to right.
  package let columns: [Column]

  /// Reads `rows`, each a run with its label, and `columns`, each a parameter's path with its label.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    rows = try options.value(.rows, .notEmpty)
    columns = try options.value(.columns, .notEmpty)
  }

  /// The runs of the rows.
  package var runs: [String] { rows.map(\.run) }

  /// A grid of histograms; a run without a parameter has an empty cell.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let archives = groups.map(\.first)
    let known = archives.flatMap { $0.parameterPaths() }
    if let unknown = columns.first(where: { !known.contains($0.path) }) {
      throw RunError.unfitData(
        "no run of the figure has a parameter '\(unknown.path)'\(KeySpelling.hint(for: unknown.path, among: known))"
      )
    }
    return HistogramGrid(
      caption: try context.caption(of: groups), columns: columns.map(\.label),
      rows: try zip(rows, archives).map { row, archive in
        let paths = archive.parameterPaths()
        return HistogramGrid.Row(
          label: row.label,
          cells: try columns.map { column in
            guard paths.contains(column.path) else { return nil }
            return try archive.histogram(column.path, at: archive.parameterEpochs(column.path).last!)
          })
      },
      xLabel: "parameter value")
  }
}
