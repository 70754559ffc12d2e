/// Reads any `Decodable` value from a configuration and accepts nothing that the value did not ask for.
///
/// * A key that the type's `init(from:)` never asked for (`decode`, `decodeIfPresent`, `contains`) is an
///   error that lists the keys that it did ask for and the nearest one.
/// * A value of the wrong type, a missing key and a list that is too long are errors.
/// * Numbers must be finite and fit their type; an integer is a number, a number is not an integer, and only
///   texts are texts (`title: "10"`).
/// * Keys of a file are lower case with hyphens: the coding key `learningRate` is read from `learning-rate`.
///   Keys of a dictionary are read as they stand.
/// * An error thrown by the type itself, such as `KeyedDecodingContainer.impossible`, gets file and line.
///
/// All errors are `SettingsError`.
package struct StrictDecoder: Sendable {
  /// A decoder.
  package init() {}

  /// Reads a value from a whole tree.
  package func decode<Value: Decodable>(_ type: Value.Type = Value.self, from tree: SettingsTree) throws
    -> Value
  {
    try SettingsReader(tree, root: tree, path: []).read(type)
  }
}

/// The reading of one place of the tree; it remembers what was asked for, so that the rest can be refused.
final class SettingsReader: Decoder {
  let tree: SettingsTree
  let root: SettingsTree
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Whether keys are read as they stand, as a dictionary's are.
  private(set) var readsPlainKeys = false
  /// The keys that were asked for, spelled as in a file, in order.
  private(set) var validKeys: [String] = []
  /// The number of list items that were asked for; `nil` as long as nobody wanted a list.
  private var askedItems: Int?
  /// Whether the value as a whole was taken: by a single-value container, or by a choice.
  var isTaken = false
  /// Readings that have to be finished with this one.
  private var parts: [SettingsReader] = []

  init(_ tree: SettingsTree, root: SettingsTree, path: [any CodingKey]) {
    self.tree = tree
    self.root = root
    codingPath = path
  }

  /// The dotted path of this place, as `--set` takes it; empty at the root.
  var path: String { Self.text(of: codingPath) }

  /// ` in 'optimizer.adam'`, or nothing at the root.
  var place: String { codingPath.isEmpty ? "" : " in '\(path)'" }

  static func text(of path: [any CodingKey]) -> String {
    path.map { $0.intValue.map(String.init) ?? KeySpelling.kebab($0.stringValue) }.joined(separator: ".")
  }

  // MARK: Reading

  /// A value of a type, with nothing left over.
  func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
    readsPlainKeys = type is any KeyedByText.Type
    let value: Value
    do {
      value = try Value(from: self)
    } catch let error as SettingsError {
      throw error
    } catch let error as DecodingError {
      throw translated(error, reading: type)
    } catch {
      throw SettingsError("\(codingPath.isEmpty ? "" : "'\(path)': ")\(error)", at: tree.location)
    }
    try finish()
    return value
  }

  /// Refuses what was written but never asked for.
  func finish() throws {
    for part in parts { try part.finish() }
    guard !isTaken else { return }
    switch tree.content {
    case .mapping(let entries):
      guard let entry = entries.first(where: { !validKeys.contains($0.key) }) else { return }
      throw unknown(entry)
    case .sequence(let items):
      let asked = askedItems ?? 0
      guard asked < items.count else { return }
      throw SettingsError(
        "'\(path)' is a list of \(items.count) where \(asked) \(asked == 1 ? "is" : "are") read",
        at: items[asked].location)
    case .scalar(let scalar):
      guard scalar.kind != .null else { return }
      throw SettingsError("'\(path)' takes no value, found \(scalar.explanation)", at: tree.location)
    }
  }

  /// A reading below this one that is finished together with it.
  func part(_ tree: SettingsTree, key: any CodingKey) -> SettingsReader {
    let part = SettingsReader(tree, root: root, path: codingPath + [key])
    parts.append(part)
    return part
  }

  /// Notes that a key is one of the type's; returns its spelling.
  @discardableResult
  func ask(_ key: any CodingKey) -> String {
    let spelling = spelling(key)
    if !validKeys.contains(spelling) { validKeys.append(spelling) }
    return spelling
  }

  /// Notes that the first `count` items of a list are the type's.
  func ask(items count: Int) { askedItems = max(askedItems ?? 0, count) }

  func spelling(_ key: any CodingKey) -> String {
    readsPlainKeys ? key.stringValue : KeySpelling.kebab(key.stringValue)
  }

  // MARK: Containers

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .mapping = tree.content else { throw mismatch("a mapping (key: value)") }
    return KeyedDecodingContainer(SettingsKeyedContainer(reader: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .sequence(let items) = tree.content else { throw mismatch("a list") }
    ask(items: 0)
    return SettingsUnkeyedContainer(reader: self, items: items)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    SettingsValueContainer(reader: self)
  }
}

/// Types whose keys are data rather than names, so they are not respelled.
private protocol KeyedByText {}
extension Dictionary: KeyedByText {}
