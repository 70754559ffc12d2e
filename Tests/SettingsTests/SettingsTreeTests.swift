import Settings
import Testing

@Suite struct SettingsTreeTests {
  @Test func everyValueKnowsItsLine() throws {
    let tree = try SettingsTree(
      yaml: "a: 1\nb:\n  c: [x,\n    y]\n", source: .wholeFile(path: "f.yaml"))
    #expect(tree["b"]?["c"]?["1"]?.location == .file(path: "f.yaml", line: 4))
    #expect(tree.error("no", at: "b.c.1").description == "f.yaml:4: no")
    #expect(tree.error("no", at: "b.z.q").description == "f.yaml:3: no")
    #expect(tree.entries.map(\.key) == ["a", "b"])
  }

  @Test func badTextsNameTheLine() {
    func reading(_ yaml: String) -> String { settingsFailure { _ = try SettingsTree(yaml: yaml) } }
    #expect(reading("a: 1\nb: 2\na: 3").hasPrefix("line 1: the key 'a' stands more than once"))
    #expect(reading("a:\n  b: 1\n  'b': 2").hasPrefix("line 2: the key 'b' stands more than once"))
    #expect(reading("") == "line 1: nothing is set here: no key and no value")
    #expect(reading("# only a comment\n").contains("nothing is set here"))
    #expect(reading("a: 1\n---\nb: 2\n").contains("found another document"))
    #expect(reading("a: 1\n\tb: 2\n").hasPrefix("line 2: not valid YAML"))
    #expect(reading("a: [1, 2\nb: 3").contains("not valid YAML"))
    #expect(reading("a: \"x").contains("not valid YAML"))
    #expect(reading("a: 1\nb: \u{7}\n").hasPrefix("line 2: not valid YAML: control characters"))
    #expect(reading("a: 1\n[b]: 2\n") == "line 2: a key must be a single plain value")
    #expect(reading("a: !!int 5").contains("the tag 'tag:yaml.org,2002:int' is not read"))
    #expect(reading("a: !Thing {}").contains("the tag '!Thing' is not read"))
  }

  @Test func aliasesAreRefused() {
    func reading(_ yaml: String) -> String { settingsFailure { _ = try SettingsTree(yaml: yaml) } }
    #expect(reading("a: &x 1\nb: *x\n").hasPrefix("line 1: the anchor &x"))
    #expect(reading("a: 1\nb: &x [1]\n").hasPrefix("line 2: the anchor &x"))
    #expect(reading("b: *x\n").contains("undefined alias"))
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(reading(bomb).contains("anchors"))
    #expect(reading(bomb + "? [*a40]\n: 1\n").contains("anchors"))
    #expect(reading("title: R&D of *all* stars, 5 * 3 & more").contains("no error"))
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "[", count: 66) + String(repeating: "]", count: 66)
    #expect(settingsFailure { _ = try SettingsTree(yaml: deep) }.contains("nested deeper than 64"))
    let deeper = String(repeating: "[", count: 100_000)
    #expect(settingsFailure { _ = try SettingsTree(yaml: deeper) }.contains("not valid YAML"))
    let blocks = String(repeating: "- ", count: 100_000)
    #expect(settingsFailure { _ = try SettingsTree(yaml: blocks) } != "no error")
  }

  @Test func cutOffTextsNeverCrash() throws {
    let text = """
      base: "a.yaml" # comment
      optimizer: { adam: { learning-rate: 0.1, betas: [0.9, 0.999] } }
      layers:
        - linear: { outputs: 10 }
        - 'relu'
      note: |
        two
        lines
      """
    var outcomes = 0
    for end in text.indices {
      for cut in [String(text[..<end]), String(text[end...])] {
        let outcome = settingsFailure { _ = try SettingsTree(yaml: cut) }
        #expect(!outcome.hasPrefix("another error"))
        outcomes += 1
      }
    }
    #expect(outcomes == 2 * text.count)
  }
}
