/// Reads any `Decodable` value from a configuration and accepts nothing that the value did not ask for.
///
/// * A key that the type's `init(from:)` never asked for (`decode`, `decodeIfPresent`, `contains`) is an
///   error that lists the keys that it did ask for and the nearest one.
/// * A value of the wrong type, a missing key and a list that is too long are errors.
/// * Numbers must be finite and fit their type; an integer is a number, a number is not an integer, and only
///   texts are texts (`title: "10"`).
/// * Keys of a file are lower case with hyphens: the coding key `learningRate` is read from `learning-rate`.
///   Keys of a dictionary are read as they stand.
/// * An error thrown by the type itself, such as `KeyedDecodingContainer.impossible`, gets file and line.
///
/// All errors are `SettingsError`.
public struct StrictDecoder: Sendable {
  /// A decoder.
  public init() {}

  /// Reads a value from a whole tree.
  public func decode<Value: Decodable>(_ type: Value.Type = Value.self, from tree: SettingsTree) throws
    -> Value
  {
    try SettingsReader(tree, root: tree, path: []).read(type)
  }
}
