import Experiments
import Settings
import Testing

@Suite struct CatalogueTests {
  private func catalogue(_ scratch: Scratch) throws -> Catalogue {
    try scratch.write(TinyExperiment.text(), to: "configs/001/base.yaml")
    for name in ["a", "b"] {
      try scratch.write("base: base.yaml\ntitle: \(name)\n", to: "configs/001/\(name).yaml")
    }
    try scratch.write(TinyExperiment.text(), to: "configs/002/c.yaml")
    try scratch.write(
      """
      001-1: { title: One, content: { metrics: { runs: [a] } } }
      001-2: { title: Both, content: { metrics: { runs: [a, 002/c] } } }
      """, to: "configs/001/figures.yaml")
    return try Catalogue(root: scratch.path)
  }

  @Test func filesAreExperimentsUnlessOthersBuildOnThem() throws {
    let catalogue = try catalogue(Scratch())
    #expect(catalogue.experiments.map(\.name) == ["001/a", "001/b", "002/c"])
    #expect(catalogue.figures.map(\.name) == ["001-1", "001-2"])
    #expect(catalogue.figures[1].runs == ["001/a", "002/c"])
  }

  @Test func selections() throws {
    let catalogue = try catalogue(Scratch())
    #expect(try catalogue.experiments(in: []).count == 3)
    #expect(try catalogue.experiments(in: ["001"]).map(\.name) == ["001/a", "001/b"])
    #expect(try catalogue.experiments(in: ["002/c"]).map(\.name) == ["002/c"])
    #expect(try catalogue.figures(in: ["002/c"]).map(\.name) == ["001-2"])
    #expect(try catalogue.figures(in: ["001-1"]).map(\.name) == ["001-1"])
    #expect(try catalogue.figures(in: ["001/b"]).isEmpty)
    #expect(throws: RunError.self) { try catalogue.experiments(in: ["003"]) }
    #expect(throws: RunError.self) { try catalogue.experiments(in: ["001/z"]) }
    #expect(throws: RunError.self) { try catalogue.figures(in: ["003-1"]) }
  }

  @Test func aFolderWithoutConfigurationsIsExplained() throws {
    let scratch = try Scratch()
    let error = #expect(throws: SettingsError.self) { try Catalogue(root: scratch.path) }
    #expect("\(error!)".contains("configs"))
  }
}
