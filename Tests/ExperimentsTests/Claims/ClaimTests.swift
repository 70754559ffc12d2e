import Archive
import Experiments
import Foundation
import Reporting
import Settings
import Tensors
import Testing

/// Claims on real archives: each rule once kept and once broken.
@Suite struct ClaimTests {
  /// Two finished experiments, `a` with three seeds and `c` a computation, and the given claims; judged.
  private func judged(_ claims: String) throws -> [ReportPage.ClaimRow] {
    let scratch = try Scratch()
    try scratch.write(TinyExperiment.text("seeds: [0, 1, 2]"), to: "configs/001/a.yaml")
    try scratch.write(
      TinyExperiment.text("schedule: { step: { size: 2, gamma: 0.5 } }"), to: "configs/001/b.yaml")
    try scratch.write(TinyExperiment.text(), to: "configs/001/unmade.yaml")
    try scratch.write("compute: activation-curves", to: "configs/001/c.yaml")
    try scratch.write("f:\n  title: F\n  claims:\n\(claims)", to: "configs/001/figures.yaml")
    let catalog = try Catalog(root: scratch.path)
    for entry in catalog.runs where entry.name != "001/unmade" {
      let directory = catalog.directory(of: entry.name)
      let run =
        try (entry.settings as? ExperimentConfiguration).map {
          try ExperimentRun($0, data: TinyExperiment.data, directory: directory)
        } ?? ExperimentRun(entry.settings, from: DatasetLibrary(), directory: directory)
      try run.perform(on: Processor())
    }
    return try ReportBuilder(catalog, library: DatasetLibrary()).page().documents[0].sections[0].claims
  }

  private func claim(_ rule: String) -> String { "    - { says: It holds, rule: { \(rule) } }\n" }

  @Test func eachRuleIsKeptOrBroken() throws {
    let accuracy = "{ metric: { run: a, name: accuracy/train } }"
    let derivative = "{ computed: { run: c, array: curves/sigmoid-derivative, index: 200, words: slope } }"
    let rules: [(String, Bool)] = [
      ("bounds: { of: \(accuracy), at-least: 0, at-most: 1 }", true),
      ("bounds: { of: \(accuracy), at-least: 1.5 }", false),
      ("near: { of: \(derivative), reported: 0.25, within: 0 }", true),
      ("near: { of: \(derivative), reported: 0.26, within: 0.001 }", false),
      (
        "less: { of: { metric: { run: a, name: loss/train } }, than: { metric: { run: a, name: loss/train, at: 1 } } }",
        true
      ),
      (
        "less: { of: { metric: { run: a, name: loss/train, at: 1 } }, than: { metric: { run: a, name: loss/train } } }",
        false
      ),
      ("series: { run: a, metric: accuracy/train, reported: [0.5, 0.5], within: 0.5 }", true),
      ("series: { run: a, metric: accuracy/train, reported: [0.5, 0.5, 0.5, 0.5], within: 0.5 }", false),
      ("rate-changes: { run: b, reported: [2], within: 0 }", true),
      ("rate-changes: { run: b, reported: [1], within: 0 }", false),
      ("same-model: { runs: [a, a] }", true),
      ("same-model: { runs: [b, c] }", false),
      (
        "bounds: { of: { spread: { run: b, parameter: hidden/linear/weight } }, at-least: 0.01, at-most: 1 }",
        true
      ),
      ("bounds: { of: { spread: { run: b, activation: hidden/relu } }, at-least: 0.01 }", true),
      (
        "bounds: { of: { small-weights: { run: b, parameter: output/linear/bias, below: 10 } }, at-least: 3, at-most: 3 }",
        true
      ),
      (
        "bounds: { of: { gradient-norm: { run: b, parameter: hidden/linear/weight, at: first } }, at-least: 1e-6 }",
        true
      ),
      ("bounds: { of: { gap: { run: b, quantity: loss } }, at-least: -10, at-most: 10 }", true),
    ]
    let rows = try judged(rules.map { claim($0.0) }.joined())
    #expect(rows.count == rules.count)
    for (row, rule) in zip(rows, rules) {
      #expect(row.verdict == (rule.1 ? .reproduced : .differs), "\(rule.0): \(row.measured)")
      #expect(!row.rule.isEmpty && !row.measured.isEmpty)
    }
    #expect(rows[0].measured.contains("3 seeds") && rows[0].measured.contains(" %"))
    #expect(rows[2].measured == "0.25" && rows[2].reported == "0.25")
  }

  /// The median is judged: of three seeds one may be anywhere.
  @Test func theMedianOfTheSeedsIsJudged() {
    let spread = Spread([0.9, 0.1, 0.3])
    #expect(spread.median == 0.3 && spread.lower == 0.1 && spread.upper == 0.9)
    #expect(Spread([4, 1, 2, 3]).median == 2.5)
    #expect(Spread([1, .nan]).median.isNaN && Spread([]).median.isNaN)
  }

  @Test func aMissingRunIsNotJudged() throws {
    let row = try judged(claim("bounds: { of: { metric: { run: unmade, name: loss/train } }, at-most: 1 }"))[
      0]
    guard case .notJudged(let why) = row.verdict else {
      Issue.record("judged as \(row.verdict)")
      return
    }
    #expect(why.contains("001/unmade"))
  }

  @Test func aMetricThatIsNotThereIsAnError() {
    let error = #expect(throws: ArchiveError.self) {
      try judged(claim("bounds: { of: { metric: { run: a, name: loss/tset } }, at-most: 1 }"))
    }
    #expect(error.map { "\($0)" }?.contains("loss/validation") == true)
  }

  @Test(arguments: [
    ("{ computed: { run: c, array: curves/sigmod, words: x } }", "'curves/sigmod'"),
    ("{ computed: { run: c, array: curves/sigmoid, index: 401, words: x } }", "401 elements"),
    ("{ metric: { run: b, name: loss/train, at: 9 } }", "ends after epoch 3"),
  ])
  func whatIsNotThereIsAnErrorAndNoVerdict(_ quantity: String, _ hint: String) {
    let error = #expect(throws: RunError.self) {
      try judged(claim("bounds: { of: \(quantity), at-most: 1 }"))
    }
    #expect(error.map { "\($0)" }?.contains(hint) == true)
  }

  @Test(arguments: [
    ("bounds: { of: { metric: { run: z, name: x } }, at-most: 1 }", "no experiment is called '001/z'"),
    ("bounds: { of: { metric: { run: a, name: x } } }", "'at-least' or 'at-most'"),
    ("bound: { of: { metric: { run: a, name: x } } }", "did you mean 'bounds'?"),
    ("near: { of: { metrics: { run: a, name: x } }, reported: 1, within: 0 }", "did you mean 'metric'?"),
    ("near: { of: { metric: { run: a, name: x, at: end } }, reported: 1, within: 0 }", "'last'"),
    ("same-model: { runs: [a] }", "at least 2"),
    ("bounds: { of: { spread: { run: a } }, at-most: 1 }", "'parameter' or 'activation'"),
  ])
  func declarationsAreStrict(_ rule: String, _ hint: String) throws {
    let scratch = try Scratch()
    try scratch.write(TinyExperiment.text(), to: "configs/001/a.yaml")
    try scratch.write("f:\n  title: F\n  claims:\n\(claim(rule))", to: "configs/001/figures.yaml")
    let error = #expect(throws: SettingsError.self) { try Catalog(root: scratch.path) }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.contains(hint) && message.contains("figures.yaml:4"), "\(message)")
  }
}
