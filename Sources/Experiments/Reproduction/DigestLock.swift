import Archive
import Files
import Foundation
import Tensors

/// What every experiment came out as, committed: `results/digests.lock`; what those on the user's own data came out as,
/// for the user alone: `results/food11/digests.lock`.
///
/// A machine that arrives at other digests differs from the one that made the file; the first difference is
/// what to look at.
package struct DigestLock: Codable, Sendable, Equatable {
  /// One experiment's digests.
  package struct Entry: Codable, Sendable, Equatable {
    /// SHA-256 of all that the result depends on but the data (`RunIdentity.settingsDigest`).
    package var settings: String
    /// SHA-256 of each part of the data that the run used, by its name.
    package var data: [String: String]
    /// SHA-256 of the model after each epoch, the first before training.
    package var models: [String]
    /// The archive's content digest.
    package var archive: String

    /// The digests of a finished run of a configuration.
    package init(_ archive: RunArchive, _ configuration: some ExperimentSettings) throws {
      let identity = try RunIdentity(configuration, data: RunIdentity.data(in: archive.identityText()))
      settings = identity.settingsDigest.hexadecimal
      data = identity.data
      models = try archive.modelDigests().map(\.hexadecimal)
      self.archive = archive.contentDigest.hexadecimal
    }

    /// What differs first from an earlier result of the same settings, in words; `nil` if nothing does.
    func difference(from earlier: Entry) -> String? {
      if self == earlier { return nil }
      for part in Set(data.keys).union(earlier.data.keys).sorted() where data[part] != earlier.data[part] {
        return "the \(part) data differ"
      }
      for (epoch, (old, new)) in zip(earlier.models, models).enumerated() where old != new {
        return "the model differs from epoch \(epoch) on (\(new.prefix(12))…, not \(old.prefix(12))…)"
      }
      return "the models agree, but the archive's content differs"
    }
  }

  /// How an experiment's result relates to the file.
  package enum Comparison: Sendable, Equatable {
    /// The same digests.
    case equal
    /// There was no entry, or one of other settings; now there is this one.
    case recorded
    /// Another result of the same settings: what differs first, in words.
    case differs(String)
  }

  /// The entries by experiment.
  package private(set) var experiments: [String: Entry] = [:]

  /// A file without entries.
  package init() {}

  /// Reads the file; without one there are no entries.
  ///
  /// - Throws: `ArchiveError` when it is damaged, `FileError` when it cannot be read.
  package init(contentsOf path: String) throws {
    guard try FileOperations.exists(path) else { return }
    do {
      self = try JSONDecoder().decode(DigestLock.self, from: Data(FileOperations.contents(of: path)))
    } catch is DecodingError {
      throw ArchiveError(
        .damaged, file: path, reason: "is not a list of digests",
        remedy: "restore it with 'git checkout \(path)', or remove it if it is not in the repository")
    }
  }

  /// Compares a result with the file, and records it if the file says nothing of these settings.
  ///
  /// - Parameters:
  ///   - file: What a difference calls the file.
  ///   - isOfOwnData: Whether the data are the user's, who may change them: a result of other data is recorded too.
  package mutating func compare(
    _ name: String, _ entry: Entry, in file: String = "results/digests.lock", isOfOwnData: Bool = false
  ) -> Comparison {
    guard knows(name, entry), let known = experiments[name], !isOfOwnData || known.data == entry.data else {
      experiments[name] = entry
      return .recorded
    }
    return entry.difference(from: known).map { .differs("not what \(file) says: \($0)") } ?? .equal
  }

  /// Whether the file says anything of an experiment with these settings.
  func knows(_ name: String, _ entry: Entry) -> Bool { experiments[name]?.settings == entry.settings }

  /// Writes the file, sorted, if that changes it.
  ///
  /// - Throws: `FileError`.
  package func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes = Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    if try FileOperations.exists(path), try FileOperations.contents(of: path) == bytes { return }
    try FileOperations.system.replaceFile(path, with: bytes)
  }
}
