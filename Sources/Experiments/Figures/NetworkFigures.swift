import Archive
import Datasets
import Reporting
import Settings
import Tensors

/// `gradient-norms: { series: [{ run: sigmoid, label: sigmoid }], parameters: linear/weight }`: the gradient's norm of each
/// layer's parameter, before training and after the last epoch, on a logarithmic axis.
///
/// The layers are the parameters whose paths end in `parameters`, in the network's order, counted from 1. With several
/// seeds the first one is shown.
package struct GradientNormsFigure: FigureKind {
  /// `gradient-norms`.
  package static let kind = "gradient-norms"
  private let series: [LabeledRun]
  private let parameters: String

  /// Reads `series` and `parameters`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    series = try options.value(.series, .notEmpty)
    parameters = try options.value(.parameters, default: "weight")
  }

  /// The runs of the series.
  package var runs: [String] { series.map(\.run) }

  /// Two panels.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let moments: [(title: String, moment: Moment)] = [
      ("before training", .first), ("after the last epoch", .last),
    ]
    let panels = try moments.map { title, moment in
      CurvesFigure.Panel(
        title: title, xLabel: "layer, counted from the input", yLabel: "norm of the weight's gradient",
        series: try zip(series, groups).map { entry, group in
          let paths = group.first.gradientPaths().filter { $0.hasSuffix(parameters) }
          return Series(
            name: entry.label, x: (0..<paths.count).map { Double($0 + 1) },
            y: try paths.map { try moment.value(of: group.first.gradientNorms($0)) }, mark: .linesAndPoints)
        }, yIsLogarithmic: true)
    }
    return CurvesFigure(caption: try context.caption(of: groups), panels: panels, columns: 2)
  }
}

/// `predictions: { series: [{ run: regression, label: overfitting }], range: [-2, 2] }`: what networks of one input and one
/// output predict for the probe after the last epoch, over the points that they learned from and were measured on.
///
/// With several seeds the median and the range are drawn.
package struct PredictionsFigure: FigureKind {
  /// `predictions`.
  package static let kind = "predictions"
  private let series: [LabeledRun]
  private let range: [Double]?
  private let showsPoints: Bool

  /// Reads `series`, the `range` of the vertical axis and `shows-points` (true): otherwise the targets are one line.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    series = try options.value(.series, default: [])
    range = try options.valueIfPresent(.range, .axisRange)
    showsPoints = try options.value(.showsPoints, default: true)
    points = try options.valueIfPresent(.points)
    guard points != nil || !series.isEmpty else {
      throw options.impossible(.series, "must be a list of at least 1, unless 'points' names a run")
    }
  }

  /// A run whose data are shown though its predictions are not.
  private let points: String?

  /// The runs of the series, or the one whose data are shown.
  package var runs: [String] { series.isEmpty ? [points].compactMap { $0 } : series.map(\.run) }

  /// One panel.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let data = try context.data(of: runs[0])
    var drawn: [Series] = []
    for (part, name, color) in [
      (Dataset.Part.training, "training", OkabeIto.vermillion), (.validation, "test", .blue),
    ] {
      guard let examples = data?[part], case .values(let values, _) = examples.targets,
        let inputs = examples.inputTensor(0..<examples.count).floats, inputs.count == values.count
      else { throw RunError.unfitData("predictions are drawn over one input and one target") }
      if showsPoints || part == .validation {
        drawn.append(
          Series(
            name: showsPoints ? name : "target", x: inputs.map(Double.init), y: values.map(Double.init),
            mark: showsPoints ? .points : .dashes, color: showsPoints ? color : .black))
      }
    }
    let colors: [OkabeIto] = [.vermillion, .blue, .bluishGreen, .reddishPurple]
    for (index, (entry, group)) in zip(series, groups).enumerated() {
      drawn.append(
        try Self.predictions(
          of: group, called: entry.label, mark: showsPoints && index == 1 ? .dashes : .line,
          color: colors[index % colors.count]))
    }
    return CurvesFigure(
      caption: try context.caption(of: groups),
      panels: [
        CurvesFigure.Panel(
          xLabel: "x", yLabel: "y", series: drawn, yRange: range.map { $0[0]...$0[1] })
      ], columns: 1)
  }

  private static func predictions(
    of group: RunGroup, called name: String, mark: Series.Mark, color: OkabeIto
  ) throws -> Series {
    let outputs = try group.archives.map { archive in
      try archive.outputs().floats?.map(Double.init) ?? []
    }
    let inputs = try group.first.probe()?.inputs.floats?.map(Double.init) ?? []
    let count = min(inputs.count, outputs.map(\.count).min() ?? 0)
    let taken = thinned(count)
    let spreads = taken.map { place in Spread(outputs.map { $0[place] }) }
    return Series(
      name: name, x: taken.map { inputs[$0] }, y: spreads.map(\.median), mark: mark, color: color,
      band: group.archives.count == 1
        ? nil : Series.Band(lower: spreads.map(\.lower), upper: spreads.map(\.upper)))
  }
}

