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
