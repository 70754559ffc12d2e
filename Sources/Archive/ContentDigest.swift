import Tensors

/// Collects what a file holds into one digest that every machine agrees on, whatever its zlib makes of it.
///
/// The digest is SHA-256 over one line for each dataset, sorted by the bytes of its path:
/// `path`, `type` (`float32`, `float64`, `int64`, `uint8` or `text`), the extents joined by `x` (empty for a
/// scalar) and the SHA-256 of the values, with tabs between and a line feed behind. Values are little-endian
/// in row-major order; a text's are its UTF-8 bytes without padding. `/run/provenance` is left out, since it
/// names library versions; attributes are left out, and so is the digest itself, which is one.
public struct ContentDigest {
  private var lines: [(path: String, line: String)] = []

  /// What is left out with everything below it.
  static let excluded = "/run/provenance"

  mutating func add(_ path: String, type: String, shape: [Int], values: Digest) {
    guard path != Self.excluded, !path.hasPrefix(Self.excluded + "/") else { return }
    let extents = shape.map(String.init).joined(separator: "x")
    lines.append((path, "\(path)\t\(type)\t\(extents)\t\(values)\n"))
  }

  mutating func add(_ path: String, _ array: ArchiveArray) {
    let digest = array.elements.withUnsafeBytes { Digest(of: $0) }
    add(path, type: array.elements.type.rawValue, shape: array.shape, values: digest)
  }

  mutating func add(_ path: String, texts: [String], shape: [Int]) {
    var hasher = Digest.Hasher()
    for text in texts { hasher.update(text) }
    add(path, type: "text", shape: shape, values: hasher.finalize())
  }

  func finalize() -> Digest {
    var hasher = Digest.Hasher()
    for entry in lines.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      hasher.update(entry.line)
    }
    return hasher.finalize()
  }
}
