import Tensors

/// What an operation sees while it runs: the memory, the pass, and where its gradients go.
public struct Run<S: Scalar> {
  /// The values.
  public let memory: Memory<S>
  /// How the pass is done.
  public let pass: Pass
  let destinations: [GradientDestination]

  /// What computes.
  public var processor: Processor { pass.processor }
  /// How many samples there are.
  public var count: Int { pass.count }

  /// Whether layers behave as in training.
  public var isTraining: Bool { pass.mode == .training }

  /// The first element of a slot's value.
  public subscript(_ slot: Slot) -> UnsafeMutablePointer<S> { memory.pointer(to: slot) }

  /// The first element of the output's gradient.
  public func outputGradient(_ slot: Slot) -> UnsafeMutablePointer<S> { memory.gradientPointer(to: slot) }

  /// Where to write the gradient of input number `index`, or `nil` where nobody needs it.
  public func gradient(of index: Int, _ slot: Slot) -> UnsafeMutablePointer<S>? {
    switch destinations[index] {
    case .unneeded: nil
    case .gradient: memory.gradientPointer(to: slot)
    case .addend(let number): memory.addends[number]
    }
  }

  /// Whether the gradient of input number `index` continues the chains that are there already.
  public func continues(_ index: Int) -> Bool {
    pass.accumulatesGradients && destinations[index] == .gradient
  }
}

/// Where an operation's gradient of one input goes.
enum GradientDestination: Sendable, Equatable {
  /// Nowhere: the value depends on no parameter.
  case unneeded
  /// To the value's own gradient: this is the last recorded use, so the first to come in the backward pass.
  case gradient
  /// To a place of its own, from which the graph adds it: another use came before it. Several inputs of one
  /// operation have places with different numbers.
  case addend(Int)
}
