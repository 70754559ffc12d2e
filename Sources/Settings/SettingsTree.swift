/// A configuration as it was written: mappings, lists and single values, each knowing where it stands.
///
/// Read one with `init(contentsOf:assignments:)`, then turn it into a value with `StrictDecoder`.
package struct SettingsTree: Hashable, Sendable {
  /// What stands at a place of the tree.
  package indirect enum Content: Hashable, Sendable {
    /// Keys with values, in the order in which they were written; no key stands twice.
    case mapping([Entry])
    /// Values in order.
    case sequence([SettingsTree])
    /// A single value.
    case scalar(SettingsScalar)
  }

  /// One key of a mapping and its value.
  package struct Entry: Hashable, Sendable {
    /// The key as written.
    package let key: String
    /// Where the key stands.
    package let location: SettingsLocation
    /// What it maps to.
    package var value: SettingsTree
    /// Which source wrote it last: 0 the base, 1 the file, then the assignments one by one.
    ///
    /// Where a type is a choice between cases, the case of the highest source is the one chosen.
    package var precedence: Int
  }

  /// What stands here.
  package var content: Content
  /// Where it stands.
  package var location: SettingsLocation

  /// A tree of given content.
  package init(_ content: Content, at location: SettingsLocation) {
    self.content = content
    self.location = location
  }

  /// The entries of a mapping; empty for anything else.
  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The value that a mapping has for a key, or that a list has at an index written as a number.
  package subscript(key: String) -> SettingsTree? {
    switch content {
    case .mapping(let entries): entries.first { $0.key == key }?.value
    case .sequence(let items): Int(key).flatMap { items.indices.contains($0) ? items[$0] : nil }
    case .scalar: nil
    }
  }

  /// Whether nothing stands here: an empty value, `~` or `null`.
  package var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.kind == .null } else { false }
  }

  /// An error about the value at a dotted path, such as `layers.2.linear`; it names the place of the
  /// deepest value on that path that was written down.
  package func error(_ message: String, at path: String) -> SettingsError {
    var place = self
    for key in path.split(separator: ".") {
      guard let next = place[String(key)] else { break }
      place = next
    }
    return SettingsError(message, at: place.location)
  }

  /// Where a text stands first, as a single value; `nil` if nowhere.
  package func location(of text: String) -> SettingsLocation? {
    switch content {
    case .mapping(let entries): entries.lazy.compactMap { $0.value.location(of: text) }.first
    case .sequence(let items): items.lazy.compactMap { $0.location(of: text) }.first
    case .scalar(let scalar): scalar.text == text ? location : nil
    }
  }

  /// What an error calls this value: `a mapping`, `a list`, `the integer 5`.
  package var explanation: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(let scalar): scalar.explanation
    }
  }
}

/// Where a setting was written: what an error about it must name.
public enum SettingsLocation: Hashable, Sendable, CustomStringConvertible {
  /// A line of a file, counted from 1.
  case file(path: String, line: Int)
  /// A file as a whole, when no line is at fault.
  case wholeFile(path: String)
  /// An assignment on the command line, by its dotted path.
  case assignment(path: String)
  /// A text that no file holds, such as a test's.
  case text(line: Int)

  /// `configs/001/lr-high.yaml:3`, `--set optimizer.adam.learning-rate` or `line 3`.
  public var description: String {
    switch self {
    case .file(let path, let line): "\(path):\(line)"
    case .wholeFile(let path): path
    case .assignment(let path): "--set \(path)"
    case .text(let line): "line \(line)"
    }
  }

  /// The place of a line in the same source; an assignment has only itself.
  func atLine(_ line: Int) -> SettingsLocation {
    switch self {
    case .file(let path, _), .wholeFile(let path): .file(path: path, line: line)
    case .assignment: self
    case .text: .text(line: line)
    }
  }
}
