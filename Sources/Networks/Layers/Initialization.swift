import Tensors

/// How a layer's weight gets its first values, as configurations name it: `kaiming-normal`,
/// `uniform: { bound: 0.1 }`. Where it is not `torch`, the layer's bias starts at 0.
///
/// With fanIn = inputs · kernel and fanOut = outputs · kernel of a weight (outputs, inputs, kernel…). Bounds and
/// deviations are Double: gains are those of ReLU for Kaiming (√2) and 1 for Xavier.
public enum Initialization: Sendable, Equatable {
  /// PyTorch's default for the layer, bias included: uniform in ±1/√fanIn.
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
  public func weight(_ shape: Shape) -> Initializer {
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
  public func bias(forWeight shape: Shape) -> Initializer {
    self == .torch ? weight(shape) : .constant(0)
  }
}

extension Initialization: Codable {
  private enum Kind: String, CodingKey, CaseIterable {
    case torch
    case kaimingUniform = "kaiming-uniform"
    case kaimingNormal = "kaiming-normal"
    case xavierUniform = "xavier-uniform"
    case xavierNormal = "xavier-normal"
    case zeros, normal, uniform

    /// The rule, for a name that needs no options.
    var plain: Initialization? {
      switch self {
      case .torch: .torch
      case .kaimingUniform: .kaimingUniform
      case .kaimingNormal: .kaimingNormal
      case .xavierUniform: .xavierUniform
      case .xavierNormal: .xavierNormal
      case .zeros: .zeros
      case .normal, .uniform: nil
      }
    }
  }

  private enum Option: String, CodingKey {
    case mean, bound
    case standardDeviation = "standard-deviation"
  }

  /// Reads a name, or `normal` or `uniform` with its options.
  public init(from decoder: any Decoder) throws {
    let names = Kind.allCases.map(\.rawValue).joined(separator: ", ")
    func problem(_ text: String) -> DecodingError {
      .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
    }
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      guard let kind = Kind(rawValue: name) else {
        throw problem("no initialization is called '\(name)'; there are \(names)")
      }
      guard let plain = kind.plain else {
        throw problem("the initialization '\(name)' needs options, as in '\(name): { … }'")
      }
      self = plain
      return
    }
    let block = try decoder.container(keyedBy: Kind.self)
    guard block.allKeys.count == 1, let kind = block.allKeys.first, kind.plain == nil else {
      throw problem("an initialization is one of \(names), with options for normal and uniform only")
    }
    let options = try block.nestedContainer(keyedBy: Option.self, forKey: kind)
    func number(_ key: Option, _ standard: Double? = nil) throws -> Double {
      let given = try options.decodeIfPresent(Double.self, forKey: key)
      guard let value = given ?? standard, value.isFinite, key == .mean || value > 0 else {
        throw problem("\(kind.rawValue) needs '\(key.rawValue)', a \(key == .mean ? "" : "positive ")number")
      }
      return value
    }
    if kind == .normal {
      self = .normal(mean: try number(.mean, 0), standardDeviation: try number(.standardDeviation))
    } else {
      self = .uniform(bound: try number(.bound))
    }
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    if let kind = Kind.allCases.first(where: { $0.plain == self }) {
      var value = encoder.singleValueContainer()
      try value.encode(kind.rawValue)
      return
    }
    var block = encoder.container(keyedBy: Kind.self)
    switch self {
    case .normal(let mean, let deviation):
      var options = block.nestedContainer(keyedBy: Option.self, forKey: .normal)
      try options.encode(mean, forKey: .mean)
      try options.encode(deviation, forKey: .standardDeviation)
    case .uniform(let bound):
      var options = block.nestedContainer(keyedBy: Option.self, forKey: .uniform)
      try options.encode(bound, forKey: .bound)
    default: break
    }
  }
}
