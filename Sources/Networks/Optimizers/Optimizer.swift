import Tensors

/// A rule for moving parameters against their gradients.
///
/// A value that holds hyper-parameters, in Double; each is rounded to the scalar type once a step. What it
/// remembers between steps is in flat arrays of the parameters' length, which the caller keeps.
public protocol Optimizer: Sendable, Codable {
  /// What it is called in configurations: `adam`.
  static var kind: String { get }
  /// The learning rate it starts with.
  var learningRate: Double { get }
  /// The names of the arrays that it remembers, in the order in which `step` takes them.
  var stateNames: [String] { get }

  /// One step over all parameters.
  ///
  /// - Parameters:
  ///   - state: One array for each of `stateNames`, of the parameters' length, +0 before the first step.
  ///   - step: 1 for the first.
  ///   - learningRate: This step's, which a schedule may have changed.
  func step<S: Scalar>(
    parameters: UnsafeMutableBufferPointer<S>, gradients: UnsafeMutableBufferPointer<S>,
    state: [UnsafeMutableBufferPointer<S>], step: Int, learningRate: Double, on processor: Processor)
}

extension Optimizer {
  /// Checks a hyper-parameter while it is decoded.
  static func check<Key: CodingKey>(
    _ value: Double, _ rule: String, _ holds: (Double) -> Bool, _ key: Key,
    _ container: KeyedDecodingContainer<Key>
  ) throws -> Double {
    guard value.isFinite, holds(value) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "\(key.stringValue) is \(value), but must be \(rule)")
    }
    return value
  }
}
