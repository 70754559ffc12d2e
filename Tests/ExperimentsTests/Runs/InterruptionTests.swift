import Archive
import Experiments
import Foundation
import Tensors
import Testing

/// A run that is asked to stop at any moment goes on from there to the same bytes.
@Suite struct InterruptionTests {
  private static let sets: [[String]] = [
    ["epochs=2", "record.step-losses=1", "record.best=loss", "clip={ norm: 0.5 }"],
    [
      "epochs=2", "random=torch", "evaluation-mode=training", "batch-size=40", "training-accuracy=running",
      "network=[linear: { outputs: 8 }, batch-norm, relu, dropout: { probability: 0.3 }, linear: { outputs: 3 }]",
    ],
    ["epochs=3", "schedule={ plateau: { patience: 0 } }", "adversarial={ steps: 2 }", "batch-size=50"],
  ]

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @Test(arguments: sets) func atEveryEvent(_ set: [String]) throws {
    let scratch = try Scratch(), processor = try Processor()
    var events = 0
    try TinyExperiment.run(scratch("whole"), set).perform(on: processor) { _ in events += 1 }
    #expect(events > 20)
    var places: Swift.Set<String> = []
    // Every second, which comes to each place of an epoch in some epoch: each is two runs.
    for moment in stride(from: 1, through: events, by: 2) {
      let interruption = Interruption(), directory = scratch("cut-\(moment)")
      var count = 0
      do {
        try TinyExperiment.run(directory, set).perform(
          on: processor, interruption: interruption, savingEvery: .zero
        ) { event in
          count += 1
          if count == moment {
            interruption.request()
            places.insert("\(event)".prefix { $0 != "(" }.description)
          }
        }
      } catch RunError.interrupted {}
      try TinyExperiment.run(directory, set).perform(on: processor)
      #expect(try bytes(directory + "/run.h5") == bytes(scratch("whole/run.h5")), "event \(moment)")
    }
    #expect(places.isSuperset(of: ["batch", "doing", "epoch", "saved"]), "\(places)")
  }

  /// After the last batch of an epoch it is measured; a request is seen there, and no step is lost.
  @Test func anEvaluationIsInterrupted() throws {
    let scratch = try Scratch(), processor = try Processor()
    let interruption = Interruption()
    let error = #expect(throws: RunError.self) {
      try TinyExperiment.run(scratch("cut")).perform(on: processor, interruption: interruption) { event in
        if case .doing(.evaluating(_, epoch: 2, _, _)) = event { interruption.request() }
      }
    }
    #expect("\(error!)" == "\(scratch("cut")): interrupted after epoch 1, state saved; run again to go on")
    var batches = 0
    try TinyExperiment.run(scratch("cut")).perform(on: processor) { event in
      if case .batch(epoch: 2, _, _, _) = event { batches += 1 }
    }
    #expect(batches == 0, "epoch 2 was trained")
  }

  @Test func beforeTrainingNothingIsKept() throws {
    let scratch = try Scratch()
    let interruption = Interruption()
    let error = #expect(throws: RunError.self) {
      try TinyExperiment.run(scratch("cut")).perform(on: Processor(), interruption: interruption) { event in
        if case .doing(.initializing) = event { interruption.request() }
      }
    }
    #expect("\(error!)" == "\(scratch("cut")): interrupted before training began; run again to start")
  }

  /// The making of the archive is left, and made again.
  @Test func theArchiveIsInterrupted() throws {
    let scratch = try Scratch(), processor = try Processor()
    let interruption = Interruption()
    #expect(throws: RunError.self) {
      try TinyExperiment.run(scratch("cut")).perform(on: processor, interruption: interruption) { event in
        if case .doing(.writingArchive) = event { interruption.request() }
      }
    }
    #expect(!FileManager.default.fileExists(atPath: scratch("cut/run.h5")))
    try TinyExperiment.run(scratch("whole")).perform(on: processor)
    try TinyExperiment.run(scratch("cut")).perform(on: processor)
    #expect(try bytes(scratch("cut/run.h5")) == bytes(scratch("whole/run.h5")))
  }

  /// How often the state is saved has no influence on the bytes; `KilledCommandTests` kills between saves.
  @Test func stepsAreSaved() throws {
    let scratch = try Scratch(), processor = try Processor()
    try TinyExperiment.run(scratch("rare")).perform(on: processor)
    var saved: [Int] = []
    try TinyExperiment.run(scratch("often")).perform(on: processor, savingEvery: .zero) { event in
      if case .saved(_, let batches, _) = event { saved.append(batches) }
    }
    #expect(saved.contains { $0 > 0 })
    #expect(try bytes(scratch("often/run.h5")) == bytes(scratch("rare/run.h5")))
  }
}
