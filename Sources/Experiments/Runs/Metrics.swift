import Archive
import Datasets
import Networks

/// What is measured of a task, on which parts of the data: which names, titles and units the archive has.
///
/// The loss is always measured; accuracy where targets are classes. A metric's name is `quantity/part`.
struct Metrics: Sendable {
  /// A number that can be measured on examples.
  struct Quantity: Sendable {
    let name: String
    let title: String
    let unit: String
  }

  /// The unit of what is drawn in per cent.
  static let fractionUnit = "fraction"

  /// What is measured on each part, in order.
  let quantities: [Quantity]
  /// The parts that are measured, in order.
  let parts: [Dataset.Part]

  init(loss: any Loss, data: Dataset) {
    var quantities = [Quantity(name: "loss", title: loss.title.lowercased(), unit: loss.unit)]
    if data.training.classNames != nil {
      quantities.append(Quantity(name: "accuracy", title: "accuracy", unit: Self.fractionUnit))
    }
    self.quantities = quantities
    parts = data.parts.map(\.part)
  }

  /// Every metric, in the archive's order.
  var descriptions: [MetricDescription] {
    quantities.flatMap { quantity in
      parts.map { part in
        MetricDescription(
          name: Self.name(quantity, part), title: "\(part.rawValue.capitalized) \(quantity.title)",
          unit: quantity.unit)
      }
    } + [MetricDescription(name: "learning_rate", title: "Learning rate", unit: "1")]
  }

  /// The parts that are measured after an epoch: the test part only after the last one, since nothing may be chosen
  /// by it.
  func parts(measuredAt epoch: Int, of last: Int) -> [Dataset.Part] {
    parts.filter { $0 != .test || epoch == last }
  }

  /// The metrics of one epoch.
  ///
  /// - Parameter values: For each part that was measured, the value of each of `quantities`.
  func values(_ values: [Dataset.Part: [Double]], learningRate: Double) -> [NamedValue] {
    quantities.enumerated().flatMap { index, quantity in
      parts.compactMap { part in values[part].map { NamedValue(Self.name(quantity, part), $0[index]) } }
    } + [NamedValue("learning_rate", learningRate)]
  }

  private static func name(_ quantity: Quantity, _ part: Dataset.Part) -> String {
    "\(quantity.name)/\(part == .training ? "train" : part.rawValue)"
  }
}
