/// Items of a JSON array.
struct CanonicalUnkeyedContainer: UnkeyedEncodingContainer {
  let writer: CanonicalWriter
  var codingPath: [any CodingKey] { writer.codingPath }
  var count: Int { if case .array(let items) = writer.value { items.count } else { 0 } }

  mutating func encodeNil() throws { writer.item().value = .literal("null") }
  mutating func encode(_ value: some Encodable) throws { try writer.item().write(value) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    writer.item().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { writer.item().unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { writer.item() }
}
