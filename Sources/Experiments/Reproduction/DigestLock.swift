import Archive
import Foundation
import Tensors

/// What every experiment came out as, committed: `results/digests.lock`.
///
/// A machine that arrives at other digests differs from the one that made the file; the first difference is
/// what to look at.
public struct DigestLock: Codable, Sendable, Equatable {
  /// One experiment's digests.
  public struct Entry: Codable, Sendable, Equatable {
    /// SHA-256 of the resolved configuration.
    public var configuration: String
    /// SHA-256 of the data set.
    public var data: String
    /// SHA-256 of the model after each epoch, the first before training.
    public var models: [String]
    /// The archive's content digest.
    public var archive: String

    /// The digests of a finished run.
    public init(_ run: RunArchive, data: Digest) throws {
      configuration = run.identity.hexadecimal
      self.data = data.hexadecimal
      models = try run.modelDigests().map(\.hexadecimal)
      archive = run.contentDigest.hexadecimal
    }
  }

  /// How an experiment's result relates to the file.
  public enum Comparison: Sendable, Equatable {
    /// The same digests.
    case equal
    /// There was no entry, or one of another configuration; now there is this one.
    case recorded
    /// Another result of the same configuration: what differs first, in words.
    case differs(String)
  }

  /// The entries by experiment.
  public private(set) var experiments: [String: Entry] = [:]

  /// A file without entries.
  public init() {}

  /// Reads the file; without one there are no entries.
  ///
  /// - Throws: `ArchiveError` when it is damaged.
  public init(contentsOf path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else { return }
    do {
      self = try JSONDecoder().decode(DigestLock.self, from: data)
    } catch {
      throw ArchiveError(
        .damaged, file: path, reason: "is not a list of digests",
        remedy: "restore it with 'git checkout \(path)'")
    }
  }

  /// Compares a result with the file, and records it if the file says nothing of this configuration.
  public mutating func compare(_ name: String, _ entry: Entry) -> Comparison {
    guard let known = experiments[name], known.configuration == entry.configuration else {
      experiments[name] = entry
      return .recorded
    }
    if known == entry { return .equal }
    if known.data != entry.data { return .differs("the data set differs") }
    for (epoch, (old, new)) in zip(known.models, entry.models).enumerated() where old != new {
      return .differs(
        "the model differs from epoch \(epoch) on (\(new.prefix(12))…, committed \(old.prefix(12))…)")
    }
    return .differs("the models agree, but the archive's content differs")
  }

  /// Writes the file, sorted, if that changes it.
  public func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(self) + Data("\n".utf8)
    guard data != FileManager.default.contents(atPath: path) else { return }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ArchiveError(.inputOutput, file: path, reason: error.localizedDescription)
    }
  }
}
