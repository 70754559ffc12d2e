import Foundation
import Tensors

/// The last 320 bytes of each of our files: plain text behind the HDF5 data, which other readers ignore.
///
/// It holds a SHA-256 over everything before it, checked before libhdf5 sees a byte: some damaged files make
/// libhdf5 crash, so none is handed to it. It also tells a run's identity and content without opening it.
///
/// ```
/// reprise-archive 1
/// kind run
/// identity <64 hexadecimal digits>
/// content <64 hexadecimal digits>
/// length <20 decimal digits: the bytes before the label>
/// sha256 <64 hexadecimal digits: over those bytes and this label up to here>
/// ```
public struct ArchiveLabel: Hashable, Sendable {
  /// What a file is.
  public enum Kind: String, Sendable {
    /// Arrays saved on their own.
    case arrays
    /// One epoch of a run that is not finished.
    case segment
    /// The state from which a run goes on.
    case checkpoint
    /// A finished run.
    case run
  }

  /// What the file is.
  public let kind: Kind
  /// The configuration's digest, or `nil` for arrays that belong to no run.
  public let identity: Digest?
  /// The content digest: equal on every machine for equal content (see ``ContentDigest``).
  public let content: Digest
  /// The number of bytes before the label.
  let length: Int

  static let byteCount = 320
  private static let heading = "\nreprise-archive 1\n"
  private static let none = String(repeating: "0", count: 64)

  init(kind: Kind, identity: Digest?, content: Digest, length: Int) {
    self.kind = kind
    self.identity = identity
    self.content = content
    self.length = length
  }

  /// Reads a file's label alone, which is quick; whether the rest is undamaged is not checked.
  ///
  /// - Throws: `ArchiveError` if there is no such file, it was cut short, or it is not one of ours.
  public init(of path: String) throws {
    let file = try LabelledFile(path)
    self = file.label
  }

  /// The text over which, after the file's bytes, the digest is taken.
  var signed: String {
    let digits = String(length)
    let padded = String(repeating: "0", count: 20 - digits.count) + digits
    return Self.heading + "kind \(kind.rawValue)\nidentity \(identity?.hexadecimal ?? Self.none)\n"
      + "content \(content)\nlength \(padded)\nsha256 "
  }

  /// The label's bytes, with the digest of everything before.
  func bytes(sealedBy digest: Digest) -> [UInt8] {
    var bytes = Array((signed + digest.hexadecimal + "\n").utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: Self.byteCount - bytes.count - 1))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Takes a label apart; `nil` for anything but a label.
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
      let length = fields["length"].flatMap({ Int($0) }), length >= 0,
      let digest = fields["sha256"].flatMap(Digest.init(hexadecimal:))
    else { return nil }
    let label = ArchiveLabel(
      kind: kind, identity: identity == none ? nil : Digest(hexadecimal: identity), content: content,
      length: length)
    return label.bytes(sealedBy: digest) == bytes ? (label, digest) : nil
  }
}
