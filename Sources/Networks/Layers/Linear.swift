import Settings
import Tensors

/// A fully connected layer: y = x Wᵀ + b.
///
/// Shapes: x (N, in), y (N, out), weight (out, in), bias (out,). The order of operations stands at
/// `Processor.multiply`.
public struct Linear: Layer, CheckedOptions, Equatable {
  /// What configurations call it.
  public static let kind = "linear"

  /// How many values it gives a sample.
  public let outputs: Int
  /// Whether a bias is added.
  public let bias: Bool
  /// How weight and bias start; unless another rule is given, as those of PyTorch's `nn.Linear`.
  public let initialization: Initialization

  /// A layer with this many outputs; the number of inputs is that of what it is applied to.
  public init(outputs: Int, bias: Bool = true, initialization: Initialization = .torch) {
    self.outputs = outputs
    self.bias = bias
    self.initialization = initialization
  }

  /// Reads `outputs` (needed, 1 to 1,048,576), `bias` and `initialization`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    outputs = try options.value(.outputs)
    bias = try options.value(.bias, default: true)
    initialization = try options.value(.initialization, default: .torch)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? {
    OptionProblem(CodingKeys.outputs, outputs, .within(1...1 << 20)) ?? initialization.problem
  }

  /// Records one matrix product, with the bias added afterwards.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    try check(in: graph)
    guard x.shape.dimensions.count == 1 else {
      throw GraphError.shape(layer: Self.kind, path: graph.path, takes: "(inputs,)", got: x.shape)
    }
    let shape: Shape = [outputs, x.shape.count]
    let weight = try graph.parameter("weight", shape, initialization.weight(shape))
    let start = initialization.bias(forWeight: shape)
    return graph.record(
      LinearOp<S>(
        x: x.slot, weight: weight, bias: bias ? try graph.parameter("bias", [outputs], start) : nil,
        output: try graph.activation([outputs])))
  }
}

/// Y (N, out) = X (N, in) · Wᵀ (in, out) + b (out,).
private struct LinearOp<S: Scalar>: Op {
  let x: Slot  // (in,)
  let weight: Slot  // (out, in)
  let bias: Slot?  // (out,)
  let output: Slot  // (out,)

  var inputs: [Slot] { bias.map { [x, weight, $0] } ?? [x, weight] }
  var backwardReads: [Slot] { [x] }
  private var inputCount: Int { x.shape.count }
  private var outputCount: Int { output.shape.count }

  func forward(_ context: OpContext<S>) {
    context.processor.multiply(
      MatrixView(context[x], stride: inputCount),
      MatrixView(context[weight], stride: inputCount).transposed,
      into: context[output], cStride: outputCount,
      m: context.count, n: outputCount, k: inputCount, bias: bias.map { UnsafePointer(context[$0]) })
  }

  func backward(_ context: OpContext<S>) {
    let dY = context.outputGradient(output)  // (N, out)
    if let dW = context.gradient(of: 1, weight) {
      // dW (out, in) = dYᵀ (out, N) · X (N, in): a chain over the batch.
      context.processor.multiply(
        MatrixView(dY, stride: outputCount).transposed, MatrixView(context[x], stride: inputCount),
        into: dW, cStride: inputCount,
        m: outputCount, n: inputCount, k: context.count, accumulates: context.continues(1))
    }
    if let bias, let db = context.gradient(of: 2, bias) {
      // db (out,) = Σ over the batch of dY
      context.processor.sumRows(
        of: dY, into: db, rows: context.count, columns: outputCount, continues: context.continues(2))
    }
    if let dX = context.gradient(of: 0, x) {
      // dX (N, in) = dY (N, out) · W (out, in)
      context.processor.multiply(
        MatrixView(dY, stride: outputCount), MatrixView(context[weight], stride: inputCount),
        into: dX, cStride: inputCount,
        m: context.count, n: inputCount, k: outputCount)
    }
  }
}

extension Linear: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("linear", Linear(outputs: 5), input: [7]),
    GradientCheck.Case("linear without bias", Linear(outputs: 4, bias: false), input: [3]),
  ]
}
