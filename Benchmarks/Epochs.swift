import Experiments
import Foundation
import Tensors

/// Training of whole experiments as they are configured, beside the same in PyTorch: a part of an epoch a round.
enum Epochs {
  private struct Row {
    let experiment: String
    let threads: [Int]
    /// Examples that are trained on a round.
    let examples: Int
    /// The set that the experiment's data are limited in.
    let dataset: String
  }

  private static func rows(threads: Int) -> [Row] {
    [
      Row(
        experiment: "001/batch-32", threads: Array(Set([1, threads])).sorted(), examples: 32_000,
        dataset: "fashion-mnist"),
      Row(experiment: "003/bce-sigmoid", threads: [1], examples: 5000, dataset: "mnist-csv"),
      Row(experiment: "003/combined", threads: [1], examples: 5000, dataset: "mnist-csv"),
    ]
  }

  static func compare(with python: String, threads: Int, rounds: Int) throws -> Section {
    var comparisons: [Comparison] = []
    for row in rows(threads: threads) {
      let configuration = try ExperimentConfiguration(
        contentsOf: "configs/\(row.experiment).yaml",
        assignments: ["dataset={ \(row.dataset): { limit: \(row.examples) } }"])
      let data = try DatasetLibrary().dataset(configuration.dataset)
      let steps = row.examples / configuration.batchSize
      for threads in row.threads {
        let trainer = try Trainer(configuration, data: data, on: Processor(threads: threads))
        let partner = try Partner(python, ["Benchmarks/PyTorch/epochs.py", row.experiment, "\(threads)"])
        _ = try trainer.trainEpoch()
        let samples = try measureInTurns(
          rounds: rounds,
          [
            {
              let start = ContinuousClock.now
              _ = try trainer.trainEpoch()
              return start.duration(to: .now) / .seconds(1) / Double(steps)
            },
            { try partner.numbers("\(steps)")[0] },
          ])
        comparisons.append(
          Comparison(
            row.experiment, threads: threads, ours: samples[0], peer: samples[1],
            note: "\(configuration.batchSize) a step"))
      }
    }
    return Section(
      title: "Training steps of experiments", peer: "PyTorch", unit: .milliseconds, rows: comparisons)
  }
}
