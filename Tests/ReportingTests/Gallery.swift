import Foundation
import Reporting
import Tensors

/// Figures as documents have them, with realistic values: what is looked at when the drawings change.
enum Gallery {
  /// A run's metrics by epoch, from 0 on: training and validation.
  struct Run {
    var label: String
    var loss: (training: [Double], validation: [Double])
    var accuracy: (training: [Double], validation: [Double])
    var notices = ["", ""]

    /// The panels that an experiment builds from its archive: one for each kind of metric.
    var panels: [CurvesFigure.Panel] {
      let both = { (values: (training: [Double], validation: [Double])) in
        [
          Series(
            name: "training", x: values.training.indices.map(Double.init), y: values.training, mark: .points,
            color: .blue),
          Series(
            name: "validation", x: values.validation.indices.map(Double.init), y: values.validation,
            color: .vermillion),
        ]
      }
      return [
        CurvesFigure.Panel(
          xLabel: "epoch", yLabel: "Loss (nats)", series: both(loss), yIncludesZero: true, notice: notices[0]),
        CurvesFigure.Panel(
          xLabel: "epoch", yLabel: "Accuracy", series: both(accuracy), yIsPercentage: true, notice: notices[1]
        ),
      ]
    }
  }

  /// Learning that slows down, overfitting a little.
  static func run(epochs: Int, label: String = "", scale: Double = 1) -> Run {
    let left = (0..<epochs).map { exp(-Double($0) / 7) }
    return Run(
      label: label,
      loss: (left.map { scale * (0.2 + 2.1 * $0) }, left.map { scale * (0.25 + 2.05 * $0) }),
      accuracy: (left.map { 0.93 - 0.83 * $0 }, left.map { 0.89 - 0.79 * $0 }))
  }

  /// The same run, its values not finite from an epoch on but for the validation of the last one.
  static func diverged(at epoch: Int) -> Run {
    var run = run(epochs: epoch + 4, label: "Learning rate 10, with plain SGD")
    for later in epoch..<(epoch + 4) {
      (run.loss.training[later], run.accuracy.training[later]) = (.nan, .nan)
      if later < epoch + 3 {
        (run.loss.validation[later], run.accuracy.validation[later]) = (.infinity, .nan)
      }
    }
    run.notices = [
      "training diverged (not finite) at epoch \(epoch)", "diverged (not finite) at epoch \(epoch)",
    ]
    return run
  }

  /// Loss and accuracy side by side, a row a run.
  static func lossAccuracy(
    _ runs: [Run], title: String = "SGD on unscaled pixels (0…255), batch 32, learning rate 0.01"
  ) -> CurvesFigure {
    CurvesFigure(
      caption: Caption(title: title, digests: runs.map { _ in Specimens.digest }),
      panels: runs.flatMap(\.panels),
      columns: 2, rowLabels: runs.map(\.label))
  }

  /// Values of a bell's shape, without randomness.
  static func bell(_ count: Int, width: Double) -> [Double] {
    (1...count).map { index in
      let p = Double(index) / Double(count + 1)
      return width * log(p / (1 - p))
    }
  }

  /// Weights by learning rate: the tails of the first row set no axis; the last row is far narrower, and has no output
  /// bias.
  static func parameters(_ ranges: HistogramGrid.Ranges = .perColumn) -> HistogramGrid {
    let rows = [0.1, 0.01, 0.0005].map { rate in
      HistogramGrid.Row(
        label: "learning rate \(rate)",
        cells: [100_352, 128, 1280, 10].enumerated().map { column, count in
          guard rate != 0.0005 || column != 3 else { return nil }
          let outliers = rate == 0.1 && column < 2 ? [-40 * rate, 60 * rate] : []
          return Tensor(bell(count, width: rate * Double(column + 1)) + outliers)
        })
    }
    return HistogramGrid(
      caption: Caption(
        title: "Weights after the last epoch, by learning rate",
        digests: [Specimens.digest, Specimens.digest, Specimens.digest]),
      columns: ["weights input→hidden", "hidden bias", "weights hidden→output", "output bias"], rows: rows,
      xLabel: "parameter value", ranges: ranges)
  }

  static func mosaic() throws -> ImageMosaic {
    let names = [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Boot",
    ]
    return try ImageMosaic(
      caption: Caption(title: "Ten images of each class", remark: "Training images; data bbc97fb903b4."),
      rows: names.enumerated().map { label, name in
        ImageMosaic.Row(
          label: name,
          images: (0..<10).map { column in
            let pixels = (0..<784).map { index -> UInt8 in
              let (x, y) = (Double(index % 28) - 13.5, Double(index / 28) - 13.5)
              let r = (x * x + y * y).squareRoot()
              return r < 12 ? UInt8(127.5 + 127.5 * sin(r * Double(label + 1) / 5 + Double(column))) : 0
            }
            return Specimens.image(pixels, shape: [28, 28])
          })
      }, columns: (0..<10).map { "no. \($0)" })
  }

