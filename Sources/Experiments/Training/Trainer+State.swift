import Archive
import Networks
import Tensors

extension Trainer {
  /// What a checkpoint holds besides arrays.
  private struct State: Codable {
    var randomLayout: Int
    var random: [UInt8]
    var partial: PartialEpoch?
    /// The bits of the validation loss after each epoch, where the schedule looks at them: JSON has no NaN.
    var validationLosses: [UInt64]?
  }

  /// All that is needed to go on from here.
  public func checkpoint() throws -> Checkpoint {
    let names = configuration.optimizer.optimizer.stateNames
    var arrays = graph.parameters.map { parameter in
      NamedArray("parameters/\(parameter.slot.path)", array(of: parameter.slot))
    }
    arrays += graph.buffers.map { NamedArray("buffers/\($0.slot.path)", array(of: $0.slot)) }
    for (name, array) in zip(names, optimizerState) {
      arrays.append(NamedArray("optimizer/\(name)", ArchiveArray(Array(array))))
    }
    let state = State(
      randomLayout: RandomStream.layoutVersion, random: random.source.savedState, partial: partial,
      validationLosses: validationLosses.isEmpty ? nil : validationLosses.map(\.bitPattern))
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
    let slots = graph.parameters.map { ("parameters", $0.slot) } + graph.buffers.map { ("buffers", $0.slot) }
    for (group, slot) in slots {
      try copy(
        "\(group)/\(slot.path)",
        to: UnsafeMutableBufferPointer(start: memory.pointer(to: slot), count: slot.shape.count))
    }
    for (name, array) in zip(configuration.optimizer.optimizer.stateNames, optimizerState) {
      try copy("optimizer/\(name)", to: array)
    }
    let state = try StrictDecoder().decode(State.self, from: SettingsTree(yaml: checkpoint.state))
    guard state.randomLayout == RandomStream.layoutVersion else {
      throw RunError.foreignCheckpoint("its random numbers have layout \(state.randomLayout)")
    }
    random.source = try configuration.random.source(savedState: state.random)
    partial = state.partial
    validationLosses = (state.validationLosses ?? []).map { Double(bitPattern: $0) }
    moveTo(epoch: checkpoint.epoch, step: checkpoint.step)
  }

  /// A slot's value in the training memory, with its shape.
  func array(of slot: Slot) -> ArchiveArray {
    ArchiveArray(memory.values(of: slot, samples: 1), shape: slot.shape.dimensions)
  }
}
