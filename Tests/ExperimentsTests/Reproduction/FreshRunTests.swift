import Archive
import Experiments
import Files
import Foundation
import Synchronization
import Tensors
import Testing

/// A finished run of an identity that came out otherwise: two numbers in place of the parameters.
func makeOtherResult(of run: ExperimentRun, in directory: String) throws {
  let files = try RunDirectory(directory, identity: run.identity.digest)
  let parameters = [NamedTensor("weight", Tensor([Float(1), 2]))]
  for epoch in 0...((run.configuration as? ExperimentConfiguration)?.epochs ?? 0) {
    try files.commit(
      EpochRecord(
        epoch: epoch, metrics: [], gradientNorms: [], parameters: parameters, activations: [],
        modelDigest: Digest(ofModel: parameters)),
      checkpoint: Checkpoint(
        epoch: epoch, step: epoch, arrays: parameters.map { NamedTensor("parameters/\($0.path)", $0.tensor) },
        state: "{}"))
  }
  try files.finish(
    RunHeader(
      title: "", creator: "a test", configuration: run.configuration.json(), identity: run.identity.text,
      provenance: "{}"))
}

/// How a fresh run takes an earlier one's place.
@Suite struct FreshRunTests {
  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  /// Stopped between any two operations, as by a kill, there is always a finished run; the next attempt ends as an
  /// undisturbed one does, and the earlier result is kept.
  @Test func aKillAtAnyMomentLosesNothing() throws {
    let scratch = try Scratch()
    let expected = try bytes(TinyExperiment.run(scratch("expected")).perform(on: Processor()).path)
    let template = try TinyExperiment.run(scratch("template"))
    try makeOtherResult(of: template, in: template.directory)
    let old = try bytes(scratch("template/run.h5"))

    var stops = 0
    var finished = false
    while !finished {
      let folder = "after-\(stops)"
      try FileManager.default.createDirectory(atPath: scratch(folder), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: scratch("template"), toPath: scratch("\(folder)/run"))
      let run = try TinyExperiment.run(scratch("\(folder)/run"))
      let left = Atomic<Int>(stops)
      let killing = FileOperations(waits: false) { _ in
        guard left.subtract(1, ordering: .relaxed).oldValue > 0 else { throw CancellationError() }
      }
      do {
        try FreshRun(run, operations: killing).perform(on: Processor())
        finished = true
      } catch is CancellationError {
        let there = try bytes(scratch("\(folder)/run/run.h5"))
        #expect(there == old || there == expected, "after \(stops) operations")
        if there == expected { #expect(try bytes(scratch("\(folder)/run.earlier/run.h5")) == old) }
        try FreshRun(run).perform(on: Processor())
      }
      #expect(try bytes(scratch("\(folder)/run/run.h5")) == expected)
      let kept = try FileManager.default.contentsOfDirectory(atPath: scratch(folder)).filter { $0 != "run" }
      #expect(kept.contains { (try? bytes(scratch("\(folder)/\($0)/run.h5"))) == old }, "\(kept)")
      #expect(!kept.contains("run.fresh"))
      try FileManager.default.removeItem(atPath: scratch(folder))
      stops += 1
    }
    #expect(stops > 10)
  }

  /// What another configuration or another build left beside it is not gone on with, and no earlier result is
  /// written over.
  @Test func whatIsInTheWayIsNotUsed() throws {
    let scratch = try Scratch()
    try TinyExperiment.run(scratch("run"), ["seed=2"]).perform(on: Processor())
    let other = try bytes(scratch("run/run.h5"))
    try TinyExperiment.run(scratch("run.fresh"), ["seed=1"]).perform(on: Processor())
    try FileManager.default.createDirectory(atPath: scratch("run.earlier"), withIntermediateDirectories: true)
    let run = try TinyExperiment.run(scratch("run"))
    try FreshRun(run).perform(on: Processor())
    #expect(
      try bytes(scratch("run/run.h5"))
        == bytes(TinyExperiment.run(scratch("expected")).perform(on: Processor()).path))
    #expect(try bytes(scratch("run.earlier-2/run.h5")) == other)
    #expect(!FileManager.default.fileExists(atPath: scratch("run.fresh")))
  }

  /// While another process works on it, it is left alone.
  @Test func aLockedRunIsNotReplaced() throws {
    let scratch = try Scratch()
    let run = try TinyExperiment.run(scratch("run"))
    try makeOtherResult(of: run, in: run.directory)
    let old = try bytes(scratch("run/run.h5"))
    let lock = try DirectoryLock(run.directory)
    let error = #expect(throws: ArchiveError.self) { try FreshRun(run).perform(on: Processor()) }
    #expect(error?.kind == .locked)
    #expect(try bytes(scratch("run/run.h5")) == old)
    withExtendedLifetime(lock) {}
  }
}