  static func bars(_ arrangement: BarsFigure.Arrangement) -> BarsFigure {
    BarsFigure(
      caption: Caption(title: "Accuracy after training, by optimizer and batch", digests: [Specimens.digest]),
      categories: ["batch 32", "batch 128", "full batch without shuffling"],
      groups: [
        .init(name: "SGD", values: [0.8712, 0.8412, 0.5]),
        .init(name: "Adam", values: [0.8934, 0.8834, 0.01]),
        .init(name: "RMSprop", values: [.nan, 0.88, 0.91]),
        .init(name: "Adagrad", values: [0.85, 0.79, 0.6]),
      ], xLabel: "size of a batch", yLabel: "Accuracy", isPercentage: true, arrangement: arrangement)
  }

  /// Two runs whose panels have the same axes: epoch 0 as lead-in, a band over seeds, reported values, last values.
  static func pair() -> CurvesFigure {
    let epochs = (0...10).map(Double.init)
    func curve(_ first: Double, _ start: Double, _ end: Double) -> [Double] {
      [first] + epochs.dropFirst().map { end + (start - end) * exp(-($0 - 1) / 4) }
    }
    func series(_ name: String, _ values: [Double], _ spread: Double) -> Series {
      Series(
        name: name, x: epochs, y: values, mark: name == "training" ? .points : .line,
        color: name == "training" ? .blue : .vermillion, leadIn: 1,
        band: spread == 0
          ? nil : .init(lower: values.map { $0 - spread }, upper: values.map { $0 + 1.5 * spread }))
    }
    let losses = [(0.52, 0.36, 0.45), (0.48, 0.26, 0.34)].map {
      [series("training", curve(2.31, $0.0, $0.1), 0), series("validation", curve(2.32, $0.0, $0.2), 0.02)]
    }
    let accuracies = [(0.82, 0.868, 0.854), (0.84, 0.9269, 0.9263)].map {
      [series("training", curve(0.09, $0.0, $0.1), 0), series("validation", curve(0.1, $0.0, $0.2), 0.006)]
    }
    let panels = (0..<2).flatMap { row -> [CurvesFigure.Panel] in
      [
        .init(
          xLabel: "epoch", yLabel: "loss (nats)", series: losses[row], axesAlsoFit: losses[1 - row],
          showsLastValues: true),
        .init(
          xLabel: "epoch", yLabel: "accuracy", series: accuracies[row], axesAlsoFit: accuracies[1 - row],
          yIsPercentage: true, showsLastValues: true,
          references: [.init(at: row == 0 ? 0.85 : 0.89, label: row == 0 ? "about 85 %" : "about 89 %")]),
      ]
    }
    return CurvesFigure(
      caption: Caption(
        title: "Adam with two learning rates", digests: [Specimens.digest, Specimens.digest],
        remark: "Validation: the first of three seeds, and the range over all."),
      panels: panels, columns: 2, rowLabels: ["learning rate 0.01", "learning rate 0.001"])
  }

  /// A schedule as steps, its events in two panels, a logarithmic axis over less than two decades, seven last values.
  static func events() -> CurvesFigure {
    let epochs = (0...100).map(Double.init)
    let halved = [7.0, 10, 11, 13, 14, 15, 16, 97]
    let rate = epochs.map { epoch in halved.reduce(1e-3) { $1 <= epoch ? $0 / 2 : $0 } }
    let loss = epochs.map { 0.3 + 0.9 * exp(-$0 / 9) }
    let runs = (0..<7).map { run in
      Series(
        name: "run \(run + 1)", x: epochs,
        y: epochs.map { 0.84 + 0.003 * Double(run % 3) + 0.05 * (1 - exp(-$0 / 20)) }, leadIn: 1)
    }
    return CurvesFigure(
      caption: Caption(title: "A rate that is halved when the loss stays", digests: [Specimens.digest]),
      panels: [
        .init(
          title: "Rate", xLabel: "epoch", yLabel: "learning rate",
          series: [Series(name: "", x: epochs, y: rate, mark: .steps)], yIsLogarithmic: true,
          showsLastValues: true, events: halved.map { .init(at: $0, label: "÷2") }),
        .init(
          title: "Loss", xLabel: "epoch", yLabel: "loss (nats)",
          series: [Series(name: "", x: epochs, y: loss, leadIn: 1)], yIsLogarithmic: true,
          showsLastValues: true,
          references: [.init(at: 0.32, label: "reported 0.32"), .init(at: 0.31, label: "control")],
          events: halved.enumerated().map {
            .init(at: $1, label: $0 == 0 ? "first halved" : $0 == 7 ? "last halved" : "")
          }, notice: "A notice above the events"),
        .init(
          title: "Accuracy", xLabel: "epoch", yLabel: "accuracy", series: runs, yIsPercentage: true,
          showsLastValues: true),
      ], columns: 2)
  }

