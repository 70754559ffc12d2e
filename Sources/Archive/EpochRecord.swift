import Tensors

/// Everything that one epoch contributes to the archive; epoch 0 is the state before training.
///
/// An epoch may leave out any metric, norm or array: what is missing of a metric is a NaN in the archive,
/// and arrays stand beside the list of the epochs that kept them.
public struct EpochRecord: Equatable, Sendable {
  /// The epoch, 0 before training.
  public var epoch: Int
  /// Metrics in declared order. `loss/train` and `loss/validation` become two curves of the group `loss`;
  /// a name without `/`, such as `learning_rate`, becomes a group with the one curve `value`.
  public var metrics: [NamedValue]
  /// The gradient's norm of each parameter, by the parameter's path.
  public var gradientNorms: [NamedValue]
  /// Parameters in declared order; empty when this epoch keeps no weights.
  public var parameters: [NamedArray]
  /// Activations on the probe, each [sample, unit…]; empty likewise.
  public var activations: [NamedArray]
  /// Observations within the epoch, such as the loss of every tenth step: each [row, …]. The archive holds
  /// the rows of all epochs one after the other.
  public var series: [NamedArray]
  /// The model's digest after this epoch.
  public var modelDigest: Digest

  /// Puts a record together.
  public init(
    epoch: Int, metrics: [NamedValue] = [], gradientNorms: [NamedValue] = [],
    parameters: [NamedArray] = [], activations: [NamedArray] = [], series: [NamedArray] = [],
    modelDigest: Digest
  ) {
    self.epoch = epoch
    self.metrics = metrics
    self.gradientNorms = gradientNorms
    self.parameters = parameters
    self.activations = activations
    self.series = series
    self.modelDigest = modelDigest
  }

  /// The value of a metric.
  public func metric(_ name: String) -> Double? { metrics.first { $0.name == name }?.value }
}

extension EpochRecord {
  /// The record as named arrays and texts: what a segment's file holds.
  var bundle: ArrayBundle {
    func below(_ group: String, _ arrays: [NamedArray]) -> [NamedArray] {
      arrays.map { NamedArray("\(group)/\($0.path)", $0.array) }
    }
    return ArrayBundle(
      arrays: [
        NamedArray("epoch", ArchiveArray([Int64(epoch)], shape: [])),
        NamedArray("metrics", ArchiveArray(metrics.map(\.value))),
        NamedArray("gradients", ArchiveArray(gradientNorms.map(\.value))),
      ] + below("parameters", parameters) + below("activations", activations)
        + below("series", series),
      texts: [
        ArrayBundle.NamedText("metrics", metrics.map(\.name).joined(separator: "\n")),
        ArrayBundle.NamedText("gradients", gradientNorms.map(\.name).joined(separator: "\n")),
        ArrayBundle.NamedText("model_digest", modelDigest.hexadecimal),
      ])
  }

  /// Refuses a record that the archive could not hold, before anything is written.
  func check(file: String) throws {
    guard epoch >= 0 else {
      throw ArchiveError(.invalid, file: file, reason: "epoch \(epoch) is negative")
    }
    try ArchivePath.check(metrics.map { RunTree.metric($0.name) }, file: file)
    try ArchivePath.check(gradientNorms.map { $0.name + "/norm" }, file: file)
    try ArchivePath.check(parameters.map(\.path), file: file)
    try ArchivePath.check(activations.map { $0.path + "/value" }, file: file)
    try ArchivePath.check(series.map { $0.path + "/value" }, file: file)
    for named in series where named.array.shape.isEmpty {
      throw ArchiveError(
        .invalid, file: file, object: named.path, reason: "a series needs rows: its shape is []")
    }
    for metric in metrics {
      let group = String(metric.name.prefix { $0 != "/" })
      guard !RunTree.reserved.contains(group) else {
        throw ArchiveError(
          .invalid, file: file, object: metric.name, reason: "'\(group)' is a group of the archive itself",
          remedy: "choose another name")
      }
    }
    let paths = metrics.map(\.name) + gradientNorms.map(\.name)
    let arrays = parameters + activations + series
    for path in paths + arrays.map(\.path) where path.split(separator: "/").contains("epoch") {
      throw ArchiveError(
        .invalid, file: file, object: path, reason: "'epoch' is the name of every group's axis",
        remedy: "choose another name")
    }
  }
}
