import Tensors

/// A network, recorded once and run many times.
///
/// Recording calls the layers once with a symbolic input; each appends its operations. What comes out is a
/// flat list of operations over named slots. Running it allocates nothing.
public final class Graph<S: Scalar> {
  /// One sample's input.
  public let input: Slot
  /// What the network computes.
  public private(set) var output: Slot
  /// The trained values in declaration order, each with the rule for its first values.
  public private(set) var parameters: [(slot: Slot, initializer: Initializer)] = []
  /// The values that training changes without a gradient, each with what it starts as.
  public private(set) var buffers: [(slot: Slot, value: Double)] = []
  /// The values per sample that have a path, in the order in which they are computed, the input first.
  public private(set) var activations: [Slot] = []

  /// Whether a sample's values in evaluation depend on the batch that it is in.
  public private(set) var evaluatesByBatch = false

  private(set) var operations: [any Operation<S>] = []
  /// Elements in each arena: of parameters, and per sample of activations and scratch.
  private(set) var parameterCount = 0, activationCount = 0, scratchCount = 0
  /// Elements of the arenas whose size does not depend on the batch.
  private(set) var bufferCount = 0, fixedScratchCount = 0
  /// Elements per sample and elements in all that the largest added gradient needs.
  private(set) var addendPerSample = 0, addendFixed = 0
  /// The most added gradients that one operation has.
  private(set) var addendPlaces = 0
  private(set) var destinations: [[GradientDestination]] = []
  /// The operations' inputs, asked for once.
  private(set) var inputs: [[Slot]] = []
  private var scratchSlots = 0
  private var paths: Set<String> = []
  private var scopes: [String] = []

  /// Records a network.
  ///
  /// - Parameters:
  ///   - shape: One sample's shape, such as (784,).
  ///   - differentiatesInput: Whether the gradient of the input is computed too, though no parameter needs
  ///     it: for gradient checks and adversarial images.
  ///   - network: The layers, applied to the input.
  /// - Throws: `GraphError` when shapes do not fit or two values have one path.
  public init(
    input shape: Shape, differentiatesInput: Bool = false, _ network: (Node<S>) throws -> Node<S>
  ) throws {
    let slot = Slot(path: "input", kind: .activation, shape: shape, offset: 0, index: 0)
    input = slot
    output = slot
    activations = [slot]
    activationCount = shape.count
    paths = [slot.path]
    output = try network(Node(graph: self, slot: slot)).slot
    // Two parameters, or two dropouts, that drew the same numbers would be found by nobody.
    try RandomSite.requireDistinct(parameters.map(\.slot.path))
    try RandomSite.requireDistinct(activations.map(\.path))
    planGradients(differentiatesInput: differentiatesInput)
  }

  /// Records a network that is one layer.
  public convenience init(input shape: Shape, layer: some Layer, differentiatesInput: Bool = false) throws {
    try self.init(input: shape, differentiatesInput: differentiatesInput) { try layer($0) }
  }

  // MARK: Recording

  /// Everything recorded inside `body` has `name` in its path.
  public func scope<R>(_ name: String, _ body: () throws -> R) throws -> R {
    scopes.append(name)
    defer { scopes.removeLast() }
    return try body()
  }

  /// The path of what is being recorded: the names of the scopes, joined by slashes.
  public var path: String { scopes.joined(separator: "/") }

  /// A new parameter in the current scope.
  public func parameter(_ name: String, _ shape: Shape, _ initializer: Initializer) throws -> Slot {
    let path = try newPath(path.isEmpty ? name : "\(path)/\(name)")
    let slot = Slot(
      path: path, kind: .parameter, shape: shape, offset: parameterCount, index: parameters.count)
    parameters.append((slot, initializer))
    parameterCount += shape.count
    guard parameterCount < 1 << 31 else {
      throw GraphError.option(
        layer: "network", path: path,
        problem: "more than 2,147,483,647 parameters, which no machine here holds")
    }
    return slot
  }

  /// A new buffer in the current scope, which starts with the same value everywhere.
  public func buffer(_ name: String, _ shape: Shape, startingAt value: Double) throws -> Slot {
    let slot = Slot(
      path: try newPath("\(path)/\(name)"), kind: .buffer, shape: shape, offset: bufferCount,
      index: buffers.count)
    buffers.append((slot, value))
    bufferCount += shape.count
    return slot
  }

  /// A new value per sample, called by the current scope's path.
  public func activation(_ shape: Shape) throws -> Slot {
    let slot = Slot(
      path: try newPath(path), kind: .activation, shape: shape, offset: activationCount,
      index: activations.count)
    activations.append(slot)
    activationCount += shape.count
    return slot
  }

  /// A new value per sample that an operation or a loss keeps for its backward.
  public func scratch(_ name: String, _ shape: Shape) throws -> Slot {
    let path = try newPath(path.isEmpty ? name : "\(path)/\(name)")
    defer {
      scratchCount += shape.count
      scratchSlots += 1
    }
    return Slot(path: path, kind: .scratch, shape: shape, offset: scratchCount, index: scratchSlots)
  }

  /// New values that an operation keeps for its backward, as many for every batch.
  public func fixedScratch(_ name: String, _ shape: Shape) throws -> Slot {
    defer { fixedScratchCount += shape.count }
    return Slot(
      path: try newPath("\(path)/\(name)"), kind: .fixedScratch, shape: shape, offset: fixedScratchCount,
      index: 0)
  }

  /// Says that what is being recorded evaluates a sample together with its batch.
  public func evaluateByBatch() { evaluatesByBatch = true }

  /// Appends an operation and gives its output.
  public func record(_ operation: some Operation<S>) -> Node<S> {
    operations.append(operation)
    return Node(graph: self, slot: operation.output)
  }

  private func newPath(_ path: String) throws -> String {
    guard paths.insert(path).inserted else { throw GraphError.duplicatePath(path) }
    return path
  }

  /// Decides, for every use of every value, where its gradient goes. In the backward pass uses come in
  /// reverse: the first to come writes, the others are added in that order.
  private func planGradients(differentiatesInput: Bool) {
    var depends = [Bool](repeating: false, count: activations.count)
    depends[input.index] = differentiatesInput
    for operation in operations {
      depends[operation.output.index] = operation.inputs.contains {
        $0.kind == .parameter || depends[$0.index]
      }
    }
    inputs = operations.map(\.inputs)
    var written: Set<String> = []
    for operation in operations.reversed() {
      var places = 0
      let plan = operation.inputs.map { slot -> GradientDestination in
        guard slot.kind == .parameter || depends[slot.index] else { return .unneeded }
        if written.insert(slot.path).inserted { return .gradient }
        if slot.kind == .parameter {
          addendFixed = max(addendFixed, slot.shape.count)
        } else {
          addendPerSample = max(addendPerSample, slot.shape.count)
        }
        defer { places += 1 }
        return .addend(places)
      }
      addendPlaces = max(addendPlaces, places)
      destinations.append(plan)
    }
    destinations.reverse()
  }
}
