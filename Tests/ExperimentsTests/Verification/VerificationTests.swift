import Archive
import Datasets
import Experiments
import Foundation
import Networks
import Tensors
import Testing

/// Finished runs are computed again and compared to the bit.
@Suite(.serialized) struct VerificationTests {
  private func verify(
    _ archive: RunArchive, _ extent: Verification.Extent = .whole, data: Dataset = TinyExperiment.data,
    interruption: Interruption = Interruption()
  ) throws -> Verification.Result {
    try Verification(of: archive) { _ in data }.perform(
      extent, on: Processor(), interruption: interruption)
  }

  /// Every epoch that can be trained again alone.
  private static let everySample = Verification.Extent.sample(100, seed: 0)

  private func archive(_ scratch: Scratch, _ set: [String] = []) throws -> RunArchive {
    try TinyExperiment.run(scratch("run"), set).perform(on: Processor())
  }

  @Test(arguments: [
    [],
    ["record.states=all"],
    ["epochs=9", "record.states=none"],
    [
      "random=torch",
      "network=[linear: { outputs: 8 }, relu, dropout: { probability: 0.5 }, linear: { outputs: 3 }]",
    ],
    [
      "network=[linear: { outputs: 8 }, batch-norm, relu, linear: { outputs: 3 }]",
      "evaluation-mode=training",
    ],
    [
      "adversarial={ epsilon: 0.1, step-size: 0.05, steps: 2 }", "training-accuracy=running",
      "record.best=accuracy", "augmentation=[horizontal-flip: { probability: 0.5 }]",
    ],
    ["mixup={ alpha: 0.4 }", "augmentation=[horizontal-flip: { probability: 0.5 }]", "record.step-losses=3"],
    [
      "epochs=8", "record.states=[2, 5]", "record.best=loss",
      "schedule={ plateau: { factor: 0.5, patience: 1, threshold: 0.3, threshold-mode: absolute } }",
    ],
    ["optimizer={ sgd: { learning-rate: 1e30 } }", "loss=mse"],
  ])
  func anIntactRunIsEqualInWholeAndInSamples(_ set: [String]) throws {
    let scratch = try Scratch()
    let archive = try archive(scratch, set)
    let last = try #require(archive.epochs.last)
    let whole = try verify(archive)
    #expect(whole.difference == nil && whole.isWhole && whole.epochs == last)
    #expect(whole.trained == Array(1...last))
    let candidates = Set([1] + archive.stateEpochs.map { $0 + 1 }).filter { $0 <= last }.sorted()
    let samples = try verify(archive, Self.everySample)
    #expect(samples.difference == nil && !samples.isWhole && samples.epochs == last)
    #expect(samples.trained == candidates)
    // What a test compares with is a forgery that changes nothing.
    #expect(try forgedArchive(of: archive, in: scratch("forged")).contentDigest == archive.contentDigest)
  }

