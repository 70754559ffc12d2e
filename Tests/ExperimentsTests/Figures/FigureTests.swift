import Archive
import Datasets
import Experiments
import Foundation
import Settings
import Tensors
import Testing

/// Every kind of figure, from a declaration to a drawing.
@Suite struct FigureTests {
  /// A project with two finished runs of images, one of points, and the given figures.
  private func project(_ scratch: Scratch, _ figures: String) throws -> Catalog {
    let configurations = [
      ("001/a", try TinyExperiment.configuration(), TinyExperiment.data),
      ("001/b", try TinyExperiment.configuration(["seed=1", "title=The other one"]), TinyExperiment.data),
      ("002/points", try TinyRegression.configuration(), TinyRegression.data),
    ]
    for (name, configuration, data) in configurations {
      try scratch.write(configuration.json(), to: "configs/\(name).yaml")
      try ExperimentRun(configuration, data: data, directory: scratch("results/\(name)")).perform(
        on: Processor())
    }
    try scratch.write(TinyExperiment.text(), to: "configs/001/unmade.yaml")
    try scratch.write(figures, to: "configs/001/figures.yaml")
    return try Catalog(root: scratch.path)
  }

  /// Draws the only figure; gives its script.
  private func draw(_ content: String) throws -> String {
    let scratch = try Scratch()
    let catalog = try project(scratch, "f: { title: What is shown, content: \(content) }")
    let drawer = try FigureDrawer(catalog, library: DatasetLibrary())
    #expect(try drawer.draw(catalog.figures[0]))
    #expect(try !drawer.draw(catalog.figures[0]), "drawn twice")
    for ending in ["svg", "png"] {
      #expect(FileManager.default.fileExists(atPath: scratch("plots/001/f.\(ending)")))
    }
    return try String(contentsOfFile: scratch("plots/001/f.gp"), encoding: .utf8)
  }

