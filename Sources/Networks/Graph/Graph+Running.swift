import Tensors

extension Graph {
  /// Computes the output of the first `pass.count` samples of the memory's input.
  public func forward(_ memory: Memory<S>, _ pass: Pass) {
    precondition(pass.count <= memory.capacity, "more samples than the memory has room for")
    for index in operations.indices {
      operations[index].forward(Run(memory: memory, pass: pass, destinations: destinations[index]))
    }
  }

  /// Computes every parameter's gradient from the output's gradient, which the loss has written.
  ///
  /// Several uses of one value: their gradients are added in the reverse of the order in which the uses
  /// were recorded.
  public func backward(_ memory: Memory<S>, _ pass: Pass) {
    precondition(memory.holdsGradients, "a memory for evaluation has no gradients")
    for index in operations.indices.reversed() {
      let operation = operations[index]
      let run = Run(memory: memory, pass: pass, destinations: destinations[index])
      operation.backward(run)
      for (input, destination) in destinations[index].enumerated() {
        guard case .addend(let number) = destination else { continue }
        let slot = inputs[index][input]
        pass.processor.add(
          memory.addends[number], to: memory.gradientPointer(to: slot),
          count: memory.count(of: slot, pass.count))
      }
    }
  }

  /// One hash over all operations of which side of its kinks the last forward was on.
  public func kinkSignature(_ memory: Memory<S>, _ pass: Pass) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for (index, operation) in operations.enumerated() {
      let run = Run(memory: memory, pass: pass, destinations: destinations[index])
      hash = (hash ^ operation.kinkSignature(run)) &* 0x100_0000_01b3
    }
    return hash
  }

  /// Gives every parameter and every buffer its first values, in declaration order.
  public func initialize(_ memory: Memory<S>, from random: inout some RandomSource) {
    for (slot, value) in buffers {
      memory.pointer(to: slot).update(repeating: S(value), count: slot.shape.count)
    }
    for (slot, initializer) in parameters {
      let values = UnsafeMutableBufferPointer(start: memory.pointer(to: slot), count: slot.shape.count)
      switch initializer {
      case .constant(let value):
        values.update(repeating: S(value))
      case .uniform(let bound):
        fill(values) { random.initialiseUniform($0, path: slot.path, bound: bound) }
      case .normal(let mean, let deviation):
        fill(values) {
          random.initialiseNormal($0, path: slot.path, mean: mean, standardDeviation: deviation)
        }
      }
    }
  }

  /// Random numbers are Floats: both scalar types start from the same ones.
  private func fill(
    _ values: UnsafeMutableBufferPointer<S>, _ draw: (UnsafeMutableBufferPointer<Float>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: values.count) { floats in
      draw(floats)
      for index in values.indices { values[index] = S(floats[index]) }
    }
  }
}
