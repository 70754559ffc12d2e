/// Members of a JSON object. Each value's own `encode(to:)` leads to `CanonicalValueContainer`.
struct CanonicalKeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: CanonicalWriter
  var codingPath: [any CodingKey] { writer.codingPath }

  mutating func encodeNil(forKey key: Key) throws { writer.member(key).value = .literal("null") }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    try writer.member(key).write(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    writer.member(key).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    writer.member(key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { writer }
  mutating func superEncoder(forKey key: Key) -> any Encoder { writer.member(key) }
}