  /// The loss of every tenth step of 180,000, in so many panels.
  static func dots(panels count: Int) -> DotsFigure {
    let steps = (1...18_000).map { Double(10 * $0) }
    let panels = (0..<count).map { panel -> DotsFigure.Panel in
      var state = UInt64(panel + 1)
      let losses = steps.map { step -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let uniform = Double(state >> 11) / 9_007_199_254_740_992
        return (0.02 + 0.25 * exp(-step / 20_000)) * -log(1 - uniform) * (uniform > 0.97 ? 3 : 1)
      }
      return .init(
        title: count == 1 ? "" : "Run \(panel + 1): sigmoid, mean squared error", xLabel: "step",
        yLabel: "loss", x: steps, y: losses, yRange: 0...1, yTicks: [0, 0.25, 0.5, 0.75, 1])
    }
    return DotsFigure(
      caption: Caption(title: "The loss of every tenth step of three epochs", digests: [Specimens.digest]),
      panels: panels)
  }

  /// Bars with ranges over seeds and reported values.
  static func reported() -> BarsFigure {
    BarsFigure(
      caption: Caption(
        title: "Test accuracy after five epochs", digests: [Specimens.digest],
        remark: "Bars: the first of three seeds; lines: the range over all."),
      categories: ["baseline", "weight decay", "dropout", "batch norm"],
      groups: [
        .init(
          name: "as the program runs", values: [0.9769, 0.9771, 0.9691, 0.9722],
          ranges: [0.9755...0.9781, 0.9768...0.9779, 0.9677...0.9702],
          reported: [0.9769, 0.9773, 0.9696, 0.9719]),
        .init(
          name: "as the text says", values: [.nan, .nan, 0.9785, 0.9795],
          ranges: [nil, nil, 0.978...0.979, nil],
          reported: [.nan, .nan, 0.9822]),
      ], yLabel: "accuracy", isPercentage: true, range: 0.94...1)
  }

  /// Three panels with legends of their own: gradient norms on a log axis, a schedule, both axes logarithmic.
  static func norms() -> CurvesFigure {
    let steps = (1...200).map(Double.init)
    let layers = ["hidden/linear", "hidden/norm", "output/linear"]
    let norms = layers.enumerated().map { index, name in
      Series(name: name, x: steps, y: steps.map { pow(10, -Double(index) * 2) * exp(-$0 / 40) })
    }
    let measured = Series(name: "measured", x: steps, y: steps.map { 3 / $0 }, mark: .dots)
    let fit = Series(name: "fit: 3/n", x: [1, 200], y: [3, 0.015], mark: .dashes, color: .black)
    return CurvesFigure(
      caption: Caption(
        title:
          "Norms of the gradients of each layer, the schedule of the learning rate and the distance to the "
          + "minimum, all of one long run with Adam", digests: [Specimens.digest], remark: "Every fifth step."
      ),
      panels: [
        .init(
          title: "Gradients", xLabel: "step", yLabel: "norm of the gradient", series: norms,
          yIsLogarithmic: true),
        .init(
          title: "Schedule", xLabel: "step", yLabel: "learning rate",
          series: [Series(name: "rate", x: steps, y: steps.map { 1e-7 * (1 + cos($0 / 64)) })]),
        .init(
          title: "Distance", xLabel: "step", yLabel: "distance", series: [measured, fit],
          xIsLogarithmic: true,
          yIsLogarithmic: true),
      ], columns: 3)
  }

  static func all() throws -> [(String, any Figure)] {
    let four = [32, 128, 1024, 60_000].map { run(epochs: 31, label: "Batch \($0)", scale: Double($0) / 32) }
    let six = (1...6).map { run(epochs: 101, label: "Run \($0)") }
    return try [
      ("loss", lossAccuracy([run(epochs: 6)])), ("loss-four", lossAccuracy(four)),
      ("loss-six", lossAccuracy(six)),
      ("loss-diverged", lossAccuracy([diverged(at: 4)])), ("loss-101", lossAccuracy([run(epochs: 101)])),
      ("parameters", parameters()), ("mosaic", mosaic()), ("bars", bars(.sideBySide)),
      ("stack", bars(.stacked)), ("norms", norms()), ("pair", pair()), ("events", events()),
      ("parameters-own", parameters(.perCell)), ("dots-one", dots(panels: 1)), ("dots-six", dots(panels: 6)),
      ("reported", reported()),
    ] + pictures()
  }
}
