import Archive
import Datasets
import Experiments
import Foundation
import Settings
import Tensors
import Testing

/// Kinds of figure that read computations, networks' values and data sets, each from a declaration to a drawing.
@Suite struct EveryKindTests {
  /// A project whose runs are finished, with one figure; gives the figure's script.
  private func draw(
    _ content: String, _ experiments: [String: String], data: [String: Dataset] = [:]
  ) throws -> String {
    let scratch = try Scratch()
    for (name, yaml) in experiments { try scratch.write(yaml, to: "configs/001/\(name).yaml") }
    try scratch.write("f: { title: What is shown, content: \(content) }", to: "configs/001/figures.yaml")
    let catalog = try Catalog(root: scratch.path), library = DatasetLibrary()
    for entry in catalog.runs {
      let directory = catalog.directory(of: entry.name)
      if let training = entry.settings as? ExperimentConfiguration,
        let given = data[String(entry.experiment.dropFirst(4))]
      {
        try ExperimentRun(training, data: given, directory: directory).perform(on: Processor())
      } else {
        try ExperimentRun(entry.settings, from: library, directory: directory).perform(on: Processor())
      }
    }
    let drawer = try FigureDrawer(catalog, library: library)
    #expect(try drawer.draw(catalog.figures[0]))
    #expect(try !drawer.draw(catalog.figures[0]), "drawn twice")
    return try String(contentsOfFile: scratch("plots/001/f.gp"), encoding: .utf8)
  }

  private static let curves = ["c": "compute: { activation-curves: { span: 2 } }"]
  private static let picture = [
    "p":
      "dataset: picture\ncompute: { picture-features: { rows: [100, 160], columns: [100, 160], small: 5 } }"
  ]

  @Test func computedCurves() throws {
    let script = try draw(
      """
      { computed-curves: { run: c, panels: [
        { title: Both, range: [-1, 2], series: [{ array: curves/sigmoid, over: curves/x, label: S }, { array: curves/relu, over: curves/x, label: R, mark: points }] },
        { x-label: in, y-label: out, series: [{ array: curves/relu, over: curves/x, label: "" }] }] } }
      """, Self.curves)
    for text in ["'Both'", "'S'", "'R'", "'Sigmoid'", "'in'", "'out'"] {
      #expect(script.contains(text), "\(text)")
    }
  }

  @Test func tables() throws {
    let script = try draw(
      """
      { table: { run: s, tables: [{ title: "Input 2", columns: [{ array: table-1/weight, label: weight },
        { array: table-1/sigmoid, label: sigmoid, decimals: 3 }] }] } }
      """, ["s": "compute: { sigmoid-of-product: { inputs: [2], weights: [-1, 0, 1] } }"])
    for text in ["'Input 2'", "'0.500'", "'0.881'", "'−1'"] { #expect(script.contains(text), "\(text)") }
  }

  @Test func tablesHaveTextsAndWholeNumbers() throws {
    let counts = [
      "n":
        "compute: { parameter-counts: { networks: [{ input: [3, 4, 4], layers: [flatten, linear: { outputs: 100 }] }] } }"
    ]
    let script = try draw(
      """
      { table: { run: n, tables: [{ title: "", columns: [{ texts: [full], label: layer },
        { array: counts/parameters, label: parameters, decimals: 0 }] }] } }
      """, counts)
    for text in ["'full'", "'4,900'"] { #expect(script.contains(text), "\(text)") }
    for column in ["label: x", "label: x, texts: [a], array: counts/weights"] {
      #expect(throws: SettingsError.self) {
        try draw("{ table: { run: n, tables: [{ title: a, columns: [{ \(column) }] }] } }", counts)
      }
    }
  }

  @Test func matrices() throws {
    let convolution = [
      "c":
        "compute: { convolution-steps: { image: [[1, 2], [3, 4]], filter: [[5]], variants: [{ stride: 2, padding: 0 }] } }"
    ]
    let script = try draw(
      """
      { matrices: { run: c, matrices: [{ array: image/value, title: Image }, { array: map-1/value, title: Map }] } }
      """, convolution)
    for text in ["'Image'", "'Map'", "1 1 4\n", "0 0 5\n"] { #expect(script.contains(text), "\(text)") }
    #expect(throws: RunError.self) {
      try draw("{ matrices: { run: c, matrices: [{ array: sizes/rows, title: Rows }] } }", convolution)
    }
  }

  /// A path ends with the first point outside; a label is in the legend once.
  @Test func contours() throws {
    let surface = [
      "e": """
      compute:
        error-surface: { deviations: [1, 5], weights: [1, 0.5], start: [-2, 1], rates: [0.03, 0.3], normalized-rates: [0.3] }
      """
    ]
    let script = try draw(
      """
      { contours: { run: e, panels: [
        { title: Raw, value: raw/value, x-label: across, paths: [{ x: raw-1/first, y: raw-1/second, label: slow },
          { x: raw-2/first, y: raw-2/second, label: fast }] },
        { title: Normalized, value: normalized/value, paths: [{ x: normalized-1/first, y: normalized-1/second, label: fast }] }] } }
      """, surface)
    for text in ["'Raw'", "'Normalized'", "'across'", "'Second weight'", "'slow'"] {
      #expect(script.contains(text), "\(text)")
    }
    #expect(script.split(separator: "\n").count { $0.contains("keyentry") && $0.contains("'fast'") } == 1)
    let diverging = script.split(separator: "$panel_1_path_2 << EOD\n")[1].split(separator: "EOD")[0]
    #expect(diverging.split(separator: "\n").count { !$0.hasPrefix("#") } == 2)
    #expect(throws: RunError.self) {
      try draw("{ contours: { run: e, panels: [{ title: a, value: raw-1/loss }] } }", surface)
    }
  }

