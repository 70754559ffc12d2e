import Foundation
import Tensors

/// The first 512 bytes of each of our files: plain text in HDF5's user block, which other programs keep.
///
/// It holds a SHA-256 over everything behind it, checked before libhdf5 sees a byte: some damaged files make
/// libhdf5 crash. It also tells a run's identity and content without opening the file.
///
/// ```
/// reprise-archive 2
/// kind run
/// identity <64 hexadecimal digits>
/// content <64 hexadecimal digits>
/// length <20 decimal digits: the bytes behind the label>
/// sha256 <64 hexadecimal digits: over those bytes, then this label up to here>
/// ```
package struct ArchiveLabel: Hashable, Sendable {
  /// What a file is.
  package enum Kind: String, Sendable {
    /// One epoch of a run that is not finished.
    case segment
    /// The state from which a run goes on.
    case checkpoint
    /// A finished run.
    case run
  }

  /// What the file is.
  package let kind: Kind
  /// The run's identity, or `nil` for a file that belongs to no run.
  package let identity: Digest?
  /// The content digest: equal on every machine for equal content (see ``ContentDigest``).
  package let content: Digest
  /// The number of bytes behind the label.
  let length: Int

  /// The version of the format that this program writes and reads.
  static let formatVersion: Int64 = 2
  static let byteCount = 512
  private static let heading = "reprise-archive "
  private static let none = String(repeating: "0", count: 64)

  init(kind: Kind, identity: Digest?, content: Digest, length: Int) {
    self.kind = kind
    self.identity = identity
    self.content = content
    self.length = length
  }

  /// Reads the label alone, which is quick; what stands behind it is not looked at, nor how long it is.
  ///
  /// - Throws: `FileError` for no file, `ArchiveError` for one that begins with no label of this format.
  package init(of path: String) throws { self = try LabeledFile(path).label }

  /// The text over which, after the bytes behind the label, the digest is taken.
  var signed: String {
    let digits = String(length)
    let padded = String(repeating: "0", count: 20 - digits.count) + digits
    return Self.heading + "\(Self.formatVersion)\nkind \(kind.rawValue)\n"
      + "identity \(identity?.hexadecimal ?? Self.none)\ncontent \(content)\nlength \(padded)\nsha256 "
  }

  /// The label's bytes, with the digest of everything behind it.
  func bytes(sealedBy digest: Digest) -> [UInt8] {
    var bytes = Array((signed + digest.hexadecimal + "\n").utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: Self.byteCount - bytes.count - 1))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Takes a label apart; `nil` for anything but a label of this format.
  static func parse(_ bytes: [UInt8]) -> (label: ArchiveLabel, digest: Digest)? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix(heading) else { return nil }
    var fields: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      if words.count == 2 { fields[String(words[0])] = String(words[1]) }
    }
    guard let kind = fields["kind"].flatMap(Kind.init(rawValue:)), let identity = fields["identity"],
      let content = fields["content"].flatMap(Digest.init(hexadecimal:)),
      let length = fields["length"].flatMap({ Int($0) }), length >= 0, length <= Int.max - byteCount,
      let digest = fields["sha256"].flatMap(Digest.init(hexadecimal:))
    else { return nil }
    let label = ArchiveLabel(
      kind: kind, identity: identity == none ? nil : Digest(hexadecimal: identity), content: content,
      length: length)
    return label.bytes(sealedBy: digest) == bytes ? (label, digest) : nil
  }

  /// The format's version if the bytes begin as a label of any version does.
  static func version(_ bytes: [UInt8]) -> Int? {
    guard bytes.starts(with: heading.utf8) else { return nil }
    let digits = bytes.dropFirst(heading.utf8.count).prefix { $0 != UInt8(ascii: "\n") }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
