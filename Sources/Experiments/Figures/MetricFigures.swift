import Archive
import Reporting
import Settings

/// `metrics: { runs: [batch-32] }`: every quantity that the runs measured on more than one part, per epoch: a row a run,
/// a panel a quantity, training as blue points and the other parts as lines.
package struct MetricsFigure: FigureKind {
  /// `metrics`.
  package static let kind = "metrics"

  /// From top to bottom.
  package let runs: [String]

  /// Reads `runs`.
  package init(from decoder: any Decoder) throws {
    runs = try decoder.container(keyedBy: CodingKeys.self).value(.runs, .notEmpty)
  }

  /// A panel for each quantity of each run.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let archives = groups.map(\.first)
    let rows = archives.map { archive in
      MeasuredQuantity.all(in: archive).filter { $0.parts.count > 1 }
    }
    // Every row has a panel for each quantity that any run measured.
    let names = rows.joined().map(\.name).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return CurvesFigure(
      caption: try context.caption(of: groups),
      panels: try zip(archives, rows).flatMap { archive, quantities in
        try names.map { name in
          try quantities.first { $0.name == name }?.panel(of: archive)
            ?? CurvesFigure.Panel(xLabel: "epoch", yLabel: name, series: [], notice: "not measured")
        }
      },
      columns: names.count, rowLabels: runs.count > 1 ? try archives.map { try $0.title() } : [])
  }
}

/// `curves: { metrics: [loss/validation], series: [{ run: lr-high, label: "0.1" }] }`: metrics of several runs, a panel a
/// metric.
package struct MetricCurvesFigure: FigureKind {
  /// `curves`.
  package static let kind = "curves"

  /// One panel each, side by side.
  package let metrics: [String]
  /// One curve each.
  package let series: [LabeledRun]
  /// Whether the vertical axes are logarithmic.
  package let logarithmic: Bool

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
    let archives = groups.map(\.first)
    let panels = try metrics.map { name in
      let description = try archives[0].description(of: name)
      let isFraction = description.unit == Metrics.fractionUnit
      return CurvesFigure.Panel(
        xLabel: "epoch", yLabel: description.axisName,
        series: try zip(series, archives).map { entry, archive in
          Series(
            name: entry.label, x: archive.epochs.map(Double.init), y: try archive.metric(name), mark: .line)
        },
        yIsLogarithmic: logarithmic && !isFraction, yIsPercentage: isFraction)
    }
    return CurvesFigure(caption: try context.caption(of: groups), panels: panels, columns: panels.count)
  }
}

/// `bars: { metric: accuracy/test, bars: [{ run: baseline, label: baseline }] }`: a metric after the last epoch of
/// several runs.
package struct MetricBarsFigure: FigureKind {
  /// `bars`.
  package static let kind = "bars"

  /// The metric's name, such as `accuracy/test`.
  package let metric: String
  /// From left to right.
  package let bars: [LabeledRun]

  /// Reads `metric` and `bars`, each a run with its label.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    metric = try options.value(.metric)
    bars = try options.value(.bars, .notEmpty)
  }

  /// The runs of the bars.
  package var runs: [String] { bars.map(\.run) }

  /// One bar a run.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let archives = groups.map(\.first)
    let description = try archives[0].description(of: metric)
    return BarsFigure(
      caption: try context.caption(of: groups), categories: bars.map(\.label),
      groups: [BarsFigure.Group(values: try archives.map { try $0.metric(metric).last! })],
      yLabel: description.axisName, isPercentage: description.unit == Metrics.fractionUnit)
  }
}

/// `step-losses: { runs: [layer-norm] }`: the losses of the steps that runs recorded, as dots, one panel a run.
package struct StepLossesFigure: FigureKind {
  /// `step-losses`.
  package static let kind = "step-losses"

  /// From top to bottom.
  package let runs: [String]

  /// Reads `runs`.
  package init(from decoder: any Decoder) throws {
    runs = try decoder.container(keyedBy: CodingKeys.self).value(.runs, .notEmpty)
  }

  /// A panel for each run.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let groups = try runs.map(context.runs)
    let archives = groups.map(\.first)
    let panels = try archives.map { archive in
      let losses = try archive.series("loss").series
      return CurvesFigure.Panel(
        title: runs.count > 1 ? try archive.title() : "", xLabel: "step",
        yLabel: losses.description.axisName,
        series: [
          Series(
            name: "", x: losses.steps.map(Double.init), y: losses.values.map(Double.init), mark: .dots)
        ])
    }
    return CurvesFigure(caption: try context.caption(of: groups), panels: panels, columns: 1)
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
      let name = String(metric.name.prefix { $0 != "/" })
      if metric.name.contains("/"), !names.contains(name) { names.append(name) }
    }
    return names.map { name in
      MeasuredQuantity(
        name: name,
        parts: archive.metrics.filter { $0.name.hasPrefix(name + "/") }.map {
          (String($0.name.dropFirst(name.count + 1)), $0)
        })
    }
  }

  func panel(of archive: RunArchive) throws -> CurvesFigure.Panel {
    let unit = parts[0].description.unit
    let isFraction = unit == Metrics.fractionUnit
    let epochs = archive.epochs.map(Double.init)
    var diverged: [String] = []
    let series = try parts.enumerated().map { index, part in
      let values = try archive.metric(part.description.name)
      if let first = values.firstIndex(where: { !$0.isFinite }) {
        diverged.append("\(part.name) at epoch \(archive.epochs[first])")
      }
      return Series(
        name: part.name == "train" ? "training" : part.name, x: epochs, y: values,
        mark: index == 0 ? .points : .line, color: [.blue, .vermillion, .bluishGreen][index % 3])
    }
    return CurvesFigure.Panel(
      xLabel: "epoch", yLabel: isFraction || unit == "1" ? name : "\(name) (\(unit))", series: series,
      yIsPercentage: isFraction, yIncludesZero: !isFraction,
      notice: diverged.isEmpty ? "" : "not finite: " + diverged.joined(separator: ", "))
  }
}

extension MetricDescription {
  /// What an axis is called: title and unit.
  fileprivate var axisName: String {
    unit == "1" || unit == Metrics.fractionUnit ? title : "\(title) (\(unit))"
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
