import Archive
import Reporting
import Settings
import Tensors

/// `computed-curves: { run: polynomials, panels: [{ series: [{ array: curves/truth, over: curves/x, label: true }] }] }`:
/// arrays of a computation over others.
package struct ComputedCurvesFigure: FigureKind {
  /// `computed-curves`.
  package static let kind = "computed-curves"

  private struct Line: Codable, Sendable {
    let array, over, label: String
    let mark: Mark?
  }

  private enum Mark: String, Codable, CaseIterable {
    case line, dashes, points

    var mark: Series.Mark {
      switch self {
      case .line: .line
      case .dashes: .dashes
      case .points: .points
      }
    }
  }

  private struct Panel: Codable, Sendable {
    let title, xLabel, yLabel: String?
    let series: [Line]
    let range: [Double]?
    let logarithmic: [String]?
  }

  private let run: String
  private let panels: [Panel]
  private let columns: Int

  /// Reads `run`, `panels` and `columns` (2).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    panels = try options.value(
      .panels,
      Rule("a list of panels with series, each range two numbers, 'logarithmic' of 'x' and 'y'") { panels in
        !panels.isEmpty
          && panels.allSatisfy { panel in
            !panel.series.isEmpty && (panel.range.map { Rule.axisRange.problem(with: $0) == nil } ?? true)
              && (panel.logarithmic ?? []).allSatisfy(["x", "y"].contains)
          }
      })
    columns = try options.value(.columns, default: 2, .within(1...4))
  }

  /// The one computation.
  package var runs: [String] { [run] }

  /// As declared; axes are called after the first series' arrays unless a panel says otherwise.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    return CurvesFigure(
      caption: try context.caption(of: [group]),
      panels: try panels.map { panel in
        let first = panel.series[0]
        let (x, y) = (try group.first.computedArray(first.over), try group.first.computedArray(first.array))
        return CurvesFigure.Panel(
          title: panel.title ?? "", xLabel: panel.xLabel ?? x.axisName, yLabel: panel.yLabel ?? y.axisName,
          series: try panel.series.map { line in
            Series(
              name: line.label, x: try group.first.computedArray(line.over).values.numbers,
              y: try group.first.computedArray(line.array).values.numbers, mark: (line.mark ?? .line).mark)
          },
          yRange: panel.range.map { $0[0]...$0[1] },
          xIsLogarithmic: panel.logarithmic?.contains("x") ?? false,
          yIsLogarithmic: panel.logarithmic?.contains("y") ?? false)
      }, columns: min(columns, panels.count))
  }
}

/// `table: { run: sigmoid-of-product, tables: [{ title: input 255, columns: [{ array: table-1/weight, label: weight }] }] }`:
/// arrays of a computation as tables side by side, with columns of given `texts` in place of an array to say what the rows
/// are.
package struct ComputedTableFigure: FigureKind {
  /// `table`.
  package static let kind = "table"

  private struct Column: Codable, Sendable {
    let array: String?
    let texts: [String]?
    let label: String
    let decimals: Int?
  }

  private struct Table: Codable, Sendable {
    let title: String
    let columns: [Column]
  }

  private let run: String
  private let tables: [Table]

  /// Reads `run` and `tables`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    tables = try options.value(
      .tables,
      Rule("a list of tables whose columns have an 'array' or 'texts' and 0 to 15 decimals") { tables in
        !tables.isEmpty
          && tables.allSatisfy { table in
            table.columns.allSatisfy {
              ($0.array == nil) != ($0.texts == nil) && (0...15).contains($0.decimals ?? 0)
            }
          }
      })
  }

  /// The one computation.
  package var runs: [String] { [run] }

  /// As declared; without `decimals` numbers are as short as they can be, with 0 decimals their thousands stand apart.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    return TableFigure(
      caption: try context.caption(of: [group]),
      tables: try tables.map { table in
        TableFigure.Table(
          title: table.title,
          columns: try table.columns.map { column in
            guard let array = column.array else {
              return TableFigure.Column(column.label, texts: column.texts ?? [])
            }
            return TableFigure.Column(
              column.label,
              numbers: try group.first.computedArray(array).values.numbers.map { number in
                column.decimals.map {
                  $0 == 0 ? NumberText.grouped(number) : NumberText.fixed(number, decimals: $0)
                }
                  ?? NumberText.significant(number, digits: 6)
              })
          })
      })
  }
}

/// `norm-balls: { run: norm-balls }`: the contours of a loss meeting a diamond and a circle.
package struct NormBallsFigure: FigureKind {
  /// `norm-balls`.
  package static let kind = "norm-balls"
  private let run: String

  /// Reads `run`.
  package init(from decoder: any Decoder) throws {
    run = try decoder.container(keyedBy: CodingKeys.self).value(.run)
  }

  /// The one computation.
  package var runs: [String] { [run] }

  /// A panel for each ball, with the contour that touches it among the others.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run), archive = group.first
    let (x, y) = (try archive.computedArray("loss/first"), try archive.computedArray("loss/second"))
    let field = try ScalarField(
      x: x.values.numbers, y: y.values.numbers, values: archive.computedArray("loss/value").values.numbers)
    let first = try archive.computedArray("optima/first").values.numbers
    let second = try archive.computedArray("optima/second").values.numbers
    let losses = try archive.computedArray("optima/loss").values.numbers
    let radius = try archive.computedArray("optima/radius").values.numbers[1]
    let span = field.x[field.x.count - 1] * 0.75
    func panel(_ title: String, _ index: Int, _ outline: ContourFigure.Outline) -> ContourFigure.Panel {
      let steps = [0.05, 0.25, 0.5, 1.7, 2.8].map { $0 * losses[index] }
      return ContourFigure.Panel(
        title: title, xLabel: "w₁", yLabel: "w₂", xRange: -span...span, yRange: -span...span,
        contours: [ContourFigure.Contours(field, levels: (steps + [losses[index]]).sorted())],
        outlines: [outline],
        labels: [
          .init(.init(first[0], second[0]), "smallest loss"),
          .init(.init(first[index], second[index]), "smallest within"),
        ])
    }
    return ContourFigure(
      caption: try context.caption(of: [group]),
      panels: [
        panel("|w₁| + |w₂| ≤ \(NumberText.short(radius))", 1, .diamond(radius: radius)),
        panel("w₁² + w₂² ≤ \(NumberText.short(radius * radius))", 2, .circle(radius: radius)),
      ])
  }
}

extension RunArchive {
  /// A computed array by group and name: `curves/truth`.
  ///
  /// - Throws: `ArchiveError`, `RunError.unfitData` that names the arrays there are.
  func computedArray(_ path: String) throws -> ComputedGroup.Array {
    let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
    let group = try computed(parts.first ?? "")
    let arrays = group.arrays + group.axes
    guard let array = arrays.first(where: { $0.name == parts.last }) else {
      throw RunError.unfitData(
        "'\(path)' is not computed; in '\(group.name)' there are: \(arrays.map(\.name).joined(separator: ", "))"
      )
    }
    return array
  }

  /// The axes of a computed array, by group and name.
  ///
  /// - Throws: As `computedArray`.
  func computedAxes(_ path: String) throws -> [ComputedGroup.Array] {
    _ = try computedArray(path)
    return try computed(String(path.prefix { $0 != "/" })).axes
  }
}

extension ComputedGroup.Array {
  /// Title and unit.
  fileprivate var axisName: String { unit == "1" ? title : "\(title) (\(unit))" }
}

extension Tensor {
  /// All elements as Doubles, row-major.
  var numbers: [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    elements.forEachDouble { numbers.append($0) }
    return numbers
  }
}
