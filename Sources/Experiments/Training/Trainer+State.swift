import Archive
import Networks
import Settings
import Tensors

extension Trainer {
  /// What a checkpoint holds besides arrays.
  private struct State: Codable {
    var randomLayout: Int
    var random: [UInt8]
    var partial: PartialEpoch?
    /// The bits of the validation loss after each epoch, where the schedule looks at them: JSON has no NaN.
    var validationLosses: [UInt64]?
    var best: BestEpoch?
  }

  /// The paths of an interrupted epoch's step losses in a checkpoint.
  private static let partialSteps = "partial/steps", partialLosses = "partial/losses"

  /// All that is needed to go on from here.
  public func checkpoint() throws -> Checkpoint { try checkpoint(epoch: epoch, partial) }

  /// The state after the last batch of the epoch that was trained and is not measured yet; `nil` where there is none.
  func unmeasuredCheckpoint() throws -> Checkpoint? {
    try unmeasured.map { try checkpoint(epoch: epoch - 1, $0) }
  }

  private func checkpoint(epoch: Int, _ partial: PartialEpoch?) throws -> Checkpoint {
    var arrays = parameters().map { NamedTensor("parameters/\($0.path)", $0.tensor) }
    arrays += graph.buffers.map { NamedTensor("buffers/\($0.path)", memory.tensor(of: $0)) }
    for (name, array) in zip(configuration.optimizer.stateNames, optimizer.arrays) {
      arrays.append(NamedTensor("optimizer/\(name)", Tensor(Array(array))))
    }
    if partial != nil, !stepLosses.steps.isEmpty {
      arrays.append(NamedTensor(Self.partialSteps, Tensor(stepLosses.steps.map(Int64.init))))
      arrays.append(NamedTensor(Self.partialLosses, Tensor(stepLosses.values)))
    }
    let state = State(
      randomLayout: RandomStream.layoutVersion, random: random.source.savedState, partial: partial,
      validationLosses: validationLosses.isEmpty ? nil : validationLosses.map(\.bitPattern), best: best)
    return Checkpoint(epoch: epoch, step: step, arrays: arrays, state: try canonicalJSON(state))
  }

  /// Goes back to where a checkpoint was made.
  ///
  /// - Throws: `RunError` when it does not belong to this network.
  public func restore(_ checkpoint: Checkpoint) throws {
    func copy(_ path: String, to array: UnsafeMutableBufferPointer<Float>) throws {
      guard let values = checkpoint.array(path)?.floats, values.count == array.count else {
        throw RunError.foreignCheckpoint("it has no '\(path)' of \(array.count) numbers")
      }
      _ = array.update(fromContentsOf: values)
    }
    let slots = graph.parameters.map { ("parameters", $0) } + graph.buffers.map { ("buffers", $0) }
    for (group, slot) in slots {
      try copy(
        "\(group)/\(slot.path)",
        to: UnsafeMutableBufferPointer(start: memory.pointer(to: slot), count: slot.shape.count))
    }
    for (name, array) in zip(configuration.optimizer.stateNames, optimizer.arrays) {
      try copy("optimizer/\(name)", to: array)
    }
    let state = try StrictDecoder().decode(State.self, from: SettingsTree(yaml: checkpoint.state))
    guard state.randomLayout == RandomStream.layoutVersion else {
      throw RunError.foreignCheckpoint("its random numbers have layout \(state.randomLayout)")
    }
    random.source = try configuration.random.source(savedState: state.random)
    (partial, unmeasured) = (state.partial, nil)
    validationLosses = (state.validationLosses ?? []).map { Double(bitPattern: $0) }
    best = state.best
    let steps = checkpoint.array(Self.partialSteps)?.integers ?? []
    stepLosses = (steps.map { Int($0) }, checkpoint.array(Self.partialLosses)?.floats ?? [])
    if let norms = partial?.gradientNorms, norms.count != graph.parameters.count {
      throw RunError.foreignCheckpoint("it has \(norms.count) gradient norms")
    }
    guard stepLosses.steps.count == stepLosses.values.count else {
      throw RunError.foreignCheckpoint("it has \(steps.count) steps and \(stepLosses.values.count) losses")
    }
    moveTo(epoch: checkpoint.epoch, step: checkpoint.step)
  }

  /// The parameters as they are, in declaration order.
  func parameters() -> [NamedTensor] {
    graph.parameters.map { NamedTensor($0.path, memory.tensor(of: $0)) }
  }
}
