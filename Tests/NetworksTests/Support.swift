import Networks
import Settings
import Tensors

// MARK: Configurations

/// Reads a value from a YAML text, as an experiment's configuration is read.
func read<Value: Decodable>(_ type: Value.Type = Value.self, _ yaml: String) throws -> Value {
  try StrictDecoder().decode(type, from: SettingsTree(yaml: yaml))
}

/// What the error says about a YAML text that must not be readable.
func problem<Value: Decodable>(_ type: Value.Type, _ yaml: String) -> String {
  do {
    return "read as \(try read(type, yaml))"
  } catch let error as SettingsError {
    return error.description
  } catch {
    return "not a SettingsError: \(error)"
  }
}

/// A value as canonical JSON without what is at its default.
func written(_ value: some Encodable) throws -> String {
  try canonicalJSON(value, leavingOutDefaults: true)
}

// MARK: Values

extension Memory {
  /// Writes numbers to the start of a slot's value.
  func fill(_ slot: Slot, _ values: [S]) { pointer(to: slot).update(from: values, count: values.count) }

  /// Writes numbers to the start of a slot's gradient.
  func fillGradient(_ slot: Slot, _ values: [S]) {
    gradientPointer(to: slot).update(from: values, count: values.count)
  }

  /// A copy of a slot's gradient, for the first `samples` samples of a batch.
  func gradients(of slot: Slot, samples: Int) -> [S] {
    Array(UnsafeBufferPointer(start: gradientPointer(to: slot), count: count(of: slot, samples: samples)))
  }
}

extension Graph {
  /// A memory whose parameters and buffers have their first values.
  func memory(_ capacity: Int, gradients: Bool = true, seed: UInt64 = 1) -> Memory<S> {
    let memory = Memory(self, capacity: capacity, gradients: gradients)
    var random = PhiloxSource(seed: seed)
    initialize(memory, from: &random)
    return memory
  }
}
