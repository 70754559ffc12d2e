import Archive
import Files
import Foundation
import Tensors

/// What every experiment came out as, committed: `results/digests.lock`; what those on the user's own data came out as,
/// for the user alone: `results/food11/digests.lock`.
///
/// A machine that arrives at other digests differs from the one that made the entry, which the file describes; the first
/// difference is what to look at. Equal digests leave the file as it is, whatever machine arrived at them.
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
    /// The key of the machine that made the result, among the file's machines; `nil` for a result that is not in a file.
    package fileprivate(set) var machine: String?

    /// The digests of a finished run of a configuration.
    package init(_ archive: RunArchive, _ configuration: some ExperimentSettings) throws {
      let identity = try RunIdentity(configuration, data: RunIdentity.data(in: archive.identityText()))
      settings = identity.settingsDigest.hexadecimal
      data = identity.data
      models = try archive.modelDigests().map(\.hexadecimal)
      self.archive = archive.contentDigest.hexadecimal
    }

    /// What differs first from an earlier result of the same settings; `nil` if nothing does.
    func difference(from earlier: Entry) -> Difference? {
      for part in Set(data.keys).union(earlier.data.keys).sorted() where data[part] != earlier.data[part] {
        return Difference(.data(part), earlier: earlier.data[part], later: data[part])
      }
      for (epoch, (old, new)) in zip(earlier.models, models).enumerated() where old != new {
        return Difference(.model(epoch: epoch), earlier: old, later: new)
      }
      return archive == earlier.archive
        ? nil : Difference(.archive, earlier: earlier.archive, later: archive)
    }
  }

  /// The first digest that two results of the same settings do not have in common.
  package struct Difference: Sendable, Equatable, CustomStringConvertible {
    /// What was digested.
    package enum Subject: Sendable, Equatable {
      /// A part of the data, by its name.
      case data(String)
      /// The model after an epoch.
      case model(epoch: Int)
      /// All that the archive's content digest covers; the models are the same.
      case archive
    }

    /// What has the two digests.
    package let subject: Subject
    /// The digests; `nil` for a part of the data that only one result was made on.
    package let earlier, later: String?

    init(_ subject: Subject, earlier: String?, later: String?) {
      (self.subject, self.earlier, self.later) = (subject, earlier, later)
    }

    /// What has the digests: `model after epoch 2`.
    package var place: String {
      switch subject {
      case .data(let part): "\(part) data"
      case .model(let epoch): "model after epoch \(epoch)"
      case .archive: "the archive's content, with the same models"
      }
    }

    /// What differs, in words.
    package var description: String {
      func short(_ digest: String?) -> String { digest.map { "\($0.prefix(12))…" } ?? "none" }
      switch subject {
      case .data(let part): return "the \(part) data differ"
      case .model(let epoch):
        return "the model differs from epoch \(epoch) on (\(short(later)), not \(short(earlier)))"
      case .archive: return "the models agree, but the archive's content differs"
      }
    }
  }

  /// How an experiment's result relates to the file.
  package enum Comparison: Sendable, Equatable {
    /// The same digests.
    case equal
    /// There was no entry, or one of other settings; now there is this one.
    case recorded
    /// Another result of the same settings: in words how it differs and from what, and the digests where it is a matter
    /// of the file's.
    case differs(String, Difference? = nil)
  }

  /// The entries by experiment.
  package private(set) var experiments: [String: Entry] = [:]
  /// What the entries were made with, by the keys that they name.
  package private(set) var machines: [String: Machine] = [:]

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
  ///   - machine: What made the result; it is recorded with it.
  ///   - file: What a difference calls the file.
  ///   - isOfOwnData: Whether the data are the user's, who may change them: a result of other data is recorded too.
  package mutating func compare(
    _ name: String, _ entry: Entry, madeWith machine: Machine, in file: String = "results/digests.lock",
    isOfOwnData: Bool = false
  ) -> Comparison {
    guard knows(name, entry), let known = experiments[name], !isOfOwnData || known.data == entry.data else {
      record(name, entry, machine)
      return .recorded
    }
    return entry.difference(from: known).map { .differs("not what \(file) says: \($0)", $0) } ?? .equal
  }

  /// Takes in an entry with its machine, and forgets machines that no entry names any more.
  private mutating func record(_ name: String, _ entry: Entry, _ machine: Machine) {
    experiments[name] = entry
    experiments[name]?.machine = machine.key
    machines[machine.key] = machine
    let named = Set(experiments.values.compactMap(\.machine))
    machines = machines.filter { named.contains($0.key) }
  }

  /// What made the result that the file has of an experiment; `nil` if it does not say.
  package func machine(of name: String) -> Machine? {
    experiments[name]?.machine.flatMap { machines[$0] }
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
