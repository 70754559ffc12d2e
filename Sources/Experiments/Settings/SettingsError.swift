/// A configuration that cannot be used: what is wrong, where it was written, and the way out.
///
/// The command-line tool ends with exit code 78 on this error.
public struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what would be right, without the place.
  public let message: String
  /// Every place that has a part in it, the main one first; empty when there is none.
  public let locations: [SettingsLocation]

  /// An error at the given places.
  public init(_ message: String, at locations: SettingsLocation...) {
    self.message = message
    self.locations = locations
  }

  /// The places, a colon and the message, on one line: `file.yaml:3: unknown key 'epoch' …`.
  public var description: String {
    locations.isEmpty ? message : "\(locations.map(\.description).joined(separator: ", ")): \(message)"
  }
}

extension KeyedDecodingContainer {
  /// The error to throw from an `init(from:)` when a key holds a value of the right type that is impossible.
  ///
  /// `StrictDecoder` turns it into a `SettingsError` that names file and line. It is an ordinary
  /// `DecodingError`, so it means the same to every other decoder.
  ///
  ///     guard epochs > 0 else { throw container.impossible(.epochs, "at least 1 epoch is needed") }
  public func impossible(_ key: Key, _ reason: String) -> DecodingError {
    DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: reason)
  }
}
