import Settings
import Tensors

/// A two-dimensional convolution (a cross-correlation, as everywhere in the field) with a square kernel.
///
/// Shapes: x (N, channels, height, width), y (N, outputs, height′, width′), weight
/// (outputs, channels, kernel, kernel), bias (outputs,); height′ = ⌊(height + 2 · padding − kernel) / stride⌋ + 1. The
/// order of operations stands at `Processor.convolve`, `convolveBackward` and `convolveWeightGradient`.
public struct Conv2d: Layer, CheckedOptions, Equatable {
  /// What configurations call it.
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
  /// How weight and bias start; unless another rule is given, as those of PyTorch's `nn.Conv2d`.
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

  /// Reads `outputs` (needed, 1 to 65,536), `kernel` (needed, 1 to 255), `stride` (1 to 255), `padding` (0 to
  /// 255), `bias` and `initialization`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    outputs = try options.value(.outputs)
    kernel = try options.value(.kernel)
    stride = try options.value(.stride, default: 1)
    padding = try options.value(.padding, default: 0)
    bias = try options.value(.bias, default: true)
    initialization = try options.value(.initialization, default: .torch)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? {
    OptionProblem(CodingKeys.outputs, outputs, .within(1...65536))
      ?? OptionProblem(CodingKeys.kernel, kernel, .within(1...255))
      ?? OptionProblem(CodingKeys.stride, stride, .within(1...255))
      ?? OptionProblem(CodingKeys.padding, padding, .within(0...255))
      ?? initialization.problem
  }

  /// Records one convolution.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    try check(in: graph)
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
      Conv2dOp<S>(
        x: x.slot, weight: weight, bias: bias ? try graph.parameter("bias", [outputs], start) : nil,
        output: try graph.activation([outputs, geometry.outputHeight, geometry.outputWidth]),
        scratch: try graph.workspace("panels", geometry.scratchCount), geometry: geometry))
  }
}

/// Y = W ∗ X + b.
private struct Conv2dOp<S: Scalar>: Op {
  let x: Slot  // (channels, height, width)
  let weight: Slot  // (outputs, channels, kernel, kernel)
  let bias: Slot?  // (outputs,)
  let output: Slot  // (outputs, height′, width′)
  let scratch: Slot
  let geometry: ConvolutionGeometry

  var inputs: [Slot] { bias.map { [x, weight, $0] } ?? [x, weight] }
  var backwardReads: [Slot] { [x] }

  func forward(_ context: OpContext<S>) {
    context.processor.convolve(
      context[x], weight: context[weight], bias: bias.map { UnsafePointer(context[$0]) },
      into: context[output],
      scratch: context[scratch], geometry, count: context.count)
  }

  func backward(_ context: OpContext<S>) {
    let dY = context.outputGradient(output)
    if let dW = context.gradient(of: 1, weight) {
      context.processor.convolveWeightGradient(
        context[x], dy: dY, into: dW, bias: bias.flatMap { context.gradient(of: 2, $0) },
        scratch: context[scratch], geometry, count: context.count, continues: context.continues(1))
    }
    if let dX = context.gradient(of: 0, x) {
      context.processor.convolveBackward(
        dY, weight: context[weight], into: dX, scratch: context[scratch], geometry, count: context.count)
    }
  }
}

extension Conv2d: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("conv-2d", Conv2d(outputs: 3, kernel: 3, padding: 1), input: [2, 5, 4]),
    GradientCheck.Case(
      "conv-2d, stride 2", Conv2d(outputs: 4, kernel: 3, stride: 2, padding: 1), input: [2, 6, 5]),
    GradientCheck.Case(
      "conv-2d, 1×1, stride 2", Conv2d(outputs: 3, kernel: 1, stride: 2, bias: false), input: [3, 4, 4]),
  ]
}
