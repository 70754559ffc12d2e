import Tensors

/// A two-dimensional convolution (a cross-correlation, as everywhere in the field) with a square kernel.
///
/// Shapes: x (N, channels, height, width), y (N, outputs, height′, width′), weight
/// (outputs, channels, kernel, kernel), bias (outputs,); height′ = (height + 2 · padding − kernel) / stride + 1, cut
/// off. Weight and bias start uniform in ±1/√(channels · kernel²), as PyTorch's `nn.Conv2d` does, unless
/// `initialization` says otherwise.
public struct Conv2d: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "conv-2d"

  /// Channels of the output.
  public let outputs: Int
  /// The kernel's side.
  public let kernel: Int
  /// The step between windows.
  public let stride: Int
  /// Zeros around the input.
  public let padding: Int
  /// Whether a bias is added.
  public let bias: Bool
  /// The rule for the first values.
  public let initialization: Initialization

  /// A convolution; the number of input channels is that of what it is applied to.
  public init(
    outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true,
    initialization: Initialization = .torch
  ) {
    self.outputs = outputs
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.bias = bias
    self.initialization = initialization
  }

  private enum CodingKeys: String, CodingKey { case outputs, kernel, stride, padding, bias, initialization }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    func option(_ key: CodingKeys, _ standard: Int?, _ range: ClosedRange<Int>) throws -> Int {
      let value =
        try standard.map { try options.decodeIfPresent(Int.self, forKey: key) ?? $0 }
        ?? options.decode(Int.self, forKey: key)
      guard range.contains(value) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: options, debugDescription: "\(key.stringValue) must be in \(range)")
      }
      return value
    }
    outputs = try option(.outputs, nil, 1...65536)
    kernel = try option(.kernel, nil, 1...255)
    stride = try option(.stride, 1, 1...255)
    padding = try option(.padding, 0, 0...255)
    bias = try options.decodeIfPresent(Bool.self, forKey: .bias) ?? true
    initialization = try options.decodeIfPresent(Initialization.self, forKey: .initialization) ?? .torch
  }

  /// Writes it as it is read; `initialization` only where it is not `torch`, so that older identities stay.
  public func encode(to encoder: any Encoder) throws {
    var options = encoder.container(keyedBy: CodingKeys.self)
    try options.encode(outputs, forKey: .outputs)
    try options.encode(kernel, forKey: .kernel)
    try options.encode(stride, forKey: .stride)
    try options.encode(padding, forKey: .padding)
    try options.encode(bias, forKey: .bias)
    if initialization != .torch { try options.encode(initialization, forKey: .initialization) }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    let sides = x.shape.dimensions
    guard sides.count == 3,
      let geometry = ConvolutionGeometry(
        channels: sides[0], height: sides[1], width: sides[2], outputs: outputs, kernel: kernel,
        stride: stride, padding: padding)
    else {
      throw GraphError.shape(
        layer: Self.kind, path: graph.path,
        takes: "(channels, height, width) with sides of at least \(max(1, kernel - 2 * padding))",
        got: x.shape)
    }
    let shape: Shape = [outputs, sides[0], kernel, kernel]
    let weight = try graph.parameter("weight", shape, initialization.weight(shape))
    let start = initialization.bias(forWeight: shape)
    return graph.record(
      Conv2dOperation<S>(
        x: x.slot, weight: weight, bias: bias ? try graph.parameter("bias", [outputs], start) : nil,
        output: try graph.activation([outputs, geometry.outputHeight, geometry.outputWidth]),
        padded: padding > 0 ? try graph.scratch("padded", [geometry.paddedCount]) : nil,
        scratch: try graph.fixedScratch("panels", [geometry.scratchCount]), geometry: geometry))
  }
}
