import Settings

/// A key that two settings do not have with the same value.
package struct KeyDifference: Encodable, Equatable, Sendable {
  /// The dotted path, such as `optimizer.adam.learning-rate`; items of lists are counted from 0.
  package let key: String
  /// The values as JSON; `nil` where the key is not there.
  package let a, b: String?

  /// `added`, `removed` or `changed`.
  package var kind: String { a == nil ? "added" : b == nil ? "removed" : "changed" }

  private enum CodingKeys: String, CodingKey { case kind, key, a, b }

  /// `kind`, `key`, and of `a` and `b` those that are there.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(key, forKey: .key)
    try container.encodeIfPresent(a, forKey: .a)
    try container.encodeIfPresent(b, forKey: .b)
  }

  /// The keys that differ, in the order of the first settings, those that only the second have behind their
  /// neighbors.
  package static func between(_ a: SettingsTree, _ b: SettingsTree) -> [KeyDifference] {
    between(a, b, at: "")
  }

  private static func between(_ a: SettingsTree?, _ b: SettingsTree?, at path: String) -> [KeyDifference] {
    switch (a?.content, b?.content) {
    case (.scalar(let x), .scalar(let y)):
      return x == y ? [] : [KeyDifference(key: path, a: text(x), b: text(y))]
    case (.scalar(let x), nil): return [KeyDifference(key: path, a: text(x), b: nil)]
    case (nil, .scalar(let y)): return [KeyDifference(key: path, a: nil, b: text(y))]
    case (nil, nil): return []
    case (.mapping, .mapping), (.sequence, .sequence), (.mapping, nil), (.sequence, nil), (nil, .mapping),
      (nil, .sequence):
      let x = a.map(members) ?? [], y = b.map(members) ?? []
      if x.isEmpty, y.isEmpty {
        guard a == nil || b == nil else { return [] }
        return [KeyDifference(key: path, a: a.map(emptyText), b: b.map(emptyText))]
      }
      let keys = x.map(\.key) + y.map(\.key).filter { key in !x.contains { $0.key == key } }
      return keys.flatMap { key in
        between(
          x.first { $0.key == key }?.value, y.first { $0.key == key }?.value,
          at: path.isEmpty ? key : "\(path).\(key)")
      }
    default: return between(a, nil, at: path) + between(nil, b, at: path)
    }
  }

  /// The values of a mapping by key, or of a list by index.
  private static func members(_ tree: SettingsTree) -> [(key: String, value: SettingsTree)] {
    switch tree.content {
    case .mapping(let entries): entries.map { ($0.key, $0.value) }
    case .sequence(let items): items.enumerated().map { (String($0.offset), $0.element) }
    case .scalar: []
    }
  }

  private static func emptyText(_ tree: SettingsTree) -> String {
    if case .sequence = tree.content { "[]" } else { "{}" }
  }

  private static func text(_ scalar: SettingsScalar) -> String {
    guard scalar.kind == .text else { return scalar.text }
    // A text has a JSON form whatever it holds.
    return (try? canonicalJSON(scalar.text)) ?? scalar.text
  }
}
