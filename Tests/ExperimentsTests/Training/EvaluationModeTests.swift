import Datasets
import Experiments
import Networks
import Tensors
import Testing

@Suite struct EvaluationModeTests {
  private static let network =
    "network=[linear: { outputs: 8 }, batch-norm, relu, dropout: { probability: 0.5 }, linear: { outputs: 3 }]"

  private func archive(_ assignments: [String], data: Dataset = TinyExperiment.data) throws -> (
    models: [Digest], validation: [Double]
  ) {
    let scratch = try Scratch()
    let archive = try TinyExperiment.run(scratch("run"), [Self.network] + assignments, data: data).perform(
      on: Processor())
    return (try archive.modelDigests(), try archive.metric("loss/validation"))
  }

  /// Evaluating in training mode measures other numbers and leaves training alone: no draw, no running statistic.
  @Test(arguments: ["philox", "torch"])
  func itLeavesNoTrace(_ random: String) throws {
    let plain = try archive(["random=\(random)"])
    let training = try archive(["random=\(random)", "evaluation-mode=training"])
    #expect(plain.models == training.models)
    #expect(zip(plain.validation, training.validation).allSatisfy { $0 != $1 })
  }

  /// Each epoch and each batch drops other values.
  @Test func everyBatchDropsOtherValues() throws {
    let trainer = try Trainer(
      TinyExperiment.configuration([
        "network=[dropout: { probability: 0.5 }, linear: { outputs: 3 }]", "evaluation-mode=training",
      ]), data: TinyExperiment.data, on: Processor())
    let first = trainer.evaluate(.validation), again = trainer.evaluate(.validation)
    #expect(first == again, "the same epoch draws the same")
    _ = try trainer.trainEpoch()
    #expect(trainer.evaluate(.validation) != first)
  }

  @Test func withoutShufflingExamplesComeInTheirOrder() throws {
    // With one batch of all examples the order decides only how the chains of the gradients run.
    func models(_ assignments: [String]) throws -> [Digest] { try archive(assignments).models }
    let ordered = try models(["shuffle=false"])
    #expect(try models(["shuffle=false"]) == ordered)
    #expect(try models(["shuffle=true"]) != ordered)
    // The seed decides first values and dropout, and not the order: without dropout, two Philox and PyTorch sources with
    // the same first values would train alike; an interrupted epoch goes on at its batch.
    let scratch = try Scratch()
    let whole = try TinyExperiment.run(scratch("whole"), [Self.network, "shuffle=false"]).perform(
      on: Processor())
    let interruption = Interruption()
    let cut = try TinyExperiment.run(scratch("cut"), [Self.network, "shuffle=false"])
    #expect(throws: RunError.self) {
      try cut.perform(on: Processor(), interruption: interruption) { event in
        if case .batch(let epoch, let done, _, _) = event, epoch == 2, done == 3 { interruption.request() }
      }
    }
    #expect(try cut.perform(on: Processor()).contentDigest == whole.contentDigest)
  }

  /// What such a run measured depends on draws and batches, so no model computes it again.
  @Test func aTrainedModelOfSuchARunIsRefused() throws {
    let scratch = try Scratch()
    let archive = try TinyExperiment.run(scratch("run"), [Self.network, "evaluation-mode=training"]).perform(
      on: Processor())
    let error = #expect(throws: RunError.self) { try TrainedModel(archive, on: Processor()) }
    #expect(error.map { "\($0)" }?.contains("training mode") == true)
  }

  /// A diverged loss is told from one that was not measured.
  @Test func aDivergedLossIsNaNInTheTable() throws {
    let scratch = try Scratch()
    _ = try TinyExperiment.run(
      scratch("run"), ["optimizer={ sgd: { learning-rate: 1e30 } }"]
    ).perform(on: Processor())
    let table = try String(contentsOfFile: scratch("run/metrics.csv"), encoding: .utf8)
    #expect(table.contains("nan") && !table.contains(",,"))
  }

  /// The test part is measured after the last epoch and at no other.
  @Test func theTestPartIsMeasuredOnce() throws {
    let scratch = try Scratch()
    let archive = try ExperimentRun(
      TinyRegression.configuration(), data: TinyRegression.data, directory: scratch("run")
    ).perform(on: Processor())
    let losses = try archive.metric("loss/test")
    #expect(losses.count == 4 && losses.dropLast().allSatisfy(\.isNaN) && losses[3].isFinite)
    let table = try String(contentsOfFile: scratch("run/metrics.csv"), encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(table[0] == "epoch,loss/train,loss/validation,loss/test,learning_rate" && table.count == 6)
    #expect(table[1].split(separator: ",", omittingEmptySubsequences: false)[3].isEmpty)
    let last = table[4].split(separator: ",").map { Double($0) }
    #expect(try last[0] == 3 && last[1] == archive.metric("loss/train")[3] && last[3] == losses[3])
  }
}
