import Datasets
import Experiments
import Networks
import Tensors
import Testing

@Suite struct TrainerTests {
  private func digests(_ assignments: [String] = [], on processor: Processor) throws -> [Digest] {
    let trainer = try Trainer(
      TinyExperiment.configuration(assignments), data: TinyExperiment.data, on: processor)
    var digests = [trainer.memory.modelDigest]
    for _ in 0..<3 {
      _ = try trainer.trainEpoch()
      digests.append(trainer.memory.modelDigest)
    }
    return digests
  }

  @Test func itLearns() throws {
    let trainer = try Trainer(
      TinyExperiment.configuration(), data: TinyExperiment.data, on: Processor())
    let before = trainer.evaluate(.training)
    for _ in 0..<20 { _ = try trainer.trainEpoch() }
    let after = trainer.evaluate(.training)
    #expect(after[0] < before[0] / 2)
    #expect(after[1] > 0.9)
    #expect(trainer.step == 20 * 7, "100 samples are 6 batches of 16 and one of 4")
  }

  @Test(
    arguments: Optimizers.names.map { "\($0): { learning-rate: 0.01 }" } + [
      "sgd: { learning-rate: 0.1, momentum: 0.9 }",
      "sgd: { learning-rate: 0.1, momentum: 0.9, nesterov: true }",
    ])
  func instructionSetsAndThreadsChangeNothing(_ optimizer: String) throws {
    let set = ["optimizer={ \(optimizer) }"]
    let expected = try digests(set, on: Processor(threads: 1, instructionSet: .scalar))
    #expect(Set(expected).count == 4, "every epoch changes the model")
    for instructionSet in InstructionSet.available {
      for threads in 1...3 {
        let computed = try digests(set, on: Processor(threads: threads, instructionSet: instructionSet))
        #expect(computed == expected, "\(instructionSet), \(threads) threads")
      }
    }
  }

  /// Everything that may stand between the gradient and the step.
  @Test(arguments: [
    ["loss=mse"], ["penalties=[l1: { weight: 1e-3 }, l2-norm: { weight: 1e-2, parameters: weights }]"],
    ["clip={ norm: 0.1 }"], ["clip={ value: 0.01 }"],
    ["schedule={ warmup: { steps: 10 } }"], ["schedule={ cosine: { epochs: 3, minimum: 1e-3 } }"],
    ["schedule={ step: { size: 1, gamma: 0.5 } }"],
  ])
  func settingsChangeTheModelAndThreadsDoNot(_ set: [String]) throws {
    let expected = try digests(set, on: Processor(threads: 1, instructionSet: .scalar))
    #expect(try digests(set, on: Processor(threads: 3)) == expected)
    #expect(try digests(on: Processor())[3] != expected[3])
  }

  @Test func theTrainingLossIncludesPenalties() throws {
    func evaluation(_ set: [String]) throws -> ([Double], [Double]) {
      let trainer = try Trainer(
        TinyExperiment.configuration(set), data: TinyExperiment.data, on: Processor())
      return (trainer.evaluate(.training), trainer.evaluate(.validation))
    }
    let plain = try evaluation([])
    let penalized = try evaluation(["penalties=[l2-squared: { weight: 1 }]"])
    #expect(penalized.0[0] > plain.0[0] + 1)
    #expect(penalized.1 == plain.1)
  }

  @Test func seedAndSourceMatter() throws {
    let processor = try Processor()
    let plain = try digests(on: processor)
    #expect(try digests(["seed=1"], on: processor)[0] != plain[0])
    #expect(try digests(["random=torch"], on: processor)[0] != plain[0])
  }

  /// Stopped after any batch, saved, restored in a new trainer: the epochs end in the same bits.
  @Test(arguments: ["philox", "torch"])
  func stoppingAnywhereChangesNothing(_ random: String) throws {
    let processor = try Processor()
    let configuration = try TinyExperiment.configuration(["random=\(random)"])
    let expected = try digests(["random=\(random)"], on: processor)
    for stop in [1, 3, 6] {
      var trainer = try Trainer(configuration, data: TinyExperiment.data, on: processor)
      for epoch in 1...3 {
        #expect(try trainer.trainEpoch { done, _ in done != stop } == nil)
        let saved = try trainer.checkpoint()
        trainer = try Trainer(configuration, data: TinyExperiment.data, on: processor)
        try trainer.restore(saved)
        #expect(try trainer.trainEpoch() != nil)
        #expect(trainer.memory.modelDigest == expected[epoch], "stopped after batch \(stop)")
      }
    }
  }

  @Test func aNetworkThatDoesNotFitTheDataIsRefused() throws {
    let configuration = try TinyExperiment.configuration(["network=[linear: { outputs: 2 }]"])
    #expect(throws: (any Error).self) {
      try Trainer(configuration, data: TinyExperiment.data, on: Processor())
    }
  }

  @Test func anotherNetworksCheckpointIsRefused() throws {
    let processor = try Processor()
    let other = try Trainer(
      TinyExperiment.configuration(["network=[linear: { outputs: 3 }]"]), data: TinyExperiment.data,
      on: processor)
    let trainer = try Trainer(TinyExperiment.configuration(), data: TinyExperiment.data, on: processor)
    #expect(throws: RunError.self) { try trainer.restore(other.checkpoint()) }
  }

  /// Real-valued targets: the same trainer, no accuracy, and the outputs must be as many as the targets.
  @Test func itFitsValues() throws {
    let trainer = try Trainer(TinyRegression.configuration(), data: TinyRegression.data, on: Processor())
    let before = trainer.evaluate(.test)
    for _ in 0..<30 { _ = try trainer.trainEpoch() }
    let after = trainer.evaluate(.test)
    #expect(before.count == 1 && after[0] < before[0] / 10, "\(before) \(after)")
    #expect(throws: (any Error).self) {
      try Trainer(
        TinyRegression.configuration(["network=[linear: { outputs: 2 }]"]), data: TinyRegression.data,
        on: Processor())
    }
    #expect(throws: (any Error).self) {
      try Trainer(
        TinyRegression.configuration(["loss=cross-entropy"]), data: TinyRegression.data, on: Processor())
    }
  }

  /// A schedule that looks at validation losses needs a validation part.
  @Test func withoutValidationThereIsNoPlateau() throws {
    let data = try Dataset(name: "tiny", training: TinyExperiment.data.training)
    let plain = try Trainer(TinyExperiment.configuration(), data: data, on: Processor())
    #expect(try plain.trainEpoch() != nil)
    #expect(throws: RunError.self) {
      try Trainer(TinyExperiment.configuration(["schedule=plateau"]), data: data, on: Processor())
    }
  }
}
