import Settings
import Tensors

/// Pooling by maximum: (channels, height, width) → (channels, rows, columns), window by window.
///
/// Which of equal maxima wins, and in which order gradients are added where windows overlap, stands at
/// `Processor.maxPool` and `maxPoolBackward`.
public struct MaxPool2d: Layer, CheckedOptions, Equatable {
  /// What configurations call it.
  public static let kind = "max-pool-2d"

  /// A window's rows and columns.
  public let kernel: Int
  /// The distance from one window to the next.
  public let stride: Int
  /// Rows and columns around each plane that windows may cover.
  public let padding: Int
  /// Whether what is left over at the end has windows too; see `PoolingShape`.
  public let ceilMode: Bool

  /// A pooling layer; windows lie side by side unless a stride is given.
  public init(kernel: Int, stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
    self.ceilMode = ceilMode
  }

  /// Reads `kernel` (needed, 1 to 1024), `stride` (1 to 1024), `padding` (0 to half the kernel) and `ceil-mode`
  /// (false).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    kernel = try options.value(.kernel)
    stride = try options.value(.stride, default: kernel)
    padding = try options.value(.padding, default: 0)
    ceilMode = try options.value(.ceilMode, default: false)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? {
    OptionProblem(CodingKeys.kernel, kernel, .within(1...1024))
      ?? OptionProblem(CodingKeys.stride, stride, .within(1...1024))
      // More would make windows that hold nothing but padding.
      ?? OptionProblem(CodingKeys.padding, padding, .within(0...kernel / 2))
  }

  /// Records one op, with the winners' indices for its backward.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    try check(in: x.graph)
    let (windows, output) = try x.windows(
      of: Self.kind, kernel: kernel, stride: stride, padding: padding, ceilMode: ceilMode)
    return x.graph.record(
      MaxPool2dOp<S>(
        x: x.slot, winners: try x.graph.scratch("winners", output), output: try x.graph.activation(output),
        shape: windows))
  }
}

/// Y = the maximum of each window of X.
private struct MaxPool2dOp<S: Scalar>: Op {
  let x: Slot  // (channels, height, width)
  let winners: Slot  // as the output
  let output: Slot  // (channels, rows, columns)
  let shape: PoolingShape

  var inputs: [Slot] { [x] }
  var backwardReads: [Slot] { [] }
  private func planes(_ context: OpContext<S>) -> Int { context.count * x.shape.dimensions[0] }

  func forward(_ context: OpContext<S>) {
    context.processor.maxPool(
      context[x], planes: planes(context), shape: shape, into: context[output], winners: context[winners])
  }

  func backward(_ context: OpContext<S>) {
    guard let dX = context.gradient(of: 0, x) else { return }
    context.processor.maxPoolBackward(
      context.outputGradient(output), winners: context[winners], planes: planes(context), shape: shape,
      into: dX)
  }

  func addKinks(_ context: OpContext<S>, to signature: inout KinkSignature) {
    let winners = UnsafeBufferPointer(start: context[winners], count: context.count(of: output))
    for winner in winners { signature.add(UInt64(winner)) }
  }
}

extension MaxPool2d: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("max-pool-2d", MaxPool2d(kernel: 2), input: [2, 5, 6]),
    GradientCheck.Case(
      "max-pool-2d, overlapping", MaxPool2d(kernel: 3, stride: 2, padding: 1), input: [2, 5, 6]),
    GradientCheck.Case(
      "max-pool-2d, cut off", MaxPool2d(kernel: 3, stride: 2, ceilMode: true), input: [2, 4, 6]),
  ]
}

/// Pooling by mean: (channels, height, width) → (channels, rows, columns), window by window.
///
/// The order of operations stands at `Processor.averagePool` and `averagePoolBackward`.
public struct AvgPool2d: Layer, CheckedOptions, Equatable {
  /// What configurations call it.
  public static let kind = "avg-pool-2d"

  /// A window's rows and columns.
  public let kernel: Int
  /// The distance from one window to the next.
  public let stride: Int
  /// Whether what is left over at the end has windows too; see `PoolingShape`.
  public let ceilMode: Bool

  /// A pooling layer; windows lie side by side unless a stride is given.
  public init(kernel: Int, stride: Int? = nil, ceilMode: Bool = false) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.ceilMode = ceilMode
  }

  /// Reads `kernel` (needed, 1 to 1024), `stride` (1 to 1024) and `ceil-mode` (false).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    kernel = try options.value(.kernel)
    stride = try options.value(.stride, default: kernel)
    ceilMode = try options.value(.ceilMode, default: false)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? {
    OptionProblem(CodingKeys.kernel, kernel, .within(1...1024))
      ?? OptionProblem(CodingKeys.stride, stride, .within(1...1024))
  }

  /// Records one op.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    try check(in: x.graph)
    let (windows, output) = try x.windows(
      of: Self.kind, kernel: kernel, stride: stride, ceilMode: ceilMode)
    return x.graph.record(
      AvgPool2dOp<S>(x: x.slot, output: try x.graph.activation(output), shape: windows))
  }
}

