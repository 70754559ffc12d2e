import Experiments
import Foundation
import Tensors
import Testing

/// What is said of a result that has not the digests of a lock file from another machine.
@Suite struct FirstDifferenceTests {
  private static let zeros = String(repeating: "0", count: 64)

  private func reproduce(_ catalog: Catalog, fresh: Bool = false) throws -> (
    outcome: Reproduction.Outcome, difference: FirstDifference?
  ) {
    let reproduction = try Reproduction(
      catalog, selection: [], fresh: fresh, library: SmallProject.library)
    let outcomes = try reproduction.perform(
      jobs: 1, threads: 1, interruption: Interruption(), report: { _, _ in })
    return (outcomes[0].outcome, try reproduction.firstDifference(outcomes))
  }

  /// A reproduced project whose lock file then says that another machine made it; with `digest`, that the last model has
  /// another digest.
  private func forged(_ scratch: Scratch, digest: Bool) throws -> (catalog: Catalog, model: String) {
    let catalog = try SmallProject.catalog(scratch)
    #expect(try reproduce(catalog).difference == nil)
    let file = scratch("results/digests.lock")
    let lock = try DigestLock(contentsOf: file)
    let machine = try #require(lock.machine(of: "001/small"))
    #expect(machine.instructionSet == (try InstructionSet.preferred().rawValue))
    let model = try #require(lock.experiments["001/small"]?.models.last)
    var text = try String(contentsOfFile: file, encoding: .utf8)
    text.replace("\"hdf5\" : \"\(machine.hdf5)\"", with: "\"hdf5\" : \"1.14.6\"")
    text.replace("\"instructionSet\" : \"\(machine.instructionSet)\"", with: "\"instructionSet\" : \"neon\"")
    text.replace("\"processor\" : \"\(machine.processor)\"", with: "\"processor\" : \"Apple M4\"")
    if digest { text.replace(model, with: Self.zeros) }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return (catalog, model)
  }

  @Test func anotherMachinesDigestsAndPropertiesAreShown() throws {
    let scratch = try Scratch()
    let (catalog, model) = try forged(scratch, digest: true)
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch("results/digests.lock")))
    let (outcome, difference) = try reproduce(catalog)
    guard case .upToDate(.differs) = outcome, let difference else {
      Issue.record("no difference is seen")
      return
    }
    #expect(difference.name == "001/small" && difference.difference.subject == .model(epoch: 2))
    #expect(difference.difference.earlier == Self.zeros && difference.difference.later == model)
    #expect(difference.recorded?.processor == "Apple M4" && difference.recorded?.instructionSet == "neon")
    #expect(difference.here.hdf5 != "1.14.6" && difference.earlier == nil)
    let text = difference.text()
    #expect(text.contains("001/small, model after epoch 2"))
    #expect(text.contains(Self.zeros) && text.contains(model))
    #expect(text.contains("≠ processor") && text.contains("≠ libhdf5") && text.contains("  zlib"))
    #expect(text.hasSuffix("reprise doctor --report"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch("results/digests.lock"))) == before)
  }

  /// Equal digests of another machine are equal, and its lock file stays as it is.
  @Test func anotherMachineWithTheSameDigestsChangesNothing() throws {
    let scratch = try Scratch()
    let (catalog, _) = try forged(scratch, digest: false)
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch("results/digests.lock")))
    guard case (.done(.equal), nil) = try reproduce(catalog, fresh: true) else {
      Issue.record("it does not come out equal")
      return
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch("results/digests.lock"))) == before)
  }

  /// An earlier result that is kept tells tensor and element.
  @Test func anEarlierResultIsComparedToTheElement() throws {
    let scratch = try Scratch()
    let (catalog, _) = try forged(scratch, digest: true)
    let run = try Reproduction(catalog, selection: [], library: SmallProject.library).items[0].run
    try FileManager.default.removeItem(atPath: run.directory)
    try makeOtherResult(of: run, in: run.directory)
    let difference = try #require(try reproduce(catalog, fresh: true).difference)
    let earlier = try #require(difference.earlier)
    #expect(earlier.path.hasSuffix("results/001/small.earlier/run.h5"))
    #expect(earlier.places.first?.hasPrefix("The models part at epoch 0") == true, "\(earlier.places)")
    #expect(difference.text().contains("small.earlier"))
  }
}
