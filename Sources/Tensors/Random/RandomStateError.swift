/// Bytes that are not the saved state of a source of random numbers.
public struct RandomStateError: Error, Equatable, CustomStringConvertible {
  /// The kind of source that was to be restored.
  public let kind: RandomSourceKind
  /// What is wrong with the bytes.
  public let reason: String

  /// What happened and the way out.
  public var description: String {
    "cannot restore the random numbers' state (\(kind.rawValue)): \(reason); "
      + "restore it from an earlier checkpoint or run the experiment again"
  }
}