  @Test func picturesAndPixelTables() throws {
    let pictures = try draw(
      """
      { pictures: { run: p, pictures: [{ array: gray/value, title: Gray }, { array: channels/value, channel: 0, title: Red },
        { array: edges/value, title: Edges, inverted: true }] } }
      """, Self.picture)
    for text in ["'Gray'", "'Red'", "'Edges'"] { #expect(pictures.contains(text), "\(text)") }
    #expect(try draw("{ pixel-table: { run: p, array: corner/value } }", Self.picture).contains("'green'"))
    #expect(
      try !draw("{ pixel-table: { run: p, array: small/value, rows: 2, look: numbers } }", Self.picture)
        .contains("'red'"))
  }

  @Test func normBalls() throws {
    let script = try draw(
      "{ norm-balls: { run: n } }",
      ["n": "compute: { norm-balls: { minimum: [0.8, 1.7], curvature: [1, -0.3, 2], radius: 1 } }"])
    #expect(script.contains("'w₁'") && script.contains("smallest within"))
  }

  @Test func dataAndShares() throws {
    let table = try draw("{ dataset-table: { dataset: fashion-mnist } }", Self.curves)
    #expect(table.contains("'Ankle boot'") && table.contains("'60000'"))
    #expect(
      try draw("{ examples: { dataset: fashion-mnist, part: test, examples: [0, 1] } }", Self.curves)
        .contains(
          "test example 0: Ankle boot"))
    let shares = try draw(
      "{ shares: { parts: [train, test], y-label: share, bars: [{ label: 80-20, shares: [0.8, 0.2] }] } }",
      Self.curves)
    #expect(shares.contains("'80-20'") && shares.contains("'train'"))
  }

  @Test func gradientNormsAndOutputs() throws {
    let text = TinyExperiment.text("seeds: [0, 1]")
    let norms = try draw(
      "{ gradient-norms: { series: [{ run: a, label: tiny }], parameters: linear/weight } }", ["a": text],
      data: ["a": TinyExperiment.data])
    for text in ["'before training'", "'after the last epoch'", "'tiny'"] {
      #expect(norms.contains(text), "\(text)")
    }
    let outputs = try draw(
      "{ outputs: { run: a, example: 6 } }", ["a": TinyExperiment.text()], data: ["a": TinyExperiment.data])
    #expect(outputs.contains("Test record 6, which shows a.") && outputs.contains("'output'"))
    #expect(throws: RunError.self) {
      try draw(
        "{ outputs: { run: a, example: 7 } }", ["a": TinyExperiment.text()], data: ["a": TinyExperiment.data])
    }
  }

  /// Several seeds are a median and a range; data come from the run's own declaration.
  @Test func predictionsAndElements() throws {
    let wiggly = """
      dataset: { wiggly-curve: { examples: 20 } }
      network: [linear: { outputs: 4 }, sigmoid, linear: { outputs: 1 }]
      loss: mse
      optimizer: { adam: {} }
      batch-size: 20
      epochs: 2
      seeds: [0, 1, 2]
      """
    let script = try draw(
      "{ predictions: { series: [{ run: w, label: fit }], range: [-2, 2] } }", ["w": wiggly])
    for text in ["'training'", "'test'", "'fit'", "Median and range of 3 seeds.", "fit lower"] {
      #expect(script.contains(text), "\(text)")
    }
    let target = try draw(
      "{ predictions: { shows-points: false, series: [{ run: w, label: fit }] } }", ["w": wiggly])
    #expect(target.contains("'target'") && !target.contains("'training'"))
    let sparse = """
      dataset: { sparse-regression: { features: 6, informative: 2, examples: 20 } }
      network: [linear: { outputs: 1, bias: false }]
      loss: mse
      optimizer: { sgd: { learning-rate: 0.1 } }
      batch-size: 20
      epochs: 3
      """
    let elements = try draw(
      "{ parameter-elements: { parameter: linear/weight, series: [{ run: s, label: none }] } }", ["s": sparse]
    )
    #expect(elements.contains("'true'") && elements.contains("'fitted'") && elements.contains("'none'"))
  }

  /// A parameter that never differs is named.
  @Test func distanceOfTwoRuns() throws {
    let experiments = [
      "a": TinyExperiment.text(), "b": TinyExperiment.text("seed: 4"),
    ]
    let data = experiments.mapValues { _ in TinyExperiment.data }
    let script = try draw("{ distance: { a: a, b: b } }", experiments, data: data)
    for text in [
      "'hidden/linear/weight'", "'output/linear/bias'", "set logscale y", "'‖a − b‖ / ‖a‖'",
      "a: A tiny network",
    ] {
      #expect(script.contains(text), "\(text)")
    }
    let one = try draw(
      "{ distance: { a: a, b: a, parameters: [hidden/linear/bias] } }", experiments, data: data)
    #expect(one.contains("equal throughout: hidden/linear/bias"))
    #expect(!one.contains("output/linear/bias"))
    let error = #expect(throws: RunError.self) {
      try draw("{ distance: { a: a, b: b, parameters: [hidden/linear/biass] } }", experiments, data: data)
    }
    #expect(error.map { "\($0)" }?.contains("hidden/linear/bias'") == true, "\(error as Any)")
  }

  /// What lies above a given axis is told; a pair's axes are the same.
  @Test func metricFiguresHaveGivenAndSharedAxes() throws {
    let experiments = ["a": TinyExperiment.text(), "b": TinyExperiment.text("seed: 4")]
    let data = ["a": TinyExperiment.data, "b": TinyExperiment.data]
    let above = try draw("{ metrics: { runs: [a], loss-range: [0, 0.01] } }", experiments, data: data)
    #expect(above.contains("above the axis: training") && above.contains("set yrange [0:0.01]"))
    func axes(_ script: String) -> [Substring] {
      script.split(separator: "\n").filter { $0.contains("set yrange") }
    }
    let first = try draw("{ metrics: { runs: [a], axes-with: [b] } }", experiments, data: data)
    let second = try draw("{ metrics: { runs: [b], axes-with: [a] } }", experiments, data: data)
    #expect(axes(first) == axes(second) && axes(first).count == 2)
    #expect(first.contains("One seed"))
  }

  /// An array that is not there is an error that lists those there are.
  @Test func whatIsNotComputedIsNamed() {
    let error = #expect(throws: RunError.self) {
      try draw(
        "{ computed-curves: { run: c, panels: [{ series: [{ array: curves/tanh, over: curves/x, label: t }] }] } }",
        Self.curves)
    }
    #expect(error.map { "\($0)" }?.contains("leaky-relu") == true)
    #expect(throws: ArchiveError.self) {
      try draw("{ pixel-table: { run: c, array: nothing/x } }", Self.curves)
    }
  }
}
