import Foundation

/// What a directory holds.
package struct Snapshot: Equatable, Sendable {
  /// The directories below it, in any order.
  var directories: Set<String> = []
  /// The files below it, by path.
  var files: [String: [UInt8]] = [:]

  /// An empty directory.
  package init() {}

  /// What is in a directory now.
  init(of path: String) throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      var isDirectory: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory) else {
        continue
      }
      if isDirectory.boolValue {
        directories.insert(name)
      } else {
        files[name] = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
      }
    }
  }

  /// Makes a directory that holds this and nothing else, in the place of whatever is there.
  func write(to path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in directories.sorted() {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }
    for (name, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)")) }
  }

  /// What a run that goes on from here depends on: without the contents of what is removed, replaced or only appended to,
  /// and without the process's number.
  var essence: Snapshot {
    var essence = Snapshot()
    essence.directories = directories
    for (name, bytes) in files {
      let file = name.split(separator: "/").last ?? ""
      if file.hasSuffix(".tmp") {
        essence.files[name.split(separator: ".").dropLast(2).joined(separator: ".") + ".tmp"] = []
      } else {
        essence.files[name] = [".lock", "host.json", "timing.jsonl"].contains(file) ? [] : bytes
      }
    }
    return essence
  }

  /// What snapshots are sorted by.
  var order: [String] {
    directories.sorted() + files.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }
  }
}

extension Snapshot: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(directories)
    hasher.combine(files)
  }
}
