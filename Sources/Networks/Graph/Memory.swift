import Tensors

/// A named place in memory: every value of a network lives in one, so everything can be found by its path.
public struct Slot: Sendable {
  /// What a slot holds, which says where it lies and how long it is.
  package enum Role: Sendable {
    /// Trained values, with a gradient. Parameters lie one behind the other in declaration order.
    case parameter
    /// Values that training changes without a gradient, such as running means; checkpoints hold them.
    case buffer
    /// A value per sample, with a gradient while training.
    case activation
    /// A value per sample that an op keeps between its forward and its backward.
    case scratch
    /// Values that an op keeps between its forward and its backward, as many for every batch.
    case fixedScratch
    /// Numbers that an op needs while it runs; all ops have the same room.
    case workspace

    /// Whether there is a value for each sample.
    var isPerSample: Bool { self == .activation || self == .scratch }
  }

  /// Where it stands in the network: `hidden/linear/weight`.
  public let path: String
  /// Its shape; of a value per sample that of one sample, the batch being a dimension in front.
  public let shape: Shape
  /// What it holds.
  package let role: Role
  /// Elements before it in the arena of its role; for values per sample, before it in one sample's share.
  let offset: Int
  /// Its number among the slots of its role.
  let index: Int
  /// The number of the network that it belongs to.
  let graph: Int
}

/// The numbers of a network: one arena for each role of a slot, allocated once.
///
/// Parameters lie one behind the other in declaration order with nothing between, so that an optimizer is
/// one kernel over a flat array and the model's digest is that of the array's bytes.
public final class Memory<S: Scalar> {
  /// How many samples there is room for.
  public let capacity: Int
  /// Whether there is room for gradients.
  public let holdsGradients: Bool
  /// Whether every value per sample and its gradient can be read after a pass; else the input, the output and their
  /// gradients alone, since the others have shared room.
  public let keepsActivations: Bool
  /// All parameters, in declaration order.
  package let parameters: UnsafeMutableBufferPointer<S>
  /// All parameters' gradients, in the same order; empty without gradients.
  package let parameterGradients: UnsafeMutableBufferPointer<S>
  /// All buffers, in declaration order.
  package let buffers: UnsafeMutableBufferPointer<S>
  /// The class index of each sample, for losses that have one.
  package let targets: UnsafeMutableBufferPointer<UInt8>
  /// The target of each output of each sample, for losses that compare with values: (capacity, outputs).
  package let targetValues: UnsafeMutableBufferPointer<S>

  /// Where gradients that are to be added are written first.
  let addends: [UnsafeMutablePointer<S>]
  private let activations, scratch, fixedScratch, workspace: UnsafeMutableBufferPointer<S>
  /// Where values per sample and their gradients lie in `activations`.
  private let plan: MemoryPlan
  private let input, output: Slot
  /// The number of the network that it is for.
  let graph: Int
  /// The memory whose parameters and buffers these are, if they are not this one's own.
  private let owner: Memory?

  /// Memory for `capacity` samples of a network, every number +0.
  ///
  /// Whatever needs room, a loss too, is recorded before; what is recorded afterwards throws.
  ///
  /// - Parameters:
  ///   - gradients: Whether there is room for gradients: for training.
  ///   - keepsActivations: Whether every value per sample and its gradient can be read after a pass. Training reads
  ///     none, and needs less memory without.
  ///   - owner: Another memory of the same network, whose parameters and buffers are used instead of own ones.
  /// - Precondition: The capacity is at least 1, and as many numbers as that takes have an address.
  public convenience init(
    _ graph: Graph<S>, capacity: Int, gradients: Bool, keepsActivations: Bool = true,
    sharing owner: Memory? = nil
  ) {
    guard
      let needs = MemoryNeeds(
        graph, capacity: capacity, gradients: gradients, keepsActivations: keepsActivations,
        sharesParameters: owner != nil)
    else { preconditionFailure("\(capacity) samples of this network are more than any memory holds") }
    self.init(graph, needs, sharing: owner)
  }

