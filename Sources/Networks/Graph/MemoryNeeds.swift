import Tensors

/// What a `Memory` takes, known from the recorded network before any of it is allocated.
///
/// A memory is made of these numbers, so they cannot differ from what it takes.
package struct MemoryNeeds<S: Scalar>: Sendable {
  /// Elements of each arena.
  let parameters, buffers, parameterGradients, fixedScratch, workspace, scratch, targetValues: Int
  /// Elements of a place of an added gradient, and how many places there are.
  let addend, addendPlaces: Int
  /// The most samples at a time.
  package let capacity: Int
  /// Whether there is room for gradients, and whether every value has its own.
  let holdsGradients, keepsActivations: Bool
  /// Where values per sample and their gradients lie.
  let plan: MemoryPlan
  /// Whether parameters and buffers are another memory's.
  let sharesParameters: Bool

  /// What a memory of these arguments needs; `nil` if no address space holds it.
  ///
  /// - Parameter sharesParameters: Whether the memory uses another one's parameters and buffers.
  /// - Precondition: The capacity is at least 1.
  package init?(
    _ graph: Graph<S>, capacity: Int, gradients: Bool, keepsActivations: Bool = true,
    sharesParameters: Bool = false
  ) {
    precondition(capacity > 0, "a memory without room for a sample")
    func perSample(_ count: Int) -> Int? {
      let (numbers, overflows) = count.multipliedReportingOverflow(by: capacity)
      // So far below Int.max that the bytes of all arenas together are an Int.
      return overflows || numbers > Int.max / 64 / MemoryLayout<S>.stride ? nil : numbers
    }
    // The plan has no more than this: every value and its gradient, each with a line of padding.
    guard perSample(3 * (graph.activationCount + 64 * graph.activations.count)) != nil,
      let scratch = perSample(graph.scratchCount), let addend = perSample(graph.addendPerSample),
      let targetValues = perSample(graph.output.shape.count)
    else { return nil }
    self.sharesParameters = sharesParameters
    parameters = graph.parameterCount
    buffers = graph.bufferCount
    parameterGradients = gradients ? graph.parameterCount : 0
    fixedScratch = graph.fixedScratchCount
    workspace = graph.workspaceCount
    self.scratch = scratch
    self.addend = max(graph.addendFixed, addend)
    addendPlaces = gradients ? graph.addendPlaces : 0
    self.targetValues = targetValues
    (self.capacity, holdsGradients, self.keepsActivations) = (capacity, gradients, keepsActivations)
    plan = MemoryPlan(graph, capacity: capacity, gradients: gradients, keepsActivations: keepsActivations)
  }

  private func bytes(_ count: Int) -> Int { UnsafeMutableBufferPointer<S>.zerosByteCount(count) }

  /// Bytes of the parameters and of what training changes besides them; 0 where they are another memory's.
  package var parameterBytes: Int { sharesParameters ? 0 : bytes(parameters) + bytes(buffers) }
  /// Bytes of the parameters' gradients.
  package var gradientBytes: Int { bytes(parameterGradients) }
  /// Bytes of values per sample and their gradients, of the targets, and of what ops keep and need while they run.
  package var batchBytes: Int {
    bytes(plan.count) + bytes(scratch) + bytes(fixedScratch) + bytes(workspace) + bytes(targetValues)
      + addendPlaces * bytes(addend) + UnsafeMutableBufferPointer<UInt8>.zerosByteCount(capacity)
  }
  /// All bytes.
  package var byteCount: Int { parameterBytes + gradientBytes + batchBytes }
}