/// Y = the mean of each window of X.
private struct AvgPool2dOp<S: Scalar>: Op {
  let x: Slot  // (channels, height, width)
  let output: Slot  // (channels, rows, columns)
  let shape: PoolingShape

  var inputs: [Slot] { [x] }
  var backwardReads: [Slot] { [] }
  private func planes(_ context: OpContext<S>) -> Int { context.count * x.shape.dimensions[0] }

  func forward(_ context: OpContext<S>) {
    context.processor.averagePool(context[x], planes: planes(context), shape: shape, into: context[output])
  }

  func backward(_ context: OpContext<S>) {
    guard let dX = context.gradient(of: 0, x) else { return }
    context.processor.averagePoolBackward(
      context.outputGradient(output), planes: planes(context), shape: shape, into: dX)
  }
}

extension AvgPool2d: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("avg-pool-2d", AvgPool2d(kernel: 2), input: [2, 5, 6]),
    GradientCheck.Case("avg-pool-2d, overlapping", AvgPool2d(kernel: 3, stride: 1), input: [2, 5, 6]),
    GradientCheck.Case(
      "avg-pool-2d, cut off", AvgPool2d(kernel: 3, stride: 2, ceilMode: true), input: [2, 4, 6]),
  ]
}

/// The mean of each plane: (channels, height, width) → (channels, 1, 1).
///
/// The order of operations stands at `Processor.channelStatistics` and `spreadMeans`.
public struct AdaptiveAvgPool2d: Layer, Equatable {
  /// What configurations call it.
  public static let kind = "adaptive-avg-pool-2d"

  /// There are no options: the output is 1 × 1.
  public init() {}

  /// Records one op.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    guard x.shape.dimensions.count == 3, x.shape.count > 0 else {
      throw GraphError.shape(
        layer: Self.kind, path: graph.path, takes: "(channels, height, width)", got: x.shape)
    }
    let output: Shape = [x.shape.dimensions[0], 1, 1]
    return graph.record(AdaptiveAvgPool2dOp<S>(x: x.slot, output: try graph.activation(output)))
  }
}

/// Y = the mean of each plane of X.
private struct AdaptiveAvgPool2dOp<S: Scalar>: Op {
  let x: Slot  // (channels, height, width)
  let output: Slot  // (channels, 1, 1)

  var inputs: [Slot] { [x] }
  var backwardReads: [Slot] { [] }
  private func planes(_ context: OpContext<S>) -> Int { context.count * output.shape.count }
  private var positions: Int { x.shape.count / output.shape.count }

  func forward(_ context: OpContext<S>) {
    let shape = ChannelShape(samples: 1, channels: planes(context), positions: positions)
    context.processor.channelStatistics(context[x], shape: shape, mean: context[output], variance: nil)
  }

  func backward(_ context: OpContext<S>) {
    guard let dX = context.gradient(of: 0, x) else { return }
    context.processor.spreadMeans(
      context.outputGradient(output), planes: planes(context), positions: positions, into: dX)
  }
}

extension AdaptiveAvgPool2d: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("adaptive-avg-pool-2d", AdaptiveAvgPool2d(), input: [3, 4, 5])
  ]
}

extension Node {
  /// The windows in which a layer pools this value (channels, height, width), and the shape of what it gives.
  fileprivate func windows(
    of layer: String, kernel: Int, stride: Int, padding: Int = 0, ceilMode: Bool
  ) throws -> (PoolingShape, Shape) {
    // Winners' indices are kept in the scalar type, in which whole numbers are exact up to 2²⁴.
    guard shape.dimensions.count == 3, shape.count > 0, shape.count / shape.dimensions[0] < 1 << 24,
      let windows = PoolingShape(
        height: shape.dimensions[1], width: shape.dimensions[2], kernel: kernel, stride: stride,
        padding: padding, ceilMode: ceilMode)
    else {
      let least = max(1, kernel - 2 * padding)
      throw GraphError.shape(
        layer: layer, path: graph.path, takes: "(channels, height, width) of at least \(least) × \(least)",
        got: shape)
    }
    return (windows, [shape.dimensions[0], windows.rows, windows.columns])
  }
}
