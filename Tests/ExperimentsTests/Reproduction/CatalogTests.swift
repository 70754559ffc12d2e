import Datasets
import Experiments
import Settings
import Testing

@Suite struct CatalogTests {
  private func catalog(_ scratch: Scratch) throws -> Catalog {
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
    return try Catalog(root: scratch.path)
  }

  @Test func filesAreExperimentsUnlessOthersBuildOnThem() throws {
    let catalog = try catalog(Scratch())
    #expect(catalog.runs.map(\.name) == ["001/a", "001/b", "002/c"])
    #expect(catalog.figures.map(\.name) == ["001-1", "001-2"])
    #expect(catalog.figures[1].runs == ["001/a", "002/c"])
  }

  @Test func selections() throws {
    let catalog = try catalog(Scratch())
    #expect(try catalog.runs(in: []).count == 3)
    #expect(try catalog.runs(in: ["001"]).map(\.name) == ["001/a", "001/b"])
    #expect(try catalog.runs(in: ["002/c"]).map(\.name) == ["002/c"])
    #expect(try catalog.figures(in: ["002/c"]).map(\.name) == ["001-2"])
    #expect(try catalog.figures(in: ["001-1"]).map(\.name) == ["001-1"])
    #expect(try catalog.figures(in: ["001/b"]).isEmpty)
    #expect(throws: RunError.self) { try catalog.runs(in: ["003"]) }
    #expect(throws: RunError.self) { try catalog.runs(in: ["001/z"]) }
    #expect(throws: RunError.self) { try catalog.figures(in: ["003-1"]) }
  }

  @Test func whatIsMisspelledIsSuggested() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    let error = #expect(throws: RunError.self) { try catalog.runs(in: ["001/aa"]) }
    #expect("\(error!)".contains("did you mean '001/a'?"))
    try scratch.write(
      "../x: { title: T, content: { metrics: { runs: [a] } } }", to: "configs/001/figures.yaml")
    let name = #expect(throws: SettingsError.self) { try Catalog(root: scratch.path) }
    #expect("\(name!)".contains("figures.yaml:1") && "\(name!)".contains("'../x'"))
  }

  /// A base may lie in another folder, however its path is written.
  @Test func aBaseOfAnotherFolderIsNoExperiment() throws {
    let scratch = try Scratch()
    try scratch.write(TinyExperiment.text(), to: "configs/002/c.yaml")
    try scratch.write("base: ./../002/c.yaml\n", to: "configs/003/d.yaml")
    #expect(try Catalog(root: scratch.path).runs.map(\.name) == ["003/d"])
  }

  /// A document on an image folder of the user's is there if the folder is, and has a lock file of its own.
  @Test func aDocumentOnTheUsersDataNeedsThem() throws {
    let scratch = try Scratch()
    _ = try catalog(scratch)
    let text = TinyExperiment.text().replacing(
      "fashion-mnist", with: "{ image-folder: { directory: photos } }")
    try scratch.write(text, to: "configs/photos/p.yaml")
    try scratch.write(
      "photos-1: { title: One, content: { metrics: { runs: [p] } } }", to: "configs/photos/figures.yaml")
    let sources = DatasetSources(userFolder: scratch("data"))
    let without = try Catalog(root: scratch.path, sources: sources)
    #expect(without.runs.map(\.name) == ["001/a", "001/b", "002/c"])
    #expect(without.documents.map(\.number) == ["001"])
    #expect("\(try #require(without.leftOut["photos"]))".contains("data/photos"))
    #expect(throws: DatasetError.self) { try without.runs(in: ["photos/p"]) }
    try scratch.write("", to: "data/photos/training/0_0.jpg")
    let with = try Catalog(root: scratch.path, sources: sources)
    #expect(with.runs.map(\.name) == ["001/a", "001/b", "002/c", "photos/p"])
    #expect(with.figures.map(\.name) == ["001-1", "001-2", "photos-1"])
    #expect(with.lockFile(of: "photos/p") == "\(scratch.path)/results/photos/digests.lock")
    #expect(with.lockFile(of: "001/a") == "\(scratch.path)/results/digests.lock")
  }

  @Test func aFolderWithoutConfigurationsIsExplained() throws {
    let scratch = try Scratch()
    let error = #expect(throws: SettingsError.self) { try Catalog(root: scratch.path) }
    #expect("\(error!)".contains("configs"))
  }
}
