import Archive
import Reporting
import Settings

/// `metrics: { runs: [batch-32], axes-with: [batch-10000] }`: every quantity that the runs measured on more than one part,
/// per epoch: a row a run, a panel a quantity, training as blue points and the other parts as lines.
///
/// The state before training is a faint mark that the axes are not made for. With several seeds the median is drawn, and
/// the range as an area. Figures that are meant as a pair name each other's runs in `axes-with`, and have the same axes.
package struct MetricsFigure: FigureKind {
  /// `metrics`.
  package static let kind = "metrics"

  private let shown, axesWith: [String]
  /// Whether the epochs after which the learning rate fell are marked.
  private let marksRateChanges: Bool
  /// What the loss' axes show; without it what the epochs need. What lies above is told in a note.
  private let lossRange: [Double]?

  private enum CodingKeys: String, CodingKey { case shown = "runs", axesWith, marksRateChanges, lossRange }

  /// Reads `runs`, `axes-with` (none), `marks-rate-changes` (false) and `loss-range`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    shown = try options.value(.shown, .notEmpty)
    axesWith = try options.value(.axesWith, default: [])
    marksRateChanges = try options.value(.marksRateChanges, default: false)
    lossRange = try options.valueIfPresent(.lossRange, .axisRange)
  }

  /// Those that are shown, and those whose axes are shared.
  package var runs: [String] { shown + axesWith }

  /// A panel for each quantity of each run.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try shown.map(context.runs), others = try axesWith.map(context.runs)
    let rows = groups.map { group in MeasuredQuantity.all(in: group.first).filter { $0.parts.count > 1 } }
    // Every row has a panel for each quantity that any run measured.
    let names = rows.joined().map(\.name).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return CurvesFigure(
      caption: try context.caption(of: groups),
      panels: try zip(groups, rows).flatMap { group, quantities in
        try names.map { name in
          guard let quantity = quantities.first(where: { $0.name == name }) else {
            return CurvesFigure.Panel(xLabel: "epoch", yLabel: name, series: [], notice: "not measured")
          }
          var panel = try quantity.panel(of: group)
          for other in groups + others where other.first.path != group.first.path {
            let same = MeasuredQuantity.all(in: other.first).first { $0.name == name }
            panel.axesAlsoFit += try same?.series(of: other) ?? []
          }
          if name == "loss", let range = lossRange { panel.showOnly(range[0]...range[1]) }
          if marksRateChanges {
            panel.events = try group.first.rateChanges().map { CurvesFigure.Guide(at: Double($0)) }
          }
          return panel
        }
      },
      columns: names.count, rowLabels: shown.count > 1 ? try groups.map { try $0.first.title() } : [])
  }
}

/// `curves: { metrics: [loss/validation], series: [{ run: lr-high, label: "0.1" }] }`: metrics of several runs, a panel a
/// metric.
package struct MetricCurvesFigure: FigureKind {
  /// `curves`.
  package static let kind = "curves"

  /// One panel each, side by side.
  private let metrics: [String]
  /// One curve each.
  private let series: [LabeledRun]
  private let logarithmic: Bool

  /// Reads `metrics`, a list of names such as `loss/validation`, the `series`, each a run with its label, and whether
  /// the vertical axes are `logarithmic` (false).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    metrics = try options.value(.metrics, .notEmpty)
    series = try options.value(.series, .notEmpty)
    logarithmic = try options.value(.logarithmic, default: false)
  }

  /// The runs of the series.
  package var runs: [String] { series.map(\.run) }

  /// A panel for each metric.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let panels = try metrics.map { name in
      let description = try groups[0].first.description(of: name)
      let isFraction = description.unit == Metrics.fractionUnit
      return CurvesFigure.Panel(
        xLabel: "epoch", yLabel: description.axisName,
        series: try zip(series, groups).enumerated().map { index, pair in
          try pair.1.series(
            of: name, called: pair.0.label, mark: .line,
            color: OkabeIto.allCases[index % OkabeIto.allCases.count])
        },
        yIsLogarithmic: logarithmic && !isFraction, yIsPercentage: isFraction,
        showsLastValues: series.count <= 6,
        notice: notFinite(
          try zip(series, groups).compactMap { entry, group in
            try group.firstNotFinite(name).map { "\(entry.label) from epoch \($0) on" }
          }))
    }
    return CurvesFigure(caption: try context.caption(of: groups), panels: panels, columns: panels.count)
  }
}

