import Tensors

/// A fully connected layer: y = x Wᵀ + b.
///
/// Shapes: x (N, in), y (N, out), weight (out, in), bias (out,). Weight and bias start uniform in
/// ±1/√in, as PyTorch's `nn.Linear` does, unless `initialization` says otherwise.
public struct Linear: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "linear"

  /// How many values it gives a sample.
  public let outputs: Int
  /// Whether a bias is added.
  public let bias: Bool
  /// How weight and bias start.
  public let initialization: Initialization

  /// A layer with this many outputs; the number of inputs is that of what it is applied to.
  public init(outputs: Int, bias: Bool = true, initialization: Initialization = .torch) {
    self.outputs = outputs
    self.bias = bias
    self.initialization = initialization
  }

  private enum CodingKeys: String, CodingKey { case outputs, bias, initialization }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    outputs = try options.decode(Int.self, forKey: .outputs)
    bias = try options.decodeIfPresent(Bool.self, forKey: .bias) ?? true
    initialization = try options.decodeIfPresent(Initialization.self, forKey: .initialization) ?? .torch
    guard (1...1 << 20).contains(outputs) else {
      throw DecodingError.dataCorruptedError(
        forKey: .outputs, in: options, debugDescription: "a linear layer has 1 to 1,048,576 outputs")
    }
  }

  /// Writes it as it is read. `initialization` only where it is not `torch`: older configurations keep their
  /// identity.
  public func encode(to encoder: any Encoder) throws {
    var options = encoder.container(keyedBy: CodingKeys.self)
    try options.encode(outputs, forKey: .outputs)
    try options.encode(bias, forKey: .bias)
    if initialization != .torch { try options.encode(initialization, forKey: .initialization) }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    guard x.shape.dimensions.count == 1 else {
      throw GraphError.shape(layer: Self.kind, path: graph.path, takes: "(inputs,)", got: x.shape)
    }
    let shape: Shape = [outputs, x.shape.count]
    let weight = try graph.parameter("weight", shape, initialization.weight(shape))
    let start = initialization.bias(forWeight: shape)
    return graph.record(
      LinearOperation<S>(
        x: x.slot, weight: weight, bias: bias ? try graph.parameter("bias", [outputs], start) : nil,
        output: try graph.activation([outputs])))
  }
}
