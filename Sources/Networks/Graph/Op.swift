import Tensors

/// One step of a recorded network: its forward and its backward, side by side.
///
/// Derivatives live in ops only. A backward writes, never adds, the gradient of each of its inputs to where
/// `OpContext.gradient(of:_:)` says; adding up several uses of one value is the graph's work.
package protocol Op<S>: Sendable {
  /// The type of numbers.
  associatedtype S: Scalar
  /// What it reads and has derivatives for: values and parameters, in the order of `OpContext.gradient(of:_:)`.
  var inputs: [Slot] { get }
  /// What it writes.
  var output: Slot { get }
  /// The values that its backward reads, besides gradients, parameters and scratch.
  var backwardReads: [Slot] { get }
  /// Whether the output may be written where the first input lies.
  var replacesInput: Bool { get }
  /// Whether the first input's gradient may be written where the output's lies.
  var replacesGradient: Bool { get }

  /// Computes the output from the inputs.
  func forward(_ context: OpContext<S>)
  /// Computes the inputs' gradients from the output's.
  func backward(_ context: OpContext<S>)
  /// Adds on which side of each kink (such as ReLU's at 0) the last forward was; nothing without kinks.
  func addKinks(_ context: OpContext<S>, to signature: inout KinkSignature)
}

extension Op {
  /// All that its forward read and wrote.
  package var backwardReads: [Slot] { inputs + [output] }
  /// Not in place.
  package var replacesInput: Bool { false }
  /// Not in place.
  package var replacesGradient: Bool { false }

  /// No kinks.
  package func addKinks(_ context: OpContext<S>, to signature: inout KinkSignature) {}
}

/// What an op sees while it runs: the memory, the pass, and where its gradients go.
package struct OpContext<S: Scalar> {
  /// The values.
  package let memory: Memory<S>
  /// How the pass is done.
  package let pass: Pass
  let destinations: [GradientDestination]

  /// What computes.
  package var processor: Processor { pass.processor }
  /// How many samples there are.
  package var count: Int { pass.count }
  /// Whether layers behave as in training.
  package var isTraining: Bool { pass.mode == .training }

  /// How many elements a slot has in this pass.
  package func count(of slot: Slot) -> Int { memory.count(of: slot, samples: pass.count) }

  /// The first element of a slot's value.
  package subscript(_ slot: Slot) -> UnsafeMutablePointer<S> { memory.pointer(to: slot) }

  /// The first element of the output's gradient.
  package func outputGradient(_ slot: Slot) -> UnsafeMutablePointer<S> { memory.gradientPointer(to: slot) }

  /// Where to write the gradient of input number `index`, or `nil` where nobody needs it.
  package func gradient(of index: Int, _ slot: Slot) -> UnsafeMutablePointer<S>? {
    guard pass.wantsGradient(of: slot) else { return nil }
    return switch destinations[index] {
    case .unneeded: nil
    case .gradient: memory.gradientPointer(to: slot)
    case .addend(let number): memory.addends[number]
    }
  }

  /// Whether the gradient of input number `index` continues the chains that are there already.
  package func continues(_ index: Int) -> Bool {
    pass.accumulatesGradients && destinations[index] == .gradient
  }
}

/// Where an op's gradient of one input goes.
enum GradientDestination: Sendable, Equatable {
  /// Nowhere: the value depends on no parameter.
  case unneeded
  /// To the value's own gradient: this is the last recorded use, so the first to come in the backward pass.
  case gradient
  /// To a place of its own, from which the graph adds it: another use came before it. Several inputs of one
  /// op have places with different numbers.
  case addend(Int)
}

/// A hash of which side of its kinks a function is on: 64-bit FNV-1a over words in place of bytes.
///
/// A gradient check compares it between neighboring points: across a kink there is no derivative.
package struct KinkSignature: Equatable {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The signature of a function without kinks.
  package init() {}

  /// Adds which piece of a function a value is on.
  package mutating func add(_ piece: UInt64) { hash = (hash ^ piece) &* 0x100_0000_01b3 }

  /// Adds for each of `count` values whether it is above 0.
  package mutating func addSides<S: Scalar>(of x: UnsafePointer<S>, count: Int) {
    for value in UnsafeBufferPointer(start: x, count: count) { add(value > 0 ? 1 : 0) }
  }
}
