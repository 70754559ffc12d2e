import Tensors

/// A number with a name, such as the metric `loss/train` or the gradient norm of `hidden/linear/weight`.
///
/// Equality compares bits, so that a NaN equals itself.
public struct NamedValue: Equatable, Sendable {
  /// The name: components joined by `/`.
  public var name: String
  /// The value.
  public var value: Double

  /// Names a value.
  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }

  /// Whether name and bits are equal.
  public static func == (a: NamedValue, b: NamedValue) -> Bool {
    a.name == b.name && a.value.bitPattern == b.value.bitPattern
  }
}

/// Observations within epochs, such as the loss of every tenth step.
public struct StepSeries: Equatable, Sendable {
  /// How the series is called, shown and counted.
  public var description: MetricDescription
  /// The step of each observation.
  public var steps: [Int]
  /// The observations, as many as steps.
  public var values: [Float]

  /// A series; one with more or fewer values than steps is refused when its epoch is committed.
  public init(_ description: MetricDescription, steps: [Int], values: [Float]) {
    self.description = description
    self.steps = steps
    self.values = values
  }

  /// Whether everything is equal, the values by their bits.
  public static func == (a: StepSeries, b: StepSeries) -> Bool {
    a.description == b.description && a.steps == b.steps
      && a.values.map(\.bitPattern) == b.values.map(\.bitPattern)
  }
}

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
  public var parameters: [NamedTensor]
  /// Activations on the probe, each [sample, unit…]; empty likewise.
  public var activations: [NamedTensor]
  /// Observations within the epoch; the archive holds those of all epochs one after the other.
  public var series: [StepSeries]
  /// The whole training state after this epoch, at the few epochs that keep it. Those keep their parameters
  /// too.
  public var state: Checkpoint?
  /// The model's digest after this epoch.
  public var modelDigest: Digest

  /// A record; whether it can be stored is checked when it is committed.
  public init(
    epoch: Int, metrics: [NamedValue] = [], gradientNorms: [NamedValue] = [],
    parameters: [NamedTensor] = [], activations: [NamedTensor] = [], series: [StepSeries] = [],
    state: Checkpoint? = nil, modelDigest: Digest
  ) {
    self.epoch = epoch
    self.metrics = metrics
    self.gradientNorms = gradientNorms
    self.parameters = parameters
    self.activations = activations
    self.series = series
    self.state = state
    self.modelDigest = modelDigest
  }

  /// The value of a metric.
  public func metric(_ name: String) -> Double? { metrics.first { $0.name == name }?.value }
}

extension EpochRecord {
  /// Refuses a record that the archive could not hold, before anything is written.
  func check(file: String) throws {
    func refusal(_ reason: String, object: String = "") -> ArchiveError {
      ArchiveError(.invalid, file: file, object: object, reason: reason)
    }
    guard epoch >= 0 else { throw refusal("epoch \(epoch) is negative") }
    try RunTree.checkMetrics(metrics.map(\.name), file: file)
    try ArchivePath.check(gradientNorms.map { $0.name + "/norm" }, file: file)
    try ArchivePath.check(parameters.map(\.path), file: file)
    try ArchivePath.check(activations.map { $0.path + "/value" }, file: file)
    try ArchivePath.check(
      series.flatMap { [$0.description.name + "/value", $0.description.name + "/step"] }, file: file)
    for series in series { try series.description.check(file: file) }
    for series in series where series.steps.count != series.values.count {
      throw refusal(
        "has \(series.steps.count) steps but \(series.values.count) values", object: series.description.name)
    }
    for activation in activations where activation.tensor.shape.dimensions.isEmpty {
      throw refusal("has no samples: its shape is ()", object: activation.path)
    }
    guard let state else { return }
    guard state.epoch == epoch else {
      throw refusal("its state is of epoch \(state.epoch), not \(epoch)")
    }
    try state.check(file: file)
    let recorded = Dictionary(uniqueKeysWithValues: parameters.map { ($0.path, $0.tensor) })
    try state.requireParameters(file: file) { recorded[$0] }
  }
}