  @Test func metricsAreWhateverTheRunsMeasured() throws {
    let both = try draw("{ metrics: { runs: [a, b] } }")
    for text in [
      "What is shown", "cross-entropy (nats)", "accuracy", "training", "validation", "The other one",
    ] {
      #expect(both.contains(text), "\(text)")
    }
    let points = try draw("{ metrics: { runs: [002/points] } }")
    #expect(
      points.contains("mean squared error") && points.contains("'test'") && !points.contains("accuracy"))
  }

  @Test func curvesAndBarsTakeAMetricByName() throws {
    let curves = try draw(
      "{ curves: { metrics: [loss/validation], series: [{ run: a, label: seed 0 }, { run: b, label: seed 1 }] } }"
    )
    for text in ["Validation cross-entropy (nats)", "'seed 0'", "'seed 1'", "epoch"] {
      #expect(curves.contains(text), "\(text)")
    }
    let bars = try draw(
      "{ bars: { metric: accuracy/validation, bars: [{ run: a, label: seed 0 }, { run: b, label: seed 1 }] } }"
    )
    #expect(bars.contains("Validation accuracy") && bars.contains("seed 1"))
  }

  @Test func stepLossesAreDots() throws {
    let dots = try draw("{ step-losses: { runs: [002/points], range: [0, 1] } }")
    #expect(dots.contains("'step'") && dots.contains("Training mean squared error"))
  }

  @Test func parametersAndActivationsAreGrids() throws {
    let grid = try draw(
      """
      { parameters: { rows: [{ run: a, label: images }, { run: 002/points, label: points }],
        columns: [{ parameter: hidden/linear/weight, label: hidden }, { activation: hidden/relu, label: values }] } }
      """)
    for text in ["'images'", "'points'", "'hidden'", "'values'"] { #expect(grid.contains(text), "\(text)") }
  }

  /// A figure that needs no run.
  @Test func samplesComeFromTheDataSet() throws {
    let scratch = try Scratch()
    try scratch.write(TinyExperiment.text(), to: "configs/001/a.yaml")
    try scratch.write(
      "f: { title: Clothes, content: { samples: { dataset: fashion-mnist, count: 2 } } }",
      to: "configs/001/figures.yaml")
    let catalog = try Catalog(root: scratch.path)
    #expect(catalog.figures[0].runs.isEmpty)
    #expect(try FigureDrawer(catalog, library: DatasetLibrary()).draw(catalog.figures[0]))
    #expect(try String(contentsOfFile: scratch("plots/001/f.gp"), encoding: .utf8).contains("Ankle boot"))
  }

  @Test func whatIsMissingIsNamed() throws {
    let scratch = try Scratch()
    let catalog = try project(
      scratch,
      """
      f: { title: T, content: { metrics: { runs: [unmade] } } }
      g: { title: T, content: { curves: { metrics: [loss/tset], series: [{ run: a, label: x }] } } }
      h: { title: T, content: { parameters: { rows: [{ run: a, label: a }], columns: [{ parameter: hiden/linear/weight, label: x }] } } }
      """)
    let drawer = try FigureDrawer(catalog, library: DatasetLibrary())
    let missing = #expect(throws: RunError.self) { try drawer.draw(catalog.figures[0]) }
    #expect(missing.map { "\($0)" }?.contains("001/unmade, which is: not run") == true)
    let unknown = #expect(throws: ArchiveError.self) { try drawer.draw(catalog.figures[1]) }
    #expect(unknown.map { "\($0)" }?.contains("loss/validation") == true)
    let path = #expect(throws: RunError.self) { try drawer.draw(catalog.figures[2]) }
    #expect(path.map { "\($0)" }?.contains("did you mean 'hidden/linear/weight'?") == true)
  }

  /// A figure is never drawn from a run of other settings than its caption says.
  @Test func aRunOfAnotherConfigurationIsNotDrawn() throws {
    let scratch = try Scratch()
    _ = try project(scratch, "f: { title: T, content: { metrics: { runs: [a] } } }")
    try scratch.write(TinyExperiment.text("seed: 5"), to: "configs/001/a.yaml")
    let catalog = try Catalog(root: scratch.path)
    let error = #expect(throws: RunError.self) {
      try FigureDrawer(catalog, library: DatasetLibrary()).draw(catalog.figures[0])
    }
    #expect(error.map { "\($0)" }?.contains("configuration changed") == true)
  }

  @Test(arguments: [
    ("{ metrics: { runs: [b] } }", "no experiment is called '001/b'"),
    ("{ metrics: { runs: [] } }", "at least 1"),
    ("{ curves: { metrics: [], series: [] } }", "at least 1"),
    ("{ bars: { metric: x, bars: [] } }", "at least 1"),
    ("{ metric: { runs: [a] } }", "did you mean 'metrics'?"), ("{ metrics: { run: [a] } }", "did you mean"),
    (
      "{ parameters: { rows: [{ run: a, label: a }], columns: [{ label: x }] } }",
      "'parameter' or 'activation'"
    ),
    ("{ step-losses: { runs: [a], range: [1, 0] } }", "the lower end and the upper one"),
    ("{ computed-curves: { run: a, panels: [] } }", "a list of panels"),
    ("{ shares: { parts: [x], y-label: y, bars: [{ label: a, shares: [1, 2] }] } }", "1 shares each"),
    ("{ samples: { dataset: mnits, count: 1 } }", "did you mean 'mnist'?"),
    ("{ samples: { dataset: mnist, count: 0 } }", "from 1 to 100"), ("{ bars: { metric: x } }", "'bars'"),
  ])
  func declarationsAreStrict(_ content: String, _ hint: String) throws {
    let scratch = try Scratch()
    try scratch.write(TinyExperiment.text(), to: "configs/001/a.yaml")
    let file = try scratch.write("f:\n  title: T\n  content: \(content)\n", to: "configs/001/figures.yaml")
    let error = #expect(throws: SettingsError.self) { try Catalog(root: scratch.path) }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.contains(hint) && message.contains("\(file):3"), "\(message)")
  }
}
