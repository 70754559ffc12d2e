import Experiments
import Settings
import Testing

@Suite struct ExperimentFileTests {
  private func file(_ text: String, _ assignments: [String] = []) throws -> ExperimentFile {
    let scratch = try Scratch()
    return try ExperimentFile(contentsOf: scratch.write(text, to: "x.yaml"), assignments: assignments)
  }

  private func problem(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return "\(error)" }
  }

  @Test func eachSeedIsARunOfItsOwn() throws {
    let file = try file(TinyExperiment.text("seeds: [3, 0]"))
    #expect(file.seeds == [3, 0])
    let seeds = try [3, 0].map { try (file.settings(seed: $0) as? ExperimentConfiguration)?.seed }
    #expect(seeds == [3, 0])
    // Seeds in a file are no part of a run: the run of seed 0 is the one without them.
    let plain = try self.file(TinyExperiment.text()).settings()
    #expect(
      try RunIdentity(file.settings(seed: 0) as! ExperimentConfiguration, data: [:]).digest
        == RunIdentity(plain as! ExperimentConfiguration, data: [:]).digest)
  }

  @Test func oneSeedIsChosenByAnAssignment() throws {
    let text = TinyExperiment.text("seeds: [0, 1]")
    #expect(problem { _ = try file(text).settings() }.contains("--set seed=0"))
    let chosen = try file(text, ["seed=1"])
    #expect(chosen.seeds == nil)
    #expect(try (chosen.settings() as? ExperimentConfiguration)?.seed == 1)
  }

  @Test(arguments: ["[]", "[1, 1]", "[-1]", "3", "[a]", "{ a: 1 }"])
  func otherListsAreRefused(_ seeds: String) {
    let message = problem { _ = try file(TinyExperiment.text("seeds: \(seeds)")) }
    #expect(message.contains("x.yaml:10") && message.contains("different whole numbers"), "\(message)")
  }

  @Test func aComputationIsAnExperiment() throws {
    let settings = try file("title: T\ncompute: { activation-curves: { span: 2 } }").settings()
    #expect(settings is ComputationConfiguration && settings.title == "T" && settings.data == nil)
    #expect(try settings.json().contains(#""activation-curves":{"span":2}"#))
    let message = problem { _ = try file("compute: { activation-curve: {} }").settings() }
    #expect(message.contains("did you mean 'activation-curves'?"), "\(message)")
    let epochs = problem { _ = try file("epochs: 3\ncompute: activation-curves").settings() }
    #expect(epochs.contains("x.yaml:1") && epochs.contains("epochs"), "\(epochs)")
  }

  @Test func aCatalogHasARunForEachSeed() throws {
    let scratch = try Scratch()
    try scratch.write(TinyExperiment.text("seeds: [0, 7]"), to: "configs/001/a.yaml")
    try scratch.write(TinyExperiment.text(), to: "configs/001/b.yaml")
    try scratch.write("f: { title: F, content: { metrics: { runs: [a] } } }", to: "configs/001/figures.yaml")
    let catalog = try Catalog(root: scratch.path)
    #expect(catalog.runs.map(\.name) == ["001/a/seed-0", "001/a/seed-7", "001/b"])
    #expect(catalog.runs(of: "001/a").map(\.name) == ["001/a/seed-0", "001/a/seed-7"])
    #expect(try catalog.runs(in: ["001/a"]).count == 2)
    #expect(try catalog.runs(in: ["001/a/seed-7"]).map(\.name) == ["001/a/seed-7"])
    #expect(try catalog.figures(in: ["001/a/seed-7"]).map(\.name) == ["f"])
    #expect(try catalog.figures(in: ["001/b"]).isEmpty)
  }
}