  /// The memory whose needs are known already.
  ///
  /// - Parameters:
  ///   - needs: Those of this network as it is recorded now.
  ///   - owner: As above; there is one if and only if the needs say so.
  package init(_ graph: Graph<S>, _ needs: MemoryNeeds<S>, sharing owner: Memory? = nil) {
    graph.hasMemory = true
    capacity = needs.capacity
    self.owner = owner
    (input, output, self.graph) = (graph.input, graph.output, graph.number)
    holdsGradients = needs.holdsGradients
    keepsActivations = needs.keepsActivations
    precondition(needs.sharesParameters == (owner != nil), "the needs are of another memory")
    precondition(
      owner == nil || owner!.graph == graph.number, "the parameters to share are another network's")
    parameters = owner?.parameters ?? .zeros(needs.parameters)
    buffers = owner?.buffers ?? .zeros(needs.buffers)
    fixedScratch = .zeros(needs.fixedScratch)
    parameterGradients = .zeros(needs.parameterGradients)
    plan = needs.plan
    activations = .zeros(plan.count)
    workspace = .zeros(needs.workspace)
    scratch = .zeros(needs.scratch)
    addends = (0..<needs.addendPlaces).map { _ in
      UnsafeMutableBufferPointer.zeros(needs.addend).baseAddress!
    }
    targets = .zeros(capacity)
    targetValues = .zeros(needs.targetValues)
  }

  deinit {
    if owner == nil {
      parameters.deallocate()
      buffers.deallocate()
    }
    for arena in [
      parameterGradients, activations, scratch, fixedScratch, workspace, targetValues,
    ] {
      arena.deallocate()
    }
    for addend in addends { addend.deallocate() }
    targets.deallocate()
  }

  /// SHA-256 over the parameters' little-endian bytes in declaration order, with nothing between; a NaN counts
  /// as the one that files hold.
  public var modelDigest: Digest {
    var hasher = Digest.Hasher()
    hasher.update(numbers: UnsafeBufferPointer(parameters))
    return hasher.finalize()
  }

  // MARK: Inside a step

  /// The first element of a slot's value.
  ///
  /// - Precondition: The slot belongs to this memory's network.
  package func pointer(to slot: Slot) -> UnsafeMutablePointer<S> {
    precondition(slot.graph == graph, "'\(slot.path)' is a value of another network")
    return switch slot.role {
    case .parameter: parameters.baseAddress! + slot.offset
    case .activation: activations.baseAddress! + plan.values[slot.index]
    case .scratch: scratch.baseAddress! + slot.offset * capacity
    case .buffer: buffers.baseAddress! + slot.offset
    case .fixedScratch: fixedScratch.baseAddress! + slot.offset
    case .workspace: workspace.baseAddress!
    }
  }

  /// Stops unless a pass has no more samples than there is room for.
  func check(_ pass: Pass) {
    precondition(
      (0...capacity).contains(pass.count), "\(pass.count) samples in a memory with room for \(capacity)")
  }

  /// The first element of a slot's gradient.
  ///
  /// - Precondition: The slot belongs to this memory's network, and has a gradient here.
  package func gradientPointer(to slot: Slot) -> UnsafeMutablePointer<S> {
    precondition(slot.graph == graph, "'\(slot.path)' is a value of another network")
    if holdsGradients, slot.role == .parameter { return parameterGradients.baseAddress! + slot.offset }
    guard holdsGradients, slot.role == .activation, let offset = plan.gradients[slot.index] else {
      preconditionFailure("'\(slot.path)' has no gradient here")
    }
    return activations.baseAddress! + offset
  }

  /// How many numbers there is room for in values per sample and their gradients.
  package var activationRoom: Int { activations.count }

  /// Stops for a value that others may have overwritten.
  private func checkIsKept(_ slot: Slot) {
    precondition(
      keepsActivations || slot.role != .activation || slot.index == input.index || slot.index == output.index,
      "'\(slot.path)' is not kept: make the memory with keepsActivations")
  }

  /// How many elements a slot has in a batch of `samples`.
  package func count(of slot: Slot, samples: Int) -> Int {
    slot.shape.count * (slot.role.isPerSample ? samples : 1)
  }

  /// A copy of a slot's value, for the first `samples` samples of a batch.
  package func values(of slot: Slot, samples: Int) -> [S] {
    checkIsKept(slot)
    return Array(UnsafeBufferPointer(start: pointer(to: slot), count: count(of: slot, samples: samples)))
  }
}

// MARK: - Shaped values

