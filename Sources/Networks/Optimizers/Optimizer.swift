import Settings
import Tensors

/// A rule for moving parameters against their gradients.
///
/// A value that holds hyper-parameters, in Double; each is rounded to the scalar type once a step. What it
/// remembers between steps is in an `OptimizerState`. No type outside this package can be one, since the arrays of a
/// `ParameterUpdate` are not public.
public protocol Optimizer: Kind {
  /// The learning rate it starts with.
  var learningRate: Double { get }
  /// The names of the arrays that it remembers, in the order in which an update has them.
  var stateNames: [String] { get }

  /// One step over all parameters.
  func update<S: Scalar>(_ update: ParameterUpdate<S>)
}

/// Every optimizer that a configuration can name.
public enum Optimizers: Kinds {
  /// What `@OneOf<Optimizers>` wraps.
  public typealias Value = any Optimizer
  /// What errors call one of them.
  public static let noun = "optimizer"
  /// The optimizers, in the order in which errors list them.
  public static let all: [any Kind.Type] = [SGD.self, Adam.self, AdamW.self, RMSprop.self, Adagrad.self]
}

/// One step of an optimizer over all parameters: where they lie and which step it is.
public struct ParameterUpdate<S: Scalar> {
  /// The step's number, 1 for the first.
  public let step: Int
  /// This step's learning rate, which a schedule may have changed.
  public let learningRate: Double
  /// What computes.
  public let processor: Processor
  /// All parameters, in declaration order.
  package let parameters: UnsafeMutablePointer<S>
  /// Their gradients, in the same order.
  package let gradients: UnsafePointer<S>
  /// For each of the optimizer's `stateNames` an array of the parameters' length.
  package let state: [UnsafeMutableBufferPointer<S>]
  /// How many parameters there are.
  package let count: Int
}

/// What an optimizer remembers between its steps: for each of its `stateNames` an array of the parameters' length,
/// +0 before the first step.
public final class OptimizerState<S: Scalar> {
  /// Whose state it is.
  public let optimizer: any Optimizer
  /// The arrays, in the order of the optimizer's `stateNames`.
  package let arrays: [UnsafeMutableBufferPointer<S>]
  private let count: Int

  /// The state before the first step, for the parameters of a memory.
  public convenience init(of optimizer: any Optimizer, for memory: Memory<S>) {
    self.init(of: optimizer, count: memory.parameters.count)
  }

  /// The state before the first step, for so many parameters.
  package init(of optimizer: any Optimizer, count: Int) {
    self.optimizer = optimizer
    self.count = count
    arrays = optimizer.stateNames.map { _ in .zeros(count) }
  }

  deinit { for array in arrays { array.deallocate() } }

  /// Moves a memory's parameters by one step against its gradients.
  ///
  /// - Parameters:
  ///   - step: 1 for the first.
  ///   - learningRate: This step's; the optimizer's own if `nil`.
  public func update(
    _ memory: Memory<S>, step: Int, learningRate: Double? = nil, on processor: Processor
  ) {
    update(
      memory.parameters, gradients: memory.parameterGradients, step: step, learningRate: learningRate,
      on: processor)
  }

  /// Moves flat parameters by one step against their gradients.
  package func update(
    _ parameters: UnsafeMutableBufferPointer<S>, gradients: UnsafeMutableBufferPointer<S>, step: Int,
    learningRate: Double? = nil, on processor: Processor
  ) {
    precondition(
      parameters.count == count && gradients.count == count, "the state of another network, or no gradients")
    guard let start = parameters.baseAddress, let gradients = gradients.baseAddress else { return }
    optimizer.update(
      ParameterUpdate(
        step: step, learningRate: learningRate ?? optimizer.learningRate, processor: processor,
        parameters: start, gradients: gradients, state: arrays, count: count))
  }
}
