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
  static let data: ImageDataset = {
    func images(_ count: Int, seed: UInt64) -> LabelledImages {
      let noise = PhiloxSource(seed: seed).stream(.dataGeneration)
      let labels = (0..<count).map { UInt8($0 % 3) }
      let pixels = (0..<count * 16).map { index -> UInt8 in
        let bright = index % 16 / 6 == Int(labels[index / 16])
        return UInt8(noise.word(index) % 128 + (bright ? 100 : 0))
      }
      return try! LabelledImages(
        shape: (1, 4, 4), pixels: pixels, labels: labels, classNames: ["a", "b", "c"], name: "tiny")
    }
    return ImageDataset(name: "tiny", training: images(100, seed: 1), test: images(30, seed: 2))
  }()

  /// The text of a configuration; `lines` are further keys.
  static func text(_ lines: String = "") -> String {
    """
    title: A tiny network
    dataset: { name: fashion-mnist }
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
}
