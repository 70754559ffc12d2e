import Experiments
import Foundation
import Reporting
import Testing

@Suite struct ReportBuilderTests {
  private func catalog(_ scratch: Scratch) throws -> Catalog {
    try scratch.write("compute: activation-curves", to: "configs/003/c.yaml")
    try scratch.write(
      """
      document: { title: A document, summary: [What it is about.] }
      003-1:
        title: Sigmoid
        text: [A paragraph.]
        formulas: [y = x]
        content: { computed-curves: { run: c, panels: [{ series: [{ array: curves/sigmoid, over: curves/x, label: "" }] }] } }
        claims:
          - says: The slope is at most a quarter
            because: It is a quarter at 0.
            rule: { bounds: { of: { computed: { run: c, array: curves/sigmoid-derivative, index: 200, words: slope at 0 } }, at-most: 0.25 } }
          - says: The slope is nowhere above a tenth
            rule: { bounds: { of: { computed: { run: c, array: curves/sigmoid-derivative, index: 200, words: slope at 0 } }, at-most: 0.1 } }
      003-2: { title: Only words, formulas: [z = 1] }
      """, to: "configs/003/figures.yaml")
    return try Catalog(root: scratch.path)
  }

  @Test func thePageHasFiguresClaimsAndDigestsAndIsWrittenOnce() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch), library = DatasetLibrary()
    let builder = ReportBuilder(catalog, library: library)
    let before = try builder.page()
    #expect(!before.isJudged && before.documents[0].sections[0].notes == ["The figure is not drawn yet."])
    try ExperimentRun(catalog.runs[0].settings, from: library, directory: catalog.directory(of: "003/c"))
      .perform(
        on: .init())
    _ = try FigureDrawer(catalog, library: library).draw(catalog.figures[0])
    let page = try builder.page()
    #expect(page.isJudged && page.counts == "1 reproduced, 1 differs")
    let section = page.documents[0].sections[0]
    #expect(section.claims.map(\.verdict) == [.reproduced, .differs])
    #expect(
      section.claims[0].rule == "slope at 0 of c is at most 0.25" && section.runs.map(\.name) == ["003/c"])
    #expect(section.drawing?.svg.contains("<svg") == true && page.documents[0].sections[1].drawing == nil)
    #expect(try builder.write(page) && !builder.write(page))
    let html = try String(contentsOfFile: builder.path, encoding: .utf8)
    for text in ["A document", "What it is about.", "y = x", "z = 1", "It is a quarter at 0."] {
      #expect(html.contains(text), "\(text)")
    }
  }
}
