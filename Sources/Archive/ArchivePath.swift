/// Paths such as `hidden/linear/weight`: names joined by `/`.
package enum ArchivePath {
  /// The most bytes that one name may have.
  package static let longestComponent = 255

  /// Names that stand beside recorded values in every group.
  private static let reserved: Set<String> = ["epoch", "title"]

  /// What keeps a name (of a layer, a parameter, a metric) from standing in an archive, as the end of a
  /// sentence that begins with the name; `nil` for a good one.
  package static func problem(inComponent name: String) -> String? {
    if name.isEmpty { return "is empty" }
    if name == "." || name == ".." { return "means a directory, so it is no name" }
    if name.contains("/") { return "holds '/', which separates names" }
    if name.utf8.contains(where: { $0 < 32 || $0 == 127 }) { return "holds a control character" }
    if name.utf8.count > longestComponent {
      return "has \(name.utf8.count) bytes, and the most are \(longestComponent)"
    }
    if reserved.contains(name) { return "is a name that archives use in every group" }
    return nil
  }

  /// Refuses what cannot be a path, and two paths that cannot stand in one tree.
  ///
  /// - Throws: `ArchiveError` for a name that ``problem(inComponent:)`` refuses, a path that occurs twice, or
  ///   one that leads through another one, which would have to be a dataset and a group at once.
  static func check(_ paths: [String], file: String) throws {
    let all = Set(paths)
    var seen: Set<String> = []
    for path in paths {
      func refusal(_ reason: String) -> ArchiveError {
        ArchiveError(.invalid, file: file, object: path, reason: reason, remedy: "choose another name")
      }
      for name in path.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
        if let problem = problem(inComponent: name) { throw refusal("'\(name)' \(problem)") }
      }
      guard seen.insert(path).inserted else { throw refusal("this path occurs twice") }
      var parent = parent(of: path)
      while !parent.isEmpty {
        guard !all.contains(parent) else { throw refusal("'\(parent)' is an array too, so not a group") }
        parent = self.parent(of: parent)
      }
    }
  }

  /// All but the last component; empty if there is one only.
  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The last component.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
