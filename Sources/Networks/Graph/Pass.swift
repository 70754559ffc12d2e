import Tensors

/// How one pass over a batch is to be done: an argument of every pass, not a state of the layers.
public struct Pass {
  /// Whether layers behave as in training or as in evaluation.
  public enum Mode: String, Codable, CaseIterable, Sendable {
    /// Training: dropout drops, batch normalization takes the batch's statistics.
    case training
    /// Evaluation.
    case evaluation
  }

  /// Which gradients a backward computes.
  public enum GradientTargets: Sendable {
    /// Those of every parameter, and of the input if the network was recorded with `differentiatesInput`.
    case all
    /// The input's alone: parameters' gradients are neither computed nor written. For adversarial images.
    case input
  }

  /// Training or evaluation.
  public var mode: Mode
  /// How many samples there are, at most the memory's capacity.
  public var count: Int
  /// Which gradients the backward computes; the input's has the same bits either way.
  public var gradients = GradientTargets.all
  /// Whether parameters' gradients continue those of the passes before, for a batch in several pieces.
  public var accumulatesGradients = false
  /// The training step, 0 for the first: layers that draw random numbers draw others in each step.
  public var step = 0
  /// Where layers that draw random numbers in training get them; without it they may not be in the network.
  public var random: SharedRandomSource?
  /// What computes.
  public var processor: Processor

  /// A pass over `count` samples.
  public init(
    _ mode: Mode, count: Int, step: Int = 0, random: SharedRandomSource? = nil, on processor: Processor
  ) {
    self.mode = mode
    self.count = count
    self.step = step
    self.random = random
    self.processor = processor
  }

  /// Whether the backward computes this slot's gradient, if anything needs it.
  func wantsGradient(of slot: Slot) -> Bool { gradients == .all || slot.role != .parameter }
}

/// A source of random numbers that several passes draw from, one after the other.
///
/// Philox's source has no state, PyTorch's has: what one pass draws, the next does not see again.
public final class SharedRandomSource {
  /// The source as it is now.
  public var source: any RandomSource

  /// Shares a source.
  public init(_ source: any RandomSource) { self.source = source }
}

extension Graph {
  /// Computes the output of the first `pass.count` samples of the memory's input.
  ///
  /// - Precondition: The memory is this network's, and the pass has no more samples than it has room for.
  public func forward(_ memory: Memory<S>, _ pass: Pass) {
    check(memory, pass)
    for index in ops.indices {
      ops[index].forward(OpContext(memory: memory, pass: pass, destinations: destinations[index]))
    }
  }

  /// Computes the gradients that the pass wants, normally every parameter's, from the output's gradient, which the loss has written.
  ///
  /// Several uses of one value: their gradients are added in the reverse of the order in which the uses
  /// were recorded.
  ///
  /// - Precondition: As of `forward`, and the memory holds gradients; for a pass that wants the input's alone, the
  ///   network was recorded with `differentiatesInput`.
  public func backward(_ memory: Memory<S>, _ pass: Pass) {
    check(memory, pass)
    precondition(memory.holdsGradients, "a memory for evaluation has no gradients")
    precondition(
      pass.gradients == .all || differentiatesInput, "a network recorded without its input's gradient")
    for index in ops.indices.reversed() {
      ops[index].backward(OpContext(memory: memory, pass: pass, destinations: destinations[index]))
      for (input, destination) in destinations[index].enumerated() {
        guard case .addend(let number) = destination else { continue }
        let slot = inputs[index][input]
        guard pass.wantsGradient(of: slot) else { continue }
        pass.processor.add(
          memory.addends[number], to: memory.gradientPointer(to: slot),
          count: memory.count(of: slot, samples: pass.count))
      }
    }
  }

  private func check(_ memory: Memory<S>, _ pass: Pass) {
    precondition(memory.graph == number, "the memory of another network")
    memory.check(pass)
  }

  /// On which side of the kinks of all its ops the last forward was.
  package func kinkSignature(_ memory: Memory<S>, _ pass: Pass) -> KinkSignature {
    var signature = KinkSignature()
    for (index, op) in ops.enumerated() {
      let context = OpContext(memory: memory, pass: pass, destinations: destinations[index])
      op.addKinks(context, to: &signature)
    }
    return signature
  }
}
