/// The options of a case that has none: an empty mapping.
public struct NoOptions: Hashable, Sendable, Codable {
  /// No options.
  public init() {}

  /// Writes an empty mapping.
  public func encode(to encoder: any Encoder) throws {
    _ = encoder.container(keyedBy: SettingsIndexKey.self)
  }
}
