/// Members of a JSON object. Each value's own `encode(to:)` leads to the value container below.
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

/// A single JSON value.
struct CanonicalValueContainer: SingleValueEncodingContainer {
  let writer: CanonicalWriter
  var codingPath: [any CodingKey] { writer.codingPath }

  mutating func encodeNil() throws { writer.value = .literal("null") }
  mutating func encode(_ value: Bool) throws { writer.value = .literal(value ? "true" : "false") }
  mutating func encode(_ value: String) throws { writer.value = .text(value) }
  mutating func encode(_ value: Double) throws { try encode(number: value) }
  mutating func encode(_ value: Float) throws { try encode(number: value) }
  mutating func encode(_ value: Int) throws { encode(integer: value) }
  mutating func encode(_ value: Int8) throws { encode(integer: value) }
  mutating func encode(_ value: Int16) throws { encode(integer: value) }
  mutating func encode(_ value: Int32) throws { encode(integer: value) }
  mutating func encode(_ value: Int64) throws { encode(integer: value) }
  mutating func encode(_ value: UInt) throws { encode(integer: value) }
  mutating func encode(_ value: UInt8) throws { encode(integer: value) }
  mutating func encode(_ value: UInt16) throws { encode(integer: value) }
  mutating func encode(_ value: UInt32) throws { encode(integer: value) }
  mutating func encode(_ value: UInt64) throws { encode(integer: value) }
  mutating func encode(_ value: some Encodable) throws { try writer.write(value) }

  private func encode(integer value: some FixedWidthInteger) { writer.value = .literal(String(value)) }

  private func encode<Value: BinaryFloatingPoint & CustomStringConvertible>(number value: Value) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "\(value) has no JSON form"))
    }
    writer.value = .literal(CanonicalValue.number(shortest: value.description))
  }
}
