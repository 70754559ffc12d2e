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

  static func parameters() -> HistogramGrid {
    let rows = [0.1, 0.01, 0.001].map { rate in
      HistogramGrid.Row(
        label: "learning rate \(rate)",
        cells: [100_352, 128, 1280, 10].enumerated().map { column, count in
          rate == 0.001 && column == 3
            ? nil : Specimens.histogram(bell(count, width: rate * Double(column + 1)), bins: 100)
        })
    }
    return HistogramGrid(
      caption: Caption(
        title: "Weights after the last epoch, by learning rate",
        digests: [Specimens.digest, Specimens.digest, Specimens.digest]),
      columns: ["weights input→hidden", "hidden bias", "weights hidden→output", "output bias"], rows: rows,
      xLabel: "parameter value")
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
    return [
      ("loss", lossAccuracy([run(epochs: 6)])), ("loss-four", lossAccuracy(four)),
      ("loss-six", lossAccuracy(six)),
      ("loss-diverged", lossAccuracy([diverged(at: 4)])), ("loss-101", lossAccuracy([run(epochs: 101)])),
      ("parameters", parameters()), ("mosaic", try mosaic()), ("bars", bars(.sideBySide)),
      ("stack", bars(.stacked)), ("norms", norms()),
    ]
  }
}
