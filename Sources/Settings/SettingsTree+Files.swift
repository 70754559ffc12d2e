import Files
import Foundation

extension SettingsTree {
  /// The largest file that is read as a configuration, in bytes.
  static let largestFile = 1 << 20

  /// Reads a configuration: its base if it names one, the file over it, the assignments over both.
  ///
  /// - Parameters:
  ///   - path: a YAML file. Its top-level key `base:` names the file it builds on, relative to its own
  ///     folder; that one must not have a base itself.
  ///   - assignments: texts `key.path=value` in the order of the command line.
  /// - Throws: `SettingsError` naming file and line.
  package init(contentsOf path: String, assignments: [String] = []) throws {
    var tree = try Self.file(path, precedence: 1)
    if let name = tree.removeEntry("base") {
      var base = try Self.base(named: name, of: path)
      if let second = base.removeEntry("base") {
        throw SettingsError(
          "a base cannot have a base itself: name this file's base directly, or write the settings out",
          at: second.location, name.location)
      }
      base = base.merged(under: tree)
      tree = base
    }
    for (index, assignment) in assignments.enumerated() {
      try tree.assign(assignment, precedence: 2 + index)
    }
    self = tree
  }

  /// The path of the file that a configuration builds on; `nil` if on none.
  ///
  /// - Throws: `SettingsError` naming file and line.
  package static func base(of path: String) throws -> String? {
    guard case .scalar(let name)? = try file(path, precedence: 1)["base"]?.content else { return nil }
    return self.path(of: name, in: path)
  }

  /// The path of a base that a file names relative to its own folder.
  private static func path(of base: SettingsScalar, in file: String) -> String {
    let folder = FileOperations.parent(of: file)
    return base.text.hasPrefix("/") || folder.isEmpty ? base.text : "\(folder)/\(base.text)"
  }

  private static func base(named entry: Entry, of path: String) throws -> SettingsTree {
    guard case .scalar(let name) = entry.value.content, name.kind == .text, !name.text.isEmpty else {
      throw SettingsError(
        "'base' must be a file's name, found \(entry.value.explanation)", at: entry.value.location)
    }
    let basePath = self.path(of: name, in: path)
    do {
      return try file(basePath, precedence: 0)
    } catch let error as SettingsError where error.locations == [.wholeFile(path: basePath)] {
      throw SettingsError("base \(basePath): \(error.message)", at: entry.location)
    }
  }

  private static func file(_ path: String, precedence: Int) throws -> SettingsTree {
    let location = SettingsLocation.wholeFile(path: path)
    let tree = try SettingsTree(yaml: try text(of: path), source: location, precedence: precedence)
    guard case .mapping = tree.content else {
      throw SettingsError(
        "a configuration is a mapping (key: value), found \(tree.explanation)", at: tree.location)
    }
    return tree
  }

  private static func text(of path: String) throws -> String {
    do {
      let bytes = try FileOperations.contents(of: path, limit: largestFile)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw SettingsError("is not UTF-8 text: save it as UTF-8", at: .wholeFile(path: path))
      }
      return text
    } catch let error as FileError {
      throw SettingsError(error.reason, at: .wholeFile(path: path))
    }
  }

  /// Takes a key out of a mapping, so that what is left is only settings; gives what stood there.
  package mutating func removeEntry(_ key: String) -> Entry? {
    guard case .mapping(var entries) = content, let index = entries.firstIndex(where: { $0.key == key })
    else { return nil }
    let entry = entries.remove(at: index)
    content = .mapping(entries)
    return entry
  }
}
