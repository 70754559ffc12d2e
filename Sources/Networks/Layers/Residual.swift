import Settings
import Tensors

/// Layers with a way past them: y = body(x) + shortcut(x), one addition an element.
///
/// Without a shortcut it is x itself. The body's layers have `body` in their paths, the shortcut's
/// `shortcut`, and the result is `sum`. The gradient of x is that of the way past the body, to which the
/// body's is added.
///
/// He et al., "Deep Residual Learning for Image Recognition", 2015, arXiv:1512.03385.
public struct Residual: Layer, CheckedOptions {
  /// What configurations call it.
  public static let kind = "residual"

  /// The layers that are passed.
  public let body: Sequential
  /// The layers on the way past the body, such as a projection; `nil` for none.
  public let shortcut: Sequential?

  /// A body and the way past it.
  public init(body: Sequential, shortcut: Sequential? = nil) {
    self.body = body
    self.shortcut = shortcut
  }

  /// Reads `body` (needed) and `shortcut`, each a list of at least 1 layer.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    body = try options.value(.body)
    shortcut = try options.valueIfPresent(.shortcut)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? {
    OptionProblem(CodingKeys.body, unless: !body.layers.isEmpty, "at least 1 layer is needed")
      ?? OptionProblem(
        CodingKeys.shortcut, unless: shortcut?.layers.isEmpty != true,
        "at least 1 layer is needed; leave it out to add the input itself")
  }

  /// Records the body, the shortcut and their sum.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    try check(in: graph)
    let through = try graph.scope("body") { try body(x) }
    let past = try shortcut.map { layers in try graph.scope("shortcut") { try layers(x) } } ?? x
    guard through.shape == past.shape else {
      let remedy =
        shortcut == nil
        ? "its input has \(past.shape): give it a shortcut of layers that change the shape"
        : "its shortcut gives \(past.shape): both must be the same"
      throw GraphError.option(
        layer: Self.kind, path: graph.path,
        problem: "its body gives \(through.shape) per sample, but \(remedy)")
    }
    // A scope of its own: in a file of arrays, what holds others cannot be an array too.
    return try graph.scope("sum") {
      graph.record(
        AdditionOp<S>(a: through.slot, b: past.slot, output: try graph.activation(through.shape)))
    }
  }
}

/// Y = A + B, one addition an element.
private struct AdditionOp<S: Scalar>: Op {
  let a: Slot
  let b: Slot
  let output: Slot

  var inputs: [Slot] { [a, b] }
  var backwardReads: [Slot] { [] }
  var replacesInput: Bool { true }
  var replacesGradient: Bool { true }

  func forward(_ context: OpContext<S>) {
    context.processor.add(
      context[a], context[b], into: context[output], count: context.count * output.shape.count)
  }

  func backward(_ context: OpContext<S>) {
    // dA = dB = dY
    for (index, slot) in [a, b].enumerated() {
      guard let gradient = context.gradient(of: index, slot) else { continue }
      context.processor.copy(
        context.outputGradient(output), into: gradient, count: context.count * output.shape.count)
    }
  }
}

extension Residual: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case(
      "residual", Residual(body: Sequential([Linear(outputs: 5), Tanh()])), input: [5]),
    GradientCheck.Case(
      "residual with a shortcut",
      Residual(
        body: Sequential([Linear(outputs: 6), Sigmoid(), Linear(outputs: 4)]),
        shortcut: Sequential([Linear(outputs: 4, bias: false)])),
      input: [5], loss: CrossEntropy()),
  ]
}
