import Tensors

/// How a number that is measured once an epoch, or every so many steps, is called, shown and counted.
public struct MetricDescription: Codable, Equatable, Sendable {
  /// The name in the archive: `loss/train`, `learning_rate`.
  public var name: String
  /// As a plot shows it: `Training cross-entropy`.
  public var title: String
  /// The unit: `nats`; `1` for a plain number.
  public var unit: String

  /// A description; a name that an archive cannot hold is refused where it is stored.
  public init(name: String, title: String, unit: String) {
    self.name = name
    self.title = title
    self.unit = unit
  }

  /// Refuses texts that no file can hold; names are checked where it is known what stands beside them.
  func check(file: String) throws {
    try HDF5Text.refuseZeros([title, unit], HDF5.Place(file, name))
  }
}

/// What a finished run's file says beyond its epochs; a pure function of the configuration and the program.
package struct RunHeader: Equatable, Sendable {
  /// The experiment in words, for people; left out of the content digest.
  package var title: String
  /// The program and its version; left out of the content digest.
  package var creator: String
  /// The resolved configuration as JSON, keys sorted.
  package var configuration: String
  /// The JSON text whose SHA-256 is the run's identity.
  package var identity: String
  /// Versions and data digests as JSON; left out of the content digest.
  package var provenance: String
  /// The metrics in the order in which the archive lists them. One that no epoch has is NaN throughout; one
  /// that is not described here follows under its name, without a unit.
  package var metrics: [MetricDescription]
  /// The fixed examples on which activations are recorded.
  package var probe: Probe?
  /// The epoch after which the network was best, where that was asked for; known at the end.
  package var bestEpoch: Int?

  /// A header; ``RunDirectory/check(_:)`` says whether it can be stored.
  package init(
    title: String, creator: String, configuration: String, identity: String, provenance: String,
    metrics: [MetricDescription] = [], probe: Probe? = nil
  ) {
    self.title = title
    self.creator = creator
    self.configuration = configuration
    self.identity = identity
    self.provenance = provenance
    self.metrics = metrics
    self.probe = probe
  }

  /// Refuses what a run's file could not hold.
  ///
  /// - Throws: `ArchiveError` of the kind `invalid` for another run's identity, a text with a zero byte, a
  ///   metric's name that cannot stand in the tree, a probe whose parts do not fit.
  func check(identity: Digest, file: String) throws {
    guard Digest(of: self.identity) == identity else {
      throw ArchiveError(
        .invalid, file: file, object: RunTree.identity, reason: "is not the text of this run's identity")
    }
    let texts = [
      (RunTree.title, title), (RunTree.program, creator), (RunTree.configuration, configuration),
      (RunTree.identity, self.identity), (RunTree.provenance, provenance),
    ]
    for (object, text) in texts { try HDF5Text.refuseZeros([text], HDF5.Place(file, object)) }
    try RunTree.checkMetrics(metrics.map(\.name), file: file)
    for metric in metrics { try metric.check(file: file) }
    try probe?.check(file: file)
  }
}

/// The fixed examples on which activations are recorded.
public struct Probe: Equatable, Sendable {
  /// The inputs, [sample, …], bytes or Floats; bytes of shape [sample, row, column] or [sample, channel, row,
  /// column] with one or three channels are shown as images.
  public var inputs: Tensor
  /// The examples' classes, [sample]; `nil` where examples have none.
  public var classes: [Int64]?
  /// The classes' names, by class; empty where they have none.
  public var classNames: [String]
  /// Real-valued targets, [sample, …]; `nil` where examples have none.
  public var values: Tensor?
  /// The examples' indices in their data set, [sample].
  public var indices: [Int64]

  /// A probe; one whose parts are not of as many examples is refused where it is stored.
  public init(
    inputs: Tensor, classes: [Int64]? = nil, classNames: [String] = [], values: Tensor? = nil,
    indices: [Int64]
  ) {
    self.inputs = inputs
    self.classes = classes
    self.classNames = classNames
    self.values = values
    self.indices = indices
  }

  /// How many examples there are.
  public var count: Int { indices.count }

  /// Refuses a probe whose parts are not of as many examples, and class names that no file can hold.
  func check(file: String) throws {
    let counts: [Int?] = [
      inputs.shape.dimensions.first, values.map { $0.shape.dimensions.first ?? -1 } ?? count,
      classes?.count ?? count,
    ]
    guard counts.allSatisfy({ $0 == count }) else {
      throw ArchiveError(
        .invalid, file: file, object: RunTree.probe,
        reason: "its inputs are \(inputs.shape), its targets \(values?.shape.description ?? "none") and "
          + "\(classes.map { "\($0.count)" } ?? "no") classes, for \(count) examples")
    }
    try HDF5Text.refuseZeros(classNames, HDF5.Place(file, RunTree.probe + "/class_name"))
  }
}
