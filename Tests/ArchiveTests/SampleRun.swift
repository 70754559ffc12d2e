import Archive
import Foundation
import Tensors

/// A small run, made of a formula, that has everything an archive can hold.
struct SampleRun {
  var epochs = 3
  var keptEpochs: Set<Int> = [0, 1, 3]

  let identity = Digest(of: "configuration of the sample run")

  /// Values that look random and are the same everywhere.
  static func noise(_ count: Int, _ seed: UInt64) -> [Float] {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int64(state >> 40)) * 0x1p-24 - 0.5
    }
  }

  func parameters(_ epoch: Int) -> [NamedArray] {
    let seed = UInt64(epoch) * 10
    return [
      NamedArray("hidden/linear/weight", ArchiveArray(Self.noise(48, seed), shape: [8, 6])),
      NamedArray("hidden/linear/bias", ArchiveArray(Self.noise(8, seed + 1))),
      NamedArray("output/weight", ArchiveArray(Self.noise(24, seed + 2), shape: [3, 8])),
      NamedArray("output/bias", ArchiveArray(Self.noise(3, seed + 3))),
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
      activations: kept ? [NamedArray("hidden/relu", ArchiveArray(relu, shape: [4, 8]))] : [],
      series: epoch == 0 ? [] : [NamedArray("loss/step", ArchiveArray(Self.noise(5 + epoch, 3)))],
      modelDigest: Digest(ofModel: parameters))
  }

  func checkpoint(_ epoch: Int) -> Checkpoint {
    Checkpoint(
      epoch: epoch, step: epoch * 20,
      arrays: parameters(epoch) + [NamedArray("optimizer/m", ArchiveArray(Self.noise(83, 5)))],
      state: #"{"schedule":{"rate":0.01}}"#)
  }

  var header: RunHeader {
    RunHeader(
      title: "Sample – with a dash", creator: "reprise test",
      configuration: #"{"epochs":\#(epochs)}"#, provenance: #"{"compiler":"6.3.1"}"#,
      probe: Probe(
        images: ArchiveArray((0..<(4 * 5 * 6)).map { UInt8($0) }, shape: [4, 5, 6]), labels: [3, 1, 4, 1],
        indices: [0, 7, 9, 20]))
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
