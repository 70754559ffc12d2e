import Archive
import Reporting
import Settings
import Tensors

/// `matrices: { run: convolution, matrices: [{ array: image/value, title: image }, { array: map-1/value, title: map }] }`: small
/// computed matrices beside each other as their whole numbers, the larger the darker, each matrix for itself.
package struct MatricesFigure: FigureKind {
  /// `matrices`.
  package static let kind = "matrices"

  private struct Matrix: Codable, Sendable {
    let array, title: String
  }

  private let run: String
  private let matrices: [Matrix]
  private let columns: Int?

  /// Reads `run`, `matrices` and `columns`, how many stand in a row (all).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    matrices = try options.value(.matrices, .notEmpty)
    columns = try options.valueIfPresent(.columns, .within(1...10))
  }

  /// The one computation.
  package var runs: [String] { [run] }

  /// As declared.
  ///
  /// - Throws: `RunError.unfitData` for an array that is no matrix, `FigureError` for one that is too large.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    let tensors = try matrices.map { matrix in
      let values = try group.first.computedArray(matrix.array).values
      guard values.shape.dimensions.count == 2 else {
        throw RunError.unfitData("'\(matrix.array)' is \(values.shape), no matrix")
      }
      return values
    }
    return try PixelTable(
      caption: context.caption(of: [group]),
      tables: zip(matrices, tensors).map { matrix, tensor in
        let (numbers, width) = (tensor.numbers, tensor.shape.dimensions[1])
        return PixelTable.Table(
          title: matrix.title,
          rows: (0..<tensor.shape.dimensions[0]).map { Array(numbers[$0 * width..<($0 + 1) * width]) })
      }, look: .shaded, columns: columns)
  }
}
