import Archive
import Reporting
import Settings
import Tensors

/// `parameters: { rows: [{ run: lr-high, label: 0.1 }], columns: [{ parameter: hidden/linear/weight, label: hidden }] }`:
/// how values are spread after the last epoch that keeps them: a row a run, a column a parameter or, with `activation:` in
/// its place, a value of the network on the probe. With several seeds the first one is shown.
package struct ParametersFigure: FigureKind {
  /// `parameters`.
  package static let kind = "parameters"

  private struct Column: Codable, Sendable {
    let parameter, activation: String?
    let label: String
  }

  /// From top to bottom.
  private let rows: [LabeledRun]
  /// From left to right.
  private let columns: [Column]
  /// Whether each cell has an axis of its own.
  private let ownAxes: Bool

  /// Reads `rows`, each a run with its label, `columns`, each the path of a `parameter` or an `activation` with its label,
  /// and `own-axes` (false).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    rows = try options.value(.rows, .notEmpty)
    columns = try options.value(
      .columns,
      Rule("a list of columns, each with either 'parameter' or 'activation'") { columns in
        !columns.isEmpty && columns.allSatisfy { ($0.parameter == nil) != ($0.activation == nil) }
      })
    ownAxes = try options.value(.ownAxes, default: false)
  }

  /// The runs of the rows.
  package var runs: [String] { rows.map(\.run) }

  /// A grid of histograms; a run without a value has an empty cell.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let archives = groups.map(\.first)
    for column in columns {
      let known = archives.flatMap { column.parameter == nil ? $0.activationPaths() : $0.parameterPaths() }
      let path = column.parameter ?? column.activation ?? ""
      guard !known.contains(path) else { continue }
      throw RunError.unfitData(
        "no run of the figure has a value '\(path)'\(KeySpelling.hint(for: path, among: known))")
    }
    return HistogramGrid(
      caption: try context.caption(of: groups), columns: columns.map(\.label),
      rows: try zip(rows, archives).map { row, archive in
        HistogramGrid.Row(label: row.label, cells: try columns.map { try values($0, in: archive) })
      },
      xLabel: columns.contains { $0.parameter == nil } ? "value" : "parameter value",
      ranges: ownAxes ? .perCell : .perColumn)
  }

  private func values(_ column: Column, in archive: RunArchive) throws -> Tensor? {
    if let path = column.parameter {
      guard archive.parameterPaths().contains(path) else { return nil }
      return try archive.lastParameter(path)
    }
    let path = column.activation ?? ""
    guard archive.activationPaths().contains(path) else { return nil }
    return try archive.lastActivation(path)
  }
}
