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
