import Settings
import Tensors

/// A part of a network, as a value that holds its hyper-parameters and nothing else.
///
/// A layer has no state, no scalar type and no backward: it says how it is wired, once, and the ops that it
/// records do the rest. Its coded form is its block in a configuration.
public protocol Layer: Kind {
  /// Wires the layer: records its ops on `x` and gives their output.
  ///
  /// - Throws: `GraphError` when the input's shape does not fit, naming the layer and both shapes.
  func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S>
}

/// Every layer that a configuration can name.
public enum Layers: Kinds {
  /// What `@OneOf<Layers>` wraps.
  public typealias Value = any Layer
  /// What errors call one of them.
  public static let noun = "layer"
  /// Every layer, in the order in which errors list them.
  public static var all: [any Kind.Type] { list }

  /// The same with their gradient checks.
  package static let list: [any (Layer & GradientChecked).Type] = [
    Linear.self, Conv2d.self, MaxPool2d.self, AvgPool2d.self, AdaptiveAvgPool2d.self, BatchNorm.self,
    LayerNorm.self, Dropout.self, ReLU.self, LeakyReLU.self, SiLU.self, Sigmoid.self, Tanh.self,
    Flatten.self, Residual.self, Reuse.self, Repeat.self,
  ]
}

// MARK: - Element by element

/// A layer that makes each value from the one at its place: its forward and backward are all there is to write.
package protocol ElementwiseLayer: Layer, CheckedOptions {
  /// Whether the derivative jumps where an input is 0.
  static var hasKinkAtZero: Bool { get }
  /// What the backward reads: x, y, or neither.
  static var backwardReads: (x: Bool, y: Bool) { get }
  /// Whether y may lie where x does, and dX where dY does.
  static var worksInPlace: Bool { get }
  /// One sample's output, as many elements as its input.
  func outputShape(_ input: Shape) -> Shape
  /// Computes y from x.
  func forward<S: Scalar>(_ e: Elements<S>)
  /// Computes dX from dY, x and y being what the forward read and wrote.
  func backward<S: Scalar>(_ e: Elements<S>, from dY: UnsafePointer<S>, into dX: UnsafeMutablePointer<S>)
}

/// Where an element-wise layer's input and output lie.
package struct Elements<S: Scalar> {
  /// The input.
  package let x: UnsafePointer<S>
  /// The output.
  package let y: UnsafeMutablePointer<S>
  /// How many elements each has.
  package let count: Int
  /// What computes.
  package let processor: Processor
}

extension ElementwiseLayer {
  /// Most have no options.
  package var problem: OptionProblem? { nil }
  /// The derivative does not jump.
  package static var hasKinkAtZero: Bool { false }
  /// Both.
  package static var backwardReads: (x: Bool, y: Bool) { (true, true) }
  /// Not in place.
  package static var worksInPlace: Bool { false }
  /// The input's.
  package func outputShape(_ input: Shape) -> Shape { input }

  /// Records one op that applies the layer to every element.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    try check(in: x.graph)
    let output = try x.graph.activation(outputShape(x.shape))
    return x.graph.record(ElementwiseOp<S, Self>(layer: self, x: x.slot, output: output))
  }
}

/// Y = f(X), element by element.
private struct ElementwiseOp<S: Scalar, Function: ElementwiseLayer>: Op {
  let layer: Function
  let x: Slot
  let output: Slot

  var inputs: [Slot] { [x] }
  var backwardReads: [Slot] {
    (Function.backwardReads.x ? [x] : []) + (Function.backwardReads.y ? [output] : [])
  }
  var replacesInput: Bool { Function.worksInPlace }
  var replacesGradient: Bool { Function.worksInPlace }

  private func elements(_ context: OpContext<S>) -> Elements<S> {
    Elements(x: context[x], y: context[output], count: context.count(of: x), processor: context.processor)
  }

  func forward(_ context: OpContext<S>) { layer.forward(elements(context)) }

  func backward(_ context: OpContext<S>) {
    guard let dX = context.gradient(of: 0, x) else { return }
    layer.backward(elements(context), from: context.outputGradient(output), into: dX)
  }

  func addKinks(_ context: OpContext<S>, to signature: inout KinkSignature) {
    if Function.hasKinkAtZero { signature.addSides(of: context[x], count: context.count(of: x)) }
  }
}
