import Archive
import Images
import Networks
import Settings
import Tensors

/// `pooling: { size: 112, kernel: 2, times: 2 }`: a picture pooled by maximum, by mean, and by leaving out all but the first of
/// each window's pixels, again and again.
///
/// The picture is the first training example of the data, (3, height, width) or gray (1, height, width), shrunk to a
/// square as `ImageFeatures.resized` does. `MaxPool2d` and `AvgPool2d` pool its bytes as Floats; what is left out is the pooling of
/// windows of one pixel. Means are rounded to bytes, halves up, after the last pooling only.
package struct PicturePooling: Computation {
  /// `pooling`.
  package static let kind = "pooling"
  private let size, kernel, times: Int

  /// Reads `size` (112), the side of the picture, `kernel` (2), the side of a window, and `times` (2).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    size = try options.value(.size, default: 112, .within(1...1000))
    kernel = try options.value(.kernel, default: 2, .within(2...100))
    times = try options.value(.times, default: 2, .within(1...5))
  }

  /// Groups `picture`, `maximum-1`, `mean-1`, `sampled-1` and so on, and `sizes`: for each number of poolings, 0 to
  /// `times`, channels, rows, columns, pixels, and pixels as a share of the picture's.
  ///
  /// - Throws: `GraphError` where no whole window is left.
  package func compute(_ context: ComputationContext) throws -> [ComputedGroup] {
    let examples = try context.requiredData(for: Self.kind).training
    guard examples.shape.dimensions.count == 3, examples.inputsAreBytes else {
      throw RunError.unfitData("'\(Self.kind)' needs a picture, and an example has shape \(examples.shape)")
    }
    let whole = examples.inputTensor(CollectionOfOne(0)).reshaped(to: examples.shape)
    let picture: Tensor
    do {
      picture = try ImageFeatures.resized(whole, height: size, width: size)
    } catch {
      throw RunError.unfitData("\(error)")
    }
    let kinds: [(name: String, title: String, layer: any Layer)] = [
      ("maximum", "Largest of each window", MaxPool2d(kernel: kernel)),
      ("mean", "Mean of each window", AvgPool2d(kernel: kernel)),
      ("sampled", "First of each window", MaxPool2d(kernel: 1, stride: kernel)),
    ]
    var groups: [ComputedGroup] = [.picture("picture", "The picture", picture)]
    var shapes = [picture.shape.dimensions]
    for count in 1...times {
      for kind in kinds {
        let image = try pooled(picture, by: Array(repeating: kind.layer, count: count), on: context.processor)
        groups.append(.picture("\(kind.name)-\(count)", "\(kind.title), \(count) times", image))
        if kind.name == "maximum" { shapes.append(image.shape.dimensions) }
      }
    }
    func sizes(_ name: String, _ title: String, _ size: ([Int]) -> Int) -> ComputedGroup.Array {
      .init(name, title: title, Tensor(shapes.map { Int64(size($0)) }))
    }
    return groups + [
      ComputedGroup(
        "sizes", title: "Sizes", axes: [.indices("poolings", shapes.count)],
        arrays: [
          .init(
            "share", title: "Share of the pixels",
            Tensor(shapes.map { Double($0[1] * $0[2]) / Double(size * size) })),
          sizes("pixels", "Pixels") { $0[1] * $0[2] }, sizes("channels", "Channels") { $0[0] },
          sizes("rows", "Rows") { $0[1] }, sizes("columns", "Columns") { $0[2] },
        ])
    ]
  }

  private func pooled(_ picture: Tensor, by layers: [any Layer], on processor: Processor) throws -> Tensor {
    let graph = try Graph<Float>(input: picture.shape, layer: Sequential(layers))
    let memory = Memory(graph, capacity: 1, gradients: false)
    try memory.setInput(picture.reshaped(to: Shape([1] + picture.shape.dimensions)))
    graph.forward(memory, Pass(.evaluation, count: 1, on: processor))
    let values = memory.tensor(of: graph.output).floats ?? []
    return Tensor(values.map { UInt8(($0 + 0.5).rounded(.down)) }, shape: graph.output.shape)
  }
}
