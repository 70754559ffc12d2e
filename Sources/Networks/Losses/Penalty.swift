import Settings
import Tensors

/// A term added to the loss that grows with the parameters: λ · Σ over the chosen parameters of a size.
public struct Penalty: Sendable, Equatable {
  /// How the size of a parameter's array is measured.
  public enum Size: String, Sendable, CaseIterable {
    /// Σ |p|.
    case l1
    /// √Σ p².
    case l2Norm = "l2-norm"
    /// Σ p².
    case l2Squared = "l2-squared"
  }

  /// Which parameters count.
  public enum Selection: String, Sendable, Codable, CaseIterable {
    /// All of them, biases too.
    case all
    /// Those of two dimensions and more whose name is `weight`.
    case weights
  }

  /// How the size is measured.
  public let size: Size
  /// λ.
  public let weight: Double
  /// Which parameters count.
  public let selection: Selection

  /// A penalty of λ = `weight` times the parameters' size.
  public init(_ size: Size, weight: Double, on selection: Selection = .all) {
    self.size = size
    self.weight = weight
    self.selection = selection
  }

  /// λ · Σ over the chosen parameters of their size: a chain from +0 in declaration order, then one multiplication
  /// by S(λ).
  ///
  /// The order within an array stands at `Processor.sumOfMagnitudes` and `chainOfSquares`, of which `l2Norm` takes the
  /// root.
  public func value<S: Scalar>(_ graph: Graph<S>, _ memory: Memory<S>, on processor: Processor) -> S {
    var sum: S = 0
    for slot in graph.parameters where includes(slot) {
      sum = sum + measure(memory.pointer(to: slot), count: slot.shape.count, on: processor)
    }
    return S(weight) * sum
  }

  /// Adds the penalty's gradient to the parameters' gradients and gives the penalty's value.
  @discardableResult
  public func apply<S: Scalar>(_ graph: Graph<S>, _ memory: Memory<S>, on processor: Processor) -> S {
    var sum: S = 0
    for slot in graph.parameters where includes(slot) {
      let (p, g, count) = (memory.pointer(to: slot), memory.gradientPointer(to: slot), slot.shape.count)
      let measured = measure(p, count: count, on: processor)
      sum = sum + measured
      switch size {
      case .l1:
        // ∂(λ Σ|p|) = λ · sign(p)
        processor.addSigns(of: p, times: S(weight), to: g, count: count)
      case .l2Norm:
        // ∂(λ √Σp²) = λ · p / norm; at norm 0 there is no direction.
        if measured != 0 {
          processor.addDirection(of: p, norm: measured, times: S(weight), to: g, count: count)
        }
      case .l2Squared:
        // ∂(λ Σp²) = 2λ · p, which are the bits of a weight decay of 2λ.
        processor.addMultiple(of: p, times: S(2 * weight), to: g, count: count)
      }
    }
    return S(weight) * sum
  }

  /// Adds on which side of 0 each parameter is, where that matters: |p| has a kink there.
  func addKinks<S: Scalar>(_ graph: Graph<S>, _ memory: Memory<S>, to signature: inout KinkSignature) {
    guard size == .l1 else { return }
    for slot in graph.parameters where includes(slot) {
      signature.addSides(of: memory.pointer(to: slot), count: slot.shape.count)
    }
  }

  private func includes(_ slot: Slot) -> Bool {
    switch selection {
    case .all: true
    case .weights:
      slot.shape.dimensions.count >= 2 && (slot.path == "weight" || slot.path.hasSuffix("/weight"))
    }
  }

  private func measure<S: Scalar>(_ p: UnsafePointer<S>, count: Int, on processor: Processor) -> S {
    switch size {
    case .l1: processor.sumOfMagnitudes(p, count: count)
    case .l2Norm: processor.chainOfSquares(p, count: count).squareRoot()
    case .l2Squared: processor.chainOfSquares(p, count: count)
    }
  }
}

extension Penalty: Codable {
  private struct Options: Codable {
    var weight: Double
    var parameters: Selection

    init(weight: Double, parameters: Selection) {
      self.weight = weight
      self.parameters = parameters
    }

    init(from decoder: any Decoder) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      weight = try options.value(.weight, .positiveFloat)
      parameters = try options.value(.parameters, default: .all)
    }
  }

  /// Reads `l1: { weight: 1e-4, parameters: weights }`: a size, its weight (needed, positive) and which parameters
  /// count, `all` or `weights`.
  public init(from decoder: any Decoder) throws {
    let choice = try Choice(from: decoder, of: "penalty", among: Size.allCases.map(\.rawValue))
    let options = try choice.options(Options.self)
    self.init(Size(rawValue: choice.name)!, weight: options.weight, on: options.parameters)
  }

  /// Writes the size as the only key of a mapping to weight and parameters.
  public func encode(to encoder: any Encoder) throws {
    let options = Options(weight: weight, parameters: selection)
    try Choice.encode(size.rawValue, options: options, to: encoder)
  }
}

extension Penalty: GradientChecked {
  private static func check(_ name: String, _ penalty: Penalty) -> GradientCheck.Case {
    GradientCheck.Case(name, Linear(outputs: 5), input: [7], loss: CrossEntropy(), penalties: [penalty])
  }

  package static let gradientChecks = [
    check("l1 penalty", Penalty(.l1, weight: 0.1)),
    check("l2-norm penalty", Penalty(.l2Norm, weight: 0.1)),
    check("l2-squared penalty of weights", Penalty(.l2Squared, weight: 0.1, on: .weights)),
  ]
}
