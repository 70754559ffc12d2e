import Archive
import Experiments
import Foundation
import Tensors
import Testing

/// A computation's archive with one number changed.
func forgedComputation(of archive: RunArchive, in directory: String) throws -> RunArchive {
  let files = try RunDirectory(directory, identity: archive.identity)
  let groups = try archive.computedNames.map { name in
    let group = try archive.computed(name)
    return ComputedGroup(
      name, title: group.title, axes: group.axes,
      arrays: group.arrays.enumerated().map { index, array in
        guard index == 0, var values = array.values.doubles else { return array }
        values[3] = values[3].nextUp
        return ComputedGroup.Array(
          array.name, title: array.title, unit: array.unit, Tensor(values, shape: array.values.shape))
      })
  }
  try files.finish(
    RunHeader(
      title: "", creator: "a test", configuration: archive.configuration(), identity: archive.identityText(),
      provenance: "{}"), computed: groups)
  return try RunArchive(files.archivePath)
}

// In the same suite, one after the other: it counts this process's temporary folders.
extension VerificationTests {
  private static let curves = "compute: { activation-curves: { span: 4 } }"

  @Test func severalRunsAreVerifiedAndEachHasItsOutcome() throws {
    let scratch = try Scratch()
    let archive = try computedArchive(Self.curves, scratch, "results/001/curves")
    let forged = try forgedComputation(of: archive, in: scratch("forged"))
    try FileManager.default.createDirectory(atPath: scratch("slow"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: archive.path, toPath: scratch("slow/run.h5"))
    try scratch.write(
      "{\"epoch\":1,\"examples-per-second\":1,\"seconds\":90}\n{\"epo", to: "slow/timing.jsonl")
    let list = VerificationList([
      ("curves", archive.path), ("forged", forged.path), ("missing", scratch("none.h5")),
      ("slow", scratch("slow/run.h5")),
    ])
    func outcomes(limit: Double?, _ interruption: Interruption = Interruption()) -> [VerificationList.Outcome]
    {
      list.perform(
        .sample(1, seed: 0), limit: limit, library: DatasetLibrary(), jobs: 2, threads: 1,
        interruption: interruption
      ) { _, _ in }
    }
    let some = outcomes(limit: 60)
    guard case .done(let equal, _) = some[0], case .done(let other, _) = some[1], case .failed = some[2],
      case .leftOut(secondsAnEpoch: 90) = some[3]
    else {
      Issue.record("\(some)")
      return
    }
    #expect(equal.difference == nil && equal.isWhole && equal.epochs == 0)
    #expect(other.difference?.subject == .array && other.difference?.element?.ulps?.count == 1)
    #expect(other.difference?.element?.index == [3] && other.difference?.name.hasPrefix("curves/") == true)
    guard case .done = outcomes(limit: nil)[3] else {
      Issue.record("nothing is left out without a limit")
      return
    }
    let interruption = Interruption()
    interruption.request()
    guard case .interrupted = outcomes(limit: nil, interruption)[0] else {
      Issue.record("an interruption came before")
      return
    }
  }

  @Test func namesStandForTheRunsThatAreFinished() throws {
    let scratch = try Scratch()
    try scratch.write(Self.curves, to: "configs/001/curves.yaml")
    try scratch.write("compute: { activation-curves: { span: 5 } }", to: "configs/001/more.yaml")
    func names(_ selection: [String]) throws -> [String] {
      try RunFile.finished(in: selection, root: scratch.path).map(\.name)
    }
    #expect(try names([]) == [])
    #expect(throws: (any Error).self) { try names(["001"]) }
    let archive = try computedArchive(Self.curves, scratch, "results/001/curves")
    #expect(try names([]) == ["001/curves"])
    #expect(try names(["001"]) == ["001/curves"])
    #expect(try names([archive.path]) == [archive.path])
    #expect(try names(["001/curves", "001"]) == ["001/curves"])
    #expect(throws: (any Error).self) { try names(["001/more"]) }
    #expect(throws: (any Error).self) { try names(["002"]) }
  }
}
