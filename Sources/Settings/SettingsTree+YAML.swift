import Yams

extension SettingsTree {
  /// The deepest nesting that is read; configurations need about six levels.
  static let deepestNesting = 64

  /// Reads a text of YAML 1.2 whose places are lines of `source`.
  ///
  /// Anchors, aliases and tags are refused: a configuration is a plain value that reads from top to bottom.
  ///
  /// - Throws: `SettingsError` naming the line for text that is not YAML, for a key that stands twice in one
  ///   mapping, for a key that is not a single value, for more than one document, and for an empty text.
  package init(yaml text: String, source: SettingsLocation = .text(line: 1), precedence: Int = 1) throws {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    try Self.refuseManyAliases(in: text, source: source)
    let node: Node
    let parser: Parser
    do {
      // With no resolver rules nothing is guessed by Yams: kinds follow from `SettingsScalar`.
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        throw SettingsError("nothing is set here: no key and no value", at: source)
      }
      node = root
    } catch let error as YamlError {
      throw Self.translated(error, source: source)
    }
    // The parser owns the anchors that the nodes point to, so it has to outlive the conversion.
    self = try withExtendedLifetime(parser) {
      try Self.converted(node, source: source, precedence: precedence, depth: 0)
    }
  }

  /// A few nested aliases can stand for billions of values, and the parser hashes whole keys: so no text with
  /// many aliases reaches it. Few do no harm there and are refused afterwards, by name and line.
  private static func refuseManyAliases(in text: String, source: SettingsLocation) throws {
    var previous = UInt8(ascii: "\n")
    var aliases = 0
    var line = 1
    for byte in text.utf8 {
      if previous == UInt8(ascii: "*"), byte > 0x20, byte != UInt8(ascii: "*") { aliases += 1 }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if aliases > 16, text.utf8.contains(UInt8(ascii: "&")) {
        throw SettingsError(
          "anchors (&name) and aliases (*name) are not read: write values out", at: source.atLine(line))
      }
      previous = byte
    }
  }

  private static func converted(
    _ node: Node, source: SettingsLocation, precedence: Int, depth: Int
  ) throws -> SettingsTree {
    let location = node.mark.map { source.atLine($0.line) } ?? source
    guard depth <= deepestNesting else {
      throw SettingsError("nested deeper than \(deepestNesting) levels", at: location)
    }
    if let anchor = node.anchor {
      throw SettingsError(
        "the anchor &\(anchor.rawValue): anchors and aliases are not read, write the value out",
        at: location)
    }
    func child(_ node: Node) throws -> SettingsTree {
      try converted(node, source: source, precedence: precedence, depth: depth + 1)
    }
    switch node {
    case .alias(let alias):
      throw SettingsError("the alias *\(alias.anchor.rawValue): write the value out", at: location)
    case .scalar(let scalar):
      return SettingsTree(.scalar(try value(of: scalar, at: location)), at: location)
    case .sequence(let sequence):
      try refuse(tag: sequence.tag, at: location)
      return SettingsTree(.sequence(try sequence.map(child)), at: location)
    case .mapping(let mapping):
      try refuse(tag: mapping.tag, at: location)
      var seen: [String: SettingsLocation] = [:]
      let entries = try mapping.map { key, value in
        let place = key.mark.map { source.atLine($0.line) } ?? location
        guard let name = key.scalar?.string, key.anchor == nil else {
          throw SettingsError("a key must be a single plain value", at: place)
        }
        if let first = seen.updateValue(place, forKey: name) {
          throw SettingsError("the key '\(name)' stands twice in one mapping", at: place, first)
        }
        return Entry(key: name, location: place, value: try child(value), precedence: precedence)
      }
      return SettingsTree(.mapping(entries), at: entries.first?.location ?? location)
    }
  }

  private static func value(of scalar: Node.Scalar, at location: SettingsLocation) throws -> SettingsScalar {
    switch scalar.style {
    case .plain, .any:
      // Read before anything resolves it, a tag's text is empty unless one was written.
      if scalar.tag.description == Tag.Name.str.rawValue { return SettingsScalar(quoted: scalar.string) }
      try refuse(tag: scalar.tag, at: location)
      return SettingsScalar(plain: scalar.string)
    case .singleQuoted, .doubleQuoted, .literal, .folded:
      if scalar.tag.description != Tag.Name.str.rawValue { try refuse(tag: scalar.tag, at: location) }
      return SettingsScalar(quoted: scalar.string)
    }
  }

  private static func refuse(tag: Tag, at location: SettingsLocation) throws {
    guard tag.description != Tag.Name.implicit.rawValue else { return }
    throw SettingsError("the tag '\(tag)' is not read: write the plain value", at: location)
  }

  private static func translated(_ error: YamlError, source: SettingsLocation) -> SettingsError {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let start = context.map { "\($0.text), " } ?? ""
      return SettingsError("not valid YAML: \(start)\(problem)", at: source.atLine(mark.line))
    case .reader(let problem, let offset, _, let yaml):
      let line = offset.map { 1 + yaml.prefix($0).count(where: \.isNewline) }
      return SettingsError("not valid YAML: \(problem)", at: line.map(source.atLine) ?? source)
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "'\($0)'" }.joined(separator: ", ")
      return SettingsError(
        "the key \(names) stands more than once in one mapping, first here",
        at: source.atLine(context.mark.line))
    default:
      return SettingsError("not valid YAML: \(error)", at: source)
    }
  }
}
