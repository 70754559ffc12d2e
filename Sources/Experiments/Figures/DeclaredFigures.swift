import Datasets
import Reporting
import Settings
import Tensors

/// `shares: { parts: [training, test], y-label: share, bars: [{ label: 80-20, shares: [0.8, 0.2] }] }`: stacked bars of given
/// shares.
package struct SharesFigure: FigureKind {
  /// `shares`.
  package static let kind = "shares"

  private struct Bar: Codable, Sendable {
    let label: String
    let shares: [Double]
  }

  private let bars: [Bar]
  private let parts: [String]
  private let yLabel: String

  /// Reads `bars`, each a label with its shares, the `parts` that they are of, and the axis' name `y-label`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let parts: [String] = try options.value(.parts, .notEmpty)
    self.parts = parts
    bars = try options.value(
      .bars,
      Rule("a list of bars with \(parts.count) shares each") { bars in
        !bars.isEmpty && bars.allSatisfy { $0.shares.count == parts.count }
      })
    yLabel = try options.value(.yLabel)
  }

  /// A bar each.
  package func figure(_ context: FigureContext) throws -> any Figure {
    BarsFigure(
      caption: try context.caption(), categories: bars.map(\.label),
      groups: parts.enumerated().map { index, part in
        BarsFigure.Group(name: part, values: bars.map { $0.shares[index] })
      }, yLabel: yLabel, isPercentage: true, range: 0...1, arrangement: .stacked)
  }
}

/// `dataset-table: { dataset: fashion-mnist }`: shapes and classes of a data set, with how many examples each class has.
package struct DatasetTableFigure: FigureKind {
  /// `dataset-table`.
  package static let kind = "dataset-table"

  @OneOf<DatasetKinds> private var dataset: any DatasetKind

  /// Reads `dataset`.
  package init(from decoder: any Decoder) throws {
    _dataset = try decoder.container(keyedBy: CodingKeys.self).value(.dataset)
  }

  /// Two tables: the parts and the classes.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let data = try context.dataset(dataset)
    guard case .classes(_, let names) = data.training.targets else {
      throw RunError.unfitData("\(data.name) has no classes")
    }
    let counts = data.parts.map { part in
      var counts = [Int](repeating: 0, count: names.count)
      if case .classes(let classes, _) = part.examples.targets {
        for label in classes { counts[Int(label)] += 1 }
      }
      return counts
    }
    let parts = data.parts.map(\.part.rawValue)
    return TableFigure(
      caption: try context.caption(of: [], "Data \(data.training.digest.hexadecimal.prefix(12))."),
      tables: [
        .init(
          title: "Parts",
          columns: [
            .init("part", texts: parts),
            .init("examples", numbers: data.parts.map { String($0.examples.count) }),
            .init("shape of one", texts: data.parts.map { "\($0.examples.shape)" }),
          ]),
        .init(
          title: "\(names.count) classes",
          columns: [.init("label", numbers: names.indices.map(String.init)), .init("name", texts: names)]
            + zip(parts, counts).map { .init($0, numbers: $1.map(String.init)) }),
      ])
  }
}
