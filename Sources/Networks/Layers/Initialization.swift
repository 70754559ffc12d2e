import Settings
import Tensors

/// How a layer's weight gets its first values, as configurations name it: `kaiming-normal`,
/// `uniform: { bound: 0.1 }`. Where it is not `torch`, the layer's bias starts at 0.
///
/// With fanIn = inputs · kernel and fanOut = outputs · kernel of a weight (outputs, inputs, kernel…). Bounds and
/// deviations are Double: gains are those of ReLU for Kaiming (√2) and 1 for Xavier.
public enum Initialization: Sendable, Equatable {
  /// PyTorch's default for the layer, bias included: `Distribution.torchDefault`.
  case torch
  /// Uniform in ±√3 · (√2 / √fanIn) (He et al. 2015, arXiv:1502.01852).
  case kaimingUniform
  /// Normal with deviation √2 / √fanIn.
  case kaimingNormal
  /// Uniform in ±√3 · √(2 / (fanIn + fanOut)) (Glorot and Bengio 2010).
  case xavierUniform
  /// Normal with deviation √(2 / (fanIn + fanOut)).
  case xavierNormal
  /// 0 everywhere.
  case zeros
  /// Normal with this mean and deviation.
  case normal(mean: Double, standardDeviation: Double)
  /// Uniform in ±bound.
  case uniform(bound: Double)

  /// The rule for a weight (outputs, inputs, kernel…).
  package func weight(_ shape: Shape) -> Distribution {
    let dimensions = shape.dimensions
    precondition(dimensions.count >= 2, "a weight has outputs and inputs, not the shape \(shape)")
    let kernel = dimensions.dropFirst(2).reduce(1, *)
    let fanIn = max(dimensions[1] * kernel, 1), fanOut = dimensions[0] * kernel
    let kaiming = 2.0.squareRoot() / Double(fanIn).squareRoot()
    let xavier = (2 / Double(fanIn + fanOut)).squareRoot()
    switch self {
    case .torch: return .torchDefault(fanIn: fanIn)
    case .kaimingUniform: return .uniform(bound: 3.0.squareRoot() * kaiming)
    case .kaimingNormal: return .normal(mean: 0, standardDeviation: kaiming)
    case .xavierUniform: return .uniform(bound: 3.0.squareRoot() * xavier)
    case .xavierNormal: return .normal(mean: 0, standardDeviation: xavier)
    case .zeros: return .constant(0)
    case .normal(let mean, let deviation): return .normal(mean: mean, standardDeviation: deviation)
    case .uniform(let bound): return .uniform(bound: bound)
    }
  }

  /// The rule for the bias of a layer whose weight has this shape.
  package func bias(forWeight shape: Shape) -> Distribution {
    self == .torch ? weight(shape) : .constant(0)
  }
}

extension Initialization: Codable {
  private static let plain: [(name: String, value: Initialization)] = [
    ("torch", .torch), ("kaiming-uniform", .kaimingUniform), ("kaiming-normal", .kaimingNormal),
    ("xavier-uniform", .xavierUniform), ("xavier-normal", .xavierNormal), ("zeros", .zeros),
  ]

  private struct NoOptions: Decodable {}

  /// What a distribution's numbers must be.
  var problem: OptionProblem? {
    switch self {
    case .normal(let mean, let deviation): NormalOptions(mean: mean, standardDeviation: deviation).problem
    case .uniform(let bound): UniformOptions(bound: bound).problem
    default: nil
    }
  }

  private struct NormalOptions: Codable, CheckedOptions {
    var mean, standardDeviation: Double

    init(mean: Double, standardDeviation: Double) {
      self.mean = mean
      self.standardDeviation = standardDeviation
    }

    init(from decoder: any Decoder) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      mean = try options.value(.mean, default: 0)
      standardDeviation = try options.value(.standardDeviation)
      try check(readFrom: decoder)
    }

