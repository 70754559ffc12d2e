/// A rule for the learning rate: a pure function of where training is.
///
/// Rates are Double, computed without the C library, and rounded to the scalar type once, in the optimiser.
public protocol Schedule: Sendable, Codable {
  /// What it is called in configurations: `cosine`.
  static var kind: String { get }
  /// Whether it looks at the validation losses.
  var needsValidationLosses: Bool { get }

  /// The learning rate of the coming step.
  ///
  /// - Parameters:
  ///   - base: The optimiser's own learning rate.
  ///   - progress: What is done already.
  func learningRate(base: Double, after progress: TrainingProgress) -> Double
}

extension Schedule {
  /// It does not.
  public var needsValidationLosses: Bool { false }

  /// Checks an option while it is decoded.
  static func check<Value, Key: CodingKey>(
    _ value: Value, _ rule: String, _ holds: Bool, _ key: Key, _ container: KeyedDecodingContainer<Key>
  ) throws -> Value {
    guard holds else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "\(key.stringValue) is \(value), but must be \(rule)")
    }
    return value
  }
}
