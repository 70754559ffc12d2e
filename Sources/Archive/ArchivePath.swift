import Tensors

/// Paths such as `hidden/linear/weight`: names joined by `/`.
enum ArchivePath {
  /// Refuses what cannot be a path, and two paths that cannot stand in one tree.
  ///
  /// - Throws: `ArchiveError` for a name that `NamedTensor.problem(inComponent:)` refuses, a path that occurs
  ///   twice, or one that leads through another one, which would have to be a dataset and a group at once.
  static func check(_ paths: [String], file: String) throws {
    let all = Set(paths)
    var seen: Set<String> = []
    for path in paths {
      func refusal(_ reason: String) -> ArchiveError {
        ArchiveError(.invalid, file: file, object: path, reason: reason, remedy: "choose another name")
      }
      for name in path.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
        if let problem = NamedTensor.problem(inComponent: name) { throw refusal("'\(name)' \(problem)") }
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
