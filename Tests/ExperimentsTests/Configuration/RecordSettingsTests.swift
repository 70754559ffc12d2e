import Experiments
import Testing

@Suite struct RecordSettingsTests {
  private func kept(_ assignments: [String], of last: Int) throws -> [Int] {
    let record = try TinyExperiment.configuration(assignments).record
    return (0...last).filter { record.keeps($0, of: last) }
  }

  @Test func aShortRunKeepsEveryEpoch() throws {
    #expect(try kept([], of: 30) == Array(0...30))
  }

  @Test func aLongRunKeepsEverFewer() throws {
    #expect(try kept([], of: 100) == [0, 1, 2, 5, 10, 20, 50, 100])
    #expect(try kept([], of: 333) == [0, 1, 2, 5, 10, 20, 50, 100, 200, 333])
  }

  @Test func aConfigurationMayChoose() throws {
    #expect(try kept(["record.epochs=[3, 1]"], of: 5) == [1, 3, 5])
    #expect(try kept(["record.epochs=all"], of: 40) == Array(0...40))
  }
}
