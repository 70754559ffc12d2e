import Archive
import Experiments
import Tensors
import Testing

@Suite struct DigestLockTests {
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
    #expect(lock.compare("x", entry) == .recorded)
    try lock.write(to: file)
    var again = try DigestLock(contentsOf: file)
    #expect(again == lock)
    #expect(again.compare("x", entry) == .equal)
  }

  @Test func theFirstDifferenceIsNamed() throws {
    let scratch = try Scratch()
    let entry = try entry(in: scratch, "run")
    var lock = DigestLock()
    _ = lock.compare("x", entry)
    var other = entry
    other.models[2] = other.models[1]
    guard case .differs(let how) = lock.compare("x", other) else {
      Issue.record("no difference seen")
      return
    }
    #expect(how.contains("epoch 2"))
    other = entry
    other.archive = other.settings
    #expect(lock.compare("x", other) != .equal)
    other = entry
    other.data["validation"] = "another"
    #expect(
      lock.compare("x", other) == .differs("not what results/digests.lock says: the validation data differ"))
    #expect(lock.compare("x", entry) == .equal, "a difference is never recorded")
    #expect(lock.compare("x", other, isOfOwnData: true) == .recorded, "the user's data may change")
    #expect(lock.compare("x", other) == .equal)
  }

  @Test func anotherConfigurationIsAnotherEntry() throws {
    let scratch = try Scratch()
    var lock = DigestLock()
    _ = try lock.compare("x", entry(in: scratch, "run"))
    let changed = try entry(["seed=1"], in: scratch, "other")
    #expect(lock.compare("x", changed) == .recorded)
    #expect(lock.compare("x", changed) == .equal)
  }

  @Test func aDamagedFileIsNamed() throws {
    let scratch = try Scratch()
    let file = try scratch.write("{", to: "digests.lock")
    let error = #expect(throws: ArchiveError.self) { try DigestLock(contentsOf: file) }
    #expect("\(error!)".contains("digests.lock"))
  }
}
