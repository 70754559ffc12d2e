import Experiments
import Settings
import Testing

@Suite struct BatchNormAveragesTests {
  private static func yaml(_ more: String = "") -> String {
    "compute: { batch-norm-averages: { p: [0.9, 0.5], mean: 3, deviation: 2, example: 5, batch: 64, steps: 200\(more) } }"
  }

  /// p · average + (1 − p) · batch, from 0 and 1 on.
  @Test func theAveragesFollowTheirFormula() throws {
    let archive = try computedArchive(Self.yaml(), Scratch())
    for (statistic, start) in [("mean", 0.0), ("variance", 1.0)] {
      let batches = try computedNumbers(archive, "steps", "batch-\(statistic)")
      #expect(batches[0].isNaN && batches.count == 201)
      for (index, p) in [0.9, 0.5].enumerated() {
        let averages = try computedNumbers(archive, "steps", "\(statistic)-\(index + 1)")
        #expect(averages[0] == start)
        for step in 1...200 {
          let expected = p * averages[step - 1] + (1 - p) * batches[step]
          #expect(abs(averages[step] - expected) < 1e-5)
        }
      }
    }
  }

  /// Batches differ, and the averages end near the mean 3 and the variance 4 that they are drawn with.
  @Test func theAveragesComeNearTheDistribution() throws {
    let archive = try computedArchive(Self.yaml(), Scratch())
    let means = try computedNumbers(archive, "steps", "batch-mean").dropFirst()
    #expect(Set(means).count == 200)
    #expect(abs(means.reduce(0, +) / 200 - 3) < 0.1)
    #expect(abs(try computedNumbers(archive, "steps", "mean-1")[200] - 3) < 0.3)
    #expect(abs(try computedNumbers(archive, "steps", "variance-1")[200] - 4) < 1)
  }

  /// In evaluation mode the output is that of the averages of the last p; in training mode it depends on the batch.
  @Test func evaluationDoesNotLookAtTheBatch() throws {
    let archive = try computedArchive(Self.yaml(", passes: 5"), Scratch())
    let evaluation = try computedNumbers(archive, "outputs", "evaluation")
    let training = try computedNumbers(archive, "outputs", "training")
    let mean = try computedNumbers(archive, "steps", "mean-2")[200]
    let variance = try computedNumbers(archive, "steps", "variance-2")[200]
    #expect(Set(evaluation).count == 1 && Set(training).count == 5)
    #expect(abs(evaluation[0] - (5 - mean) / (variance + 1e-5).squareRoot()) < 1e-5)
    let ranges = try computedNumbers(archive, "ranges", "range")
    #expect(abs(ranges[0] - ((training.max() ?? 0) - (training.min() ?? 0))) < 1e-6 && ranges[1] == 0)
  }

  @Test(arguments: ["p: []", "p: [1]", "deviation: 0", "batch: 1"])
  func badOptionsAreRefused(_ option: String) {
    let others = ["p: [0.9]", "mean: 3", "deviation: 2", "example: 5"].filter {
      $0.prefix { $0 != ":" } != option.prefix { $0 != ":" }
    }
    #expect(throws: SettingsError.self) {
      try computedArchive(
        "compute: { batch-norm-averages: { \((others + [option]).joined(separator: ", ")) } }", Scratch())
    }
  }
}
