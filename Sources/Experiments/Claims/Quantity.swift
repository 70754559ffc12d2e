import Archive
import Reporting
import Settings
import Tensors

/// A number that a claim is about, read from the archives of an experiment: `metric: { run: lr-high, name:
/// accuracy/train }`.
package protocol Quantity: Kind {
  /// The experiment, as it is written.
  var run: String { get }
  /// What it is, in words that follow "the": `training accuracy after the last epoch`.
  var words: String { get }
  /// How its values are written.
  var format: NumberFormat { get }

  /// Its value in one run.
  ///
  /// - Throws: `ArchiveError` for what the run does not have.
  func value(in archive: RunArchive) throws -> Double
}

/// The quantities that there are.
package enum Quantities: Kinds {
  /// What an error calls one of them.
  package static let noun = "quantity"
  /// Every quantity.
  package static let all: [any Kind.Type] = [
    MetricQuantity.self, GapQuantity.self, SpreadQuantity.self, SmallWeightsQuantity.self,
    GradientNormQuantity.self, ComputedQuantity.self,
  ]
  /// Any of them.
  package typealias Value = any Quantity
}

extension Quantity {
  /// The values of all runs of the experiment.
  func spread(_ context: FigureContext) throws -> Spread { Spread(try context.runs(run).archives.map(value)) }
}

/// How a number is written for people.
package enum NumberFormat: Sendable, Equatable {
  /// With four significant digits.
  case plain
  /// A fraction in per cent, with two decimals.
  case percentage

  /// The number as text.
  package func text(_ value: Double) -> String {
    switch self {
    case .percentage: NumberText.fixed(value * 100, decimals: 2) + " %"
    case .plain: NumberText.significant(value, digits: 4)
    }
  }

  /// One value, or the median with the range of several.
  package func text(_ spread: Spread) -> String {
    spread.values.count == 1
      ? text(spread.median)
      : "\(text(spread.median)) (\(text(spread.lower)) … \(text(spread.upper)), \(spread.values.count) seeds)"
  }
}

/// When a value is looked at.
package enum Moment: Codable, Sendable, Equatable {
  /// After the last epoch, before the first one, where it is lowest or highest (epoch 0 not counted).
  case last, first, lowest, highest
  /// After this epoch.
  case epoch(Int)

  private enum Word: String, Codable { case last, first, lowest, highest }

  /// Reads a word or an epoch.
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let epoch = try? value.decode(Int.self) {
      self = .epoch(epoch)
      return
    }
    switch try? value.decode(Word.self) {
    case .last: self = .last
    case .first: self = .first
    case .lowest: self = .lowest
    case .highest: self = .highest
    case nil:
      throw DecodingError.dataCorruptedError(
        in: value, debugDescription: "must be 'last', 'first', 'lowest', 'highest' or an epoch")
    }
  }

  /// Writes it as it is read.
  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .last: try value.encode(Word.last)
    case .first: try value.encode(Word.first)
    case .lowest: try value.encode(Word.lowest)
    case .highest: try value.encode(Word.highest)
    case .epoch(let epoch): try value.encode(epoch)
    }
  }

  /// What follows a quantity's name.
  var words: String {
    switch self {
    case .last: "after the last epoch"
    case .first: "before training"
    case .lowest: "at its lowest"
    case .highest: "at its highest"
    case .epoch(let epoch): "after epoch \(epoch)"
    }
  }

  /// The value of a list with one for each epoch.
  ///
  /// - Throws: `RunError.unfitData` for an epoch that there is not.
  func value(of list: [Double]) throws -> Double {
    switch self {
    case .last: return list.last ?? .nan
    case .first: return list.first ?? .nan
    case .lowest: return list.dropFirst().min() ?? .nan
    case .highest: return list.dropFirst().max() ?? .nan
    case .epoch(let epoch):
      guard list.indices.contains(epoch) else {
        throw RunError.unfitData("there is no epoch \(epoch): the run ends after epoch \(list.count - 1)")
      }
      return list[epoch]
    }
  }
}

/// `metric: { run: lr-high, name: accuracy/train, at: last }`.
package struct MetricQuantity: Quantity {
  /// `metric`.
  package static let kind = "metric"
  /// The experiment.
  package let run: String
  /// The metric.
  package let name: String
  /// When.
  package let at: Moment

  /// Reads `run`, `name` and `at` (last).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    name = try options.value(.name)
    at = try options.value(.at, default: .last)
  }

  /// `accuracy on the validation part after the last epoch`.
  package var words: String { "\(MetricName(name).words) \(at.words)" }
  /// Accuracies are fractions.
  package var format: NumberFormat { MetricName(name).format }
  /// The metric's value.
  package func value(in archive: RunArchive) throws -> Double { try at.value(of: archive.metric(name)) }
}

