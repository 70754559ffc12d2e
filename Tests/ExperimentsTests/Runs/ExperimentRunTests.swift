import Archive
import Datasets
import Experiments
import Foundation
import Tensors
import Testing

@Suite struct ExperimentRunTests {
  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @discardableResult
  private func perform(
    _ directory: String, _ assignments: [String] = [], threads: Int = 1,
    interruption: Interruption = Interruption(), report: (RunEvent) -> Void = { _ in }
  ) throws -> RunArchive {
    try TinyExperiment.run(directory, assignments).perform(
      on: Processor(threads: threads), interruption: interruption, report: report)
  }

  @Test func theArchiveHoldsTheWholeRun() throws {
    let scratch = try Scratch()
    let archive = try perform(scratch("run"))
    #expect(archive.epochs == [0, 1, 2, 3])
    #expect(
      archive.metrics.map(\.name) == [
        "loss/train", "loss/validation", "accuracy/train", "accuracy/validation", "learning_rate",
      ])
    #expect(archive.metrics[1].title == "Validation cross-entropy" && archive.metrics[1].unit == "nats")
    #expect(
      archive.parameterPaths().sorted() == [
        "hidden/linear/bias", "hidden/linear/weight", "output/linear/bias", "output/linear/weight",
      ])
    #expect(try archive.parameterEpochs("hidden/linear/weight") == [0, 1, 2, 3])
    #expect(try archive.parameter("hidden/linear/weight", at: 3).shape == [8, 16])
    #expect(try archive.activation("hidden/relu", at: 3).shape == [7, 8])
    #expect(try archive.gradientNorms("output/linear/bias").count == 4)
    #expect(try archive.gradientNorms("output/linear/bias").allSatisfy { $0 > 0 })
    #expect(try archive.probe()?.classes == [0, 1, 2, 0, 1, 2, 0])
    let saved = try archive.parameters(at: 3)
    #expect(try Digest(ofModel: saved) == archive.modelDigests().last)
  }

  @Test func twoRunsAreEqualByteForByte() throws {
    let scratch = try Scratch()
    try perform(scratch("one"))
    try perform(scratch("two"), threads: 3)
    #expect(try bytes(scratch("one/run.h5")) == bytes(scratch("two/run.h5")))
  }

  /// Interrupted after every few batches, again and again: the same bytes in the end.
  @Test(arguments: [1, 3, 7, 10])
  func interruptionsChangeNothing(_ every: Int) throws {
    let scratch = try Scratch()
    try perform(scratch("whole"))
    var rounds = 0
    while true {
      let interruption = Interruption()
      var batches = 0
      do {
        try perform(scratch("cut"), interruption: interruption) { event in
          if case .batch = event { batches += 1 }
          if batches == every { interruption.request() }
        }
        break
      } catch RunError.interrupted {
        rounds += 1
      }
    }
    #expect(rounds >= 21 / every - 1)
    #expect(try bytes(scratch("cut/run.h5")) == bytes(scratch("whole/run.h5")))
  }

  /// A schedule that looks at all losses so far, with a rate that falls after almost every epoch.
  @Test(arguments: [1, 10, 14])
  func aPlateauSurvivesInterruptions(_ every: Int) throws {
    let set = [
      "schedule={ plateau: { factor: 0.5, patience: 1, threshold: 0.3, threshold-mode: absolute } }",
      "epochs=8", "clip={ norm: 0.5 }", "penalties=[l2-norm: { weight: 1e-2 }]",
    ]
    let scratch = try Scratch()
    let whole = try perform(scratch("whole"), set)
    let rates = try whole.metric("learning_rate")
    #expect(rates.first == 0.01)
    #expect(Set(rates).count > 2, "\(rates)")
    #expect(rates == rates.sorted(by: >))
    while true {
      let interruption = Interruption()
      var batches = 0
      do {
        try perform(scratch("cut"), set, interruption: interruption) { event in
          if case .batch = event { batches += 1 }
          if batches == every { interruption.request() }
        }
        break
      } catch RunError.interrupted {}
    }
    #expect(try bytes(scratch("cut/run.h5")) == bytes(scratch("whole/run.h5")))
  }

  /// A run whose loss is not a number can be interrupted like any other.
  @Test func aDivergedRunIsInterruptedToo() throws {
    let set = [
      "optimizer={ sgd: { learning-rate: 1e30 } }", "loss=mse", "schedule={ plateau: { patience: 0 } }",
    ]
    let scratch = try Scratch()
    let whole = try perform(scratch("whole"), set)
    #expect(try whole.metric("loss/train").last!.isNaN)
    let interruption = Interruption()
    var batches = 0
    #expect(throws: RunError.self) {
      try perform(scratch("cut"), set, interruption: interruption) { event in
        if case .batch = event { batches += 1 }
        if batches == 10 { interruption.request() }
      }
    }
    try perform(scratch("cut"), set)
    #expect(try bytes(scratch("cut/run.h5")) == bytes(scratch("whole/run.h5")))
  }

  @Test func aDamagedCheckpointIsMadeAgain() throws {
    let scratch = try Scratch()
    try perform(scratch("whole"))
    let interruption = Interruption()
    #expect(throws: RunError.self) {
      try perform(scratch("cut"), interruption: interruption) { event in
        if case .epoch(let summary) = event, summary.epoch == 2 { interruption.request() }
      }
    }
    var checkpoint = try bytes(scratch("cut/checkpoint"))
    checkpoint[checkpoint.count / 2] ^= 1
    try checkpoint.write(to: URL(fileURLWithPath: scratch("cut/checkpoint")))
    var restarted = false
    try perform(scratch("cut")) { if case .restarted = $0 { restarted = true } }
    #expect(restarted)
    #expect(try bytes(scratch("cut/run.h5")) == bytes(scratch("whole/run.h5")))
  }

  /// What a run records, gradient norms before training among it, moves no running mean and no random draw.
  @Test(arguments: ["philox", "torch"])
  func recordingChangesNothing(_ random: String) throws {
    let scratch = try Scratch()
    let set = [
      "random=\(random)",
      "network=[linear: { outputs: 8 }, batch-norm, relu, dropout: { probability: 0.3 }, linear: { outputs: 3 }]",
    ]
    let archive = try perform(scratch("run"), set)
    let trainer = try Trainer(
      TinyExperiment.configuration(set), data: TinyExperiment.data, on: Processor())
    for _ in 0..<3 { _ = try trainer.trainEpoch() }
    #expect(try archive.modelDigests().last == trainer.memory.modelDigest)
    let checkpoint = try trainer.checkpoint()
    #expect(checkpoint.arrays.contains { $0.path.hasPrefix("buffers/") })
    for array in checkpoint.arrays {
      #expect(try archive.checkpoint().array(array.path) == array.tensor, "\(array.path)")
    }
  }

  @Test func anInterruptedRunOfAnotherConfigurationIsSeen() throws {
    let scratch = try Scratch()
    let interruption = Interruption()
    #expect(throws: RunError.self) {
      try perform(scratch("run"), interruption: interruption) {
        if case .epoch = $0 { interruption.request() }
      }
    }
    func status(_ assignments: [String]) throws -> RunStatus {
      try RunStatus(of: TinyExperiment.run(scratch("run"), assignments))
    }
    guard case .interrupted = try status([]), case .otherIdentity = try status(["seed=1"]) else {
      Issue.record("the states are not told apart")
      return
    }
  }

  @Test func aFinishedRunIsNotTouched() throws {
    let scratch = try Scratch()
    try perform(scratch("run"))
    let before = try bytes(scratch("run/run.h5"))
    var events = 0
    try perform(scratch("run")) { _ in events += 1 }
    #expect(events == 0)
    #expect(try bytes(scratch("run/run.h5")) == before)
  }

  @Test func twoConfigurationsAreNotMixed() throws {
    let scratch = try Scratch()
    try perform(scratch("run"))
    let error = #expect(throws: ArchiveError.self) { try perform(scratch("run"), ["seed=1"]) }
    #expect(error?.kind == .otherIdentity)
  }

  /// The same settings on other data are another run: the old archive is never given for the new one.
  @Test func otherDataAreAnotherRun() throws {
    let scratch = try Scratch()
    try perform(scratch("run"))
    let other = try Dataset(
      name: "tiny", training: TinyExperiment.data.training.prefix(99),
      validation: TinyExperiment.data[.validation])
    let run = try TinyExperiment.run(scratch("run"), data: other)
    let error = #expect(throws: ArchiveError.self) { try run.perform(on: Processor()) }
    #expect(error?.kind == .otherIdentity)
    guard case .otherIdentity = try RunStatus(of: run) else {
      Issue.record("other data are not seen")
      return
    }
    // Looked at without data, it is the finished run of its settings.
    guard case .finished(_, ofThisBuild: true) = try RunStatus(of: run.configuration, in: scratch("run"))
    else {
      Issue.record("the run is not seen as finished")
      return
    }
  }

  /// Real-valued targets end in an archive without a word of classes, with the recorded steps' losses.
  @Test(arguments: [1, 4, 100])
  func aRegressionIsARunLikeAnyOther(_ every: Int) throws {
    let scratch = try Scratch()
    let configuration = try TinyRegression.configuration()
    func run(_ name: String) throws -> ExperimentRun {
      try ExperimentRun(configuration, data: TinyRegression.data, directory: scratch(name))
    }
    let archive = try run("whole").perform(on: Processor())
    #expect(
      archive.metrics.map(\.name) == ["loss/train", "loss/validation", "loss/test", "learning_rate"])
    let losses = try archive.series("loss").series
    #expect(losses.steps == [2, 4, 6, 8, 10, 12, 14])
    #expect(losses.values.allSatisfy { $0 > 0 && $0 < 10 })
    #expect(try archive.probe()?.values?.shape == [7, 1])
    #expect(archive.stateEpochs == [1, 2, 3])
    while true {
      let interruption = Interruption()
      var batches = 0
      do {
        try run("cut").perform(on: Processor(), interruption: interruption) { event in
          if case .batch = event { batches += 1 }
          if batches == every { interruption.request() }
        }
        break
      } catch RunError.interrupted {}
    }
    #expect(try bytes(scratch("cut/run.h5")) == bytes(scratch("whole/run.h5")))
  }

  /// From every state that the archive holds, the next epoch comes out again.
  @Test(arguments: ["philox", "torch"])
  func anyEpochCanBeRunAgainFromAState(_ random: String) throws {
    let scratch = try Scratch()
    let set = [
      "random=\(random)", "epochs=6", "schedule={ plateau: { patience: 0, threshold: 0.5 } }",
      "network=[linear: { outputs: 8 }, batch-norm, relu, dropout: { probability: 0.3 }, linear: { outputs: 3 }]",
    ]
    let archive = try perform(scratch("run"), set)
    #expect(archive.stateEpochs == [1, 3, 4, 6])
    let models = try archive.modelDigests(), rates = try archive.metric("learning_rate")
    for epoch in archive.stateEpochs.dropLast() {
      let trainer = try Trainer(TinyExperiment.configuration(set), data: TinyExperiment.data, on: Processor())
      try trainer.restore(archive.checkpoint(at: epoch))
      #expect(trainer.memory.modelDigest == models[epoch])
      _ = try trainer.trainEpoch()
      #expect(trainer.memory.modelDigest == models[epoch + 1] && trainer.learningRate == rates[epoch + 1])
    }
  }
}
