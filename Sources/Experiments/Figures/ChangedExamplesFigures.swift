import Archive
import Datasets
import Reporting
import Settings
import Tensors

/// `augmented: { run: cnn-augmented, rows: [{ example: 0 }], count: 8 }`: training examples of a run as its first epochs saw
/// them, a row an example; or as other transforms would change them.
///
/// It needs the run's configuration and data and not its result. What `normalize` moves out of 0…1 is drawn black or white.
package struct AugmentedFigure: FigureKind {
  /// `augmented`.
  package static let kind = "augmented"

  private struct Row: Codable, Sendable {
    let example: Int
    let label: String?
    /// In place of the run's.
    let augmentation: Augmentation?
  }

  private let run: String
  private let rows: [Row]
  private let count: Int

  /// Reads `run`, `rows` and `count`, the number of epochs (8).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    rows = try options.value(
      .rows,
      Rule("a list of rows, each with an 'example' from 0 on") { rows in
        !rows.isEmpty && rows.allSatisfy { $0.example >= 0 }
      })
    count = try options.value(.count, default: 8, .within(1...32))
  }

  /// A mosaic: the example, then its versions.
  package func figure(_ context: FigureContext) throws -> any Figure {
    guard let settings = context.settings(of: run) as? ExperimentConfiguration,
      let data = try context.data(of: run)
    else { throw RunError.unfitData("'\(run)' is no training, so that it has no examples") }
    guard settings.mixup == nil else {
      throw RunError.unfitData("'\(run)' mixes its examples in pairs, and single ones are drawn here")
    }
    let examples = data.training
    guard examples.inputsAreBytes, examples.shape.dimensions.count == 3,
      rows.allSatisfy({ $0.example < examples.count })
    else { throw RunError.unfitData("the training examples of '\(run)' are no such images") }
    let labels = examples.labels
    return try ImageMosaic(
      caption: context.caption(
        of: [],
        "Data \(examples.digest.hexadecimal.prefix(12))."),
      rows: rows.map { row in
        let bytes = examples.inputTensor(CollectionOfOne(row.example)).reshaped(to: examples.shape)
        let original = examples.numberTensor(CollectionOfOne(row.example)).reshaped(to: examples.shape)
        let augmentation = row.augmentation ?? settings.augmentation
        let versions = try (1...count).map { epoch in
          let version = try augmentation(
            original, seed: settings.seed, epoch: epoch, index: examples.storedIndex(row.example))
          return Tensor(
            (version.floats ?? []).map(Double.init).asBytes(from: 0, to: 1), shape: examples.shape)
        }
        return ImageMosaic.Row(
          label: row.label ?? labels?[row.example] ?? "", images: [bytes] + versions)
      }, columns: ["original"] + (1...count).map { "epoch \($0)" })
  }
}

/// `attack: { run: adversarial, examples: [0, 1] }`: examples of the probe, what an attack adds and what comes out, with what
/// the network said to each after the last epoch.
package struct AttackFigure: FigureKind {
  /// `attack`.
  package static let kind = "attack"

  private let run: String
  private let examples: [Int]

  /// Reads `run` and `examples`, counted from 0.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    examples = try options.value(
      .examples, Rule("a list of examples from 0 on") { !$0.isEmpty && $0.allSatisfy { $0 >= 0 } })
  }

  /// The one run.
  package var runs: [String] { [run] }

  /// Three pictures an example.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    let archive = group.first
    guard let settings = context.settings(of: run) as? ExperimentConfiguration,
      let attack = settings.adversarial, let probe = try archive.probe(), let classes = probe.classes,
      examples.allSatisfy({ $0 < probe.count })
    else { throw RunError.unfitData("'\(run)' has no attacks on such examples of its probe") }
    let attacked = try archive.lastActivation("adversarial-input")
    let sizes = attacked.shape.dimensions
    guard sizes.count == 4, let moved = attacked.floats, let clean = probe.inputs.bytes else {
      throw RunError.unfitData(
        "the examples of '\(run)' are \(probe.inputs.shape) and not images: its data set needs 'flatten: false'"
      )
    }
    let size = sizes.dropFirst().reduce(1, *), shape = Shape(Array(sizes.dropFirst()))
    let said = try words(archive.outputs(), probe.classNames)
    let saidOfAttacks = try words(archive.lastActivation("adversarial-output"), probe.classNames)
    let pictures = examples.flatMap { example -> [PicturesFigure.Picture] in
      let part = example * size..<(example + 1) * size
      let numbers = moved[part].map(Double.init)
      let change = zip(numbers, clean[part]).map { $0 - Double($1) / 255 }
      return [
        .init(
          title: "\(probe.classNames[Int(classes[example])]), taken for \(said[example])",
          image: Tensor(Array(clean[part]), shape: shape)),
        .init(
          title: "what is added, −\(attack.epsilon) … \(attack.epsilon)",
          image: Tensor(change.asBytes(from: -attack.epsilon, to: attack.epsilon), shape: shape)),
        .init(
          title: "taken for \(saidOfAttacks[example])",
          image: Tensor(numbers.asBytes(from: 0, to: 1), shape: shape)),
      ]
    }
    return try PicturesFigure(
      caption: context.caption(
        of: [group], "Above the pictures stands what the network said, and how sure it was."),
      pictures: pictures, columns: 3)
  }

  /// The class of the largest output of each row, and its softmax.
  private func words(_ outputs: Tensor, _ names: [String]) throws -> [String] {
    let columns = outputs.shape.dimensions.last ?? 1, rows = outputs.shape.count / max(columns, 1)
    let values = outputs.floats ?? []
    var softmax = values, losses = [Float](repeating: 0, count: rows)
    try Processor().crossEntropy(
      values, targets: [UInt8](repeating: 0, count: rows), softmax: &softmax, losses: &losses, rows: rows,
      classes: columns)
    return (0..<rows).map { row in
      let row = softmax[row * columns..<(row + 1) * columns]
      guard let best = row.indices.max(by: { row[$0] < row[$1] }) else { return "" }
      let place = best - row.startIndex
      let name = place < names.count ? names[place] : "output \(place)"
      return "\(name) (\(Int((Double(row[best]) * 100).rounded())) %)"
    }
  }
}