/// `bars: { metric: accuracy/test, bars: [{ run: baseline, label: baseline, reported: 0.9769 }] }`: a metric of several runs,
/// after the last epoch or at another moment, and what the document reports beside it.
package struct MetricBarsFigure: FigureKind {
  /// `bars`.
  package static let kind = "bars"

  private struct Bar: Codable, Sendable {
    let run: String
    let label: String
    let reported: Double?
  }

  private let metric: String
  private let bars: [Bar]
  private let at: Moment
  private let range: [Double]?

  /// Reads `metric`, `bars`, each a run with its label and perhaps what is reported, the moment `at` which it is taken
  /// (last), and the `range` of the axis.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    metric = try options.value(.metric)
    bars = try options.value(.bars, .notEmpty)
    at = try options.value(.at, default: .last)
    range = try options.valueIfPresent(.range, .axisRange)
  }

  /// The runs of the bars.
  package var runs: [String] { bars.map(\.run) }

  /// One bar a run: the median of the seeds, and their range.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let description = try groups[0].first.description(of: metric)
    let spreads = try groups.map { group in
      Spread(try group.archives.map { try at.value(of: $0.metric(metric)) })
    }
    let reported = bars.map { $0.reported ?? .nan }
    return BarsFigure(
      caption: try context.caption(of: groups), categories: bars.map(\.label),
      groups: [
        BarsFigure.Group(
          values: spreads.map(\.median),
          ranges: spreads.map { $0.values.count > 1 && $0.lower <= $0.upper ? $0.lower...$0.upper : nil },
          reported: reported.contains { !$0.isNaN } ? reported : [])
      ],
      yLabel: description.axisName, isPercentage: description.unit == Metrics.fractionUnit,
      range: range.map { $0[0]...$0[1] })
  }
}

/// `step-losses: { runs: [layer-norm], range: [0, 1], ticks: [0.25, 0.5] }`: the losses of the steps that runs recorded, as
/// faint dots, a panel a run.
package struct StepLossesFigure: FigureKind {
  /// `step-losses`.
  package static let kind = "step-losses"

  /// Row by row.
  package let runs: [String]
  private let range, ticks: [Double]

  /// Reads `runs`, the `range` of the vertical axes and their `ticks`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    runs = try options.value(.runs, .notEmpty)
    range = try options.value(.range, .axisRange)
    ticks = try options.value(.ticks, default: [])
  }

  /// A panel for each run: of several seeds the first.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let panels = try groups.map { group in
      let losses = try group.first.series("loss").series
      return DotsFigure.Panel(
        title: runs.count > 1 ? try group.first.title() : "", xLabel: "step",
        yLabel: losses.description.axisName, x: losses.steps.map(Double.init),
        y: losses.values.map(Double.init), yRange: range[0]...range[1], yTicks: ticks)
    }
    return DotsFigure(
      caption: try context.caption(of: groups), panels: panels, columns: panels.count > 1 ? 2 : 1)
  }
}

extension Rule where Value == [Double] {
  /// The lower and the upper end of an axis.
  static var axisRange: Rule {
    Rule("a list of 2, the lower end and the upper one") {
      $0.count == 2 && $0[0] < $0[1] && ($0[1] - $0[0]).isFinite
    }
  }
}

/// One quantity of an archive's metrics, such as the loss, and the parts of the data that it was measured on.
private struct MeasuredQuantity {
  let name: String
  let parts: [(name: String, description: MetricDescription)]

  /// The quantities, in the order of the archive's metrics.
  static func all(in archive: RunArchive) -> [MeasuredQuantity] {
    var names: [String] = []
    for metric in archive.metrics {
      let name = MetricName(metric.name)
      if !name.part.isEmpty, !names.contains(name.quantity) { names.append(name.quantity) }
    }
    return names.map { name in
      MeasuredQuantity(
        name: name,
        parts: archive.metrics.filter { MetricName($0.name).quantity == name }.map {
          (MetricName($0.name).part, $0)
        })
    }
  }

