import Settings
import Foundation
import Testing

@Suite struct SettingsLoadingTests {
  private func load(_ path: String, _ assignments: String...) throws -> SettingsSample.Experiment {
    try StrictDecoder().decode(from: SettingsTree(contentsOf: path, assignments: assignments))
  }

  @Test func fileStatesOnlyWhatDiffers() throws {
    let folder = try SettingsFolder()
    try folder.write(
      "base.yaml",
      """
      title: base
      epochs: 5
      optimizer: { adam: { learning-rate: 0.01, weight-decay: 1e-5 } }
      layers: [linear: { outputs: 10 }, relu]
      record: { epochs: [0, 1], activations: all }
      """)
    let file = try folder.write(
      "run.yaml",
      """
      base: base.yaml
      title: run
      optimizer: { adam: { learning-rate: 0.1 } }
      layers: [relu]
      record: { activations: null }
      """)
    let run = try load(file)
    #expect(run.title == "run" && run.epochs == 5)
    #expect(run.optimizer == .adam(SettingsSample.Adam(learningRate: 0.1, weightDecay: 1e-5)))
    #expect(run.layers == [.relu])
    #expect(run.record.epochs == [0, 1] && run.record.activations == .none)
  }

  @Test func anotherCaseReplacesTheBases() throws {
    let folder = try SettingsFolder()
    try folder.write("base.yaml", "title: b\noptimizer: { sgd: { momentum: 0.9 } }\n")
    let file = try folder.write("run.yaml", "base: base.yaml\noptimizer: { adam: { learning-rate: 0.1 } }\n")
    let bare = try folder.write("bare.yaml", "base: base.yaml\noptimizer: sgd\n")
    let same = try folder.write("same.yaml", "base: base.yaml\n")
    #expect(try load(file).optimizer == .adam(SettingsSample.Adam(learningRate: 0.1)))
    #expect(try load(bare).optimizer == .sgd(SettingsSample.SGD()))
    #expect(
      try load(same, "optimizer.adam.learning-rate=0.5").optimizer
        == .adam(SettingsSample.Adam(learningRate: 0.5)))
    #expect(
      try load(file, "optimizer.sgd.learning-rate=0.5").optimizer
        == (try decodeSettings(SettingsSample.Optimizer.self, "sgd: { learning-rate: 0.5, momentum: 0.9 }")))
  }

  @Test func basesAreOneLevelOnly() throws {
    let folder = try SettingsFolder()
    try folder.write("one.yaml", "title: x\nbase: zero.yaml\n")
    let two = try folder.write("two.yaml", "# two\nbase: one.yaml\n")
    #expect(
      settingsFailure { _ = try load(two) }
        == "\(folder.path)/one.yaml:2, \(two):2: a base cannot have a base itself: "
        + "name this file's base directly, or write the settings out")
    let none = try folder.write("none.yaml", "title: x\nbase: gone.yaml\n")
    #expect(
      settingsFailure { _ = try load(none) }
        == "\(none):2: base \(folder.path)/gone.yaml: cannot open: No such file or directory")
    let number = try folder.write("number.yaml", "base: 5\n")
    #expect(
      settingsFailure { _ = try load(number) }
        == "\(number):1: 'base' must be a file's name, found the integer 5")
    let own = try folder.write("own.yaml", "base: own.yaml\n")
    #expect(settingsFailure { _ = try load(own) }.contains("a base cannot have a base itself"))
  }

  @Test func errorsNameTheFileThatHoldsTheValue() throws {
    let folder = try SettingsFolder()
    let base = try folder.write("base.yaml", "title: b\nrecord:\n  epochs: [x]\n")
    let file = try folder.write("run.yaml", "base: base.yaml\nrecord:\n  activations: all\n")
    #expect(
      settingsFailure { _ = try load(file) }.hasPrefix("\(base):3: 'record.epochs.0' must be an integer"))
    #expect(
      settingsFailure { _ = try load(file, "record.epochs=y") }.hasPrefix(
        "--set record.epochs: 'record.epochs'"))
    #expect(
      settingsFailure { _ = try load(file, "record.epochs=[]", "recrod=1") }.hasPrefix(
        "--set recrod: unknown key 'recrod'; did you mean 'record'?"))
  }

  @Test func assignmentsReplaceAndCreate() throws {
    let folder = try SettingsFolder()
    let file = try folder.write("run.yaml", "title: x\nlayers: [linear: { outputs: 10 }, relu]\n")
    let run = try load(
      file, "epochs=3", "epochs=4", "title=a = b", "layers.0.linear.outputs=7", "layers.1.dropout=0.5",
      "record.notes={ a: 1 }", "record.notes.b=2", "clip=1", "clip=")
    #expect(run.epochs == 4 && run.title == "a = b" && run.clip == nil)
    #expect(run.layers == [.linear(.init(outputs: 7)), .dropout(0.5)])
    #expect(run.record.notes == ["a": 1, "b": 2])
    #expect(try load(file, "record.notes={ a: 1 }", "record.notes={ b: 2 }").record.notes == ["b": 2])

    #expect(settingsFailure { _ = try load(file, "epochs") }.contains("--set key.path=value"))
    #expect(settingsFailure { _ = try load(file, "=1") }.contains("empty key"))
    #expect(settingsFailure { _ = try load(file, "record..a=1") }.contains("empty key"))
    // Deep enough for a recursion to leave its stack.
    let deep = String(repeating: "a.", count: 60_000) + "a=1"
    #expect(settingsFailure { _ = try load(file, deep) }.hasSuffix("the path has more than 64 keys"))
    #expect(settingsFailure { _ = try load(file, "base=b.yaml") }.hasPrefix("--set base: "))
    #expect(
      settingsFailure { _ = try load(file, "layers.2=relu") }
        == "--set layers.2: '2' is no item of the list at \(file):2: its items are 0 to 1")
    #expect(settingsFailure { _ = try load(file, "epochs=[1") }.hasPrefix("--set epochs: not valid YAML"))
    #expect(
      settingsFailure { _ = try load(file, "epochs=0") }
        == "--set epochs: 'epochs' (0): must be 1 or more")
  }

  @Test func unreadableFilesAreNamed() throws {
    let folder = try SettingsFolder()
    let gone = folder.path + "/gone.yaml"
    #expect(settingsFailure { _ = try load(gone) } == "\(gone): cannot open: No such file or directory")
    #expect(settingsFailure { _ = try load(folder.path) } == "\(folder.path): is not a file")
    #expect(settingsFailure { _ = try load("/dev/zero") } == "/dev/zero: is not a file")
    let latin = try folder.write("latin.yaml", bytes: [0x74, 0x3A, 0x20, 0xE9])
    #expect(settingsFailure { _ = try load(latin) } == "\(latin): is not UTF-8 text: save it as UTF-8")
    let large = try folder.write("large.yaml", bytes: [UInt8](repeating: 0x20, count: (1 << 20) + 1))
    #expect(settingsFailure { _ = try load(large) }.contains("is larger than"))
    let empty = try folder.write("empty.yaml", "")
    #expect(settingsFailure { _ = try load(empty) } == "\(empty): nothing is set here: no key and no value")
    let list = try folder.write("list.yaml", "- 1\n")
    #expect(
      settingsFailure { _ = try load(list) }
        == "\(list):1: a configuration is a mapping (key: value), found a list")
    let mark = try folder.write("mark.yaml", "\u{FEFF}title: x\r\nepochs: 3\r\n")
    #expect(try load(mark).epochs == 3)
  }
}
