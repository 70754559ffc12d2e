import Tensors

/// Collects what a file holds into one digest that every machine agrees on, whatever its zlib makes of it.
///
/// The digest is SHA-256 over one line for each dataset, sorted by the bytes of its path: `path`, `type`
/// (`float32`, `float64`, `int64`, `uint8` or `text`), the lengths of the dimensions joined by `x` (empty for
/// a scalar) and the SHA-256 of the values, with tabs between and a line feed behind. Values are
/// little-endian in row-major order; texts' are their UTF-8 bytes, each text's with a zero byte behind. What
/// does not belong to the result is left out: the title, the program's name and version, and
/// `/run/provenance`, which names library versions; so are attributes.
struct ContentDigest {
  /// What is covered, in the order of adding.
  private(set) var datasets: [StoredDataset] = []

  /// What is left out with everything below it.
  static let excluded = [RunTree.provenance, RunTree.title, RunTree.program]

  mutating func add(_ path: String, type: String, shape: [Int], values: Digest) {
    guard !Self.excluded.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else { return }
    datasets.append(StoredDataset(path: path, type: type, shape: shape, values: values))
  }

  mutating func add(_ path: String, _ elements: Tensor.Elements, shape: [Int]) {
    let digest = elements.withUnsafeBytes { Digest(of: $0) }
    add(path, type: elements.type.rawValue, shape: shape, values: digest)
  }

  mutating func add(_ path: String, texts: [String], shape: [Int]) {
    var hasher = Digest.Hasher()
    for text in texts { hasher.update(text + "\0") }
    add(path, type: "text", shape: shape, values: hasher.finalize())
  }

  func finalize() -> Digest {
    var hasher = Digest.Hasher()
    for dataset in datasets.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      hasher.update(dataset.line)
    }
    return hasher.finalize()
  }
}

/// A dataset as the content digest covers it.
package struct StoredDataset: Hashable, Sendable {
  /// Where it stands: `/run/loss/train`.
  package let path: String
  /// `float32`, `float64`, `int64`, `uint8` or `text`.
  package let type: String
  /// The lengths of its dimensions; empty for a scalar.
  package let shape: [Int]
  /// SHA-256 of its values.
  package let values: Digest

  /// The line over which the content digest is taken.
  fileprivate var line: String {
    "\(path)\t\(type)\t\(shape.map(String.init).joined(separator: "x"))\t\(values)\n"
  }
}

extension HDF5File {
  /// The content digest of what the file holds.
  func contentDigest() throws -> Digest { try content().finalize() }

  /// What the content digest covers, without the datasets at the paths to leave out, which are not read.
  func content(leavingOut paths: Set<String> = []) throws -> ContentDigest {
    var content = ContentDigest()
    try addContent(below: "", depth: 0, leavingOut: paths, to: &content)
    return content
  }

  /// Adds every dataset below a group; the depth ends a file that contains itself.
  private func addContent(
    below group: String, depth: Int, leavingOut paths: Set<String>, to content: inout ContentDigest
  ) throws {
    guard depth < 64 else { throw place(group).error(.foreign, "groups lie too deep") }
    for name in try names(in: group.isEmpty ? "/" : group) {
      let object = group + "/" + name
      guard !paths.contains(object) else { continue }
      if try isGroup(object) {
        try addContent(below: object, depth: depth + 1, leavingOut: paths, to: &content)
        continue
      }
      let dataset = try HDF5Dataset(open: object, in: self)
      if try dataset.elementType() != nil {
        content.add(object, try dataset.tensor().elements, shape: dataset.shape)
      } else {
        content.add(object, texts: try dataset.texts(), shape: dataset.shape)
      }
    }
  }
}
