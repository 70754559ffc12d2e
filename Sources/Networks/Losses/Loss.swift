import Settings
import Tensors

/// What training makes small.
///
/// A value that holds options; its formula is in the op that it records behind a network's output.
public protocol Loss: Kind {
  /// What an axis or a legend calls it: `Cross-entropy`.
  var title: String { get }
  /// The unit of its values, for axes: `nats`, or `1` for none.
  var unit: String { get }

  /// Records the loss of a network's output.
  ///
  /// - Throws: `GraphError` when the output's shape does not fit the targets, or the loss has no such targets.
  func record<S: Scalar>(on graph: Graph<S>, targets: TargetKind) throws -> any LossOp<S>
}

extension Loss {
  /// Records the loss of a network's output against classes.
  public func record<S: Scalar>(on graph: Graph<S>) throws -> any LossOp<S> {
    try record(on: graph, targets: .classes)
  }

  /// Records, in the scope `loss`, what is computed behind a whole network.
  static func record<S: Scalar, R>(behind graph: Graph<S>, _ body: () throws -> R) throws -> R {
    guard graph.isRecorded else {
      throw GraphError.option(
        layer: kind, path: "loss", problem: "a loss is recorded behind a whole network, not among its layers")
    }
    return try graph.scope("loss", body)
  }

  /// Throws unless the output has one value for each of at most 256 classes.
  static func requireClasses<S: Scalar>(_ graph: Graph<S>) throws {
    guard graph.output.shape.dimensions.count == 1, graph.output.shape.count <= 256 else {
      throw GraphError.shape(
        layer: kind, path: "loss", takes: "(classes,) with at most 256 classes", got: graph.output.shape)
    }
  }
}

/// What a network's outputs are compared with.
public enum TargetKind: Sendable {
  /// `Memory.setTargets(classes:)`: a class index a sample, which element-wise losses take as 1 at the class and 0
  /// elsewhere.
  case classes
  /// `Memory.setTargets(values:)`: a number for every output.
  case values
}

/// Every loss that a configuration can name.
public enum Losses: Kinds {
  /// What `@OneOf<Losses>` wraps.
  public typealias Value = any Loss
  /// What errors call one of them.
  public static let noun = "loss"
  /// Every loss, in the order in which errors list them.
  public static var all: [any Kind.Type] { list }

  /// The same with their gradient checks.
  package static let list: [any (Loss & GradientChecked).Type] = [
    CrossEntropy.self, MeanSquaredError.self, BinaryCrossEntropy.self,
  ]
}

/// The end of a recorded network: from its output to one number, and back to the output's gradient.
///
/// `Loss.record` makes them. No type outside this package can be one, since a memory's places are not public.
///
/// - Precondition: Of all its methods: the memory is that of the network that the loss was recorded behind, and the
///   pass has no more samples than it has room for.
public protocol LossOp<S>: Sendable {
  /// The type of numbers.
  associatedtype S: Scalar
  /// Where each sample's loss lies, of shape ().
  var losses: Slot { get }

  /// Computes the losses of the first `pass.count` samples, and what the backward needs.
  func forward(_ memory: Memory<S>, _ pass: Pass)
  /// The batch's loss.
  func mean(_ memory: Memory<S>, _ pass: Pass) -> S
  /// Writes the gradient of the mean loss to the output's gradient.
  func backward(_ memory: Memory<S>, _ pass: Pass)
}

extension LossOp {
  /// `Processor.mean` of the samples' losses.
  public func mean(_ memory: Memory<S>, _ pass: Pass) -> S {
    memory.check(pass)
    return pass.processor.mean(memory.pointer(to: losses), count: pass.count)
  }
}
