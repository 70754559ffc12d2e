import Reporting
import Settings

/// `parameters: { rows: [{ run: lr-high, label: 0.1 }], columns: [{ path: hidden/linear/weight, label: hidden }] }`:
/// the archived histograms of parameters after the last epoch: a row a run, a column a parameter.
public struct ParametersFigure: FigureKind {
  /// `parameters`.
  public static let kind = "parameters"

  /// A column of the grid.
  public struct Column: Codable, Sendable, Equatable {
    /// The parameter's path.
    let path: String
    /// What the figure calls it.
    let label: String
  }

  /// From top to bottom.
  public let rows: [LabeledRun]
  /// From left to right.
  public let columns: [Column]

  /// The runs of the rows.
  public var runs: [String] { rows.map(\.run) }

  /// A grid of histograms; a run without a parameter has an empty cell.
  public func figure(_ context: FigureContext) throws -> any Figure {
    HistogramGrid(
      caption: try context.caption(), columns: columns.map(\.label),
      rows: try rows.map { row in
        let archive = try context.archive(row.run)
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
