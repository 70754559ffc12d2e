import Archive
import Datasets
import Experiments
import Tensors
import Testing

@Suite struct BestEpochTests {
  @Test(arguments: ["accuracy", "loss"])
  func theArchiveKeepsTheBestEpoch(_ measure: String) throws {
    let scratch = try Scratch()
    let set = [
      "record={ epochs: none, probe: 3, best: \(measure) }", "optimizer={ adam: { learning-rate: 0.3 } }",
      "epochs=8",
    ]
    let archive = try TinyExperiment.run(scratch("run"), set).perform(on: Processor())
    let values = try archive.metric("\(measure)/validation")
    let target = measure == "accuracy" ? values.max() : values.min()
    let best = try #require(try archive.bestEpoch())
    #expect(best == values.firstIndex { $0 == target })
    let kept = try archive.parameterEpochs("hidden/linear/weight")
    #expect(kept.contains(best) && kept.last == 8)
    #expect(try Digest(ofModel: archive.parameters(at: best)) == archive.modelDigests()[best])
  }

  @Test func aRunThatWasNotAskedDoesNotSay() throws {
    let scratch = try Scratch()
    #expect(try TinyExperiment.run(scratch("run")).perform(on: Processor()).bestEpoch() == nil)
  }

  @Test func aValidationPartIsNeeded() throws {
    let data = try Dataset(name: "tiny", training: TinyExperiment.data.training)
    #expect(throws: RunError.self) {
      try Trainer(TinyExperiment.configuration(["record.best=loss"]), data: data, on: Processor())
    }
    #expect(throws: RunError.self) {
      try Trainer(
        TinyRegression.configuration(["record.best=accuracy"]), data: TinyRegression.data, on: Processor())
    }
  }
}
