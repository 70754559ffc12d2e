import Settings
import Tensors

/// Layers wired several times one after another, each time with parameters of its own:
/// `repeat: { times: 18, layers: [linear: { outputs: 64 }, relu] }`.
///
/// The paths of the n-th time have the component `n`, counted from 1.
public struct Repeat: Layer, CheckedOptions {
  /// What configurations call it.
  public static let kind = "repeat"

  /// How often, 1 to 1000.
  public let times: Int
  /// What is wired each time.
  public let layers: Sequential

  /// Layers several times.
  public init(times: Int, _ layers: Sequential) {
    self.times = times
    self.layers = layers
  }

  /// Reads `times` and `layers`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    times = try options.value(.times)
    layers = try options.value(.layers)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? { OptionProblem(CodingKeys.times, times, .within(1...1000)) }

  /// Wires the layers, each time in a scope of its own.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    try check(in: x.graph)
    var value = x
    for time in 1...times { value = try x.graph.scope(String(time)) { try x.graph.wire(layers, on: value) } }
    return value
  }
}

extension Repeat: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case(
      "repeat of two layers", Repeat(times: 3, Sequential([Linear(outputs: 5), Tanh()])), input: [5])
  ]
}
