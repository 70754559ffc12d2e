/// One kind of a thing that configurations choose, as a value that holds its options: the layer `linear`, the
/// optimizer `adam`.
public protocol Kind: Codable, Sendable {
  /// What it is called in configurations, in lower case with hyphens: `adam`, `max-pool-2d`.
  static var kind: String { get }
}

/// A list of kinds, in one place: what can stand under `optimizer:`, or as an element of `network:`.
public protocol Kinds: Sendable {
  /// What the kinds have in common, such as `any Optimizer`; each of `all` conforms to it.
  associatedtype Value: Sendable
  /// What an error calls one of them: `optimizer`.
  static var noun: String { get }
  /// Every kind.
  static var all: [any Kind.Type] { get }
}

extension Kinds {
  /// The kinds' names, in the order of the list.
  public static var names: [String] { all.map { $0.kind } }

  /// The value that was chosen, with its options.
  package static func value(of choice: Choice) throws -> Value {
    let type = all.first { $0.kind == choice.name }!
    guard let value = try choice.options(type) as? Value else {
      preconditionFailure("\(type) is in the list of the kinds of \(noun) and is none")
    }
    return value
  }
}

/// A value of one of several kinds, coded as `adam` or `adam: { learning-rate: 0.01 }`.
///
///     @OneOf<Optimizers> var optimizer: any Optimizer
@propertyWrapper
public struct OneOf<List: Kinds>: Codable, Sendable {
  /// The value.
  public var wrappedValue: List.Value

  /// Wraps a value.
  public init(wrappedValue: List.Value) { self.wrappedValue = wrappedValue }

  /// Reads the kind's name and its options.
  ///
  /// - Throws: an error that lists the kinds, for an unknown one, for none and for more than one.
  public init(from decoder: any Decoder) throws {
    wrappedValue = try List.value(of: Choice(from: decoder, of: List.noun, among: List.names))
  }

  /// Writes the kind's name as the only key of a mapping to its options.
  public func encode(to encoder: any Encoder) throws {
    guard let value = wrappedValue as? any Kind else {
      preconditionFailure("\(wrappedValue) is no kind of \(List.noun)")
    }
    try Choice.encode(type(of: value).kind, options: value, to: encoder)
  }
}

/// The reading of a choice of one name, with or without options, inside a type's `init(from:)`.
///
/// It is written as the bare name (`relu`) or as the only key of a mapping to its options
/// (`linear: { outputs: 10 }`). Where a configuration is laid over its base, the name of the upper one is chosen; the
/// options in the base count only if the name is the same.
package struct Choice {
  /// The name that was chosen.
  package let name: String
  /// Whether it is one of those asked for; otherwise a list stands under it.
  package let isKnown: Bool
  private let source: SettingsReader

  /// Reads which name was chosen.
  ///
  /// - Parameters:
  ///   - noun: What an error calls the thing: `layer`.
  ///   - names: The names to choose among.
  ///   - orLists: Whether any other name may be chosen if a list stands under it, such as a group of layers.
  /// - Throws: `SettingsError` that lists the names, for an unknown one, for none and for more than one.
  package init(
    from decoder: any Decoder, of noun: String, among names: [String], orLists: Bool = false
  ) throws {
    guard let reader = decoder as? SettingsReader else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "a \(noun) is read by StrictDecoder alone"))
    }
    let list = names.joined(separator: ", ")
    let location: SettingsLocation, options: SettingsTree
    switch reader.tree.content {
    case .scalar(let scalar) where scalar.kind == .text:
      (name, location) = (scalar.text, reader.tree.location)
      options = SettingsTree(.mapping([]), at: location)
    case .mapping(let entries) where !entries.isEmpty:
      let highest = entries.map(\.precedence).max()
      let chosen = entries.filter { $0.precedence == highest }
      guard let entry = chosen.first, chosen.count == 1 else {
        throw reader.mismatch("one of: \(list) (\(chosen.map(\.key).joined(separator: ", ")) given)")
      }
      (name, location) = (entry.key, entry.location)
      options = entry.value.isNull ? SettingsTree(.mapping([]), at: location) : entry.value
    case .mapping, .sequence, .scalar:
      throw reader.mismatch("one of: \(list)")
    }
    isKnown = names.contains(name)
    let isList = if case .sequence = options.content { true } else { false }
    guard isKnown || (orLists && isList) else {
      let hint = KeySpelling.hint(for: name, among: names)
      throw SettingsError("no \(noun) is called '\(name)'\(hint) (one of: \(list))", at: location)
    }
    source = reader.part(options, key: PlainKey(name))
    reader.isTaken = true
  }

  /// The options of the choice; those of a bare name are an empty mapping, so that defaults apply.
  ///
  /// Options that are given and not read are an error.
  package func options<Options: Decodable>(_ type: Options.Type = Options.self) throws -> Options {
    let options = try SettingsReader(source.tree, root: source.root, path: source.codingPath).read(type)
    source.isTaken = true
    return options
  }

  /// The single value that stands under the name, such as the number of `norm: 10`.
  ///
  /// - Throws: as `KeyedDecodingContainer.value` does for a value that the rule does not allow.
  package func value<Value: Decodable>(_ rule: Rule<Value>) throws -> Value {
    let value: Value = try options()
    if let problem = rule.problem(with: value) {
      throw DecodingError.dataCorrupted(.init(codingPath: source.codingPath, debugDescription: problem))
    }
    return value
  }

  /// Writes a choice as it is read: its name as the only key of a mapping to its options.
  package static func encode(_ name: String, options: some Encodable, to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: PlainKey.self)
    try container.encode(options, forKey: PlainKey(name))
  }

  /// Writes a choice that has no options.
  package static func encode(_ name: String, to encoder: any Encoder) throws {
    try encode(name, options: [String: String](), to: encoder)
  }
}
