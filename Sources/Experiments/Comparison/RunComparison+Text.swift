import Reporting
import Tensors

/// The comparison in words, as `reprise diff` prints it.
extension RunComparison {
  /// The runs, then either that they are the same or what differs: settings, the first difference of each part, what
  /// only one has, and the table of distances. Each line ends with a line feed.
  package func text() -> String {
    let runs = [("A", a), ("B", b)].map { name, run in
      "\(name)  \(run.path)  (\(run.lastEpoch.map { "last epoch \($0)" } ?? "computed"), content \(run.content.prefix(12)))"
    }
    guard !isSame else { return Self.joined([runs, ["Every bit of the contents is the same."]]) }
    return Self.joined([
      runs, Self.keys("Configuration, without what is at its default", configuration),
      Self.keys("Identity", identity), divergence(),
      onlyInOne(), otherContents(), distanceTable(),
    ])
  }

  /// Sections with an empty line between.
  private static func joined(_ sections: [[String]]) -> String {
    sections.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private static func keys(_ heading: String, _ keys: [KeyDifference]) -> [String] {
    guard !keys.isEmpty else { return [] }
    let rows = keys.map { key in
      ["  " + key.kind, key.key, [key.a, key.b].compactMap { $0 }.joined(separator: " → ")]
    }
    return [heading + ":"] + TextTable(rows).lines
  }

  // MARK: Where the runs part

  /// The first epoch at which the models differ, and the first difference of each part, a sentence a line.
  func divergence() -> [String] {
    var lines: [String] = []
    if let models { lines.append(models.words) }
    if let epoch = self[.parameters]?.first?.epoch, epoch < models?.parted ?? .max {
      lines.append(
        "At epoch \(epoch) parameters differ, but not the models' digests: one of the runs is wrong.")
    }
    for part in parts {
      if let place = part.first {
        lines.append("\(part.part.title) part \(place.words)")
      } else if part.compared > 0 {
        lines.append("\(part.part.title) are the same\(part.epochWords).")
      }
    }
    return lines
  }

  private func onlyInOne() -> [String] {
    var lines: [String] = []
    func list(_ run: String, _ what: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines.append("Only in \(run): \(what) \(items.joined(separator: ", "))")
    }
    list("A", "epochs", epochsOnlyInA.map(String.init))
    list("B", "epochs", epochsOnlyInB.map(String.init))
    for part in parts {
      let name = part.part.title.lowercased()
      list("A", name, part.onlyInA)
      list("B", name, part.onlyInB)
      // What is of epochs that the other run does not have was said.
      list("A", "\(name) after epochs", Overlap(part.epochsOnlyInA, epochsOnlyInA).onlyInA.map(String.init))
      list("B", "\(name) after epochs", Overlap(part.epochsOnlyInB, epochsOnlyInB).onlyInA.map(String.init))
      lines += part.otherShapes.map { "Not compared: \($0.name) is \($0.a) in A, \($0.b) in B" }
    }
    return lines
  }

  private func otherContents() -> [String] {
    guard !contents.isEmpty else { return [] }
    let rows = contents.map { group in
      let counts = [
        (group.differing, "different"), (group.onlyInA, "only in A"), (group.onlyInB, "only in B"),
      ]
      return [
        "  " + group.name,
        counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", "), "first \(group.first)",
      ]
    }
    return ["Datasets beside parameters and activations:"] + TextTable(rows).lines
  }

  // MARK: How far they are apart

  private func distanceTable() -> [String] {
    guard !distances.isEmpty else { return [] }
    let rows = distances.map { array in
      let distance = array.distance
      return [
        array.epoch.map(String.init) ?? "–", array.name, String(distance.differing), String(distance.count),
        distance.maximumULPs.description, distance.medianULPs.description,
        NumberText.significant(distance.relativeNorm, digits: 4),
        NumberText.significant(distance.maximumDifference, digits: 4),
      ]
    }
    let heading = [
      "epoch", "array", "differ", "of", "max ULPs", "median ULPs", "‖a−b‖/‖a‖", "max |a−b|",
    ]
    return TextTable([heading] + rows, alignedRight: [0, 2, 3, 4, 5, 6, 7]).lines
  }
}

extension RunComparison.Models {
  /// Where the models part, in a sentence.
  fileprivate var words: String {
    guard let parted else { return "The models are the same after each of \(epochs) epochs." }
    let start = "The models part at epoch \(parted)"
    guard let kept else { return start + "; no epoch from there on has parameters that both keep." }
    return kept == parted
      ? start + "." : start + "; the first epoch from there on whose parameters both keep is \(kept)."
  }
}

extension PartComparison {
  fileprivate var epochWords: String {
    epochs.isEmpty
      ? "" : " at \(epochs.count == 1 ? "the epoch" : "all \(epochs.count) epochs") that both have"
  }
}

extension PartComparison.Part {
  fileprivate var title: String {
    switch self {
    case .metrics: "Metrics"
    case .series: "Series"
    case .parameters: "Parameters"
    case .activations: "Activations"
    case .states: "States"
    case .computed: "Computed arrays"
    case .gradientNorms: "Gradient norms"
    }
  }
}

extension PartComparison.Place {
  /// `at epoch 2: hidden/linear/weight[0, 3] is 0.1 in A, 0.10000001 in B, 1 ULP apart`.
  fileprivate var words: String {
    let place = index.isEmpty ? "" : "[\(index.map(String.init).joined(separator: ", "))]"
    var apart = ""
    if let ulps {
      switch a {
      case .integer, .text: apart = ", \(ulps) apart"
      case .float, .double: apart = ", \(ulps) ULP\(ulps.count == 1 ? "" : "s") apart"
      }
    }
    return "\(epoch.map { "at epoch \($0): " } ?? "at ")\(name)\(place) is \(a) in A, \(b) in B\(apart)."
  }
}

/// Rows of cells with common columns, two spaces between.
private struct TextTable {
  let lines: [String]

  /// - Parameter alignedRight: The columns of numbers.
  init(_ rows: [[String]], alignedRight: Set<Int> = []) {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return alignedRight.contains(column) ? space + cell : column + 1 < row.count ? cell + space : cell
      }
      return cells.joined(separator: "  ")
    }
  }
}
