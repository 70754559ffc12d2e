import Tensors

/// Numbers from elsewhere, strictly: all of them by name and in their shapes, and nothing else.
extension Graph {
  /// Replaces every parameter by the tensor of its path, such as `hidden/linear/weight`.
  ///
  /// Nothing is changed unless everything fits. Each number is rounded to the memory's scalar type.
  ///
  /// - Parameters:
  ///   - memory: A memory of this network.
  ///   - tensors: Parameters in any order.
  /// - Throws: `GraphError` that lists what is missing, what is not expected and what has another shape.
  public func setParameters(of memory: Memory<S>, to tensors: [NamedTensor]) throws {
    try set(memory, parameters.map { ($0.path, $0) }, to: tensors)
  }

  /// Replaces every parameter and every buffer, such as a running mean, by the tensor of its path.
  ///
  /// - Throws: As `setParameters(of:to:)` does.
  package func setParametersAndBuffers(of memory: Memory<S>, to tensors: [NamedTensor]) throws {
    try set(memory, (parameters + buffers).map { ($0.path, $0) }, to: tensors)
  }

  /// Replaces every parameter and every buffer by the tensor of its key in PyTorch's `state_dict`, such as
  /// `hidden.linear.weight` and `norm.running_mean`: what `reprise export` writes.
  ///
  /// Nothing is changed unless everything fits. Each number is rounded to the memory's scalar type. The
  /// `num_batches_tracked` of batch normalizations may be there; nothing is computed from it.
  ///
  /// - Parameters:
  ///   - tensors: Parameters and buffers in any order.
  ///   - memory: A memory of this network.
  /// - Throws: As `setParameters(of:to:)` does.
  public func load(stateDict tensors: [NamedTensor], into memory: Memory<S>) throws {
    let counts = Set(buffers.compactMap { StateDictKey.batchCount(besideBuffer: $0.path) })
    try set(
      memory,
      parameters.map { (StateDictKey.parameter($0.path), $0) }
        + buffers.map { (StateDictKey.buffer($0.path), $0) },
      to: tensors.filter { !counts.contains($0.path) })
  }

  private func set(
    _ memory: Memory<S>, _ slots: [(name: String, slot: Slot)], to tensors: [NamedTensor]
  ) throws {
    var missing: [String] = [], misshapen: [String] = []
    var unexpected: [String] = []
    var given: [String: Tensor] = [:]
    for named in tensors where given.updateValue(named.tensor, forKey: named.path) != nil {
      unexpected.append("\(named.path) (twice)")
    }
    for (name, slot) in slots {
      guard let tensor = given[name] else {
        missing.append(name)
        continue
      }
      if tensor.shape != slot.shape {
        misshapen.append("\(name) has shape \(tensor.shape), not \(slot.shape)")
      }
    }
    let known = Set(slots.map(\.name))
    unexpected += tensors.map(\.path).filter { !known.contains($0) }
    let problems = [("missing", missing), ("not expected", unexpected), ("unfit", misshapen)].filter {
      !$0.1.isEmpty
    }
    guard problems.isEmpty else {
      throw GraphError.value(
        path: "parameters",
        problem: problems.map { "\($0.0): \($0.1.joined(separator: ", "))" }.joined(separator: "; "))
    }
    for (name, slot) in slots {
      if let tensor = given[name] { try memory.set(slot, to: tensor) }
    }
  }
}