  /// A curve for each part.
  func series(of group: RunGroup) throws -> [Series] {
    try parts.enumerated().map { index, part in
      try group.series(
        of: part.description.name, called: part.name == "train" ? "training" : part.name,
        mark: index == 0 ? .points : .line, color: [.blue, .vermillion, .bluishGreen][index % 3])
    }
  }

  func panel(of group: RunGroup) throws -> CurvesFigure.Panel {
    let description = parts[0].description
    let diverged = try parts.compactMap { part in
      try group.firstNotFinite(part.description.name).map { "\(part.name) at epoch \($0)" }
    }
    return CurvesFigure.Panel(
      xLabel: "epoch", yLabel: description.quantityName, series: try series(of: group),
      yIsPercentage: description.unit == Metrics.fractionUnit, showsLastValues: true,
      notice: notFinite(diverged))
  }
}

/// What a panel says of values that cannot be drawn; nothing where there are none.
private func notFinite(_ places: [String]) -> String {
  places.isEmpty ? "" : "not finite: " + places.joined(separator: ", ")
}

extension RunGroup {
  /// A metric over the epochs as a curve: the median of the runs and their range, epoch 0 as its lead-in. Of many
  /// epochs evenly spaced ones are taken, and the last.
  fileprivate func series(
    of metric: String, called name: String, mark: Series.Mark, color: OkabeIto
  ) throws -> Series {
    let epochs = first.epochs, taken = thinned(epochs.count)
    let all = try self.metric(metric)
    let spreads = taken.map { all[$0] }
    return Series(
      name: name, x: taken.map { Double(epochs[$0]) }, y: spreads.map(\.median), mark: mark, color: color,
      leadIn: 1,
      band: archives.count == 1
        ? nil : Series.Band(lower: spreads.map(\.lower), upper: spreads.map(\.upper)))
  }
}

extension CurvesFigure.Panel {
  /// Gives the vertical axis a range, and says which values lie above it.
  fileprivate mutating func showOnly(_ range: ClosedRange<Double>) {
    yRange = range
    let above = series.flatMap { series in
      zip(series.x, series.y).dropFirst(series.leadIn).filter { $1 > range.upperBound }.map {
        "\(series.name) \(NumberText.short($1)) in epoch \(NumberText.short($0))"
      }
    }
    guard !above.isEmpty else { return }
    let more = above.count > 2 ? " and \(above.count - 2) more" : ""
    notice = [notice, "above the axis: " + above.prefix(2).joined(separator: ", ") + more].filter {
      !$0.isEmpty
    }
    .joined(separator: "; ")
  }
}

extension MetricDescription {
  /// What an axis is called: title and unit.
  var axisName: String {
    unit == "1" || unit == Metrics.fractionUnit ? title : "\(title) (\(unit))"
  }

  /// The same without the part of the data, which the title begins with: `cross-entropy (nats)`.
  fileprivate var quantityName: String {
    let name = title.split(separator: " ").dropFirst().joined(separator: " ")
    return unit == "1" || unit == Metrics.fractionUnit ? name : "\(name) (\(unit))"
  }
}

extension RunGroup {
  /// The first epoch at which a metric of any run is not finite; the test part is measured after the last one only.
  fileprivate func firstNotFinite(_ metric: String) throws -> Int? {
    let spreads = try self.metric(metric)
    let measured = MetricName(metric).part == "test" ? spreads.indices.suffix(1) : spreads.indices[...]
    return measured.first { !spreads[$0].values.allSatisfy(\.isFinite) }.map { first.epochs[$0] }
  }
}

extension RunArchive {

  /// What one metric's numbers are.
  ///
  /// - Throws: `ArchiveError` if there is no such metric, naming those there are.
  fileprivate func description(of metric: String) throws -> MetricDescription {
    _ = try self.metric(metric)
    return metrics.first { $0.name == metric }!
  }
}
