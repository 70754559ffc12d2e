import Tensors

/// The numbers of a network: one arena for each kind of slot, allocated once.
///
/// Parameters lie one behind the other in declaration order with nothing between, so that an optimiser is
/// one kernel over a flat array and the model's digest is that of the array's bytes.
public final class Memory<S: Scalar> {
  /// How many samples there is room for.
  public let capacity: Int
  /// Whether there is room for gradients.
  public let holdsGradients: Bool
  /// All parameters, in declaration order.
  public let parameters: UnsafeMutableBufferPointer<S>
  /// All parameters' gradients, in the same order; empty without gradients.
  public let parameterGradients: UnsafeMutableBufferPointer<S>
  /// All buffers, in declaration order.
  public let buffers: UnsafeMutableBufferPointer<S>
  /// The class index of each sample, for losses that have one.
  public let targets: UnsafeMutableBufferPointer<UInt8>
  /// The target of each output of each sample, for losses that compare with values: (capacity, outputs).
  public let targetValues: UnsafeMutableBufferPointer<S>

  /// Where gradients that are to be added are written first.
  let addends: [UnsafeMutablePointer<S>]
  private let activations, activationGradients, scratch, fixedScratch: UnsafeMutableBufferPointer<S>
  /// The memory whose parameters and buffers these are, if they are not this one's own.
  private let owner: Memory?

  /// Memory for `capacity` samples of a network, every number +0.
  ///
  /// - Parameters:
  ///   - gradients: Whether there is room for gradients: for training.
  ///   - owner: Another memory of the same network, whose parameters and buffers are used instead of own ones.
  public init(_ graph: Graph<S>, capacity: Int, gradients: Bool, sharing owner: Memory? = nil) {
    precondition(capacity > 0, "a memory without room for a sample")
    self.capacity = capacity
    self.owner = owner
    holdsGradients = gradients
    func zeros(_ count: Int) -> UnsafeMutableBufferPointer<S> {
      // 64 bytes: a cache line, and the widest vector.
      let bytes = UnsafeMutableRawPointer.allocate(
        byteCount: max(count, 1) * MemoryLayout<S>.stride, alignment: 64)
      let buffer = UnsafeMutableBufferPointer(
        start: bytes.bindMemory(to: S.self, capacity: max(count, 1)), count: count)
      buffer.initialize(repeating: 0)
      return buffer
    }
    precondition(owner == nil || owner!.parameters.count == graph.parameterCount, "another network's memory")
    parameters = owner?.parameters ?? zeros(graph.parameterCount)
    buffers = owner?.buffers ?? zeros(graph.bufferCount)
    fixedScratch = zeros(graph.fixedScratchCount)
    parameterGradients = zeros(gradients ? graph.parameterCount : 0)
    activations = zeros(graph.activationCount * capacity)
    activationGradients = zeros(gradients ? graph.activationCount * capacity : 0)
    scratch = zeros(graph.scratchCount * capacity)
    addends = (0..<(gradients ? graph.addendPlaces : 0)).map { _ in
      zeros(max(graph.addendFixed, graph.addendPerSample * capacity)).baseAddress!
    }
    targets = .allocate(capacity: capacity)
    targets.initialize(repeating: 0)
    targetValues = zeros(graph.output.shape.count * capacity)
  }

  deinit {
    if owner == nil {
      parameters.deallocate()
      buffers.deallocate()
    }
    for arena in [
      parameterGradients, activations, activationGradients, scratch, fixedScratch, targetValues,
    ] {
      arena.deallocate()
    }
    for addend in addends { addend.deallocate() }
    targets.deallocate()
  }

  /// The first element of a slot's value.
  public func pointer(to slot: Slot) -> UnsafeMutablePointer<S> {
    switch slot.kind {
    case .parameter: parameters.baseAddress! + slot.offset
    case .activation: activations.baseAddress! + slot.offset * capacity
    case .scratch: scratch.baseAddress! + slot.offset * capacity
    case .buffer: buffers.baseAddress! + slot.offset
    case .fixedScratch: fixedScratch.baseAddress! + slot.offset
    }
  }

  /// The first element of a slot's gradient.
  public func gradientPointer(to slot: Slot) -> UnsafeMutablePointer<S> {
    precondition(
      holdsGradients && (slot.kind == .parameter || slot.kind == .activation),
      "'\(slot.path)' has no gradient here")
    return slot.kind == .parameter
      ? parameterGradients.baseAddress! + slot.offset
      : activationGradients.baseAddress! + slot.offset * capacity
  }

  /// How many elements a slot has in a batch of `samples`.
  public func count(of slot: Slot, _ samples: Int) -> Int {
    switch slot.kind {
    case .parameter, .buffer, .fixedScratch: slot.shape.count
    case .activation, .scratch: slot.shape.count * samples
    }
  }

  /// A copy of a slot's value, for the first `samples` samples of a batch.
  public func values(of slot: Slot, samples: Int) -> [S] {
    Array(UnsafeBufferPointer(start: pointer(to: slot), count: count(of: slot, samples)))
  }

  /// SHA-256 over the parameters' little-endian bytes in declaration order, with nothing between; a NaN counts
  /// as the one that files hold.
  public var modelDigest: Digest {
    var hasher = Digest.Hasher()
    hasher.update(numbers: UnsafeBufferPointer(parameters))
    return hasher.finalize()
  }
}
