import Archive
import Experiments
import Foundation
import Settings
import Tensors
import Testing

/// Whole reproductions of a small project on the real Fashion-MNIST, which `make test` installs.
@Suite struct ReproductionTests {
  private func reproduce(
    _ catalog: Catalog, fresh: Bool = false, interruption: Interruption = Interruption(),
    stopsAfter epochs: Int = .max
  ) throws -> (reason: String?, outcome: Reproduction.Outcome) {
    let reproduction = try Reproduction(catalog, selection: [], fresh: fresh, library: SmallProject.library)
    let outcomes = try reproduction.perform(jobs: 1, threads: 1, interruption: interruption) { _, event in
      if case .epoch(let summary) = event, summary.epoch == epochs { interruption.request() }
    }
    return (reproduction.items[0].reason, outcomes[0].outcome)
  }

  private func bytes(_ scratch: Scratch, _ directory: String = "small") throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: scratch("results/001/\(directory)/run.h5")))
  }

  @Test func whatIsUpToDateIsNotRunAndFreshRunsItAgain() throws {
    let scratch = try Scratch()
    let catalog = try SmallProject.catalog(scratch)
    guard case ("not run yet"?, .done(.recorded)) = try reproduce(catalog) else {
      Issue.record("the first run is not recorded")
      return
    }
    let first = try bytes(scratch)
    guard case (nil, .upToDate(.equal)) = try reproduce(catalog) else {
      Issue.record("the second one runs")
      return
    }
    let before = try FileManager.default.attributesOfItem(atPath: scratch("results/001/small/run.h5"))
    guard case ("all are run again"?, .done(.equal)) = try reproduce(catalog, fresh: true) else {
      Issue.record("a fresh run does not come out the same")
      return
    }
    let after = try FileManager.default.attributesOfItem(atPath: scratch("results/001/small/run.h5"))
    #expect(before[.systemFileNumber] as? Int != after[.systemFileNumber] as? Int, "nothing was run")
    #expect(try bytes(scratch) == first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("results/001")) == ["small"])
  }

  /// A kill may come between an archive and its table.
  @Test func aMissingTableIsWritten() throws {
    let scratch = try Scratch()
    let catalog = try SmallProject.catalog(scratch)
    _ = try reproduce(catalog)
    let table = try String(contentsOfFile: scratch("results/001/small/metrics.csv"), encoding: .utf8)
    try FileManager.default.removeItem(atPath: scratch("results/001/small/metrics.csv"))
    guard case (nil, .upToDate(.equal)) = try reproduce(catalog) else {
      Issue.record("it is run again")
      return
    }
    #expect(try String(contentsOfFile: scratch("results/001/small/metrics.csv"), encoding: .utf8) == table)
  }

  /// Interrupted, a fresh run leaves the old archive where it is, and goes on the next time.
  @Test func anInterruptedFreshRunLosesNothing() throws {
    let scratch = try Scratch()
    let catalog = try SmallProject.catalog(scratch)
    _ = try reproduce(catalog)
    let first = try bytes(scratch)
    guard case (_, .interrupted) = try reproduce(catalog, fresh: true, stopsAfter: 1) else {
      Issue.record("it is not interrupted")
      return
    }
    #expect(try bytes(scratch) == first)
    guard case (nil, .upToDate(.equal)) = try reproduce(catalog) else {
      Issue.record("the old run is not up to date")
      return
    }
    // A build that is not this one began it: its work is not gone on with.
    let host = scratch("results/001/small.fresh/host.json")
    var text = try String(contentsOfFile: host, encoding: .utf8)
    text.replace(/"builds":\["[0-9a-f]+"/, with: "\"builds\":[\"\(String(repeating: "0", count: 64))\"")
    try text.write(toFile: host, atomically: true, encoding: .utf8)
    guard case (_, .done(.equal)) = try reproduce(catalog, fresh: true) else {
      Issue.record("the fresh run does not come out the same")
      return
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("results/001")) == ["small"])
    guard
      case .finished(_, ofThisBuild: true) = try RunStatus(
        of: ExperimentConfiguration(contentsOf: scratch("configs/001/small.yaml")),
        in: scratch("results/001/small"))
    else {
      Issue.record("it is not seen as this build's")
      return
    }
  }

  /// While another process works on a run, it is neither replaced nor moved aside.
  @Test func whatIsLockedIsLeftAlone() throws {
    let scratch = try Scratch()
    _ = try reproduce(SmallProject.catalog(scratch))
    let old = try bytes(scratch)
    let lock = try DirectoryLock(scratch("results/001/small"))
    for (seed, fresh) in [(0, true), (1, false)] {
      guard
        case (_, .failed(let error as ArchiveError)) = try reproduce(
          SmallProject.catalog(scratch, seed: seed), fresh: fresh)
      else {
        Issue.record("it is not refused")
        continue
      }
      #expect(error.kind == .locked)
      #expect(try bytes(scratch) == old)
    }
    withExtendedLifetime(lock) {}
  }

  /// What differs from an earlier result, of which the lock file says nothing, is told until somebody has decided.
  @Test func aChangeIsNotRecordedByItself() throws {
    let scratch = try Scratch()
    let catalog = try SmallProject.catalog(scratch)
    let run = try Reproduction(catalog, selection: [], library: SmallProject.library).items[0].run
    try makeOtherResult(of: run, in: run.directory)
    for (attempt, fresh) in [true, false, false].enumerated() {
      switch try reproduce(catalog, fresh: fresh).outcome {
      case .done(.differs(let how, _)), .upToDate(.differs(let how, _)):
        #expect(how.contains("epoch 0") && how.contains("small.earlier"), "\(how)")
      default: Issue.record("the change is not told at attempt \(attempt)")
      }
    }
    #expect(try DigestLock(contentsOf: scratch("results/digests.lock")).experiments.isEmpty)
    try FileManager.default.removeItem(atPath: scratch("results/001/small.earlier"))
    guard case (nil, .upToDate(.recorded)) = try reproduce(catalog) else {
      Issue.record("what was decided is not recorded")
      return
    }
  }

  @Test func changedSettingsMoveTheOldRunAside() throws {
    let scratch = try Scratch()
    _ = try reproduce(SmallProject.catalog(scratch))
    let old = try bytes(scratch)
    let changed = try SmallProject.catalog(scratch, seed: 1)
    guard case ("its configuration or its data changed"?, .done(.recorded)) = try reproduce(changed) else {
      Issue.record("the changed configuration is not run")
      return
    }
    let folders = try FileManager.default.contentsOfDirectory(atPath: scratch("results/001")).sorted()
    #expect(folders.count == 2 && folders[0] == "small")
    #expect(try bytes(scratch, folders[1]) == old)
    #expect(try bytes(scratch) != old)
  }

  /// A result that is not the committed one is told, and the file keeps what is committed.
  @Test func aDifferenceFromTheFileIsTold() throws {
    let scratch = try Scratch()
    let catalog = try SmallProject.catalog(scratch)
    _ = try reproduce(catalog)
    let lock = scratch("results/digests.lock")
    var text = try String(contentsOfFile: lock, encoding: .utf8)
    let last = try DigestLock(contentsOf: lock).experiments["001/small"]!.models.last!
    text.replace(last, with: String(repeating: "0", count: 64))
    try text.write(toFile: lock, atomically: true, encoding: .utf8)
    guard case (_, .done(.differs(let how, _))) = try reproduce(catalog, fresh: true) else {
      Issue.record("no difference is seen")
      return
    }
    #expect(how.contains("results/digests.lock says: the model differs from epoch 2 on"))
    #expect(try String(contentsOfFile: lock, encoding: .utf8) == text)
  }
}