  @Test func anInterruptedRunAndValuesAsTargetsAreEqual() throws {
    let scratch = try Scratch()
    let run = try ExperimentRun(
      TinyRegression.configuration(), data: TinyRegression.data, directory: scratch("run"))
    for stop in [2, 3, 6] {
      let interruption = Interruption()
      #expect(throws: RunError.self) {
        var batches = 0
        try run.perform(on: Processor(), interruption: interruption) {
          if case .batch = $0 { batches += 1 }
          if batches == stop { interruption.request() }
        }
      }
    }
    let archive = try run.perform(on: Processor())
    #expect(try verify(archive, data: TinyRegression.data).difference == nil)
    let sample = try verify(archive, Self.everySample, data: TinyRegression.data)
    #expect(sample.difference == nil && sample.trained == [1, 2, 3])
  }

  /// A run of another seed that says it is this one.
  @Test func anotherSeedsNumbersDifferFromTheBeginning() throws {
    let scratch = try Scratch()
    let archive = try archive(scratch)
    let other = try TinyExperiment.run(scratch("other"), ["seed=1"]).perform(on: Processor())
    let forged = try forgedArchive(of: archive, in: scratch("forged")) { record, state in
      record.parameters = try other.parameters(at: record.epoch)
      state.arrays =
        record.parameters.map { NamedTensor("parameters/\($0.path)", $0.tensor) }
        + state.arrays.filter { !$0.path.hasPrefix("parameters/") }
      record.modelDigest = try other.modelDigests()[record.epoch]
    }
    let result = try verify(forged)
    #expect(result.trained.isEmpty && !result.isWhole)
    let difference = try #require(result.difference)
    #expect(
      difference.epoch == 0 && difference.subject == .parameter && difference.name == "hidden/linear/weight")
    #expect(difference.element?.index == [0, 0] && difference.element?.ulps?.count ?? 0 > 1)
    #expect(
      try difference.archived == "\(#require(other.parameter("hidden/linear/weight", at: 0).floats?[0]))")
    #expect(
      try difference.computed == "\(#require(archive.parameter("hidden/linear/weight", at: 0).floats?[0]))")
  }

  /// One bit of one kept parameter, with its epoch's digests repaired, and what training from there makes of it.
  @Test func aParametersBitIsFoundWhereItIs() throws {
    let scratch = try Scratch()
    let archive = try archive(scratch, ["record.states=[2]"])
    let forged = try forgedArchive(of: archive, in: scratch("forged")) { record, state in
      guard record.epoch == 2 else { return }
      record.parameters.flip("hidden/linear/weight", 18)
      state.arrays.flip("parameters/hidden/linear/weight", 18)
      record.modelDigest = Digest(ofModel: record.parameters)
    }
    let whole = try verify(forged)
    #expect(whole.trained == [1, 2])
    #expect(whole.difference?.epoch == 2 && whole.difference?.name == "hidden/linear/weight")
    #expect(whole.difference?.element?.index == [1, 2] && whole.difference?.element?.ulps?.count == 1)
    // The sample starts from the changed state, so the next epoch is the first that differs.
    let sample = try verify(forged, Self.everySample)
    #expect(sample.trained == [1, 3])
    #expect(sample.difference?.epoch == 3 && sample.difference?.subject == .parameter)
    // With the digest as it was, the state itself is seen not to be that of the run.
    let unrepaired = try forgedArchive(of: archive, in: scratch("unrepaired")) { record, state in
      guard record.epoch == 2 else { return }
      record.parameters.flip("hidden/linear/weight", 18)
      state.arrays.flip("parameters/hidden/linear/weight", 18)
    }
    let start = try verify(unrepaired, Self.everySample)
    #expect(start.trained == [1] && start.difference?.epoch == 2 && start.difference?.subject == .model)
    #expect(try verify(unrepaired).difference?.subject == .parameter)
  }

  @Test func anOptimizersBitIsFound() throws {
    let scratch = try Scratch()
    let archive = try archive(scratch, ["record.states=[1]"])
    let optimizer = try #require(
      archive.checkpoint(at: 1).arrays.first { $0.path.hasPrefix("optimizer/") })
    let largest = try #require(
      optimizer.tensor.floats?.enumerated().max { abs($0.element) < abs($1.element) })
    let forged = try forgedArchive(of: archive, in: scratch("forged")) { record, state in
      if record.epoch == 1 { state.arrays.flip(optimizer.path, largest.offset) }
    }
    let whole = try verify(forged).difference
    #expect(whole?.epoch == 1 && whole?.subject == .state && whole?.name == optimizer.path)
    #expect(whole?.element?.index == [largest.offset])
    #expect(try verify(forged, Self.everySample).difference?.epoch == 1, "epoch 1 ends in that state")
  }

  /// Everything else that is kept of an epoch, each changed alone.
  @Test func everyKindOfValueIsCompared() throws {
    let scratch = try Scratch()
    let archive = try archive(scratch, ["record.step-losses=2", "record.best=loss"])
    func difference(
      _ name: String, _ change: (inout EpochRecord) -> Void
    ) throws -> BitDifference? {
      let forged = try forgedArchive(of: archive, in: scratch(name)) { record, _ in
        if record.epoch == 2 { change(&record) }
      }
      #expect(forged.contentDigest != archive.contentDigest)
      return try verify(forged).difference
    }
    let metric = try difference("metric") { $0.metrics[1].value = $0.metrics[1].value.nextUp }
    #expect(metric?.epoch == 2 && metric?.subject == .metric && metric?.name == "loss/validation")
    #expect(metric?.element?.index == [] && metric?.element?.ulps?.count == 1)
    let absent = try difference("absent") { $0.metrics[0].value = .nan }
    #expect(absent?.subject == .metric && absent?.archived == "nan" && absent?.element?.ulps == .infinite)
    let norm = try difference("norm") { $0.gradientNorms[2].value = $0.gradientNorms[2].value.nextDown }
    #expect(norm?.subject == .gradientNorm && norm?.name == archive.gradientPaths()[2])
    let activation = try difference("activation") { $0.activations.flip("hidden/relu", 9) }
    #expect(activation?.subject == .activation && activation?.element?.index == [1, 1])
    let series = try difference("series") { $0.series[0].values[1] = 7 }
    #expect(series?.subject == .series && series?.epoch == 2 && series?.archived == "7.0")
    let digest = try difference("digest") { $0.modelDigest = Digest(of: "another") }
    #expect(digest?.subject == .model && digest?.archived == Digest(of: "another").hexadecimal)
    #expect(digest?.description.hasPrefix("epoch 2: model digest is ") == true)
  }

  /// What belongs to no epoch is in the content digest.
  @Test func whatIsKeptOnceIsInTheContentDigest() throws {
    let scratch = try Scratch()
    let archive = try archive(scratch)
    let files = try RunDirectory(scratch("forged"), identity: archive.identity)
    for epoch in archive.epochs {
      let state = try archive.checkpoint()
      try files.commit(
        EpochRecord(
          epoch: epoch,
          metrics: try archive.metrics.map { NamedValue($0.name, try archive.metric($0.name)[epoch]) },
          gradientNorms: try archive.gradientPaths().map {
            NamedValue($0, try archive.gradientNorms($0)[epoch])
          }, parameters: try archive.parameters(at: epoch), modelDigest: try archive.modelDigests()[epoch]),
        checkpoint: Checkpoint(epoch: epoch, step: state.step, arrays: state.arrays, state: state.state))
    }
    try files.finish(
      RunHeader(
        title: "", creator: "", configuration: archive.configuration(), identity: archive.identityText(),
        provenance: "{}", metrics: archive.metrics))
    let result = try verify(RunArchive(files.archivePath))
    #expect(result.difference?.subject == .content && result.difference?.epoch == nil && result.isWhole)
    #expect(result.difference?.computed == archive.contentDigest.hexadecimal)
    #expect(result.trained == [1, 2, 3])
  }

  @Test func aSeedChoosesTheSameEpochsOfARun() throws {
    let scratch = try Scratch()
    let archive = try archive(scratch, ["epochs=20", "record.states=all", "record.probe=0"])
    func chosen(_ count: Int, _ seed: UInt64) throws -> [Int] {
      try verify(archive, .sample(count, seed: seed)).trained
    }
    let first = try chosen(3, 0)
    #expect(first.count == 3 && first == first.sorted() && Set(first).count == 3)
    #expect(try chosen(3, 0) == first)
    let sets = try Set((0..<6).map { try chosen(3, $0) })
    #expect(sets.count > 1)
    #expect(try chosen(1, 0).count == 1)
    #expect(try chosen(21, 0) == Array(1...20))
  }

  /// Nothing is written where the archive lies, and no temporary folder is left.
  @Test func anArchiveThatSomebodySentIsLeftAsItIs() throws {
    let scratch = try Scratch()
    let made = try archive(scratch)
    try FileManager.default.createDirectory(atPath: scratch("inbox"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: made.path, toPath: scratch("inbox/theirs.h5"))
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch("inbox/theirs.h5")))
    func temporary() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
        .filter { $0.hasPrefix("reprise-verify-\(getpid())-") }
    }
    let theirs = try RunArchive(RunFile.path(of: scratch("inbox/theirs.h5")))
    #expect(try verify(theirs).difference == nil)
    let interruption = Interruption()
    interruption.request()
    for extent in [Verification.Extent.whole, .sample(1, seed: 0)] {
      let error = #expect(throws: RunError.self) {
        try verify(theirs, extent, interruption: interruption)
      }
      guard case .verificationInterrupted(theirs.path) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch("inbox/theirs.h5"))) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("inbox")) == ["theirs.h5"])
    #expect(try temporary().isEmpty)
  }

  @Test func otherAndMissingDataAreNoDifferenceOfBits() throws {
    let scratch = try Scratch()
    let archive = try archive(scratch)
    let missing = DatasetError.unavailable(dataset: "tiny", file: "images", attempts: [], remedy: "none")
    #expect(throws: missing) { try Verification(of: archive) { _ in throw missing } }
    let shorter = try Dataset(
      name: "tiny", training: TinyExperiment.data.training,
      validation: TinyExperiment.data.training.prefix(20))
    let error = #expect(throws: RunError.self) { try Verification(of: archive) { _ in shorter } }
    guard case .otherData(archive.path, "validation", let archived, let here) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(archived == TinyExperiment.data.digests["validation"] && here == shorter.digests["validation"])
  }

  private func expectForeign(_ reason: String, _ body: () throws -> Verification.Result) {
    let error = #expect(throws: ArchiveError.self) { _ = try body() }
    #expect(
      error?.kind == .foreign && error?.reason.contains(reason) == true, "\(error?.description ?? "none")")
  }

  @Test func anArchiveThatContradictsItselfIsRefused() throws {
    let scratch = try Scratch()
    let archive = try archive(scratch, ["record.states=all"])
    let second = try #require(
      (0..<40).map { Verification.Extent.sample(1, seed: $0) }.first {
        try verify(archive, $0).trained == [2]
      })
    // A state of another step than its epoch's.
    let steps = try forgedArchive(of: archive, in: scratch("steps")) { _, state in state.step += 1 << 40 }
    expectForeign("steps") { try verify(steps, second) }
    let lacking = try forgedArchive(of: archive, in: scratch("lacking")) { _, state in
      state.arrays.removeAll { $0.path.hasPrefix("optimizer/") }
    }
    expectForeign("optimizer/") { try verify(lacking, second) }
    // Another configuration under the identity.
    let other = try TinyExperiment.run(scratch("other"), ["batch-size=17"])
    let files = try RunDirectory(scratch("mixed"), identity: archive.identity)
    let state = try archive.checkpoint()
    for epoch in archive.epochs {
      try files.commit(
        EpochRecord(
          epoch: epoch, parameters: archive.parameters(at: archive.epochs.count - 1),
          modelDigest: archive.modelDigests()[epoch]),
        checkpoint: Checkpoint(epoch: epoch, step: state.step, arrays: state.arrays, state: state.state))
    }
    try files.finish(
      RunHeader(
        title: "", creator: "", configuration: other.configuration.json(),
        identity: archive.identityText(), provenance: "{}"))
    let mixed = try RunArchive(files.archivePath)
    expectForeign("identity") { try verify(mixed) }
  }
}
