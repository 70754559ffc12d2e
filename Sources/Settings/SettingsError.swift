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

extension SettingsReader {
  /// The error for a value of another type than asked for.
  func mismatch(_ expected: String) -> SettingsError {
    let name = codingPath.isEmpty ? "the configuration" : "'\(path)'"
    return SettingsError("\(name) must be \(expected), found \(tree.explanation)", at: tree.location)
  }

  /// The error for a key that nobody asked for.
  func unknown(_ entry: SettingsTree.Entry) -> SettingsError {
    let hint = KeySpelling.hint(for: entry.key, among: validKeys)
    let valid = validKeys.isEmpty ? "it takes none" : "valid keys: \(validKeys.joined(separator: ", "))"
    return SettingsError("unknown key '\(entry.key)'\(place)\(hint) (\(valid))", at: entry.location)
  }

  /// The error for a key that is needed and not there; a key that nobody asked for may be it, misspelled.
  func missing(_ key: String) -> SettingsError {
    let others = tree.entries.filter { !validKeys.contains($0.key) }
    let block = codingPath.isEmpty ? "" : " of '\(path)'"
    guard let near = KeySpelling.nearest(to: key, among: others.map(\.key)),
      let entry = others.first(where: { $0.key == near })
    else { return SettingsError("the key '\(key)'\(block) is missing", at: tree.location) }
    return SettingsError(
      "the key '\(key)'\(block) is missing; did you mean it by '\(near)'?", at: entry.location)
  }

  /// A standard error made one that names file and line.
  func translated(_ error: DecodingError, reading type: any Any.Type) -> SettingsError {
    switch error {
    case .dataCorrupted(let context):
      if context.codingPath.count == codingPath.count, let choices = Self.choices(of: type),
        case .scalar(let scalar) = tree.content
      {
        return SettingsError(
          "'\(path)' cannot be '\(scalar.text)'\(KeySpelling.hint(for: scalar.text, among: choices))"
            + " (one of: \(choices.joined(separator: ", ")))", at: tree.location)
      }
      return located(context, context.debugDescription)
    case .keyNotFound(let key, let context):
      return located(context, "the key '\(KeySpelling.kebab(key.stringValue))' is missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return located(context, context.debugDescription)
    @unknown default:
      return SettingsError("\(error)", at: tree.location)
    }
  }

  private func located(_ context: DecodingError.Context, _ message: String) -> SettingsError {
    var place = root
    for key in context.codingPath {
      let name = key.intValue.map(String.init) ?? key.stringValue
      guard let next = place[KeySpelling.kebab(name)] ?? place[name] else { break }
      place = next
    }
    let name = Self.text(of: context.codingPath)
    var subject = name.isEmpty ? "" : "'\(name)'"
    if !subject.isEmpty, case .scalar(let scalar) = place.content { subject += " (\(scalar.text))" }
    return SettingsError(subject.isEmpty ? message : "\(subject): \(message)", at: place.location)
  }

  /// The values of an enumeration of texts that can list its cases.
  private static func choices(of type: any Any.Type) -> [String]? {
    func texts<Choice: CaseIterable>(_ type: Choice.Type) -> [String]? {
      let texts = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
      return texts.isEmpty ? nil : texts
    }
    return (type as? any CaseIterable.Type).flatMap { texts($0) }
  }
}
