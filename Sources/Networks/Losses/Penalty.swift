import Tensors

/// A term added to the loss that grows with the parameters: λ · Σ over the chosen parameters of a size.
public struct Penalty: Sendable, Equatable {
  /// How the size of a parameter's array is measured.
  public enum Kind: String, Sendable, CaseIterable {
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
  public let kind: Kind
  /// λ.
  public let weight: Double
  /// Which parameters count.
  public let selection: Selection

  /// A penalty of λ = `weight` times the parameters' size.
  public init(_ kind: Kind, weight: Double, on selection: Selection = .all) {
    self.kind = kind
    self.weight = weight
    self.selection = selection
  }

  /// λ · Σ over the chosen parameters, in declaration order, of their size.
  ///
  /// An array's size is one ascending chain from +0: s = s + |p|, or s = s + p · p (two rounded steps), of which
  /// `l2Norm` takes the root. Σ is a chain from +0 as well; then one multiplication by S(λ).
  public func value<S: Scalar>(_ graph: Graph<S>, _ memory: Memory<S>, on processor: Processor) -> S {
    var sum: S = 0
    for (slot, _) in graph.parameters where includes(slot) {
      sum = sum + size(memory.pointer(to: slot), count: slot.shape.count, on: processor)
    }
    return S(weight) * sum
  }

  /// Adds the penalty's gradient to the parameters' gradients and gives the penalty's value.
  ///
  /// `l1`: g = g + S(λ) · sign(p), sign being p itself for a zero or NaN. `l2Norm`: g = fma(S(λ), p / norm, g),
  /// nothing where the norm is 0. `l2Squared`: g = fma(S(2λ), p, g), which are the bits of a weight decay of 2λ.
  @discardableResult
  public func apply<S: Scalar>(_ graph: Graph<S>, _ memory: Memory<S>, on processor: Processor) -> S {
    var sum: S = 0
    for (slot, _) in graph.parameters where includes(slot) {
      let (p, g, count) = (memory.pointer(to: slot), memory.gradientPointer(to: slot), slot.shape.count)
      let size = size(p, count: count, on: processor)
      sum = sum + size
      switch kind {
      case .l1:
        processor.addSigns(of: p, times: S(weight), to: g, count: count)
      case .l2Norm:
        if size != 0 { processor.addDirection(of: p, norm: size, times: S(weight), to: g, count: count) }
      case .l2Squared:
        processor.addMultiple(of: p, times: S(2 * weight), to: g, count: count)
      }
    }
    return S(weight) * sum
  }

  /// A hash of the side of 0 on which each parameter is, where that matters: |p| has a kink there.
  func kinkSignature<S: Scalar>(_ graph: Graph<S>, _ memory: Memory<S>) -> UInt64 {
    guard kind == .l1 else { return 0 }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for (slot, _) in graph.parameters where includes(slot) {
      for p in UnsafeBufferPointer(start: memory.pointer(to: slot), count: slot.shape.count) {
        hash = (hash ^ (p > 0 ? 1 : 0)) &* 0x100_0000_01b3
      }
    }
    return hash
  }

  private func includes(_ slot: Slot) -> Bool {
    switch selection {
    case .all: true
    case .weights:
      slot.shape.dimensions.count >= 2 && (slot.path == "weight" || slot.path.hasSuffix("/weight"))
    }
  }

  private func size<S: Scalar>(_ p: UnsafePointer<S>, count: Int, on processor: Processor) -> S {
    switch kind {
    case .l1: processor.sumOfMagnitudes(p, count: count)
    case .l2Norm: processor.chainOfSquares(p, count: count).squareRoot()
    case .l2Squared: processor.chainOfSquares(p, count: count)
    }
  }
}
