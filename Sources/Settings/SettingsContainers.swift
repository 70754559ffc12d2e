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

/// The items of one list, taken from first to last.
struct SettingsUnkeyedContainer: UnkeyedDecodingContainer {
  let reader: SettingsReader
  let items: [SettingsTree]
  private(set) var currentIndex = 0

  init(reader: SettingsReader, items: [SettingsTree]) {
    self.reader = reader
    self.items = items
  }

  var codingPath: [any CodingKey] { reader.codingPath }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex == items.count }

  mutating func decodeNil() throws -> Bool {
    guard try item().isNull else { return false }
    advance()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try SettingsReader(item(), root: reader.root, path: codingPath + [key]).read(type)
    advance()
    return value
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let container = try reader.part(item(), key: key).container(keyedBy: type)
    advance()
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try reader.part(item(), key: key).unkeyedContainer()
    advance()
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let part = reader.part(try item(), key: key)
    advance()
    return part
  }

  private var key: SettingsIndexKey { SettingsIndexKey(index: currentIndex) }

  private func item() throws -> SettingsTree {
    guard !isAtEnd else {
      throw SettingsError(
        "'\(reader.path)' is a list of \(items.count), more are needed", at: reader.tree.location)
    }
    return items[currentIndex]
  }

  private mutating func advance() {
    currentIndex += 1
    reader.ask(items: currentIndex)
  }
}

/// One value taken as a whole.
struct SettingsValueContainer: SingleValueDecodingContainer {
  let reader: SettingsReader

  var codingPath: [any CodingKey] { reader.codingPath }

  func decodeNil() -> Bool {
    guard reader.tree.isNull else { return false }
    reader.isTaken = true
    return true
  }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .scalar(let scalar) = reader.tree.content, case .boolean(let value) = scalar.kind else {
      throw reader.mismatch("true or false")
    }
    reader.isTaken = true
    return value
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .scalar(let scalar) = reader.tree.content, scalar.kind == .text else {
      throw reader.mismatch(reader.tree.isNull ? "a text" : "a text (put it in quotes)")
    }
    reader.isTaken = true
    return scalar.text
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try SettingsReader(reader.tree, root: reader.root, path: codingPath).read(type)
    reader.isTaken = true
    return value
  }

  func decode(_ type: Double.Type) throws -> Double { try number(type) }
  func decode(_ type: Float.Type) throws -> Float { try number(type) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  private func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard case .scalar(let scalar) = reader.tree.content else { throw reader.mismatch("an integer") }
    do {
      let value = try scalar.integer(as: type)
      reader.isTaken = true
      return value
    } catch .otherKind {
      throw reader.mismatch("an integer")
    } catch .outOfRange(let range) {
      throw reader.mismatch(range)
    }
  }

  private func number<Value: BinaryFloatingPoint & LosslessStringConvertible>(
    _ type: Value.Type
  ) throws -> Value {
    guard case .scalar(let scalar) = reader.tree.content else { throw reader.mismatch("a number") }
    do {
      let value = try scalar.number(as: type)
      reader.isTaken = true
      return value
    } catch .otherKind {
      throw reader.mismatch("a number")
    } catch .outOfRange(let range) {
      throw reader.mismatch(range)
    }
  }
}

/// A key that stands for itself: a name chosen by the writer of a configuration.
struct PlainKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// The key of a list's item: its index from 0.
struct SettingsIndexKey: CodingKey {
  let index: Int

  init(index: Int) { self.index = index }
  init?(stringValue: String) { nil }
  init?(intValue: Int) { index = intValue }

  var stringValue: String { String(index) }
  var intValue: Int? { index }
}