/// `gap: { run: dropout, quantity: accuracy }`: how much better the training part is than the validation part, after
/// the last epoch: the difference of accuracies, or of losses the other way round.
package struct GapQuantity: Quantity {
  /// `gap`.
  package static let kind = "gap"
  /// The experiment.
  package let run: String
  /// `accuracy` or `loss`.
  package let quantity: String

  /// `gap between training and validation accuracy after the last epoch`.
  package var words: String { "gap between training and validation \(quantity) after the last epoch" }
  /// Accuracies are fractions.
  package var format: NumberFormat { MetricName(quantity + "/").format }
  /// Training minus validation, for losses validation minus training.
  package func value(in archive: RunArchive) throws -> Double {
    let training = try archive.metric(quantity + "/train").last ?? .nan
    let validation = try archive.metric(quantity + "/validation").last ?? .nan
    return quantity == "loss" ? validation - training : training - validation
  }
}

/// `spread: { run: lr-high, parameter: hidden/linear/weight }`: the standard deviation of a parameter's values after the last
/// epoch; of an activation on the probe with `activation: hidden/linear`.
package struct SpreadQuantity: Quantity {
  /// `spread`.
  package static let kind = "spread"
  /// The experiment.
  package let run: String
  /// The parameter's path, if it is one.
  package let parameter: String?
  /// The activation's path, if it is one.
  package let activation: String?

  /// Reads `run` and one of `parameter` and `activation`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    parameter = try options.valueIfPresent(.parameter)
    activation = try options.valueIfPresent(.activation)
    guard (parameter == nil) != (activation == nil) else {
      throw options.impossible(.run, "needs either 'parameter' or 'activation' beside it")
    }
  }

  /// `standard deviation of hidden/linear/weight`.
  package var words: String { "standard deviation of \(parameter ?? "the values of \(activation ?? "")")" }
  /// Four digits.
  package var format: NumberFormat { .plain }
  /// Over all elements, as `Histogram.Summary` has it.
  package func value(in archive: RunArchive) throws -> Double {
    let tensor = try parameter.map(archive.lastParameter) ?? archive.lastActivation(activation ?? "")
    return Histogram(of: tensor).summary?.standardDeviation ?? .nan
  }
}

/// `small-weights: { run: lasso, parameter: linear/weight, below: 0.01 }`: how many elements are smaller in size, after
/// the last epoch.
package struct SmallWeightsQuantity: Quantity {
  /// `small-weights`.
  package static let kind = "small-weights"
  /// The experiment.
  package let run: String
  /// The parameter's path.
  package let parameter: String
  /// The size.
  package let below: Double

  /// `number of elements of linear/weight below 0.01 in size`.
  package var words: String {
    "number of elements of \(parameter) below \(NumberFormat.plain.text(below)) in size"
  }
  /// Counts.
  package var format: NumberFormat { .plain }
  /// The count.
  package func value(in archive: RunArchive) throws -> Double {
    Double(try archive.lastParameter(parameter).numbers.count { abs($0) < below })
  }
}

/// `gradient-norm: { run: sigmoid, parameter: first/linear/weight, at: first }`.
package struct GradientNormQuantity: Quantity {
  /// `gradient-norm`.
  package static let kind = "gradient-norm"
  /// The experiment.
  package let run: String
  /// The parameter's path.
  package let parameter: String
  /// When.
  package let at: Moment

  /// Reads `run`, `parameter` and `at` (last).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    parameter = try options.value(.parameter)
    at = try options.value(.at, default: .last)
  }

  /// `gradient norm of first/linear/weight before training`.
  package var words: String { "gradient norm of \(parameter) \(at.words)" }
  /// Four digits.
  package var format: NumberFormat { .plain }
  /// The norm.
  package func value(in archive: RunArchive) throws -> Double {
    try at.value(of: archive.gradientNorms(parameter))
  }
}

/// `computed: { run: sigmoid-of-product, array: curve-1/sigmoid, index: 3, words: the slope }`: an element of a computed array.
package struct ComputedQuantity: Quantity {
  /// `computed`.
  package static let kind = "computed"
  /// The experiment.
  package let run: String
  /// The group and the array: `curve-1/sigmoid`.
  package let array: String
  /// The element's place, row-major; from the end if negative.
  package let index: Int
  /// What it is, in words.
  package let words: String

  /// Reads `run`, `array`, `index` (0) and `words`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    array = try options.value(
      .array, Rule("a group and an array, such as 'curve-1/sigmoid'") { $0.split(separator: "/").count == 2 })
    index = try options.value(.index, default: 0)
    words = try options.value(.words)
  }

  /// Four digits.
  package var format: NumberFormat { .plain }
  /// The element.
  package func value(in archive: RunArchive) throws -> Double {
    let values = try archive.computedArray(array).values.numbers
    let place = index < 0 ? values.count + index : index
    guard values.indices.contains(place) else {
      throw RunError.unfitData("'\(array)' has \(values.count) elements and no element \(index)")
    }
    return values[place]
  }
}

/// A metric's name taken apart: `accuracy/train` is the accuracy on the training part.
package struct MetricName {
  /// `accuracy`.
  let quantity: String
  /// `train`; empty for a metric that is not measured on parts.
  let part: String

  init(_ name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    quantity = parts[0]
    part = parts.count > 1 ? parts[1] : ""
  }

  /// `training accuracy`.
  var words: String {
    let name = quantity.replacing("_", with: " ")
    return part.isEmpty ? name : "\(part == "train" ? "training" : part) \(name)"
  }

  /// Accuracies are fractions.
  var format: NumberFormat { quantity == "accuracy" ? .percentage : .plain }
}