extension Memory {
  /// A copy of a slot's value: Floats or Doubles, as the memory's scalar type.
  ///
  /// - Parameter samples: How many samples of a value per sample, at most the capacity, which is meant by `nil`.
  /// - Returns: The slot's shape; of a value per sample (samples, slot's shape…).
  /// - Precondition: The slot belongs to this memory's network and is kept, and there are not more samples than the
  ///   capacity.
  public func tensor(of slot: Slot, samples: Int? = nil) -> Tensor {
    checkIsKept(slot)
    return copy(slot, samples, from: pointer(to: slot))
  }

  /// A copy of the gradient that the last backward left for a slot, shaped as `tensor(of:samples:)`.
  ///
  /// - Precondition: As of `tensor(of:samples:)`; the memory holds gradients, and the slot is a parameter or an
  ///   activation.
  public func gradient(of slot: Slot, samples: Int? = nil) -> Tensor {
    checkIsKept(slot)
    return copy(slot, samples, from: gradientPointer(to: slot))
  }

  /// Replaces a slot's value, of a value per sample that of the first n samples.
  ///
  /// - Parameter tensor: Of the slot's shape; of a value per sample (n, slot's shape…) with n in 1...capacity.
  ///   Each number is rounded to the memory's scalar type.
  /// - Throws: `GraphError` for any other shape, and for a slot of another network.
  public func set(_ slot: Slot, to tensor: Tensor) throws {
    try check(tensor, against: slot)
    write(tensor, to: pointer(to: slot))
  }

  /// Gives the network its input: (n, input's shape…) with n in 1...capacity.
  ///
  /// - Throws: `GraphError` for any other shape.
  public func setInput(_ tensor: Tensor) throws { try set(input, to: tensor) }

  /// Gives the loss the class index of each of the first samples.
  ///
  /// - Throws: `GraphError` for none, for more than the capacity, and for a class that has no output.
  public func setTargets(classes: [UInt8]) throws {
    guard (1...capacity).contains(classes.count) else {
      throw GraphError.value(
        path: "targets", problem: "1 to \(capacity) classes are wanted, not \(classes.count)")
    }
    if let largest = classes.max(), largest >= output.shape.count {
      throw GraphError.value(
        path: "targets", problem: "class \(largest) has no output among \(output.shape.count)")
    }
    _ = targets.update(fromContentsOf: classes)
  }

  /// Gives the loss a number for every output: (n, output's shape…) with n in 1...capacity.
  ///
  /// - Throws: `GraphError` for any other shape.
  public func setTargets(values tensor: Tensor) throws {
    try check(tensor, against: output)
    write(tensor, to: targetValues.baseAddress!)
  }

  private func copy(_ slot: Slot, _ samples: Int?, from start: UnsafeMutablePointer<S>) -> Tensor {
    let samples = samples ?? capacity
    precondition((0...capacity).contains(samples), "more samples than the memory has room for")
    let shape = slot.role.isPerSample ? Shape([samples] + slot.shape.dimensions) : slot.shape
    let bytes = UnsafeRawPointer(start)
    func elements<T>(_: T.Type) -> [T] {
      Array(UnsafeBufferPointer(start: bytes.assumingMemoryBound(to: T.self), count: shape.count))
    }
    return S.self == Float.self
      ? Tensor(elements(Float.self), shape: shape) : Tensor(elements(Double.self), shape: shape)
  }

  private func check(_ tensor: Tensor, against slot: Slot) throws {
    guard slot.graph == graph else {
      throw GraphError.value(path: slot.path, problem: "it is a value of another network")
    }
    let dimensions = tensor.shape.dimensions
    guard slot.role.isPerSample else {
      guard tensor.shape == slot.shape else {
        throw GraphError.value(path: slot.path, problem: "it has shape \(slot.shape), not \(tensor.shape)")
      }
      return
    }
    guard let samples = dimensions.first, (1...capacity).contains(samples),
      dimensions.dropFirst().elementsEqual(slot.shape.dimensions)
    else {
      throw GraphError.value(
        path: slot.path,
        problem: "1 to \(capacity) samples of shape \(slot.shape) are wanted, not \(tensor.shape)")
    }
  }

  private func write(_ tensor: Tensor, to start: UnsafeMutablePointer<S>) {
    func write<T>(_ values: [T], _ convert: (T) -> S) {
      for index in values.indices { start[index] = convert(values[index]) }
    }
    switch tensor.elements {
    case .float32(let values): write(values) { S($0) }
    case .float64(let values): write(values) { S($0) }
    case .int64(let values): write(values) { S($0) }
    case .uint8(let values): write(values) { S($0) }
    }
  }
}
