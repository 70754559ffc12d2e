import Tensors

/// A fully connected layer: y = x Wᵀ + b.
///
/// Shapes: x (N, in), y (N, out), weight (out, in), bias (out,). Weight and bias start uniform in
/// ±1/√in, as PyTorch's `nn.Linear` does.
public struct Linear: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "linear"

  /// How many values it gives a sample.
  public let outputs: Int
  /// Whether a bias is added.
  public let bias: Bool

  /// A layer with this many outputs; the number of inputs is that of what it is applied to.
  public init(outputs: Int, bias: Bool = true) {
    self.outputs = outputs
    self.bias = bias
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    outputs = try options.decode(Int.self, forKey: .outputs)
    bias = try options.decodeIfPresent(Bool.self, forKey: .bias) ?? true
    guard outputs > 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .outputs, in: options, debugDescription: "a linear layer needs at least 1 output")
    }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    guard x.shape.dimensions.count == 1 else {
      throw GraphError.shape(layer: Self.kind, path: graph.path, takes: "(inputs,)", got: x.shape)
    }
    let inputs = x.shape.count
    let start = Initializer.torchDefault(fanIn: inputs)
    let weight = try graph.parameter("weight", [outputs, inputs], start)
    return graph.record(
      LinearOperation<S>(
        x: x.slot, weight: weight, bias: bias ? try graph.parameter("bias", [outputs], start) : nil,
        output: try graph.activation([outputs])))
  }
}