/// `outputs: { run: combined, example: 19 }`: the outputs for one example of the probe after the last epoch, as bars.
package struct OutputsFigure: FigureKind {
  /// `outputs`.
  package static let kind = "outputs"
  private let run: String
  private let example: Int

  /// Reads `run` and `example`, counted from 0.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    example = try options.value(.example, .atLeast(0))
  }

  /// The one run.
  package var runs: [String] { [run] }

  /// A bar an output.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    let outputs = try group.first.outputs()
    let count = outputs.shape.dimensions.last ?? 0
    guard let probe = try group.first.probe(), let values = outputs.floats, count > 0,
      example < values.count / count
    else { throw RunError.unfitData("the probe of \(run) has no example \(example)") }
    let label = probe.classes.map { ", which shows \(probe.classNames[Int($0[example])])" } ?? ""
    return BarsFigure(
      caption: try context.caption(of: [group], "Test record \(example)\(label)."),
      categories: probe.classNames.isEmpty ? (0..<count).map(String.init) : probe.classNames,
      groups: [BarsFigure.Group(values: values[example * count..<(example + 1) * count].map(Double.init))],
      xLabel: "class", yLabel: "output", range: 0...1)
  }
}

/// `parameter-elements: { series: [{ run: lasso, label: LASSO }], parameter: linear/weight }`: a parameter's elements one by
/// one after the last epoch, and those that the data were made with.
package struct ParameterElementsFigure: FigureKind {
  /// `parameter-elements`.
  package static let kind = "parameter-elements"
  private let series: [LabeledRun]
  private let parameter: String

  /// Reads `series` and `parameter`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    series = try options.value(.series, .notEmpty)
    parameter = try options.value(.parameter)
  }

  /// The runs of the series.
  package var runs: [String] { series.map(\.run) }

  /// A panel a run, with common axes.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    func series(_ name: String, _ values: [Float], _ mark: Series.Mark, _ color: OkabeIto) -> Series {
      Series(
        name: name, x: values.indices.map { Double($0 + 1) }, y: values.map(Double.init), mark: mark,
        color: color)
    }
    let truth = (context.settings(of: runs[0])?.data?.kind as? SparseRegression)?.weights ?? []
    let found = try groups.map { group in
      return series("fitted", try group.first.lastParameter(parameter).floats ?? [], .points, .blue)
    }
    let panels = zip(self.series, found).map { entry, fitted in
      CurvesFigure.Panel(
        title: entry.label, xLabel: "input", yLabel: "weight",
        series: [series("true", truth, .linesAndPoints, .skyBlue), fitted], axesAlsoFit: found)
    }
    return CurvesFigure(caption: try context.caption(of: groups), panels: panels, columns: 3)
  }
}

extension RunArchive {
  /// The network's outputs for the probe after the last epoch that keeps them, (examples, outputs).
  ///
  /// - Throws: `RunError.unfitData` for a run without activations.
  func outputs() throws -> Tensor {
    guard let path = activationPaths().last else {
      throw RunError.unfitData("\(path): the run keeps no activations")
    }
    return try lastActivation(path)
  }
}
