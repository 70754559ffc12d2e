import Synchronization
import Tensors

/// A network, recorded once and run many times.
///
/// Recording calls the layers once with a symbolic input; each appends its ops. What comes out is a flat list
/// of ops over named slots. Running it allocates nothing.
public final class Graph<S: Scalar> {
  /// One sample's input.
  public let input: Slot
  /// What the network computes.
  public private(set) var output: Slot
  /// The trained values in declaration order.
  public private(set) var parameters: [Slot] = []
  /// The values that training changes without a gradient, such as running means, in declaration order.
  public private(set) var buffers: [Slot] = []
  /// The values per sample that have a path, in the order in which they are computed, the input first.
  public private(set) var activations: [Slot] = []
  /// Whether a sample's values in evaluation depend on the batch that it is in.
  package private(set) var evaluatesByBatch = false

  /// What the parameters' first values are drawn from, and what the buffers start as, in the same orders.
  package private(set) var parameterStarts: [Distribution] = [], bufferStarts: [Double] = []
  private(set) var ops: [any Op<S>] = []
  /// The ops' inputs, asked for once, and where the gradients of those go.
  private(set) var inputs: [[Slot]] = [], destinations: [[GradientDestination]] = []
  /// Elements in each arena: of parameters, and per sample of activations and scratch.
  private(set) var parameterCount = 0, activationCount = 0, scratchCount = 0
  /// Elements of the arenas whose size does not depend on the batch.
  private(set) var bufferCount = 0, fixedScratchCount = 0
  /// Elements of the room that all ops share while they run.
  private(set) var workspaceCount = 0
  /// Elements per sample and elements in all that the largest added gradient needs.
  private(set) var addendPerSample = 0, addendFixed = 0
  /// The most added gradients that one op has.
  private(set) var addendPlaces = 0
  /// Whether the whole network is recorded, so that a loss can be.
  private(set) var isRecorded = false
  /// Whether the input has a gradient.
  let differentiatesInput: Bool
  /// Whether a memory was made, so that nothing more can be recorded.
  var hasMemory = false
  /// Which network this is: its slots and memories have the same number, and no other network's.
  let number: Int
  private var scratchSlots = 0
  private var paths: Set<String> = []
  private var scopes: [String] = []
  /// The layers that are wired so far, by the path of their scope.
  private var layers: [String: any Layer] = [:]
  /// How many layers and groups were wired, those that are wired again counted again.
  private var wirings = 0
  /// More than these are a mistake, and would take minutes to plan: a `repeat` in a `repeat` makes a million.
  private static var mostWirings: Int { 10_000 }
  /// While a layer is wired again: the path where its parameters are, and the path where it is wired now.
  private var reused: (original: String, current: String)?

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
    number = networks.add(1, ordering: .relaxed).newValue
    self.differentiatesInput = differentiatesInput
    let slot = Slot(path: "input", shape: shape, role: .activation, offset: 0, index: 0, graph: number)
    input = slot
    output = slot
    activations = [slot]
    paths = [slot.path]
    try grow(&activationCount, by: shape, at: slot.path)
    output = try network(Node(graph: self, slot: slot)).slot
    guard output.graph == number else {
      throw GraphError.value(
        path: output.path, problem: "another network's value cannot be this one's output")
    }
    for op in ops {
      guard let foreign = op.inputs.first(where: { $0.graph != number }) else { continue }
      throw GraphError.value(
        path: foreign.path, problem: "another network's value cannot go into '\(op.output.path)'")
    }
    // Two parameters, or two dropouts, that drew the same numbers would be found by nobody.
    try RandomSite.requireDistinct(parameters.map(\.path))
    try RandomSite.requireDistinct(activations.map(\.path))
    planGradients()
    isRecorded = true
  }

  /// Records a network that is one layer.
  public convenience init(input shape: Shape, layer: some Layer, differentiatesInput: Bool = false) throws {
    try self.init(input: shape, differentiatesInput: differentiatesInput) { try layer($0) }
  }

  // MARK: Recording

  /// Everything recorded inside `body` has `name` in its path.
  ///
  /// - Throws: `GraphError` for a name that cannot be a component of a path, and what `body` throws.
  public func scope<R>(_ name: String, _ body: () throws -> R) throws -> R {
    if let problem = NamedTensor.problem(inComponent: name) {
      throw GraphError.option(
        layer: "a layer", path: (scopes + [name]).joined(separator: "/"),
        problem: "its name '\(name)' \(problem); choose another name")
    }
    scopes.append(name)
    defer { scopes.removeLast() }
    return try body()
  }

  /// The path of what is being recorded: the names of the scopes, joined by slashes.
  public var path: String { scopes.joined(separator: "/") }

  /// Wires a layer in the current scope, where `Reuse` finds it.
  ///
  /// - Throws: What the layer throws; `GraphError` for more than 10,000 layers and groups.
  func wire(_ layer: any Layer, on x: Node<S>) throws -> Node<S> {
    wirings += 1
    guard wirings <= Self.mostWirings else {
      throw GraphError.option(
        layer: type(of: layer).kind, path: path,
        problem:
          "a network has at most \(Self.mostWirings) layers and groups of layers, and this is one more;"
          + " repeat fewer")
    }
    let output = try layer(x)
    layers[path] = layer
    return output
  }

  /// Wires the layer at another path again, with the parameters and buffers that it has there.
  ///
  /// - Throws: `GraphError` when no layer is wired there yet, or its parameters do not fit `x`.
  func rewire(_ original: String, on x: Node<S>) throws -> Node<S> {
    guard let layer = layers[original] else {
      throw GraphError.option(
        layer: Reuse.kind, path: path,
        problem: "no layer or group is wired at '\(original)' before it (wired are: "
          + "\(layers.keys.sorted().joined(separator: ", ")))")
    }
    let outer = reused
    reused = (original, path)
    defer { reused = outer }
    return try layer(x)
  }

  /// The slot that a value of a layer that is wired again has already; `nil` where a layer is wired first.
  private func sharedSlot(_ name: String, _ shape: Shape, among slots: [Slot]) throws -> Slot? {
    guard let reused else { return nil }
    let current = path.isEmpty ? name : "\(path)/\(name)"
    let original = reused.original + current.dropFirst(reused.current.count)
    guard let slot = slots.first(where: { $0.path == original }) else {
      throw GraphError.value(path: current, problem: "there is no '\(original)' that it could share")
    }
    guard slot.shape == shape else {
      throw GraphError.value(
        path: current,
        problem: "shares '\(original)', which is \(slot.shape), and would have to be \(shape) here")
    }
    return slot
  }

  /// A new parameter in the current scope, whose first values are drawn from a distribution; the one that is
  /// there already where a layer is wired again.
  package func parameter(_ name: String, _ shape: Shape, _ start: Distribution) throws -> Slot {
    if let shared = try sharedSlot(name, shape, among: parameters) { return shared }
    let slot = Slot(
      path: try newPath(of: name), shape: shape, role: .parameter, offset: parameterCount,
      index: parameters.count, graph: number)
    try grow(&parameterCount, by: shape, at: slot.path)
    parameters.append(slot)
    parameterStarts.append(start)
    return slot
  }

  /// A new buffer in the current scope, which starts with the same value everywhere; the one that is there
  /// already where a layer is wired again.
  package func buffer(_ name: String, _ shape: Shape, startingAt value: Double) throws -> Slot {
    if let shared = try sharedSlot(name, shape, among: buffers) { return shared }
    let slot = Slot(
      path: try newPath(of: name), shape: shape, role: .buffer, offset: bufferCount, index: buffers.count,
      graph: number)
    try grow(&bufferCount, by: shape, at: slot.path)
    buffers.append(slot)
    bufferStarts.append(value)
    return slot
  }

  /// A new value per sample, called by the current scope's path.
  package func activation(_ shape: Shape) throws -> Slot {
    let slot = Slot(
      path: try newPath(path), shape: shape, role: .activation, offset: activationCount,
      index: activations.count, graph: number)
    try grow(&activationCount, by: shape, at: slot.path)
    activations.append(slot)
    return slot
  }

  /// A new value per sample that an op or a loss keeps for its backward.
  package func scratch(_ name: String, _ shape: Shape) throws -> Slot {
    let slot = Slot(
      path: try newPath(of: name), shape: shape, role: .scratch, offset: scratchCount, index: scratchSlots,
      graph: number)
    try grow(&scratchCount, by: shape, at: slot.path)
    scratchSlots += 1
    return slot
  }

  /// New values that an op keeps for its backward, as many for every batch.
  package func fixedScratch(_ name: String, _ shape: Shape) throws -> Slot {
    let slot = Slot(
      path: try newPath(of: name), shape: shape, role: .fixedScratch, offset: fixedScratchCount, index: 0,
      graph: number)
    try grow(&fixedScratchCount, by: shape, at: slot.path)
    return slot
  }

  /// Numbers that an op needs while it runs, as many for every batch.
  package func workspace(_ name: String, _ count: Int) throws -> Slot {
    let slot = Slot(
      path: try newPath(of: name), shape: [count], role: .workspace, offset: 0, index: 0, graph: number)
    workspaceCount = max(workspaceCount, count)
    return slot
  }

  /// Says that what is being recorded evaluates a sample together with its batch.
  package func evaluateByBatch() { evaluatesByBatch = true }

  /// Appends an op and gives its output.
  package func record(_ op: some Op<S>) -> Node<S> {
    ops.append(op)
    return Node(graph: self, slot: op.output)
  }

  /// Makes an arena longer by a slot, of a value per sample by one sample's share.
  private func grow(_ count: inout Int, by shape: Shape, at path: String) throws {
    // In Double, since the product of a shape that nobody could mean may be above every integer.
    guard shape.dimensions.reduce(1, { $0 * Double($1) }) + Double(count) < 0x1p31 else {
      throw GraphError.option(
        layer: "the network", path: path,
        problem: "with a value of shape \(shape) there are more than 2,147,483,647 numbers of its sort,"
          + " which no machine here holds")
    }
    count += shape.count
  }

  private func newPath(of name: String) throws -> String {
    try newPath(path.isEmpty ? name : "\(path)/\(name)")
  }

  private func newPath(_ path: String) throws -> String {
    guard !hasMemory else {
      throw GraphError.value(
        path: path, problem: "a memory was made without room for it: record layers and losses before")
    }
    guard paths.insert(path).inserted else { throw GraphError.duplicatePath(path) }
    return path
  }

  /// Decides, for every use of every value, where its gradient goes. In the backward pass uses come in
  /// reverse: the first to come writes, the others are added in that order.
  private func planGradients() {
    var depends = [Bool](repeating: false, count: activations.count)
    depends[input.index] = differentiatesInput
    for op in ops {
      depends[op.output.index] = op.inputs.contains { $0.role == .parameter || depends[$0.index] }
    }
    inputs = ops.map(\.inputs)
    var written: Set<String> = []
    for slots in inputs.reversed() {
      var places = 0
      let plan = slots.map { slot -> GradientDestination in
        guard slot.role == .parameter || depends[slot.index] else { return .unneeded }
        if written.insert(slot.path).inserted { return .gradient }
        if slot.role == .parameter {
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

/// How many networks were begun.
private let networks = Atomic<Int>(0)

/// A value in a network that is being recorded: what a layer takes and gives.
public struct Node<S: Scalar> {
  /// The network being recorded.
  public let graph: Graph<S>
  /// Where the value will lie.
  public let slot: Slot
  /// One sample's shape.
  public var shape: Shape { slot.shape }
}

/// What can be wrong with a network while it is wired, and with values that are put into it.
public enum GraphError: Error, CustomStringConvertible {
  /// A layer cannot take values of this shape.
  case shape(layer: String, path: String, takes: String, got: Shape)
  /// Two values of one network have the same path.
  case duplicatePath(String)
  /// An option has a value that no layer could work with.
  case option(layer: String, path: String, problem: String)
  /// A tensor or targets do not fit the value that they are for.
  case value(path: String, problem: String)

  /// The error as one line, with the way out.
  public var description: String {
    switch self {
    case .shape(let layer, let path, let takes, let got):
      "\(layer) at '\(path)' takes \(takes) per sample, but its input has shape \(got)"
    case .duplicatePath(let path):
      "two values of the network are called '\(path)': give one of the layers a name of its own"
    case .option(let layer, let path, let problem):
      "\(layer) at '\(path)': \(problem)"
    case .value(let path, let problem):
      "'\(path)': \(problem)"
    }
  }
}
