extension SettingsTree {
  /// This tree with another one laid over it.
  ///
  /// One rule: a mapping laid over a mapping is merged key by key, at every depth; anything else replaces
  /// what it covers, so lists and single values are replaced whole. `null` covers too: it takes a value back
  /// to its default. Where a type is a choice of one kind (`optimizer: { sgd: … }`, read as `OneOf`), kinds of
  /// both sources stand side by side after merging and the reader takes that of the highest source: so
  /// `optimizer: { adam: … }` replaces an `sgd`, and refines another `adam`.
  package func merged(under over: SettingsTree) -> SettingsTree {
    guard case .mapping(var entries) = content, case .mapping(let changes) = over.content else { return over }
    for change in changes {
      if let index = entries.firstIndex(where: { $0.key == change.key }) {
        let value = entries[index].value.merged(under: change.value)
        entries[index] = Entry(
          key: change.key, location: change.location, value: value, precedence: change.precedence)
      } else {
        entries.append(change)
      }
    }
    return SettingsTree(.mapping(entries), at: over.location)
  }

  /// Carries out one assignment as it stands on the command line after `--set`.
  ///
  /// - Parameters:
  ///   - assignment: `key.path=value`; the value is YAML and replaces what stands at the path, whole.
  ///     Missing keys on the way are created, list items are addressed by their index from 0.
  ///   - precedence: the rank of this source among all.
  /// - Throws: `SettingsError` for text without `=` or path, a path of more than 64 keys, a value that is not YAML, or an
  ///   index outside a list.
  package mutating func assign(_ assignment: String, precedence: Int) throws {
    guard let mark = assignment.firstIndex(of: "=") else {
      throw SettingsError("--set \(assignment): a path and a value are needed: --set key.path=value")
    }
    let path = assignment[..<mark].trimmed
    let location = SettingsLocation.assignment(path: path)
    let keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard keys.allSatisfy({ !$0.isEmpty }) else {
      throw SettingsError("the path has an empty key: write --set key.path=value", at: location)
    }
    guard keys.count <= Self.deepestNesting else {
      throw SettingsError(
        "the path has more than \(Self.deepestNesting) keys",
        at: .assignment(path: keys.prefix(3).joined(separator: ".") + "…"))
    }
    guard keys != ["base"] else {
      throw SettingsError("the base is not a setting: name another file instead", at: location)
    }
    let text = assignment[assignment.index(after: mark)...].trimmed
    let value =
      text.isEmpty
      ? SettingsTree(.scalar(SettingsScalar(plain: "")), at: location)
      : try SettingsTree(yaml: text, source: location, precedence: precedence)
    try assign(value, to: keys[...], precedence: precedence)
  }

  private mutating func assign(
    _ value: SettingsTree, to path: ArraySlice<String>, precedence: Int
  ) throws {
    guard let key = path.first else {
      self = value
      return
    }
    switch content {
    case .mapping(var entries):
      let index = entries.firstIndex { $0.key == key } ?? entries.endIndex
      var child =
        index < entries.endIndex ? entries[index].value : SettingsTree(.mapping([]), at: value.location)
      try child.assign(value, to: path.dropFirst(), precedence: precedence)
      let entry = Entry(key: key, location: value.location, value: child, precedence: precedence)
      if index < entries.endIndex { entries[index] = entry } else { entries.append(entry) }
      content = .mapping(entries)
    case .sequence(var items):
      guard let index = Int(key), items.indices.contains(index) else {
        let range = items.isEmpty ? "it is empty" : "its items are 0 to \(items.count - 1)"
        throw SettingsError("'\(key)' is no item of the list at \(location): \(range)", at: value.location)
      }
      try items[index].assign(value, to: path.dropFirst(), precedence: precedence)
      content = .sequence(items)
    case .scalar:
      // A choice may be written as a bare name: giving it options turns it into a mapping.
      self = SettingsTree(.mapping([]), at: value.location)
      try assign(value, to: path, precedence: precedence)
    }
  }
}

extension Substring {
  /// The text without blanks at both ends.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
