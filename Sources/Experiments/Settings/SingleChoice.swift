/// The reading of a choice of one case, with or without options, inside a type's `init(from:)`.
///
/// A case is written as its bare name (`relu`) or as the only key of a mapping to its options
/// (`linear: { outputs: 10 }`). Where a configuration is laid over its base, the case of the upper one is
/// chosen; the options of the base's case count only if it is the same.
///
///     init(from decoder: any Decoder) throws {
///       let choice = try SingleChoice(from: decoder, of: Kind.self)
///       switch choice.key {
///       case .relu: self = .relu
///       case .linear: self = .linear(try choice.options())
///       }
///     }
public struct SingleChoice<Key: CodingKey & CaseIterable> {
  /// The case that was chosen.
  public let key: Key
  private let source: any Decoder

  /// Reads which case was chosen.
  ///
  /// - Throws: `SettingsError` (or, from another decoder than `StrictDecoder`, a `DecodingError`) that lists
  ///   the cases, for an unknown one, for none and for more than one.
  public init(from decoder: any Decoder, of type: Key.Type = Key.self) throws {
    guard let reader = decoder as? SettingsReader else {
      (key, source) = try Self.read(other: decoder)
      return
    }
    switch reader.tree.content {
    case .scalar(let scalar) where scalar.kind == .text:
      key = try Self.key(scalar.text, at: reader.tree.location, in: reader)
      source = reader.part(SettingsTree(.mapping([]), at: reader.tree.location), key: key)
    case .mapping(let entries) where !entries.isEmpty:
      let highest = entries.map(\.precedence).max()
      let chosen = entries.filter { $0.precedence == highest }
      guard let entry = chosen.first, chosen.count == 1 else {
        throw reader.mismatch("one of: \(Self.names) (\(chosen.map(\.key).joined(separator: ", ")) given)")
      }
      key = try Self.key(entry.key, at: entry.location, in: reader)
      let options = entry.value.isNull ? SettingsTree(.mapping([]), at: entry.location) : entry.value
      source = reader.part(options, key: key)
    case .mapping, .sequence, .scalar:
      throw reader.mismatch("one of: \(Self.names)")
    }
    reader.isTaken = true
  }

  /// The options of the case; those of a bare name are an empty mapping, so defaults apply.
  ///
  /// Options that are given and not read are an error.
  public func options<Options: Decodable>(_ type: Options.Type = Options.self) throws -> Options {
    guard let reader = source as? SettingsReader else { return try Options(from: source) }
    let options = try SettingsReader(reader.tree, root: reader.root, path: reader.codingPath).read(type)
    reader.isTaken = true
    return options
  }

  /// Writes a case as it is read: its name as the only key of a mapping to its options.
  public static func encode(
    _ key: Key, options: some Encodable = NoOptions(), to encoder: any Encoder
  ) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(options, forKey: key)
  }

  private static var names: String {
    Key.allCases.map { KeySpelling.kebab($0.stringValue) }.joined(separator: ", ")
  }

  private static func key(
    _ name: String, at location: SettingsLocation, in reader: SettingsReader
  ) throws -> Key {
    if let key = Key.allCases.first(where: { KeySpelling.kebab($0.stringValue) == name }) { return key }
    let valid = Key.allCases.map { KeySpelling.kebab($0.stringValue) }
    let subject = reader.codingPath.isEmpty ? "" : " for '\(reader.path)'"
    throw SettingsError(
      "unknown choice '\(name)'\(subject)\(KeySpelling.hint(for: name, among: valid)) (one of: \(names))",
      at: location)
  }

  /// The same reading for decoders that keep no record.
  private static func read(other decoder: any Decoder) throws -> (Key, any Decoder) {
    func known(_ name: String) -> Key? {
      Key.allCases.first { $0.stringValue == name || KeySpelling.kebab($0.stringValue) == name }
    }
    if let name = try? decoder.singleValueContainer().decode(String.self), let key = known(name) {
      let nothing = SettingsTree(.mapping([]), at: .text(line: 1))
      return (key, SettingsReader(nothing, root: nothing, path: decoder.codingPath))
    }
    if let container = try? decoder.container(keyedBy: NameKey.self), container.allKeys.count == 1,
      let name = container.allKeys.first, let key = known(name.stringValue)
    {
      return (key, try container.superDecoder(forKey: name))
    }
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: "must be one of: \(names)"))
  }

  private struct NameKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
