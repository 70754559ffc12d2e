import Archive
import Datasets
import Experiments
import Networks
import Settings
import Tensors
import Testing

@Suite struct AdversarialTrainingTests {
  private static let attack = "adversarial={ epsilon: 0.1, step-size: 0.05, steps: 3 }"

  private func trainer(_ set: [String], on processor: Processor) throws -> Trainer {
    try Trainer(TinyExperiment.configuration(set), data: TinyExperiment.data, on: processor)
  }

  /// The loss of a step is that of the batch and that of the attack; the gradients are those of the sum.
  @Test func aStepLearnsFromTheBatchAndTheAttack() throws {
    let processor = try Processor()
    let attacked = try trainer([Self.attack], on: processor), plain = try trainer([], on: processor)
    #expect(attacked.memory.modelDigest == plain.memory.modelDigest)
    let indices = 0..<16, examples = TinyExperiment.data.training
    attacked.assembler.copy(examples, indices, into: BatchPlaces(attacked.memory, attacked.graph))
    let loss = attacked.computeGradients(on: indices).loss
    let moved = attacked.memory.values(of: attacked.graph.input, samples: 16)

    plain.assembler.copy(examples, indices, into: BatchPlaces(plain.memory, plain.graph))
    let clean = plain.memory.values(of: plain.graph.input, samples: 16)
    let first = plain.computeGradients(on: indices).loss
    let firstGradients = Array(plain.memory.parameterGradients)
    plain.memory.pointer(to: plain.graph.input).update(from: moved, count: moved.count)
    let second = plain.computeGradients(on: indices).loss
    #expect(loss == first + second)
    #expect(second > first)
    #expect(zip(moved, clean).allSatisfy { abs($0 - $1) < 0.1001 })
    for (sum, parts) in zip(
      attacked.memory.parameterGradients, zip(firstGradients, plain.memory.parameterGradients))
    {
      #expect(abs(sum - (parts.0 + parts.1)) < 1e-6)
    }
  }

  @Test func runningAccuracyIsTheMeanOfBoth() throws {
    let set = [Self.attack, "training-accuracy=running"]
    let trainer = try trainer(set, on: Processor())
    let trained = try #require(try trainer.trainEpoch())
    let accuracy = try #require(trained.accuracy)
    #expect((accuracy * 200).rounded() == accuracy * 200, "of 100 examples, each seen twice")
    #expect(try self.trainer([], on: Processor()).trainEpoch()?.accuracy == nil)
  }

  @Test func stoppingAnywhereChangesNothing() throws {
    let set = [
      Self.attack, "training-accuracy=running", "record.best=accuracy",
      "augmentation=[horizontal-flip: { probability: 0.5 }]",
    ]
    let whole = try trainer(set, on: Processor(threads: 1, instructionSet: .scalar))
    let expected = try #require(try whole.trainEpoch())
    for stop in [1, 5] {
      var parts = try trainer(set, on: Processor(threads: 2))
      #expect(try parts.trainEpoch { done, _ in done != stop } == nil)
      let saved = try parts.checkpoint()
      parts = try trainer(set, on: Processor(threads: 2))
      try parts.restore(saved)
      #expect(try parts.trainEpoch() == expected)
      #expect(parts.memory.modelDigest == whole.memory.modelDigest)
    }
  }

  /// The archive holds the attacks on the probe and what the network says to them.
  @Test func attacksOnTheProbeAreRecorded() throws {
    let scratch = try Scratch()
    let archive = try TinyExperiment.run(scratch("run"), [Self.attack]).perform(on: Processor())
    let moved = try archive.activation("adversarial-input", at: 3)
    #expect(moved.shape == [7, 16])
    #expect(try archive.activation("adversarial-output", at: 3).shape == [7, 3])
    let clean = try #require(try archive.probe()?.inputs.bytes).map { Float($0) / 255 }
    #expect(zip(moved.floats ?? [], clean).allSatisfy { abs($0 - $1) < 0.1001 })
  }

  @Test(arguments: [
    "augmentation=[normalize: { mean: [0.5], standard-deviation: [0.5] }]", "mixup={ alpha: 1 }",
  ])
  func whatDoesNotGoTogetherIsRefused(_ other: String) throws {
    #expect(throws: SettingsError.self) { try TinyExperiment.configuration([Self.attack, other]) }
  }
}
