/// Takes one value apart into its canonical JSON.
final class CanonicalWriter: Encoder {
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  /// What was written so far; a value that writes nothing is an empty object.
  var value = CanonicalValue.object([:])
  /// Whether keys are written as they stand, as a dictionary's are.
  private(set) var writesPlainKeys = false

  init(path: [any CodingKey]) { codingPath = path }

  /// Writes a value.
  func write(_ new: some Encodable) throws {
    writesPlainKeys = type(of: new) is any TextKeyed.Type
    try new.encode(to: self)
  }

  /// The writer of a member of this object.
  func member(_ key: any CodingKey) -> CanonicalWriter {
    let member = CanonicalWriter(path: codingPath + [key])
    let name = writesPlainKeys ? key.stringValue : KeySpelling.kebab(key.stringValue)
    if case .object(var members) = value {
      members[name] = member
      value = .object(members)
    } else {
      value = .object([name: member])
    }
    return member
  }

  /// The writer of this array's next item.
  func item() -> CanonicalWriter {
    if case .array(let items) = value {
      let item = CanonicalWriter(path: codingPath + [SettingsIndexKey(index: items.count)])
      value = .array(items + [item])
      return item
    }
    let item = CanonicalWriter(path: codingPath + [SettingsIndexKey(index: 0)])
    value = .array([item])
    return item
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = value {} else { value = .object([:]) }
    return KeyedEncodingContainer(CanonicalKeyedContainer(writer: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = value {} else { value = .array([]) }
    return CanonicalUnkeyedContainer(writer: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { CanonicalValueContainer(writer: self) }
}

/// Types whose keys are data rather than names, so they are not respelled.
private protocol TextKeyed {}
extension Dictionary: TextKeyed {}
