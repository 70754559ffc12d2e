import Foundation

/// A tree of files as its user sees it and as a disk has it, which are the same only for what was waited for.
///
/// A file's bytes are on disk when the file was synchronized, a name when its directory was: what POSIX promises, and
/// no more.
package final class Disk {
  /// What a power loss takes of all that was not waited for.
  package enum Loss: Hashable, Sendable, CustomStringConvertible {
    /// All of it.
    case everything
    /// The bytes; what was made, renamed and removed is so. A file may then be empty or short.
    case contents
    /// What a seed chooses: changes of names one by one, a file's bytes all, not at all, or cut short.
    case some(seed: UInt64)

    package var description: String {
      switch self {
      case .everything: "all lost that was not synchronized"
      case .contents: "contents lost that were not synchronized"
      case .some(let seed): "some lost that was not synchronized (\(seed))"
      }
    }
  }

  private enum Change {
    case link(String, Node)
    case unlink(String)
    case rename(String, to: String, Node)

    func apply(to entries: inout [String: Node]) {
      switch self {
      case .link(let name, let node): entries[name] = node
      case .unlink(let name): entries[name] = nil
      case .rename(let name, let target, let node):
        entries[name] = nil
        entries[target] = node
      }
    }
  }

  private final class Node {
    let isDirectory: Bool
    var bytes: [UInt8] = []
    var durableBytes: [UInt8] = []
    var entries: [String: Node] = [:]
    var durableEntries: [String: Node] = [:]
    var pending: [Change] = []

    init(isDirectory: Bool) { self.isDirectory = isDirectory }

    func change(_ change: Change) {
      change.apply(to: &entries)
      pending.append(change)
    }

    func synchronize() {
      durableBytes = bytes
      durableEntries = entries
      pending = []
    }
  }

  private let root = Node(isDirectory: true)
  private var descriptors: [Int: Node] = [:]

  /// A disk that has all of a tree.
  package init(_ tree: Snapshot) {
    for path in tree.directories.sorted() {
      link(path, Node(isDirectory: true))
    }
    for (path, bytes) in tree.files {
      let file = Node(isDirectory: false)
      file.bytes = bytes
      link(path, file)
    }
    synchronizeAll(root)
  }

  private func synchronizeAll(_ node: Node) {
    node.synchronize()
    for entry in node.entries.values { synchronizeAll(entry) }
  }

  private func node(_ path: Substring) -> Node? {
    path.split(separator: "/").reduce(root) { $0?.entries[String($1)] }
  }

  /// The directory that a path lies in, and its name there.
  private func place(_ path: String) -> (directory: Node, name: String)? {
    let parts = path.split(separator: "/")
    guard let name = parts.last, let directory = node(parts.dropLast().joined(separator: "/")[...]) else {
      return nil
    }
    return (directory, String(name))
  }

  private func link(_ path: String, _ node: Node) {
    guard let place = place(path) else { return }
    place.directory.change(.link(place.name, node))
  }

  /// Begins another process, whose descriptors are its own.
  package func beginProcess() { descriptors = [:] }

  /// Does what a call did.
  package func apply(_ call: FileCall) {
    if call.name == "close" { descriptors[call.descriptor] = nil }
    guard call.answer >= 0 else { return }
    switch call.name {
    case "open":
      if node(call.path[...]) == nil { link(call.path, Node(isDirectory: false)) }
      let opened = node(call.path[...])
      if call.offset & Int(O_TRUNC) != 0 { opened?.bytes = [] }
      descriptors[call.descriptor] = opened
    case "write":
      guard let file = descriptors[call.descriptor] else { return }
      let end = call.offset + call.bytes.count
      file.bytes += [UInt8](repeating: 0, count: max(0, end - file.bytes.count))
      file.bytes.replaceSubrange(call.offset..<end, with: call.bytes)
    case "ftruncate":
      guard let file = descriptors[call.descriptor] else { return }
      file.bytes = Array(file.bytes.prefix(call.offset))
      file.bytes += [UInt8](repeating: 0, count: call.offset - file.bytes.count)
    case "fsync", "fdatasync": descriptors[call.descriptor]?.synchronize()
    case "mkdir": link(call.path, Node(isDirectory: true))
    case "remove":
      guard let place = place(call.path) else { return }
      place.directory.change(.unlink(place.name))
    case "rename": rename(call.path, to: call.target)
    default: break
    }
  }

  private func rename(_ path: String, to target: String) {
    guard let moved = node(path[...]), let from = place(path), let to = place(target) else { return }
    if from.directory === to.directory {
      from.directory.change(.rename(from.name, to: to.name, moved))
    } else {
      from.directory.change(.unlink(from.name))
      to.directory.change(.link(to.name, moved))
    }
  }

  /// What the user sees.
  package var current: Snapshot { snapshot { ($0.entries, $0.bytes) } }

  /// What is there after a power loss.
  package func after(_ loss: Loss) -> Snapshot {
    switch loss {
    case .everything: return snapshot { ($0.durableEntries, $0.durableBytes) }
    case .contents: return snapshot { ($0.entries, $0.durableBytes) }
    case .some(let seed):
      var random = SeededGenerator(seed: seed)
      return snapshot { node in
        var entries = node.durableEntries
        for change in node.pending where Bool.random(using: &random) { change.apply(to: &entries) }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return (entries, node.bytes)
        case 1: return (entries, node.durableBytes)
        default:
          guard node.bytes != node.durableBytes else { return (entries, node.bytes) }
          return (entries, Array(node.bytes.prefix(Int.random(in: 0...node.bytes.count, using: &random))))
        }
      }
    }
  }

  private func snapshot(_ view: (Node) -> (entries: [String: Node], bytes: [UInt8])) -> Snapshot {
    var result = Snapshot()
    func add(_ node: Node, _ path: String) {
      let (entries, bytes) = view(node)
      guard node.isDirectory else {
        result.files[path] = bytes
        return
      }
      if !path.isEmpty { result.directories.insert(path) }
      for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
        add(entry, path.isEmpty ? name : "\(path)/\(name)")
      }
    }
    add(root, "")
    return result
  }
}