    var problem: OptionProblem? {
      OptionProblem(CodingKeys.mean, mean, .finiteFloat)
        ?? OptionProblem(CodingKeys.standardDeviation, standardDeviation, .positiveFloat)
    }
  }

  private struct UniformOptions: Codable, CheckedOptions {
    var bound: Double

    init(bound: Double) { self.bound = bound }

    init(from decoder: any Decoder) throws {
      bound = try decoder.container(keyedBy: CodingKeys.self).value(.bound)
      try check(readFrom: decoder)
    }

    var problem: OptionProblem? {
      // The width of −bound ..< bound is a Float in `random: torch`.
      let rule = Rule<Double>("positive, as a Float too, and at most 1.7e38") {
        Float($0) > 0 && (2 * Float($0)).isFinite
      }
      return OptionProblem(CodingKeys.bound, bound, rule)
    }
  }

  /// Reads a name; `normal` takes `mean` (0) and `standard-deviation` (needed, positive), `uniform` takes `bound`
  /// (needed, positive, at most 1.7e38).
  public init(from decoder: any Decoder) throws {
    let choice = try Choice(
      from: decoder, of: "initialization", among: Self.plain.map(\.name) + ["normal", "uniform"])
    switch choice.name {
    case "normal":
      let options = try choice.options(NormalOptions.self)
      self = .normal(mean: options.mean, standardDeviation: options.standardDeviation)
    case "uniform":
      self = .uniform(bound: try choice.options(UniformOptions.self).bound)
    default:
      _ = try choice.options(NoOptions.self)
      self = Self.plain.first { $0.name == choice.name }!.value
    }
  }

  /// Writes the name as the only key of a mapping to its options.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .normal(let mean, let deviation):
      let options = NormalOptions(mean: mean, standardDeviation: deviation)
      try Choice.encode("normal", options: options, to: encoder)
    case .uniform(let bound):
      try Choice.encode("uniform", options: UniformOptions(bound: bound), to: encoder)
    default:
      try Choice.encode(Self.plain.first { $0.value == self }!.name, to: encoder)
    }
  }
}

/// What a parameter's first values are drawn from.
package enum Distribution: Sendable, Equatable {
  /// Uniform in ±bound.
  case uniform(bound: Double)
  /// Normal with this mean and standard deviation.
  case normal(mean: Double, standardDeviation: Double)
  /// The same value everywhere.
  case constant(Double)

  /// PyTorch's default for a layer with `fanIn` inputs a unit: uniform in ±1/√fanIn.
  ///
  /// This is Kaiming-uniform with a = √5: gain √(2 / (1 + 5)) · √3 / √fanIn = 1/√fanIn
  /// (He et al. 2015, arXiv:1502.01852). PyTorch's weights take the longer way; as a Float the bound is the same
  /// for every fanIn up to 200,000.
  static func torchDefault(fanIn: Int) -> Distribution {
    .uniform(bound: 1 / Double(max(fanIn, 1)).squareRoot())
  }
}

extension Graph {
  /// Gives every parameter and every buffer its first values, in declaration order.
  ///
  /// Random numbers are Floats: both scalar types start from the same ones.
  public func initialize(_ memory: Memory<S>, from random: inout some RandomSource) {
    initialize(memory, from: &random) {}
  }

  /// The same.
  ///
  /// - Parameter willDraw: Called before each parameter; what it throws ends the drawing there.
  package func initialize(
    _ memory: Memory<S>, from random: inout some RandomSource, willDraw: () throws -> Void
  ) rethrows {
    for (slot, value) in zip(buffers, bufferStarts) {
      memory.pointer(to: slot).update(repeating: S(value), count: slot.shape.count)
    }
    for (slot, start) in zip(parameters, parameterStarts) {
      try willDraw()
      let values = UnsafeMutableBufferPointer(start: memory.pointer(to: slot), count: slot.shape.count)
      switch start {
      case .constant(let value):
        values.update(repeating: S(value))
      case .uniform(let bound):
        fill(values) { random.initializeUniform(&$0, path: slot.path, bound: bound) }
      case .normal(let mean, let deviation):
        fill(values) {
          random.initializeNormal(&$0, path: slot.path, mean: mean, standardDeviation: deviation)
        }
      }
    }
  }

  private func fill(
    _ values: UnsafeMutableBufferPointer<S>, _ draw: (inout MutableSpan<Float>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: values.count) { floats in
      floats.initialize(repeating: 0)
      var span = floats.mutableSpan
      draw(&span)
      for index in values.indices { values[index] = S(floats[index]) }
    }
  }
}
