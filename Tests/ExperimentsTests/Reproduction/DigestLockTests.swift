import Archive
import Experiments
import Foundation
import Tensors
import Testing

@Suite struct DigestLockTests {
  private let machine = Machine(instructionSet: .scalar)

  private func entry(_ assignments: [String] = [], in scratch: Scratch, _ name: String) throws
    -> DigestLock.Entry
  {
    let configuration = try TinyExperiment.configuration(assignments)
    let run = try ExperimentRun(configuration, data: TinyExperiment.data, directory: scratch(name))
    return try DigestLock.Entry(run.perform(on: Processor()), configuration)
  }

  @Test func aResultIsRecordedOnceAndThenCompared() throws {
    let scratch = try Scratch()
    let file = scratch("digests.lock")
    let entry = try entry(in: scratch, "run")
    #expect(entry.models.count == 4)
    #expect(entry.data == TinyExperiment.data.digests)
    var lock = try DigestLock(contentsOf: file)
    #expect(lock.compare("x", entry, madeWith: machine) == .recorded)
    try lock.write(to: file)
    var again = try DigestLock(contentsOf: file)
    #expect(again == lock)
    #expect(again.compare("x", entry, madeWith: machine) == .equal)
  }

  @Test func theFirstDifferenceIsNamed() throws {
    let scratch = try Scratch()
    let entry = try entry(in: scratch, "run")
    var lock = DigestLock()
    _ = lock.compare("x", entry, madeWith: machine)
    var other = entry
    other.models[2] = other.models[1]
    guard case .differs(let how, let difference) = lock.compare("x", other, madeWith: machine) else {
      Issue.record("no difference seen")
      return
    }
    #expect(how.contains("epoch 2"))
    #expect(difference?.subject == .model(epoch: 2))
    #expect(difference?.earlier == entry.models[2] && difference?.later == entry.models[1])
    other = entry
    other.archive = other.settings
    #expect(lock.compare("x", other, madeWith: machine) != .equal)
    other = entry
    other.data["validation"] = "another"
    guard case .differs(let data, _) = lock.compare("x", other, madeWith: machine) else {
      Issue.record("other data are not seen")
      return
    }
    #expect(data == "not what results/digests.lock says: the validation data differ")
    #expect(lock.compare("x", entry, madeWith: machine) == .equal, "a difference is never recorded")
    #expect(
      lock.compare("x", other, madeWith: machine, isOfOwnData: true) == .recorded,
      "the user's data may change")
    #expect(lock.compare("x", other, madeWith: machine) == .equal)
  }

  @Test func anotherConfigurationIsAnotherEntry() throws {
    let scratch = try Scratch()
    var lock = DigestLock()
    _ = try lock.compare("x", entry(in: scratch, "run"), madeWith: machine)
    let changed = try entry(["seed=1"], in: scratch, "other")
    #expect(lock.compare("x", changed, madeWith: machine) == .recorded)
    #expect(lock.compare("x", changed, madeWith: machine) == .equal)
  }

  /// Which machine made an entry is written with it, and only then: another one with the same digests changes nothing.
  @Test func theMachineOfAnEntryIsKept() throws {
    let scratch = try Scratch()
    let file = scratch("digests.lock")
    let entry = try entry(in: scratch, "run")
    var lock = DigestLock()
    #expect(lock.compare("x", entry, madeWith: machine) == .recorded)
    try lock.write(to: file)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    var other = machine
    other.processor = "another"
    var again = try DigestLock(contentsOf: file)
    #expect(again.machine(of: "x") == machine)
    #expect(again.compare("x", entry, madeWith: other) == .equal)
    try again.write(to: file)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)

    #expect(again.compare("y", entry, madeWith: other) == .recorded)
    #expect(again.machines.count == 2 && again.machine(of: "y") == other && again.machine(of: "x") == machine)
    var changed = entry
    changed.settings = String(changed.settings.reversed())
    #expect(again.compare("x", changed, madeWith: other) == .recorded)
    #expect(again.machines == [other.key: other], "a machine that no entry names is forgotten")
  }

  @Test func aDamagedFileIsNamed() throws {
    let scratch = try Scratch()
    let file = try scratch.write("{", to: "digests.lock")
    let error = #expect(throws: ArchiveError.self) { try DigestLock(contentsOf: file) }
    #expect("\(error!)".contains("digests.lock"))
  }
}
