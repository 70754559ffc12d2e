/// The keys of one mapping, each noted when it is asked for.
struct SettingsKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let reader: SettingsReader

  var codingPath: [any CodingKey] { reader.codingPath }

  /// The keys that are there and that `Key` knows; looking at them is not asking for them.
  var allKeys: [Key] {
    reader.tree.entries.compactMap { entry in
      for name in [entry.key, KeySpelling.camel(entry.key)] {
        if let key = Key(stringValue: name), reader.spelling(key) == entry.key { return key }
      }
      return nil
    }
  }

  func contains(_ key: Key) -> Bool { reader.tree[reader.ask(key)] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }

  // Serves the primitive types too: their own init(from:) leads to the value container.
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try SettingsReader(value(key), root: reader.root, path: codingPath + [key]).read(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try reader.part(value(key), key: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try reader.part(value(key), key: key).unkeyedContainer()
  }

  /// Inherited values have no place of their own in a mapping: they are read from its own keys.
  func superDecoder() throws -> any Decoder { reader }

  func superDecoder(forKey key: Key) throws -> any Decoder { try reader.part(value(key), key: key) }

  private func value(_ key: Key) throws -> SettingsTree {
    let name = reader.ask(key)
    guard let value = reader.tree[name] else { throw reader.missing(name) }
    return value
  }
}
