import Archive
import Foundation
import Tensors

/// A small run, made of a formula, that has everything an archive can hold.
struct SampleRun {
  var epochs = 3
  /// The epochs that keep parameters and activations.
  var keptEpochs: Set<Int> = [0, 1, 3]
  /// The epochs before the last one that keep the whole training state.
  var stateEpochs: Set<Int> = [1]

  static let identityText = #"{"contract":2,"settings":"of the sample run"}"#
  let identity = Digest(of: identityText)

  /// Values that look random and are the same everywhere.
  static func noise(_ count: Int, _ seed: UInt64) -> [Float] {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int64(state >> 40)) * 0x1p-24 - 0.5
    }
  }

  func parameters(_ epoch: Int) -> [NamedTensor] {
    let seed = UInt64(epoch) * 10
    return [
      NamedTensor("hidden/linear/weight", Tensor(Self.noise(48, seed), shape: [8, 6])),
      NamedTensor("hidden/linear/bias", Tensor(Self.noise(8, seed + 1))),
      NamedTensor("output/weight", Tensor(Self.noise(24, seed + 2), shape: [3, 8])),
      NamedTensor("output/bias", Tensor(Self.noise(3, seed + 3))),
    ]
  }

  func record(_ epoch: Int) -> EpochRecord {
    let kept = keptEpochs.contains(epoch)
    let parameters = parameters(epoch)
    let relu = Self.noise(4 * 8, UInt64(epoch) + 77).map { $0 <= 0 ? 0 : $0 }
    var metrics = [
      NamedValue("loss/validation", 1 / Double(epoch + 1)),
      NamedValue("accuracy/validation", Double(epoch) / 7),
    ]
    if epoch > 0 {
      metrics += [
        NamedValue("loss/train", 0.9 / Double(epoch)), NamedValue("accuracy/train", 0.3),
        NamedValue("learning_rate", 0.01),
      ]
    }
    return EpochRecord(
      epoch: epoch, metrics: metrics,
      gradientNorms: epoch == 0 ? [] : parameters.map { NamedValue($0.path, 0.1 * Double(epoch)) },
      parameters: kept ? parameters : [],
      activations: kept ? [NamedTensor("hidden/relu", Tensor(relu, shape: [4, 8]))] : [],
      series: epoch == 0 ? [] : [series(epoch)],
      state: kept && stateEpochs.contains(epoch) && epoch < epochs ? checkpoint(epoch) : nil,
      modelDigest: Digest(ofModel: parameters))
  }

  func series(_ epoch: Int) -> StepSeries {
    StepSeries(
      MetricDescription(name: "loss/step", title: "Loss of a step", unit: "nats"),
      steps: (0..<(5 + epoch)).map { epoch * 100 + $0 },
      values: Self.noise(5 + epoch, 3))
  }

  func checkpoint(_ epoch: Int) -> Checkpoint {
    Checkpoint(
      epoch: epoch, step: epoch * 20,
      arrays: parameters(epoch).map { NamedTensor("parameters/" + $0.path, $0.tensor) } + [
        NamedTensor("buffers/norm/mean", Tensor(Self.noise(8, UInt64(epoch) + 50))),
        NamedTensor("optimizer/m", Tensor(Self.noise(83, UInt64(epoch) + 5))),
      ], state: #"{"schedule":{"rate":0.0\#(epoch + 1)}}"#)
  }

  var header: RunHeader {
    RunHeader(
      title: "Sample – with a dash", creator: "reprise test",
      configuration: #"{"epochs":\#(epochs)}"#, identity: Self.identityText,
      provenance: #"{"compiler":"6.3.1"}"#,
      metrics: [
        MetricDescription(name: "loss/train", title: "Training cross-entropy", unit: "nats"),
        MetricDescription(name: "loss/validation", title: "Validation cross-entropy", unit: "nats"),
        MetricDescription(name: "accuracy/train", title: "Training accuracy", unit: "1"),
        MetricDescription(name: "accuracy/validation", title: "Validation accuracy", unit: "1"),
        MetricDescription(name: "learning_rate", title: "Learning rate", unit: "1"),
      ],
      probe: Probe(
        inputs: Tensor((0..<(4 * 5 * 6)).map { UInt8($0) }, shape: [4, 5, 6]), classes: [3, 1, 4, 1],
        classNames: ["T-shirt", "Hose", "Pullover", "Kleid", "Mäntel"], indices: [0, 7, 9, 20]))
  }

  /// Starts the run or goes on with it, to the end.
  func complete(_ path: String) throws {
    let directory = try RunDirectory(path, identity: identity)
    try complete(directory)
  }

  func complete(_ directory: RunDirectory) throws {
    let next: Int
    switch try directory.state() {
    case .empty: next = 0
    case .interrupted(let checkpoint): next = checkpoint.epoch + 1
    case .finished: return
    }
    for epoch in next..<max(next, epochs + 1) {
      try directory.commit(record(epoch), checkpoint: checkpoint(epoch))
    }
    try directory.finish(header)
  }
}

/// A directory of its own for a test, removed when the value goes.
final class Scratch {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }
}

func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

/// Writes a damaged or forged file in place of what is there, which may be read-only.
func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
  try? FileManager.default.removeItem(atPath: path)
  try Data(bytes).write(to: URL(filePath: path))
}
