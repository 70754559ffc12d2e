import Archive
import Files
import Foundation
import Tensors

/// A run of one epoch with one number of each kind, in a folder of its own.
struct SmallRun {
  static let identityText = "{}"
  static let identity = Digest(of: identityText)

  let directory: RunDirectory
  /// The files of the epoch, as they were committed.
  let checkpoint, segment: [UInt8]

  init(at path: String) throws {
    directory = try RunDirectory(path, identity: Self.identity)
    let parameters = [NamedTensor("a", Tensor([1, 2] as [Float]))]
    let state = Checkpoint(
      epoch: 0, step: 0, arrays: [NamedTensor("parameters/a", parameters[0].tensor)], state: "{}")
    let series = StepSeries(
      MetricDescription(name: "loss/step", title: "Loss", unit: "nats"), steps: [0], values: [0.5])
    let record = EpochRecord(
      epoch: 0, metrics: [NamedValue("loss/train", 1)], gradientNorms: [NamedValue("a", 2)],
      parameters: parameters, activations: [NamedTensor("b", Tensor([3] as [Float], shape: [1, 1]))],
      series: [series], state: nil, modelDigest: Digest(ofModel: parameters))
    try directory.commit(record, checkpoint: state)
    checkpoint = try FileOperations.contents(of: "\(path)/checkpoint")
    segment = try FileOperations.contents(of: "\(path)/epochs/000000.h5")
  }

  private var header: RunHeader {
    RunHeader(
      title: "t", creator: "c", configuration: "{}", identity: Self.identityText, provenance: "{}",
      metrics: [MetricDescription(name: "loss/train", title: "Loss", unit: "nats")],
      probe: Probe(
        inputs: Tensor([7] as [UInt8], shape: [1, 1]), classes: [0], classNames: ["one"], indices: [0]))
  }

  /// The file of the run as it is finished.
  func finished() throws -> [UInt8] {
    try directory.finish(header)
    return try FileOperations.contents(of: directory.archivePath)
  }

  /// The file of a run that computed a table.
  func finishedComputation() throws -> [UInt8] {
    try directory.discardProgress()
    let axis = ComputedGroup.Array("x", title: "x", Tensor([1, 2] as [Double]))
    let values = ComputedGroup.Array("y", title: "y", Tensor([3, 4] as [Double]))
    var header = header
    header.metrics = []
    header.probe = nil
    try directory.finish(header, computed: [ComputedGroup("g", title: "g", axes: [axis], arrays: [values])])
    return try FileOperations.contents(of: directory.archivePath)
  }
}
