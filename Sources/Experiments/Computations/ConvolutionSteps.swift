import Archive
import Networks
import Settings
import Tensors

/// `convolution-steps: { image: [[1, 0], [0, 1]], filter: [[1]], variants: [{ stride: 2, padding: 1 }] }`: one filter over one
/// image, with each stride and zero padding.
///
/// Computed by `Conv2d` without a bias, in Float; sums of small whole numbers are exact.
package struct ConvolutionSteps: Computation {
  /// `convolution-steps`.
  package static let kind = "convolution-steps"

  private struct Variant: Codable, Sendable {
    let stride, padding: Int
  }

  private let image, filter: [[Double]]
  private let variants: [Variant]

  /// Reads `image`, `filter` (square) and `variants`, each a stride and a padding as `conv-2d` takes them.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    image = try options.value(
      .image,
      Rule("1 to 50 rows of as many numbers each") { rows in
        (1...50).contains(rows.count) && (1...50).contains(rows[0].count)
          && rows.allSatisfy { $0.count == rows[0].count && $0.allSatisfy(\.isFinite) }
      })
    filter = try options.value(
      .filter,
      Rule("as many rows, 1 to 50, as each has numbers") { rows in
        (1...50).contains(rows.count)
          && rows.allSatisfy { $0.count == rows.count && $0.allSatisfy(\.isFinite) }
      })
    variants = try options.value(.variants, .notEmpty)
  }

  /// Groups `image`, `filter`, `map-1` and so on for the variants, and `sizes`: of each map its rows, columns and
  /// maximum.
  ///
  /// - Throws: `GraphError` where the filter is larger than the padded image, and for strides and paddings that no
  ///   convolution has.
  package func compute(_ context: ComputationContext) throws -> [ComputedGroup] {
    func tensor(_ rows: [[Double]]) -> Tensor {
      Tensor(rows.joined().map { Float($0) }, shape: [1, 1, rows.count, rows[0].count])
    }
    let (image, filter) = (tensor(image), tensor(filter))
    let maps = try variants.map { variant in
      let graph = try Graph<Float>(
        input: Shape(Array(image.shape.dimensions.dropFirst())),
        layer: Conv2d(
          outputs: 1, kernel: self.filter.count, stride: variant.stride, padding: variant.padding, bias: false
        ))
      let memory = Memory(graph, capacity: 1, gradients: false)
      try memory.set(graph.parameters[0], to: filter)
      try memory.setInput(image)
      graph.forward(memory, Pass(.evaluation, count: 1, on: context.processor))
      return memory.tensor(of: graph.output)
    }
    func each(_ name: String, _ title: String, _ values: [Int]) -> ComputedGroup.Array {
      .init(name, title: title, Tensor(values.map { Int64($0) }))
    }
    return [.matrix("image", "Image", image), .matrix("filter", "Filter", filter)]
      + maps.enumerated().map { index, map in
        .matrix(
          "map-\(index + 1)", "Stride \(variants[index].stride), padding \(variants[index].padding)", map)
      } + [
        ComputedGroup(
          "sizes", title: "Sizes of the maps", axes: [.indices("variant", maps.count)],
          arrays: [
            each("rows", "Rows", maps.map { $0.shape.dimensions[2] }),
            each("columns", "Columns", maps.map { $0.shape.dimensions[3] }),
            each("stride", "Stride", variants.map(\.stride)),
            each("padding", "Padding", variants.map(\.padding)),
            .init("maximum", title: "Maximum", Tensor(maps.map { $0.numbers.max() ?? .nan })),
          ])
      ]
  }
}
