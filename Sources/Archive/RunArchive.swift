import Files
import Foundation
import Tensors

/// A finished run's file, to be read: for figures, reports and comparisons.
///
/// Every byte is checked against the file's SHA-256 when it is opened, so a file that was cut short or
/// damaged is an error at once. One that another program has written to, whatever its length is now, and that
/// still holds the same values counts as intact (``isRewritten``). Values are read from disk when they are
/// asked for.
public final class RunArchive: Sendable {
  /// The file.
  public let path: String
  /// The run's identity: the digest of ``identityText()``.
  public let identity: Digest
  /// The content digest: equal on every machine for an equal run.
  public let contentDigest: Digest
  /// The epochs, 0 … the last; none of a run that only computed.
  public let epochs: [Int]
  /// The metrics in declared order.
  public let metrics: [MetricDescription]
  /// Whether another program has written to the file since; its values are those of the run all the same.
  public let isRewritten: Bool

  let file: HDF5File
  let index: RunIndex

  /// Opens a finished run.
  ///
  /// When the file's SHA-256 does not fit, a child process tries to read all of it, because some damaged
  /// files crash libhdf5, and then the content digest decides.
  ///
  /// - Throws: `FileError` for no file; `ArchiveError` of the kind `damaged` (cut short, values changed) or
  ///   `foreign` (not a run's file, another version of the format).
  public init(_ path: String) throws {
    let labeled = try LabeledFile(path)
    try labeled.require(.run)
    let isRewritten = try !labeled.isAsWritten()
    let file = isRewritten ? try Self.intactFile(labeled) : try HDF5File(reading: path, size: labeled.size)
    func foreign(_ reason: String) -> ArchiveError {
      ArchiveError(.foreign, file: path, reason: reason, remedy: LabeledFile.remedy(.run))
    }
    guard let identity = labeled.label.identity,
      Digest(of: try file.text(RunTree.identity + "/data")) == identity
    else { throw foreign("does not say which run it is") }
    index = try JSONText.decode(
      RunIndex.self, try file.text(RunTree.index + "/data"), file: path, remedy: LabeledFile.remedy(.run))
    let epochs = index.computed == nil ? try file.tensor(RunTree.digests + "/epoch").integers : []
    guard let epochs else { throw foreign("its epochs are no integers") }
    self.path = path
    self.identity = identity
    self.isRewritten = isRewritten
    contentDigest = labeled.label.content
    self.epochs = epochs.map { Int($0) }
    metrics = index.metrics
    self.file = file
  }

  /// A file that another program has written to, opened if it still holds the values of the run.
  private static func intactFile(_ labeled: borrowing LabeledFile) throws -> HDF5File {
    guard try HDF5File.survivesReading(labeled.path) else {
      throw labeled.damaged(
        labeled.isShorter
          ? "is cut short" : "its bytes do not match its SHA-256, and libhdf5 cannot read them all")
    }
    do {
      let file = try HDF5File(reading: labeled.path, size: labeled.size)
      guard try file.contentDigest() == labeled.label.content else {
        throw HDF5.Place(labeled.path, "/").error(.damaged, "its values are not those that were written")
      }
      return file
    } catch let error as ArchiveError {
      throw labeled.damaged("its bytes do not match its SHA-256: \(error.object): \(error.reason)")
    }
  }

  /// The experiment in words.
  public func title() throws -> String { try file.text(RunTree.title) }

  /// The program and its version.
  public func creator() throws -> String { try file.text(RunTree.program) }

  /// The resolved configuration as JSON.
  public func configuration() throws -> String { try file.text(RunTree.configuration + "/data") }

  /// The JSON text whose SHA-256 is ``identity``: everything that the run's result depends on.
  public func identityText() throws -> String { try file.text(RunTree.identity + "/data") }

  /// Versions and data digests as JSON.
  public func provenance() throws -> String { try file.text(RunTree.provenance + "/data") }

  /// A metric, one value for each of ``epochs``; NaN where an epoch has none.
  ///
  /// - Throws: `ArchiveError` if there is no such metric, naming those there are.
  public func metric(_ name: String) throws -> [Double] {
    try require(name, in: metrics.map(\.name), "metric")
    return try doubles("/run/" + RunTree.metric(name))
  }

  /// The model's digest after each of ``epochs``.
  public func modelDigests() throws -> [Digest] {
    guard !epochs.isEmpty else { return [] }
    let object = RunTree.digests + "/model"
    let dataset = try HDF5Dataset(open: object, in: file)
    return try dataset.texts().map { text in
      guard let digest = Digest(hexadecimal: text) else {
        throw ArchiveError(.foreign, file: path, object: object, reason: "'\(text)' is no digest")
      }
      return digest
    }
  }

  /// The epochs after which the whole training state is kept, ascending; the last epoch is one of them.
  public var stateEpochs: [Int] { index.states.map(\.epoch) }

  /// The whole training state after an epoch (the last one unless said), from which training could go on.
  ///
  /// - Throws: `ArchiveError` if that epoch kept no state, naming those that did.
  public func checkpoint(at epoch: Int? = nil) throws -> Checkpoint {
    let outline = try stateOutline(at: epoch)
    let group = RunTree.state(outline.epoch)
    return try outline.checkpoint(state: try file.text(group + "/state/data")) { path in
      if let parameter = Checkpoint.parameter(path) {
        return try self.parameter(parameter, at: outline.epoch)
      }
      return try file.tensor("\(group)/\(path)")
    }
  }

  /// The epoch after which the network was best, or `nil` if the run was not asked to say so.
  public func bestEpoch() throws -> Int? {
    guard try file.names(in: "/run").contains(ArchivePath.name(of: RunTree.bestEpoch)) else { return nil }
    return try integers(RunTree.bestEpoch).first.map { Int($0) }
  }

  /// The fixed examples, or `nil` if the run has none.
  public func probe() throws -> Probe? {
    guard try file.names(in: "/run").contains("probe") else { return nil }
    let names = try file.names(in: RunTree.probe)
    func part<T>(_ name: String, _ read: (String) throws -> T) throws -> T? {
      names.contains(name) ? try read("\(RunTree.probe)/\(name)") : nil
    }
    return Probe(
      inputs: try file.tensor(RunTree.probe + "/input"), classes: try part("label", integers),
      classNames: try part("class_name") { try HDF5Dataset(open: $0, in: file).texts() } ?? [],
      values: try part("value") { try file.tensor($0) }, indices: try integers(RunTree.probe + "/index"))
  }

  /// Refuses a name that is none of those there are.
  func require(_ name: String, in names: [String], _ kind: String) throws {
    guard !names.contains(name) else { return }
    throw ArchiveError(
      .notFound, file: path, object: name, reason: "no such \(kind)",
      remedy: "there are: " + names.joined(separator: ", "))
  }

  func doubles(_ object: String) throws -> [Double] {
    guard let values = try file.tensor(object).doubles else {
      throw ArchiveError(.foreign, file: path, object: object, reason: "its elements are no doubles")
    }
    return values
  }

  func integers(_ object: String) throws -> [Int64] {
    guard let values = try file.tensor(object).integers else {
      throw ArchiveError(.foreign, file: path, object: object, reason: "its elements are no integers")
    }
    return values
  }
}
