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

  private func states(_ assignments: [String], of last: Int) throws -> [Int] {
    let record = try TinyExperiment.configuration(assignments).record
    return (0...last).filter { record.keepsState($0, of: last) }
  }

  /// The last state and up to three more, of epochs whose parameters are kept.
  @Test func aFewStatesAreKept() throws {
    #expect(try states([], of: 1) == [1])
    #expect(try states([], of: 2) == [1, 2])
    #expect(try states([], of: 5) == [1, 2, 3, 5])
    #expect(try states([], of: 10) == [2, 5, 7, 10])
    #expect(try states([], of: 100) == [20, 50, 100])
    #expect(try states(["record.states=none"], of: 10) == [10])
    #expect(try states(["record.states=all"], of: 3) == [0, 1, 2, 3])
    let endless = RecordSettings()
    #expect(endless.keepsState(.max, of: .max) && !endless.keepsState(3, of: .max))
    let chosen = ["record.states=[3]", "record.epochs=none"]
    #expect(try states(chosen, of: 5) == [3, 5] && kept(chosen, of: 5) == [3, 5])
  }
}
