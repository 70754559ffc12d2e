import Datasets
import Experiments
import Foundation
import Tensors

/// A folder of a test's own, removed with the value.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("experiments-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }
}

/// Small images in three classes that differ in where they are bright, and a network for them.
enum TinyExperiment {
  static let data: Dataset = {
    func images(_ count: Int, seed: UInt64) -> Examples {
      let noise = PhiloxSource(seed: seed).stream(.dataGeneration)
      let classes = (0..<count).map { UInt8($0 % 3) }
      let pixels = (0..<count * 16).map { index -> UInt8 in
        let bright = index % 16 / 6 == Int(classes[index / 16])
        return UInt8(noise.word(index) % 128 + (bright ? 100 : 0))
      }
      return try! Examples(
        inputs: Bytes(pixels), shape: [1, 4, 4], targets: .classes(classes, names: ["a", "b", "c"]),
        name: "tiny"
      ).dividing(by: 255)
    }
    return try! Dataset(name: "tiny", training: images(100, seed: 1), validation: images(30, seed: 2))
  }()

  /// The text of a configuration; `lines` are further keys.
  static func text(_ lines: String = "") -> String {
    """
    title: A tiny network
    dataset: fashion-mnist
    network:
      - hidden: [linear: { outputs: 8 }, relu]
      - output: [linear: { outputs: 3 }]
    optimizer: { adam: { learning-rate: 0.01 } }
    batch-size: 16
    epochs: 3
    record: { probe: 7 }
    \(lines)
    """
  }

  static func configuration(_ assignments: [String] = []) throws -> ExperimentConfiguration {
    let scratch = try Scratch()
    return try ExperimentConfiguration(
      contentsOf: scratch.write(text(), to: "tiny.yaml"), assignments: assignments)
  }

  static func run(_ directory: String, _ assignments: [String] = [], data: Dataset = data) throws
    -> ExperimentRun
  {
    try ExperimentRun(configuration(assignments), data: data, directory: directory)
  }
}

/// Points of two numbers with a real-valued target each, and a network that fits them.
enum TinyRegression {
  static let data: Dataset = {
    func points(_ count: Int, seed: UInt64) -> Examples {
      let noise = PhiloxSource(seed: seed).stream(.dataGeneration)
      let inputs = (0..<2 * count).map { (index: Int) -> Float in noise.uniform(at: index, in: -1..<1) }
      let targets = (0..<count).map { (index: Int) -> Float in inputs[2 * index] - 0.5 * inputs[2 * index + 1]
      }
      return try! Examples(
        inputs: Tensor(inputs, shape: [count, 2]), targets: .values(targets, shape: [1]), name: "points")
    }
    return try! Dataset(
      name: "points", training: points(40, seed: 1), validation: points(10, seed: 2),
      test: points(20, seed: 3))
  }()

  static func configuration(_ assignments: [String] = []) throws -> ExperimentConfiguration {
    try TinyExperiment.configuration(
      [
        "loss=mse", "network=[linear: { outputs: 6 }, tanh, linear: { outputs: 1 }]", "batch-size=8",
        "record.step-losses=2",
      ] + assignments)
  }
}
