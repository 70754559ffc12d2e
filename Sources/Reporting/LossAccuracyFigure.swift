/// Loss and accuracy per epoch, two panels side by side: training as blue points, validation as a red line.
///
/// Several runs stand below each other, one row each. A value that is not finite leaves a gap, and the
/// panel says from which epoch on there are such values.
public struct LossAccuracyFigure: Figure, Equatable {
  /// What was measured at the end of one epoch.
  public struct Epoch: Sendable, Equatable {
    /// The epoch's number; 0 is before training.
    public var number: Int
    /// In the figure's unit of loss.
    public var trainingLoss: Double
    /// In the figure's unit of loss.
    public var validationLoss: Double
    /// A fraction, 0…1.
    public var trainingAccuracy: Double
    /// A fraction, 0…1.
    public var validationAccuracy: Double

    /// One epoch's four values.
    public init(
      number: Int, trainingLoss: Double, validationLoss: Double, trainingAccuracy: Double,
      validationAccuracy: Double
    ) {
      self.number = number
      self.trainingLoss = trainingLoss
      self.validationLoss = validationLoss
      self.trainingAccuracy = trainingAccuracy
      self.validationAccuracy = validationAccuracy
    }
  }

  /// One run: a row of the figure.
  public struct Run: Sendable, Equatable {
    /// Stands above the row; may be empty where there is only one.
    public var label: String
    /// In the order of their numbers.
    public var epochs: [Epoch]

    /// A labelled run.
    public init(label: String = "", epochs: [Epoch]) {
      self.label = label
      self.epochs = epochs
    }
  }

  /// Title, digests, remark.
  public var caption: Caption
  /// One row each.
  public var runs: [Run]
  /// What the loss is, and its unit.
  public var lossName: String
  /// Whether all rows have the same axes, so that they can be compared by eye.
  public var sharesAxes: Bool

  /// A figure of one or more runs.
  public init(
    caption: Caption, runs: [Run], lossName: String = "cross-entropy (nats)", sharesAxes: Bool = false
  ) {
    self.caption = caption
    self.runs = runs
    self.lossName = lossName
    self.sharesAxes = sharesAxes
  }

  /// The script that draws this figure; the same values always give the same bytes.
  public func script(named name: String) -> GnuplotScript {
    let rowHeight = 230.0
    let labelHeight = runs.contains { !$0.label.isEmpty } ? 30.0 : 0
    let legendHeight = 34.0
    let gap = 60.0
    let row = labelHeight + rowHeight + gap
    var page = Page(
      named: name, caption: caption, width: 880, contentHeight: legendHeight + row * Double(runs.count))
    let content = page.content
    let left = Rectangle(left: content.left + 76, top: 0, width: 340, height: rowHeight)
    let right = Rectangle(left: content.right - 340 - 8, top: 0, width: 340, height: rowHeight)

    let all = runs.flatMap(\.epochs)
    for (index, run) in runs.enumerated() {
      let columns = ["epoch", "training_loss", "validation_loss", "training_accuracy", "validation_accuracy"]
      let block = page.script.addBlock(
        "run_\(index + 1)", columns: columns,
        rows: run.epochs.map {
          [
            Double($0.number), $0.trainingLoss, $0.validationLoss, $0.trainingAccuracy,
            $0.validationAccuracy,
          ]
        })
      let top = content.top + legendHeight + labelHeight + row * Double(index)
      page.write(run.label, x: left.left - 48, y: top - 26, size: Page.headingSize)
      let scale = sharesAxes ? all : run.epochs
      for (frame, isLoss) in [(left, true), (right, false)] {
        var frame = frame
        frame.top = top
        let key = "set key \(page.keyPosition(x: frame.left - 56, y: content.top)) left top "
        let inKey = index == 0 && isLoss
        write(warnings(run, isLoss: isLoss), above: frame, on: &page)
        page.panel(
          frame, axes: (epochAxis(scale), isLoss ? lossAxis(scale) : accuracyAxis(scale)),
          names: ("epoch", isLoss ? lossName : "accuracy"),
          (inKey ? [key + "horizontal Left reverse samplen 2 width 2"] : [])
            + [plot(run, block, isLoss: isLoss, inKey: inKey)])
      }
    }
    return page.finished()
  }

  private func plot(_ run: Run, _ block: String, isLoss: Bool, inKey: Bool) -> String {
    // A line needs two neighbours; a value that stands alone would not be seen.
    let values = run.epochs.map { isLoss ? $0.validationLoss : $0.validationAccuracy }
    let standsAlone = values.indices.contains { index in
      let before = index > 0 && values[index - 1].isFinite
      let after = index + 1 < values.count && values[index + 1].isFinite
      return values[index].isFinite && !before && !after
    }
    let validation = run.epochs.count <= 30 || standsAlone ? "linespoints pointtype 7 pointsize 0.3" : "lines"
    let column = { (number: Int) in isLoss ? "\(number)" : "(100*$\(number))" }
    let title = { (text: String) in inKey ? "title '\(text)'" : "notitle" }
    let size = run.epochs.count <= 30 ? "0.8" : "0.5"
    return "plot \(block) using 1:\(column(isLoss ? 2 : 4)) with points pointtype 7 pointsize \(size) "
      + "linecolor rgb '\(OkabeIto.blue.rawValue)' \(title("training")), \\\n"
      + "  \(block) using 1:\(column(isLoss ? 3 : 5)) with \(validation) linewidth 1.6 "
      + "linecolor rgb '\(OkabeIto.vermillion.rawValue)' \(title("validation"))"
  }

  private func epochAxis(_ epochs: [Epoch]) -> Axis {
    let first = Double(epochs.map(\.number).min() ?? 0)
    let last = Double(epochs.map(\.number).max() ?? 1)
    let margin = max(0.5, (last - first) * 0.02)
    return Axis(
      from: first - margin, to: last + margin, maximalTicks: 7, extendsToTicks: false, minimalStep: 1)
  }

  private func lossAxis(_ epochs: [Epoch]) -> Axis {
    let values = epochs.flatMap { [$0.trainingLoss, $0.validationLoss] }.filter(\.isFinite)
    return Axis(from: min(0, values.min() ?? 0), to: max(0, values.max() ?? 1), maximalTicks: 6)
  }

  private func accuracyAxis(_ epochs: [Epoch]) -> Axis {
    let values = epochs.flatMap { [$0.trainingAccuracy, $0.validationAccuracy] }.filter(\.isFinite)
    return .percentage(from: 100 * (values.min() ?? 0), to: 100 * (values.max() ?? 1))
  }

  /// For training and validation, from which epoch on the panel's values are not finite; empty if all are.
  private func warnings(_ run: Run, isLoss: Bool) -> String {
    let training = run.epochs.first {
      !(isLoss ? $0.trainingLoss : $0.trainingAccuracy).isFinite
    }
    let validation = run.epochs.first {
      !(isLoss ? $0.validationLoss : $0.validationAccuracy).isFinite
    }
    switch (training?.number, validation?.number) {
    case (nil, nil): return ""
    case (let epoch?, nil): return "training diverged (not finite) at epoch \(epoch)"
    case (nil, let epoch?): return "validation diverged (not finite) at epoch \(epoch)"
    case (let first?, let second?): return "diverged (not finite) at epoch \(min(first, second))"
    }
  }

  private func write(_ warning: String, above frame: Rectangle, on page: inout Page) {
    page.write(
      warning, x: frame.right, y: frame.top - 8, size: Page.smallSize, align: .right,
      colour: OkabeIto.vermillion.rawValue)
  }
}
