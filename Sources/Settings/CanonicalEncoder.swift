/// Takes one value apart into its canonical JSON.
final class CanonicalWriter: Encoder {
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  /// What was written so far; a value that writes nothing is an empty object.
  var value = CanonicalValue.object([:])
  /// Whether keys are written as they stand, as a dictionary's are.
  private(set) var writesPlainKeys = false
  private let leavesOutDefaults: Bool

  init(path: [any CodingKey], leavesOutDefaults: Bool = false) {
    codingPath = path
    self.leavesOutDefaults = leavesOutDefaults
  }

  /// Writes a value.
  func write(_ new: some Encodable) throws {
    writesPlainKeys = type(of: new) is any TextKeyed.Type
    try new.encode(to: self)
    if leavesOutDefaults, !writesPlainKeys, case .object(let members) = value, !members.isEmpty,
      let type = type(of: new) as? any Codable.Type
    {
      try leaveOutDefaults(of: type, whole: canonicalJSON(new))
    }
  }

  /// Removes every key of this object without which the type reads the same value, whose whole text is `whole`.
  private func leaveOutDefaults<Value: Codable>(of type: Value.Type, whole: String) throws {
    guard case .object(var members) = value else { return }
    for key in members.keys.sorted() {
      var others = members
      others[key] = nil
      guard let same = try? StrictDecoder().decode(type, from: CanonicalValue.object(others).tree),
        try canonicalJSON(same) == whole
      else { continue }
      members = others
    }
    value = .object(members)
  }

  /// The writer of a member of this object.
  func member(_ key: any CodingKey) -> CanonicalWriter {
    let member = CanonicalWriter(path: codingPath + [key], leavesOutDefaults: leavesOutDefaults)
    let name = writesPlainKeys ? key.stringValue : KeySpelling.kebab(key.stringValue)
    if case .object(var members) = value {
      value = .literal("null")  // the only other reference: without it the members are changed in place
      members[name] = member
      value = .object(members)
    } else {
      value = .object([name: member])
    }
    return member
  }

  /// The writer of this array's next item.
  func item() -> CanonicalWriter {
    guard case .array(var items) = value else {
      let item = next(0)
      value = .array([item])
      return item
    }
    let item = next(items.count)
    value = .literal("null")  // as above
    items.append(item)
    value = .array(items)
    return item
  }

  private func next(_ index: Int) -> CanonicalWriter {
    CanonicalWriter(
      path: codingPath + [SettingsIndexKey(index: index)], leavesOutDefaults: leavesOutDefaults)
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
