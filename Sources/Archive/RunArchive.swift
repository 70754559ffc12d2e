import Foundation
import Tensors

/// A finished run's file, to be read: for figures, reports and comparisons.
///
/// Every byte is checked against the file's SHA-256 when it is opened, so a file that was cut short or
/// changed is an error at once. Values are read from disk when they are asked for.
public final class RunArchive: Sendable {
  /// The file.
  public let path: String
  /// The digest of the resolved configuration.
  public let identity: Digest
  /// The content digest that was stored: equal on every machine for an equal run.
  public let contentDigest: Digest
  /// The epochs, 0 … the last.
  public let epochs: [Int]
  /// The names of the metrics in declared order: `loss/train`, `learning_rate`.
  public let metricNames: [String]

  let file: HDF5File

  /// Opens a finished run.
  ///
  /// - Throws: `ArchiveError` of the kind `notFound`, `damaged` (cut short, changed) or `foreign` (not a
  ///   run's file, another format version).
  public init(_ path: String) throws {
    let labelled = try LabelledFile(path)
    try labelled.verify(as: .run)
    let file = try HDF5File(reading: path)
    func foreign(_ reason: String) -> ArchiveError {
      ArchiveError(.foreign, file: path, reason: reason, remedy: "open it with the program that wrote it")
    }
    let version = try file.integers(attribute: "format_version", of: "/")
    guard version == [RunTree.formatVersion] else {
      throw foreign("has the format version \(version), not \(RunTree.formatVersion)")
    }
    guard let identity = labelled.label.identity,
      try file.text(attribute: "identity", of: "/") == identity.hexadecimal
    else { throw foreign("does not say which configuration it belongs to") }
    guard let epochs = try file.array(RunTree.digests + "/epoch").integers else {
      throw foreign("its epochs are no integers")
    }
    self.path = path
    self.identity = identity
    contentDigest = labelled.label.content
    self.epochs = epochs.map { Int($0) }
    metricNames = try file.text(attribute: "metrics", of: "/run").split(separator: "\n").map(String.init)
    self.file = file
  }

  /// The experiment in words.
  public func title() throws -> String { try file.text(attribute: "title", of: "/run") }

  /// The program and its version.
  public func creator() throws -> String { try file.text(attribute: "creator", of: "/") }

  /// The resolved configuration as JSON.
  public func configuration() throws -> String { try file.text(RunTree.configuration) }

  /// Versions and data digests as JSON.
  public func provenance() throws -> String { try file.text(RunTree.provenance) }

  /// A metric, one value for each of ``epochs``; NaN where an epoch has none.
  ///
  /// - Throws: `ArchiveError` if there is no such metric, naming those there are.
  public func metric(_ name: String) throws -> [Double] {
    guard metricNames.contains(name) else {
      throw ArchiveError(
        .notFound, file: path, object: name, reason: "no such metric",
        remedy: "there are: " + metricNames.joined(separator: ", "))
    }
    return try doubles("/run/" + RunTree.metric(name))
  }

  /// The unit of a metric.
  public func unit(of metric: String) throws -> String {
    try file.text(attribute: "units", of: "/run/" + RunTree.metric(metric))
  }

  /// The model's digest after each of ``epochs``.
  public func modelDigests() throws -> [Digest] {
    let object = RunTree.digests + "/model"
    let dataset = try HDF5Dataset(open: object, in: file)
    return try dataset.texts().map { text in
      guard let digest = Digest(hexadecimal: text) else {
        throw ArchiveError(.foreign, file: path, object: object, reason: "'\(text)' is no digest")
      }
      return digest
    }
  }

  /// The state after the last epoch, from which training could go on.
  public func checkpoint() throws -> Checkpoint {
    try Checkpoint(try file.bundle(below: RunTree.checkpoint), file: path)
  }

  /// The fixed samples, or `nil` if the run has none.
  public func probe() throws -> Probe? {
    guard try file.names(in: "/run").contains("probe") else { return nil }
    return Probe(
      images: try file.array(RunTree.probe + "/image"), labels: try integers(RunTree.probe + "/label"),
      indices: try integers(RunTree.probe + "/index"))
  }

  func doubles(_ object: String) throws -> [Double] {
    guard let values = try file.array(object).doubles else {
      throw ArchiveError(.foreign, file: path, object: object, reason: "its elements are no doubles")
    }
    return values
  }

  func integers(_ object: String) throws -> [Int64] {
    guard let values = try file.array(object).integers else {
      throw ArchiveError(.foreign, file: path, object: object, reason: "its elements are no integers")
    }
    return values
  }
}
