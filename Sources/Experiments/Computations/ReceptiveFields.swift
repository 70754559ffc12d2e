import Archive
import Networks
import Settings
import Tensors

/// `receptive-fields: { side: 9, kernel: 3, layers: 3 }`: which pixels of an image one value of the first, the second, … of
/// several stacked convolutions sees.
///
/// The convolutions have one channel, stride 1, no padding and weights that are all 1. The gradient of the middle output
/// is computed by the network's backward pass: at a pixel it is the number of ways from there to the output, 0 where the
/// pixel is not seen. Float; whole numbers below 2²⁴ are exact.
package struct ReceptiveFields: Computation {
  /// `receptive-fields`.
  package static let kind = "receptive-fields"
  private let side, kernel, layers: Int

  /// Reads `side` of the image, `kernel` (3) and `layers` (2).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let kernel = try options.value(.kernel, default: 3, .within(1...9))
    let layers = try options.value(.layers, default: 2, .within(1...6))
    let least = layers * (kernel - 1) + 1
    (self.kernel, self.layers) = (kernel, layers)
    side = try options.value(
      .side, Rule("\(least) to 50, so that \(layers) layers leave an output") { (least...50).contains($0) })
  }

  /// Groups `gradient-1` and so on for each number of layers, over the image's rows and columns, and `fields`: how many
  /// pixels one output sees, and how many weights its layers have.
  package func compute(_ context: ComputationContext) throws -> [ComputedGroup] {
    let gradients = try (1...layers).map { try gradient(layers: $0, on: context.processor) }
    let counts = (1...layers).map { Int64($0) }
    return gradients.enumerated().map { index, gradient in
      .matrix("gradient-\(index + 1)", "Gradient of one output, \(index + 1) layers deep", gradient)
    } + [
      ComputedGroup(
        "fields", title: "Receptive fields", axes: [.init("layers", title: "Layers", Tensor(counts))],
        arrays: [
          .init(
            "pixels", title: "Pixels seen",
            Tensor(gradients.map { gradient in Int64(gradient.numbers.count { $0 != 0 }) })),
          .init("weights", title: "Weights", Tensor(counts.map { $0 * Int64(kernel * kernel) })),
        ])
    ]
  }

  /// The gradient of the middle output for the input, (1, 1, side, side).
  private func gradient(layers: Int, on processor: Processor) throws -> Tensor {
    let graph = try Graph<Float>(
      input: [1, side, side],
      layer: Sequential((0..<layers).map { _ in Conv2d(outputs: 1, kernel: kernel, bias: false) }),
      differentiatesInput: true)
    let memory = Memory(graph, capacity: 1, gradients: true)
    for parameter in graph.parameters {
      try memory.set(
        parameter, to: Tensor([Float](repeating: 1, count: parameter.shape.count), shape: parameter.shape))
    }
    let pass = Pass(.training, count: 1, on: processor)
    graph.forward(memory, pass)
    let outputs = graph.output.shape.dimensions
    memory.gradientPointer(to: graph.output)[outputs[1] / 2 * outputs[2] + outputs[2] / 2] = 1
    graph.backward(memory, pass)
    return memory.gradient(of: graph.input)
  }
}
